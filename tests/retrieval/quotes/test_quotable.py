"""Spans that a quote can have, and those that somebody made up."""

from __future__ import annotations

import pytest

from content import Article, load_articles
from retrieval import WORDS_ALONE, Retriever, Span
from retrieval.quotes.quotable import is_quotable
from tests.support.paths import ROOT

TEXT = (
    "Der Minister hat, wie er sagt, nicht gelogen, sondern geschwiegen. Das sagte er am Montag.\n\n"
    "# Ein Titel\n\nDie Brücke ist zu; der Bus fährt nicht."
)
ARTICLE = Article.from_text(TEXT, title="T", language="de")


def spans(*pieces: str) -> list[Span]:
    return [Span(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces]


@pytest.mark.parametrize(
    "pieces",
    [
        ("Der Minister hat, wie er sagt, nicht gelogen, sondern geschwiegen.",),
        ("Der Minister hat, wie er sagt, nicht gelogen, sondern geschwiegen. Das sagte er am Montag.",),
        ("Der Minister hat, wie er sagt, nicht gelogen",),
        ("nicht gelogen, sondern geschwiegen.", "Die Brücke ist zu"),
        ("Das sagte er am Montag.", "der Bus fährt nicht."),
    ],
)
def test_whole_sentences_and_runs_of_clauses_can_be_quoted(pieces: tuple[str, ...]) -> None:
    assert is_quotable(ARTICLE, spans(*pieces))


@pytest.mark.parametrize(
    "pieces",
    [
        ("Der Minister hat", "gelogen"),
        ("Der Minister hat", "sondern geschwiegen."),
        ("der Bus fährt",),
        ("Minister hat, wie er sagt",),
        ("Die Brücke ist z",),
        ("Ein Titel",),
        ("Das sagte er am Montag.\n\n# Ein Titel\n\nDie Brücke ist zu",),
        ("Das sagte er am Montag.\n",),
    ],
)
def test_what_leaves_words_out_of_a_sentence_cannot(pieces: tuple[str, ...]) -> None:
    assert not is_quotable(ARTICLE, spans(*pieces))


@pytest.fixture(scope="module")
def retrievers() -> list[Retriever]:
    """One for each of some articles that the gold sets ask about."""
    articles = load_articles(ROOT / "tests" / "gold" / "articles")[:12]
    return [Retriever([article], WORDS_ALONE) for article in articles]


@pytest.mark.parametrize("length", [175, 350, 500])
def test_every_quote_of_ours_can_be_quoted(retrievers: list[Retriever], length: int) -> None:
    """With as much room as replies have."""
    for retriever in retrievers:
        (article,) = retriever.articles
        for paragraph in article.paragraphs[:8]:
            asked = " ".join(article.text[paragraph.start : paragraph.end].split()[:9])
            for quote in retriever.answer(asked, max_chars=length).quotes:
                assert is_quotable(article, quote.spans), quote.text
