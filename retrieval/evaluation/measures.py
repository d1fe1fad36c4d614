"""Measuring retrieval on questions whose answers are known; nothing here knows how a retriever works."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple

from retrieval.evaluation.evaluation_run import EvaluationRun, Miss, Progress, QuestionResult, ignore_progress
from retrieval.evaluation.retrievers import RetrievalMode, RetrieverSet
from retrieval.evaluation.sets.question_sets import QuestionSet
from retrieval.index.passage_index import Progress as Encoding
from retrieval.scoring.decision.verdict import Verdict

# The figures of a report in their order, each by a name that the head of a table has room for.
TITLES = {
    "questions": "n",
    "library_r1": "libR@1",
    "library_mrr": "libMRR",
    "article_r1": "artR@1",
    "typo_r1": "typo",
    "quote_1": "q1",
    "quote_2": "q2",
    "quote_3": "q3",
    "shown": "shown",
    "denied": "denied",
    "wrong_refusals": "wrong",
    "refused_random": "random",
    "refused_similar": "simil.",
    "refused_removed": "remov.",
    "refused_impossible": "near",
    "median_ms": "ms",
}


class UnansweredCount(NamedTuple):
    """How many were refused, of how many."""

    refused: int
    asked: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured on a set, in which mode (`RetrievalMode.name`); shares from 0 to 1, None: nothing to measure.

    Of answerable questions: `library_*` and `typo_r1` search all articles in the language, `article_r1` and the others
    only the question's own. A passage is right in a paragraph that answers, a quote when it covers an answer.
    `quote_1`, `quote_2` and `quote_3` are right first quotes of answers of so many sentences; nothing else than an
    answer counts. `shown` are right first quotes of two sentences, called an answer or the nearest; `denied` are those
    of which it is said that the article does not answer; `wrong_refusals` are not answered: denied, or only the nearest
    shown.

    Of others: `refused_*` are those not answered, by where they were asked; `refused_impossible` are questions
    of the article itself that it does not answer, near-misses, and `near_misses` the same by their kinds.

    `median_ms` is what an answer takes. `unencoded` is how many questions got no vector in time and were answered by
    their words alone: then what is measured is not what it is called.
    """

    name: str
    way: str
    questions: int
    library_r1: float | None
    library_mrr: float | None
    article_r1: float | None
    typo_r1: float | None
    quote_1: float | None
    quote_2: float | None
    quote_3: float | None
    shown: float | None
    denied: float | None
    wrong_refusals: float | None
    refused_random: float | None
    refused_similar: float | None
    refused_removed: float | None
    refused_impossible: float | None
    median_ms: float | None
    near_misses: Mapping[str, UnansweredCount]
    unencoded: int
    misses: tuple[Miss, ...]

    def figures(self) -> dict[str, float | None]:
        """The figures alone, in the order of `TITLES`."""
        return {name: getattr(self, name) for name in TITLES}

    def as_json(self) -> dict[str, object]:
        """All of it, for `json.dumps`."""
        near_misses = {kind: refused._asdict() for kind, refused in self.near_misses.items()}
        return {**asdict(self), "near_misses": near_misses}


def evaluate(
    questions: QuestionSet, way: RetrievalMode, *, progress: Progress = ignore_progress, encoding: Encoding = iter
) -> Report:
    """Asks every question of the set in this way, and reports what came of it.

    `encoding` goes through the articles whose vectors have to be made first, `progress` is called after each question.

    Raises:
        EncoderUnavailable: the way has an encoder that cannot be used.
    """
    before = way.vectors.unanswered if way.vectors else 0
    rows = list(EvaluationRun(questions, RetrieverSet(questions.articles, way, encoding)).rows(progress))
    unencoded = way.vectors.unanswered - before if way.vectors else 0
    answerable = [row for row in rows if row.answerable]
    near_misses = [row for row in rows if not row.answerable]
    return Report(
        name=questions.name,
        way=way.name,
        questions=len(rows),
        library_r1=_mean(_is_first(row.ranks.library) for row in answerable),
        library_mrr=_mean(row.ranks.library for row in answerable),
        article_r1=_mean(_is_first(row.ranks.article) for row in answerable),
        typo_r1=_mean(_is_first(row.ranks.typo) for row in answerable),
        quote_1=_mean(row.quotes[0] for row in answerable),
        quote_2=_mean(row.quotes[1] for row in answerable),
        quote_3=_mean(row.quotes[2] for row in answerable),
        shown=_mean(row.shown for row in answerable),
        denied=_mean(row.verdict is Verdict.NONE for row in answerable),
        wrong_refusals=_mean(_is_refused(row) for row in answerable),
        refused_random=_mean(row.refusals.random for row in answerable),
        refused_similar=_mean(row.refusals.similar for row in answerable),
        refused_removed=_mean(row.refusals.removed for row in answerable),
        refused_impossible=_mean(_is_refused(row) for row in near_misses),
        median_ms=round(statistics.median(row.milliseconds for row in rows), 1) if rows else None,
        near_misses=_by_kind(near_misses),
        unencoded=unencoded,
        misses=tuple(row.miss for row in rows if row.miss),
    )


def _is_first(reciprocal_rank: float | None) -> bool | None:
    return None if reciprocal_rank is None else reciprocal_rank == 1


def _is_refused(row: QuestionResult) -> bool:
    return row.verdict is not Verdict.ANSWER


def _by_kind(rows: Sequence[QuestionResult]) -> dict[str, UnansweredCount]:
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.kind:
            by_kind[row.kind].append(_is_refused(row))
    return {kind: UnansweredCount(sum(refused), len(refused)) for kind, refused in sorted(by_kind.items())}


def _mean(values: Iterable[float | None]) -> float | None:
    """The mean of those values that there are."""
    known = [value for value in values if value is not None]
    return round(sum(known) / len(known), 4) if known else None
