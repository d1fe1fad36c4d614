"""Measuring a retriever on questions whose answers are known.

`evaluate` scores a file in SQuAD's format; nothing in it knows how the retriever works.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass

from content import Article
from retrieval.evaluation.squad import GoldArticle, GoldQuestion
from retrieval.evaluation.typing_errors import with_typing_error
from retrieval.model import FULL, Model
from retrieval.quotes import Quote
from retrieval.retriever import Retriever
from retrieval.spans import Span

# How long a quote of one, two and three sentences may be, in code points.
BUDGETS = {1: 300, 2: 450, 3: 600}

_SEED = 7
_DEEPEST = 10

Progress = Callable[[int, int], None]


def unheard(_done: int, _total: int) -> None:
    """Progress that nobody is told of."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely the retriever held an answer to be, by its own formula, wherever one question was asked.

    None: it was not asked there. `answerable`: asked of its own article, which answers it. `random`, `similar`: of
    another article, drawn at random or the one that the search finds nearest. `removed`: of its own without the
    paragraph that answers it. `impossible`: of its own article, which does not answer it.
    """

    answerable: float | None = None
    random: float | None = None
    similar: float | None = None
    removed: float | None = None
    impossible: float | None = None


@dataclass(frozen=True, slots=True)
class Miss:
    """A question whose first quote, of one sentence, does not hold the answer. `quoted` is empty for a refusal."""

    article: str
    question: str
    answer: str
    quoted: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured; shares from 0 to 1, None where nothing was there to measure.

    `library_*` and `typo_r1` search all articles, `article_r1` and `quote_*` only the question's own. A quote counts
    when it covers the exact span of the answer; a refusal never does. `refused_*` are shares of refused questions,
    by where they were asked (`Chances`); `refused_own` are wrong refusals.
    """

    questions: int
    library_r1: float
    library_mrr: float
    article_r1: float
    typo_r1: float
    quote_1: float
    quote_2: float
    quote_3: float
    refused_own: float
    refused_random: float | None
    refused_similar: float | None
    refused_removed: float | None
    refused_impossible: float | None
    median_ms: float
    misses: tuple[Miss, ...]
    chances: tuple[Chances, ...]

    def shares(self) -> dict[str, float | None]:
        """The figures alone, in their order."""
        return {name: value for name, value in asdict(self).items() if name not in ("misses", "chances")}

    def to_json(self) -> str:
        """The figures and the misses as JSON."""
        return json.dumps(
            {**self.shares(), "misses": [asdict(miss) for miss in self.misses]}, ensure_ascii=False, indent=2
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """What one question got."""

    library: int | None
    article: int | None
    typo: int | None
    quotes: dict[int, bool]
    refused: dict[str, bool]
    chances: Chances
    miss: Miss | None
    milliseconds: float


def evaluate(
    gold: Sequence[GoldArticle],
    model: Model = FULL,
    *,
    refusals: bool = True,
    progress: Progress = unheard,
) -> Report:
    """Asks every question of the articles and reports what came of it.

    `refusals` False leaves out what is asked where no answer is, which takes most of the time. `progress` is called
    after each question with how many are done and how many there are.
    """
    return _report(list(_Examination(gold, model, refusals).rows(progress)))


class _Examination:
    def __init__(self, gold: Sequence[GoldArticle], model: Model, refusals: bool) -> None:
        self._gold = gold
        self._model = model
        self._refusals = refusals
        self._chance = random.Random(_SEED)  # noqa: S311 - drawn to be repeatable, not to be secret
        self._library = Retriever([entry.article for entry in gold], model)
        self._alone = {id(entry.article): Retriever([entry.article], model) for entry in gold}

    def rows(self, progress: Progress) -> Iterator[_Row]:
        total = sum(len(entry.questions) for entry in self._gold)
        done = 0
        for entry in self._gold:
            without: dict[int, Retriever | None] = {}
            for question in entry.questions:
                if self._refusals and question.paragraph not in without:
                    rest = entry.without(question.paragraph)
                    without[question.paragraph] = Retriever([rest], self._model) if rest else None
                yield self._row(entry, question, without.get(question.paragraph))
                done += 1
                progress(done, total)

    def _row(self, entry: GoldArticle, question: GoldQuestion, rest: Retriever | None) -> _Row:
        own = self._alone[id(entry.article)]
        began = time.perf_counter()
        answers = {k: own.answer(question.text, max_sentences=k, max_chars=limit) for k, limit in BUDGETS.items()}
        spent = 1000 * (time.perf_counter() - began) / len(BUDGETS)
        kind = "answerable" if question.answers else "impossible"
        asked = {kind: own, **(self._elsewhere(entry, question, rest) if self._refusals and question.answers else {})}
        quotes = {
            k: answer.found and any(_covers(answer.quotes[0], gold) for gold in question.answers)
            for k, answer in answers.items()
        }
        first = answers[1].quotes[0].text if answers[1].found else ""
        return _Row(
            library=self._place(self._library, entry, question, question.text),
            article=self._place(own, entry, question, question.text),
            typo=self._place(self._library, entry, question, with_typing_error(question.text, self._chance)),
            quotes=quotes,
            refused={where: not retriever.answer(question.text).found for where, retriever in asked.items()},
            chances=Chances(**{where: self._likely(retriever, question) for where, retriever in asked.items()}),
            miss=None if quotes[1] or not question.answers else _miss(entry.article, question, first),
            milliseconds=spent,
        )

    def _elsewhere(self, entry: GoldArticle, question: GoldQuestion, rest: Retriever | None) -> dict[str, Retriever]:
        """The retrievers that have no answer to the question, by kind."""
        others = [other.article for other in self._gold if other is not entry]
        found: dict[str, Retriever] = {"removed": rest} if rest else {}
        if others:
            drawn = self._chance.choice(others)
            hits = self._library.search(question.text, limit=50)
            similar = next((hit.article for hit in hits if hit.article is not entry.article), drawn)
            found |= {"random": self._alone[id(drawn)], "similar": self._alone[id(similar)]}
        return found

    def _likely(self, retriever: Retriever, question: GoldQuestion) -> float:
        signals = retriever.signals(question.text)
        refusal = self._model.decides(signals) or FULL.decides(signals)
        return refusal.probability(signals) if refusal else 1.0

    def _place(self, retriever: Retriever, entry: GoldArticle, question: GoldQuestion, text: str) -> int | None:
        """The place, from 0, of the first hit in the paragraph that answers; None when the first ten have none."""
        gold = entry.article.paragraphs[question.paragraph]
        for place, hit in enumerate(retriever.search(text, limit=_DEEPEST)):
            if hit.article is entry.article and gold.start <= (hit.start + hit.end) // 2 < gold.end:
                return place
        return None


def _covers(quote: Quote, gold: Span) -> bool:
    return any(span.covers(gold) for span in quote.spans)


def _miss(article: Article, question: GoldQuestion, quoted: str) -> Miss:
    start, end = question.answers[0]
    return Miss(article.title, question.text, article.text[start:end], quoted)


def _report(rows: Sequence[_Row]) -> Report:
    answerable = [row for row in rows if row.chances.answerable is not None]
    return Report(
        questions=len(rows),
        library_r1=_share([row.library == 0 for row in answerable]) or 0.0,
        library_mrr=_mean([0.0 if row.library is None else 1 / (row.library + 1) for row in answerable]) or 0.0,
        article_r1=_share([row.article == 0 for row in answerable]) or 0.0,
        typo_r1=_share([row.typo == 0 for row in answerable]) or 0.0,
        quote_1=_share([row.quotes[1] for row in answerable]) or 0.0,
        quote_2=_share([row.quotes[2] for row in answerable]) or 0.0,
        quote_3=_share([row.quotes[3] for row in answerable]) or 0.0,
        refused_own=_refused(rows, "answerable") or 0.0,
        refused_random=_refused(rows, "random"),
        refused_similar=_refused(rows, "similar"),
        refused_removed=_refused(rows, "removed"),
        refused_impossible=_refused(rows, "impossible"),
        median_ms=round(statistics.median(row.milliseconds for row in rows), 3) if rows else 0.0,
        misses=tuple(row.miss for row in rows if row.miss),
        chances=tuple(row.chances for row in rows),
    )


def _refused(rows: Sequence[_Row], where: str) -> float | None:
    return _share([row.refused[where] for row in rows if where in row.refused])


def _share(found: Sequence[bool]) -> float | None:
    return _mean([float(each) for each in found])


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None
