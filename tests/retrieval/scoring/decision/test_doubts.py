"""What speaks against a sentence as an answer, though words speak for it."""

from __future__ import annotations

import pytest

from retrieval import Verdict
from retrieval.scoring.decision.answerability import decide, formula_for, signals_of
from retrieval.scoring.decision.doubts import Doubt, doubts_of
from retrieval.scoring.search_result import SearchResult
from retrieval.scoring.searcher import Searcher
from tests.support.retrieval.queries import article_of, query_of

# A question, a sentence that offers what it asks for, one that does not, and what is said of that.
KINDS = [
    ("Wann kam die Brücke?", "Die Brücke kam im Mai 1999.", "Die Brücke kam über den Rhein.", Doubt.NO_DATE),
    ("Wie viele Brücken kamen?", "Zwölf neue Brücken kamen.", "Die neuen Brücken kamen.", Doubt.NO_NUMBER),
]


def found(question: str, *passages: str) -> SearchResult:
    result = Searcher([article_of(*passages)], None).find(query_of(question), 8)
    assert result is not None
    return result


@pytest.mark.parametrize(("question", "offers", "lacks", "doubt"), KINDS)
def test_a_sentence_that_lacks_what_is_asked_for_is_doubted(
    question: str, offers: str, lacks: str, doubt: Doubt
) -> None:
    result = found(question, offers, lacks)
    doubts = {sentence.text: doubts_of(result, sentence) for sentence in result.sentences}
    assert doubt in doubts[lacks]
    assert doubt not in doubts[offers]


@pytest.mark.parametrize(("question", "offers", "lacks", "doubt"), KINDS)
def test_what_is_doubted_is_the_nearest_at_the_most(question: str, offers: str, lacks: str, doubt: Doubt) -> None:
    for sentence, verdict in ((offers, Verdict.ANSWER), (lacks, Verdict.NEAREST)):
        result = found(question, sentence)
        decision = decide(result)
        assert decision.likelihood >= formula_for(signals_of(result, result.ranked[0])).answer
        assert (doubt in decision.doubts) is (sentence == lacks)
        assert decision.verdict is verdict


@pytest.mark.parametrize(("question", "offers", "lacks", "doubt"), KINDS)
def test_a_doubt_takes_no_sentence_away(question: str, offers: str, lacks: str, doubt: Doubt) -> None:
    result = found(question, lacks)
    assert [sentence.text for sentence in result.ranked] == [lacks]
    assert doubt in decide(result).doubts
    assert {sentence.text for sentence in found(question, offers, lacks).ranked} == {offers, lacks}


def test_each_doubt_is_told_once() -> None:
    result = found("Wann und wann genau kam die Brücke?", "Die Brücke kam über den Rhein.")
    doubts = decide(result).doubts
    assert len(doubts) == len(set(doubts)) > 0
