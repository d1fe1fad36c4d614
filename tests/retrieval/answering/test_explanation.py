"""Why an answer is as it is: the explanation tells of the very answer, and its parts add up to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import Article
from retrieval import Answer, Retriever, Verdict
from retrieval.attribution.rules import RULES, rule_summary
from retrieval.scoring.decision.answerability import Decision, formula_for
from retrieval.scoring.decision.doubts import Doubt
from retrieval.scoring.hybrid import scale_of
from tests.support.retrieval.fake_encoder import FakeEncoder

MESSAGE = "Was wer wann wie viele kostet plant sagt Meyer die Brücke Stadt Öztürk Köln Mond ? und"
QUESTIONS = st.lists(st.sampled_from(MESSAGE.split(" ")), max_size=10).map(" ".join) | st.text(max_size=60)


@pytest.fixture(scope="module", params=["words alone", "fake encoder"])
def each(request: pytest.FixtureRequest, bridge: Article, retriever: Retriever) -> Retriever:
    """By words alone, and with an encoder."""
    return retriever if request.param == "words alone" else Retriever([bridge], FakeEncoder())


def from_context(answer: Answer) -> object:
    quotes = [(quote.spans, quote.highlights, quote.attributions) for quote in answer.quotes]
    return answer.question, answer.verdict, answer.subject, answer.language, quotes


@given(QUESTIONS)
def test_the_explained_answer_is_the_answer(each: Retriever, question: str) -> None:
    explanation = each.explain(question)
    assert from_context(explanation.answer) == from_context(each.answer(question))
    if explanation.answer.follow_up is None and explanation.answer.topic is None:
        verdicts = {reasons.decision.verdict for reasons in explanation.reasons}
        best = next(verdict for verdict in Verdict if verdict in verdicts)  # they are listed from the best on
        assert explanation.answer.verdict is best


@given(QUESTIONS)
def test_the_parts_add_up_to_what_was_decided_by(each: Retriever, question: str) -> None:
    for reasons in each.explain(question).reasons:
        for word in reasons.words:
            assert question[word.start : word.end] == word.written
            assert 0 <= word.in_sentence <= word.in_article <= 1
        if reasons.signals is None or reasons.formula is None:
            assert (reasons.passages, reasons.signals, reasons.formula) == ((), None, None)
            assert reasons.decision == Decision(Verdict.NONE, 0.0, ())
            continue
        assert reasons.formula == formula_for(reasons.signals)
        assert reasons.decision.likelihood == reasons.formula.likelihood(reasons.signals)
        assert (reasons.decision.verdict is Verdict.NONE) == (reasons.decision.likelihood < reasons.formula.none)
        scale = scale_of(reasons.signals.encoder)
        for passage in reasons.passages:
            assert passage.start <= passage.sentence.start < passage.sentence.end <= passage.end
            if passage.meaning is not None:
                meant = 2 * scale.weight * (passage.meaning - scale.centre)
                assert passage.score == pytest.approx(passage.words + meant, abs=1e-5)


def test_passages_are_those_of_a_search(each: Retriever) -> None:
    question = "Was kostet die Brücke der Stadt Lindau?"
    (reasons,) = each.explain(question).reasons
    hits = each.search(question, limit=len(reasons.passages))
    assert [(passage.start, passage.end, passage.score) for passage in reasons.passages] == [
        (hit.start, hit.end, hit.score) for hit in hits
    ]
    assert len(hits) > 1


def test_without_an_encoder_a_passage_has_no_meaning(retriever: Retriever) -> None:
    (reasons,) = retriever.explain("Was kostet die Brücke?").reasons
    assert {passage.meaning for passage in reasons.passages} == {None}
    assert reasons.passages[0].words > 0


def test_the_best_sentence_of_all_passages_is_quoted(each: Retriever) -> None:
    explanation = each.explain("Wann wurde der Verkehr gesperrt?", max_sentences=1)
    (reasons,) = explanation.reasons
    best = max(reasons.passages, key=lambda passage: passage.sentence_score)
    assert explanation.answer.quotes[0].spans == (best.sentence,)


def test_words_are_found_missing_or_elsewhere(retriever: Retriever) -> None:
    (reasons,) = retriever.explain("Widersprach Meyer der Ingenieurin vom Mond?").reasons
    where = {word.written: (word.is_in_sentence, word.is_in_article) for word in reasons.words}
    assert where["Meyer"] == (True, True)
    assert where["Ingenieurin"] == (False, True)
    assert where["Mond"] == (False, False)


def test_a_doubt_is_told(retriever: Retriever) -> None:
    (reasons,) = retriever.explain("Wann widersprach Bürgermeisterin Meyer?").reasons
    assert Doubt.NO_DATE in reasons.decision.doubts
    assert reasons.decision.verdict is not Verdict.ANSWER


def test_each_question_of_a_message_has_its_reasons(retriever: Retriever) -> None:
    explanation = retriever.explain("Was kostet die Brücke? Und wer gewann die Weltmeisterschaft?")
    assert [reasons.text for reasons in explanation.reasons] == [
        "Was kostet die Brücke?",
        "Und wer gewann die Weltmeisterschaft?",
    ]
    first, second = explanation.reasons
    assert first.decision.likelihood > second.decision.likelihood


def test_what_occurs_nowhere_has_words_but_no_passages(retriever: Retriever) -> None:
    (reasons,) = retriever.explain("xyz?").reasons
    assert [(word.written, word.in_sentence, word.in_article) for word in reasons.words] == [("xyz", 0.0, 0.0)]
    assert (reasons.passages, reasons.signals) == ((), None)


def test_budgets_are_those_of_an_answer(retriever: Retriever) -> None:
    (quote,) = retriever.explain("Was kostet die Brücke?", 1, 60, 1).answer.quotes
    assert sum(end - start for start, end in quote.spans) <= 60
    with pytest.raises(ValueError, match="An answer needs room"):
        retriever.explain("Was kostet die Brücke?", max_chars=0)


def test_every_rule_has_a_summary() -> None:
    summaries = {rule_summary(getattr(rule, "__name__", "")) for rule in RULES}
    assert len(summaries) == len(RULES)
    assert "" not in summaries
    assert rule_summary("nonsense") == ""
