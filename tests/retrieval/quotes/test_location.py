from hypothesis import given
from hypothesis import strategies as st

from content import Article
from retrieval import WORDS_ALONE, Retriever, Span
from retrieval.quotes.location import locate
from tests.support.retrieval.articles import BRIDGE

ARTICLE = Article.from_text(BRIDGE, title="Lindau", language="de")
OTHER = Article.from_text("Ein Satz. Noch einer […] hier.", title="Anderes", language="de")


def test_every_quote_is_found_by_its_words() -> None:
    for question in ("Was kostet die Brücke?", "Wer ist Jörg Strauß?", "Was sagt Meyer zur Brücke?"):
        for quote in Retriever([ARTICLE], WORDS_ALONE).answer(question).quotes:
            assert locate(quote.text, [OTHER, ARTICLE]) == (ARTICLE, quote.spans)


def test_omissions_stand_for_any_text_and_white_space_for_any_other() -> None:
    found = locate("Die Stadt Lindau \n baut […] Planerin ist", [ARTICLE])
    assert found is not None
    assert [ARTICLE.text[start:end] for start, end in found[1]] == ["Die Stadt Lindau baut", "Planerin ist"]
    assert locate("Noch einer […] hier.", [OTHER]) == (OTHER, (Span(10, 30),)), "the article's own mark"


def test_other_words_and_none_are_not_found() -> None:
    for text in ("", " ", " […] ", "Die Stadt Köln baut", "Planerin ist […] Die Stadt Lindau"):
        assert locate(text, [ARTICLE]) is None


@given(st.text())
def test_any_text_can_be_looked_for(text: str) -> None:
    found = locate(text, [ARTICLE])
    assert found is None or found[1]
