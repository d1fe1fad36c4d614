from collections.abc import Callable
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis.clauses import cut, is_run_of_clauses
from retrieval.answering.excerpts import QuoteBudget, excerpt
from retrieval.base.spans import Span

CORE, NEXT, FAR = Span(0, 100), Span(101, 200), Span(300, 400)


def shorten(sentence: Span, limit: int) -> Span:
    return Span(sentence.start, min(sentence.end, sentence.start + limit))


def test_companions_stand_in_the_order_of_the_text() -> None:
    assert excerpt(NEXT, [(CORE, False), (FAR, False)], QuoteBudget(3, 500), shorten).spans == (CORE, NEXT, FAR)


def test_no_more_sentences_than_the_budget_has() -> None:
    assert excerpt(CORE, [(FAR, False), (NEXT, False)], QuoteBudget(2, 500), shorten).spans == (CORE, FAR)


def test_a_companion_is_cut_to_what_is_left() -> None:
    assert excerpt(CORE, [(NEXT, False)], QuoteBudget(2, 160), shorten).spans == (CORE, Span(101, 161))


def test_one_that_must_stand_whole_or_of_which_little_is_left_is_skipped() -> None:
    assert excerpt(CORE, [(NEXT, True), (FAR, False)], QuoteBudget(2, 160), shorten).spans == (CORE, Span(300, 360))
    assert excerpt(CORE, [(NEXT, False)], QuoteBudget(2, 130), shorten).spans == (CORE,)


TEXT = "Der Turm, den alle kennen, wurde abgerissen; die Rutsche bleibt – so will es der Rat."


def worth(word: str) -> Callable[[Span], float]:
    return lambda span: float(word in TEXT[span.start : span.end])


def test_an_over_long_sentence_is_cut_at_the_clause_that_matters() -> None:
    span = cut(TEXT, Span(0, len(TEXT)), 40, worth("Rutsche"))
    assert TEXT[span.start : span.end] == "wurde abgerissen; die Rutsche bleibt"
    span = cut(TEXT, Span(0, len(TEXT)), 30, worth("Turm"))
    assert TEXT[span.start : span.end] == "Der Turm, den alle kennen"


def test_a_sentence_that_fits_stays_whole() -> None:
    assert cut(TEXT, Span(0, len(TEXT)), len(TEXT), worth("x")) == Span(0, len(TEXT))


@given(st.text(min_size=1, max_size=120), st.integers(1, 60))
def test_a_cut_keeps_the_limit_and_is_never_empty(text: str, limit: int) -> None:
    text = text.strip()
    if text:
        span = cut(text, Span(0, len(text)), limit, lambda _: 0.0)
        assert 0 <= span.start < span.end <= len(text)
        assert span.end - span.start <= limit


def test_a_companion_is_not_cut_within_a_clause() -> None:
    """It might lack its "not" ("Die Produktion ruhte bis zum Abend nicht")."""
    text = "A" * 99 + ". Er sagte es gestern, und die Produktion ruhte bis zum Abend auch heute wieder nicht."
    core, beside = Span(0, 100), Span(101, len(text))

    def cut_to(limit: int) -> tuple[Span, ...]:
        return excerpt(
            core,
            [(beside, False)],
            QuoteBudget(2, 100 + limit),
            lambda sentence, room: cut(text, sentence, room, lambda span: span.start),
            partial(is_run_of_clauses, text),
        ).spans

    assert [text[span.start : span.end] for span in cut_to(70)][1:] == [
        "und die Produktion ruhte bis zum Abend auch heute wieder nicht."
    ]
    assert cut_to(50) == (core,)
