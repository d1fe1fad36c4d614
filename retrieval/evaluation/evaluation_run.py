"""Asks the questions of a set wherever they can be asked: what each of them got, next to what is right."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from content import Article
from retrieval.answering.answer import Answer
from retrieval.answering.retriever import Retriever
from retrieval.base.spans import Span
from retrieval.evaluation.retrievers import RetrieverSet
from retrieval.evaluation.sets.question_sets import GoldArticle, GoldQuestion, QuestionSet
from retrieval.evaluation.sets.typing_errors import with_typing_error
from retrieval.quotes.quote import Quote
from retrieval.scoring.decision.verdict import Verdict

# How long a quote of one, two and three sentences may be, in code points. Of two, as answers are (`Retriever.answer`).
BUDGETS = {1: 300, 2: 450, 3: 600}
_USUAL = 2

# An answer of so many code points is covered by a quote of so many of them, or of half: nobody quotes a whole page.
_LONG = 100

_DEEPEST = 10
_SEED = 7

# How many are done, and how many there are.
Progress = Callable[[int, int], None]


def ignore_progress(_done: int, _total: int) -> None:
    """Progress that nobody is told of."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A question whose first quote, of one sentence, does not hold the answer. `quoted` is empty for a refusal."""

    article: str
    question: str
    answer: str
    quoted: str


class ReciprocalRanks(NamedTuple):
    """Reciprocal ranks of the first passage in a paragraph that answers; 0: beyond the tenth, None: not asked there.

    Among all articles, in its own, and of the question with a typing error among all.
    """

    library: float | None
    article: float | None
    typo: float | None


class UnansweredChecks(NamedTuple):
    """Whether those refused to answer that have no answer; None: not asked.

    An article drawn at random, the one that the search finds nearest, and its own without the paragraphs that answer.
    """

    random: bool | None = None
    similar: bool | None = None
    removed: bool | None = None


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What one question got; `verdict` is that of its own article.

    `quotes` says of answers of one, two and three sentences whether the first quote is right; `shown` whether it is, be
    it called an answer or the nearest. None: which words are right is not known.
    """

    answerable: bool
    kind: str
    verdict: Verdict
    ranks: ReciprocalRanks
    quotes: tuple[bool | None, ...]
    shown: bool | None
    refusals: UnansweredChecks
    milliseconds: float
    miss: Miss | None


class EvaluationRun:
    """Asks the questions of a set."""

    def __init__(self, questions: QuestionSet, retrievers: RetrieverSet) -> None:
        self._set = questions
        self._retrievers = retrievers
        self._chance = random.Random(_SEED)  # noqa: S311 - drawn to be repeatable, not to be secret

    def rows(self, progress: Progress = ignore_progress) -> Iterator[QuestionResult]:
        """What each question got, in order."""
        done = 0
        for entry in self._set.articles:
            for question in entry.questions:
                yield self._row(entry, question)
                done += 1
                progress(done, len(self._set))

    def _row(self, entry: GoldArticle, question: GoldQuestion) -> QuestionResult:
        own = self._retrievers.alone(entry.article)
        began = time.perf_counter()
        usual = own.answer(question.text, max_sentences=_USUAL, max_chars=BUDGETS[_USUAL])
        spent = 1000 * (time.perf_counter() - began)
        answers = [
            usual if k == _USUAL else own.answer(question.text, max_sentences=k, max_chars=limit)
            for k, limit in BUDGETS.items()
        ]
        first = bool(usual.quotes) and _is_right(usual.quotes[0], question)
        misses = question.answers and not _is_answered(answers[0], question)
        return QuestionResult(
            answerable=question.answerable,
            kind=question.kind,
            verdict=usual.verdict,
            ranks=self._ranks(entry.article, question),
            quotes=tuple(_is_answered(each, question) for each in answers)
            if question.answers
            else (None,) * len(answers),
            shown=usual.verdict is not Verdict.NONE and first if question.answers else None,
            refusals=self._refusals(entry, question),
            milliseconds=spent,
            miss=_miss(entry.article, question, answers[0]) if misses else None,
        )

    def _ranks(self, article: Article, question: GoldQuestion) -> ReciprocalRanks:
        """How well passages are found, where the right ones are known."""
        library = None if question.alone else self._retrievers.library(article)
        own = self._retrievers.alone(article) if len(article.paragraphs) > 1 else None
        mistyped = with_typing_error(question.text, self._chance)
        return ReciprocalRanks(
            _reciprocal_rank(library, question.text, article, question.places),
            _reciprocal_rank(own, question.text, article, question.places),
            _reciprocal_rank(library, mistyped, article, question.places),
        )

    def _refusals(self, entry: GoldArticle, question: GoldQuestion) -> UnansweredChecks:
        if not question.answerable:
            return UnansweredChecks()
        refusals = UnansweredChecks(removed=_refuses(self._retrievers.without(entry, question.places), question))
        if others := self._retrievers.other_articles(entry.article):
            drawn = self._chance.choice(others)
            similar = self._retrievers.most_similar(entry.article, question.text) or drawn
            refusals = refusals._replace(
                random=_refuses(self._retrievers.alone(drawn), question),
                similar=_refuses(self._retrievers.alone(similar), question),
            )
        return refusals


def _refuses(retriever: Retriever | None, question: GoldQuestion) -> bool | None:
    return None if retriever is None else not retriever.answer(question.text).found


def _reciprocal_rank(retriever: Retriever | None, text: str, article: Article, places: Sequence[Span]) -> float | None:
    if retriever is None or not places:
        return None
    for rank, hit in enumerate(retriever.search(text, limit=_DEEPEST), start=1):
        middle = (hit.start + hit.end) // 2
        if hit.article is article and any(start <= middle < end for start, end in places):
            return 1 / rank
    return 0.0


def _is_answered(answer: Answer, question: GoldQuestion) -> bool:
    return answer.found and bool(answer.quotes) and _is_right(answer.quotes[0], question)


def _is_right(quote: Quote, question: GoldQuestion) -> bool:
    return any(_covers(quote.spans, answer) for answer in question.answers)


def _covers(spans: Sequence[Span], answer: Span) -> bool:
    size = answer.end - answer.start
    if size <= _LONG:
        return any(span.covers(answer) for span in spans)
    return sum(max(0, min(answer.end, end) - max(answer.start, start)) for start, end in spans) >= min(_LONG, size / 2)


def _miss(article: Article, question: GoldQuestion, answer: Answer) -> Miss:
    start, end = question.answers[0]
    quoted = answer.quotes[0].text if answer.found and answer.quotes else ""
    return Miss(article.title, question.text, article.text[start:end], quoted)
