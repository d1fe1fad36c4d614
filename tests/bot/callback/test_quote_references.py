import base64
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callback.callback_data import ShowContext, encode
from bot.callback.quote_references import (
    QuoteReferences,
    append_quote,
    pack,
    references_to,
    unpack,
    with_question_language,
)
from content import Article
from retrieval import Quote, Retriever, Span, cite
from tests.support.bot.articles import BRIDGE

SPANS = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=1, max_size=4)


def quotes(question: str) -> tuple[Quote, ...]:
    return Retriever([BRIDGE]).answer(question).quotes


def test_a_quote_comes_back_as_it_was() -> None:
    for shown, quote in enumerate(found := quotes("Wie lange bleibt die Brücke gesperrt?")):
        packed = pack(references_to(found, shown))
        assert packed is not None
        assert len(packed) <= 62
        references = unpack(packed)
        assert references is not None
        again = references.quote([BRIDGE])
        assert again is not None
        assert (again.article, again.spans) == (quote.article, quote.spans)
        assert set(quote.highlights) <= set(again.highlights)


def test_a_changed_article_is_not_quoted_from_an_old_button() -> None:
    references = references_to(quotes("Wer bezahlt die Reparatur?"))
    changed = Article.from_text(BRIDGE.text + ".", title=BRIDGE.title, language="de")
    assert references.quote([changed]) is None
    assert references.quote([]) is None


@given(st.lists(SPANS, min_size=1, max_size=6), st.integers(0, 3), st.integers(0, 10**6))
def test_as_much_as_fits_is_carried_and_comes_back(lists: list[list[tuple[int, int]]], shown: int, far: int) -> None:
    article = Article.from_text("x" * 10 + "\n\n" + "a b " * 40, title="T", language="de")
    listed = []
    for gaps in lists:
        at, spans = 12, []
        for gap, length in gaps:
            spans.append(Span(at + gap, at + gap + length))
            at += gap + length
        listed.append((article.version, tuple(spans)))
    references = QuoteReferences(tuple(listed), frozenset(), shown)
    packed = pack(references)
    assert packed is None or unpack(packed) == references
    distant = QuoteReferences(((article.version, (Span(far, far + 1),)),), frozenset([b"ab"]), shown)
    assert unpack(pack(distant) or "") == distant


@pytest.mark.slow
@given(st.from_regex("[a-z]{2,3}", fullmatch=True), st.integers(0, 2), st.booleans())
def test_the_language_that_was_asked_in_is_carried_where_quotes_are_in_another(
    language: str, shown: int, paired: bool
) -> None:
    found = quotes("Wie lange bleibt die Brücke gesperrt? Und wer bezahlt die Reparatur?")
    references = references_to(found, min(shown, len(found) - 1), paired=paired, question_language=language)
    assert references.question_language == ("" if language == "de" else language)
    packed = pack(references)
    assert packed is not None
    assert unpack(packed) == references
    assert len(encode(ShowContext(references))) <= 64


def test_a_question_in_the_language_of_the_quotes_costs_no_room() -> None:
    found = quotes("Wie lange bleibt die Brücke gesperrt?")
    assert pack(references_to(found, question_language="de")) == pack(references_to(found))


def test_room_is_made_for_a_language_but_not_at_the_cost_of_the_quote_that_is_shown() -> None:
    sentences = [f"Satz Nummer {number} ist hier." for number in range(30)]
    article = Article.from_text(" ".join(sentences), title="T", language="de")
    cited = [
        cite(article, [Span(article.text.index(each), article.text.index(each) + len(each))]) for each in sentences
    ]
    full = references_to(cited)
    for shown in range(len(full.quotes)):
        asked = with_question_language(replace(full, current=shown), "en")
        packed = pack(asked)
        assert packed is not None
        again = unpack(packed)
        assert again == asked
        quote = again.quote([article])
        assert quote is not None
        assert quote.text == cited[shown].text
        assert again.question_language == "en"


@given(st.binary(max_size=46).map(lambda data: base64.urlsafe_b64encode(data).decode().rstrip("=")) | st.text())
def test_anything_else_is_read_without_an_error(text: str) -> None:
    references = unpack(text)
    quote = references.quote([BRIDGE]) if references else None
    assert quote is None or quote.article is BRIDGE


def test_what_was_seen_is_carried_on_and_the_oldest_left_out_for_want_of_room() -> None:
    sentences = [f"Satz Nummer {number} ist hier." for number in range(30)]
    article = Article.from_text(" ".join(sentences), title="T", language="de")
    cited = [
        cite(article, [Span(article.text.index(each), article.text.index(each) + len(each))]) for each in sentences
    ]
    references = references_to(cited[:1])
    for quote in cited[1:]:
        references = append_quote(references, quote)
        packed = pack(references)
        assert packed is not None
        assert unpack(packed) == references
        assert references.has(quote)
        assert references.current == len(references.quotes) - 1
    assert not references.has(cited[0])
    assert len(references.quotes) >= 5
