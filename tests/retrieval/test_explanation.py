"""Why an answer is as it is: the explanation tells of the very answer, and its parts add up to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import Article
from retrieval import Answer, Retriever
from retrieval.attribution.rules import RULES, rule_summary
from retrieval.evidence import coverage
from retrieval.model import Model
from retrieval.refusal import Veto

MESSAGE = "Was wer wann wie viele kostet plant sagt Meyer die Brücke Stadt Öztürk Köln Mond ? und"
QUESTIONS = st.lists(st.sampled_from(MESSAGE.split(" ")), max_size=10).map(" ".join) | st.text(max_size=60)


def told(answer: Answer) -> object:
    quotes = [(quote.spans, quote.highlights, quote.attributions) for quote in answer.quotes]
    return answer.question, answer.found, answer.subject, quotes


@given(QUESTIONS)
def test_the_explained_answer_is_the_answer(retriever: Retriever, question: str) -> None:
    explanation = retriever.explain(question)
    assert told(explanation.answer) == told(retriever.answer(question))
    assert explanation.answer.found == any(each.decision and each.decision.answered for each in explanation.reasons)


@given(QUESTIONS)
def test_the_parts_add_up_to_what_was_decided_by(retriever: Retriever, question: str) -> None:
    explanation = retriever.explain(question)
    refusal = explanation.refusal
    assert refusal
    for reasons in explanation.reasons:
        for word in reasons.words:
            assert question[word.start : word.end] == word.written
        if reasons.signals is None:
            assert reasons.passages == ()
            continue
        words = reasons.words
        assert coverage((word.weight, word.in_sentence) for word in words) == reasons.signals.sentence
        assert coverage((word.weight, word.in_article) for word in words) == reasons.signals.article
        assert coverage((word.rarity, word.in_article) for word in words) == reasons.signals.rare
        assert reasons.passages[0].score == reasons.signals.score
        assert refusal.decide(reasons.signals) == reasons.decision
        for passage in reasons.passages:
            parts = [score for _, score in passage.fields]
            assert sum(parts) / len(parts) == pytest.approx(passage.score)
            assert passage.start <= passage.sentence.start < passage.sentence.end <= passage.end


def test_passages_are_those_of_a_search(retriever: Retriever) -> None:
    question = "Was kostet die Brücke der Stadt Lindau?"
    (reasons,) = retriever.explain(question).reasons
    hits = retriever.search(question, limit=len(reasons.passages))
    assert [(each.start, each.end, each.score) for each in reasons.passages] == [
        (hit.start, hit.end, hit.score) for hit in hits
    ]
    assert len(hits) > 1


def test_words_are_found_missing_or_elsewhere(retriever: Retriever) -> None:
    (reasons,) = retriever.explain("Widersprach Meyer der Ingenieurin vom Mond?").reasons
    where = {word.written: (word.is_in_sentence, word.is_in_article) for word in reasons.words}
    assert where["Meyer"] == (True, True)
    assert where["Ingenieurin"] == (False, True)
    assert where["Mond"] == (False, False)


@pytest.mark.parametrize(
    ("question", "veto"),
    [
        ("Wie viele Einwohner hat die Astronautensiedlung bei Lindau?", Veto.RARE_WORDS),
        ("Wann widersprach Bürgermeisterin Meyer?", Veto.NO_OFFER),
    ],
)
def test_a_veto_is_named_and_keeps_below_the_line(retriever: Retriever, question: str, veto: Veto) -> None:
    explanation = retriever.explain(question)
    decision = explanation.reasons[0].decision
    assert decision
    assert explanation.refusal
    assert veto in decision.vetoes
    assert decision.probability < explanation.refusal.answer
    assert not decision.answered


def test_each_question_of_a_message_has_its_reasons(retriever: Retriever) -> None:
    explanation = retriever.explain("Was kostet die Brücke? Und wer gewann die Weltmeisterschaft?")
    assert [each.text for each in explanation.reasons] == [
        "Was kostet die Brücke",
        "Und wer gewann die Weltmeisterschaft",
    ]
    assert [bool(each.decision and each.decision.answered) for each in explanation.reasons] == [True, False]


def test_what_occurs_nowhere_has_words_but_no_passages(retriever: Retriever) -> None:
    (reasons,) = retriever.explain("xyz?").reasons
    assert [word.written for word in reasons.words] == ["xyz"]
    assert (reasons.passages, reasons.signals, reasons.decision) == ((), None, None)


def test_a_model_that_never_refuses_has_no_decision(bridge: Article) -> None:
    explanation = Retriever([bridge], Model(refusal=None)).explain("Was kostet der Mond bei Lindau?")
    assert (explanation.refusal, explanation.reasons[0].decision) == (None, None)
    assert explanation.answer.found


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
