"""What the decision to answer goes by, observed where it is known whether the article answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.answering.retriever import Retriever
from retrieval.evaluation.evaluation_run import Progress, ignore_progress
from retrieval.evaluation.retrievers import RetrievalMode, RetrieverSet
from retrieval.evaluation.sets.question_sets import QuestionSet
from retrieval.index.passage_index import Progress as Encoding
from retrieval.scoring.decision.answerability import Signals


class Observation(NamedTuple):
    """A question that was asked of an article. `signals` is None when nothing was found.

    `doubted`: the best sentence does not offer what is asked for, so it is no answer, however likely.
    """

    signals: Signals | None
    doubted: bool


@dataclass(frozen=True, eq=False, slots=True)
class ObservationSet:
    """Those of a set. `similar` are answerable questions that were asked of the most similar other article."""

    name: str
    foreign: bool
    answerable: Sequence[Observation]
    near_misses: Sequence[Observation] = ()
    similar: Sequence[Observation] = ()


def observe(
    questions: QuestionSet, way: RetrievalMode, *, progress: Progress = ignore_progress, encoding: Encoding = iter
) -> ObservationSet:
    """Asks the questions of a set; `progress` and `encoding` as in `retrieval.evaluation.measures.evaluate`.

    Raises:
        EncoderUnavailable: the way has an encoder that cannot be used.
    """
    retrievers = RetrieverSet(questions.articles, way, encoding)
    answerable: list[Observation] = []
    near_misses: list[Observation] = []
    similar: list[Observation] = []
    done = 0
    for entry in questions.articles:
        for question in entry.questions:
            observed = _observation(retrievers.alone(entry.article), question.text)
            (answerable if question.answerable else near_misses).append(observed)
            if question.answerable and (other := retrievers.most_similar(entry.article, question.text)):
                similar.append(_observation(retrievers.alone(other), question.text))
            done += 1
            progress(done, len(questions))
    return ObservationSet(questions.name, questions.foreign, answerable, near_misses, similar)


def _observation(retriever: Retriever, question: str) -> Observation:
    """That of the message's first question, if it asks several."""
    reasons = retriever.explain(question).reasons[0]
    return Observation(reasons.signals, bool(reasons.decision.doubts))
