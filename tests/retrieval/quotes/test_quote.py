import pytest

from content import Article
from retrieval import InvalidSpan, Quote, Span

ARTICLE = Article.from_text("Eins zwei drei.  Vier fünf.", title="Zahlen", language="de")
PARAGRAPH = ARTICLE.paragraphs[0]


def quote(*spans: Span, highlights: tuple[Span, ...] = ()) -> Quote:
    return Quote(ARTICLE, PARAGRAPH, spans, highlights)


def test_the_text_is_that_of_the_spans() -> None:
    assert quote(Span(0, 4), Span(10, 15)).text == "Eins […] drei."


def test_spans_with_only_white_space_between_become_one() -> None:
    assert quote(Span(0, 15), Span(17, 27)).spans == (Span(0, 27),)


@pytest.mark.parametrize(
    "spans", [(), (Span(3, 3),), (Span(0, 99),), (Span(-1, 4),), (Span(5, 9), Span(0, 4)), (Span(0, 6), Span(5, 9))]
)
def test_spans_that_are_no_quote_are_an_error(spans: tuple[Span, ...]) -> None:
    with pytest.raises(InvalidSpan):
        quote(*spans)


def test_a_highlight_outside_the_quote_is_an_error() -> None:
    with pytest.raises(InvalidSpan, match="highlight"):
        quote(Span(0, 4), highlights=(Span(5, 9),))


def test_the_core_is_the_first_span_unless_it_is_told() -> None:
    assert quote(Span(0, 4), Span(10, 15)).core == Span(0, 4)
    assert Quote(ARTICLE, PARAGRAPH, (Span(0, 15),), core=Span(10, 15)).core == Span(10, 15)
    with pytest.raises(InvalidSpan, match="core"):
        Quote(ARTICLE, PARAGRAPH, (Span(0, 4),), core=Span(3, 9))


def test_a_span_covers_its_borders() -> None:
    assert Span(0, 4).covers(Span(0, 4))
    assert not Span(0, 4).covers(Span(1, 5))
