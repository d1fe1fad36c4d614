"""What a reader says of an article: of windows around the sentences that were ranked best for a question."""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence
from typing import NamedTuple

from content.normalization import normalize
from retrieval.base.failsafe_cache import FailsafeCache
from retrieval.base.spans import Span
from retrieval.index.parsed_article import Sentence
from retrieval.query.query import Query
from retrieval.reader import Reader, WindowReading
from retrieval.reader.windows import Segment
from retrieval.scoring.decision.verdict import Verdict
from retrieval.scoring.search_result import SearchResult

_log = logging.getLogger(__name__)

# At most so many windows of an article are read. Each of these makes refusals and the order of sentences better.
MOST = 4

# No further window is read once one has this logit: the first sentence is then as often right as if all were read.
_ENOUGH = 3.0

# What was read for the last questions is remembered: who turns the pages of an answer asks the same one again.
_REMEMBERED = 16


class ReadWindow(NamedTuple):
    """A window of an article: whole sentences that follow each other, the logit that it answers, what answers in it.

    `answer` is as the reader's tokenizer spells it; empty: it sees none.
    """

    sentences: tuple[Sentence, ...]
    logit: float
    answer: str

    @property
    def span(self) -> Span:
        """Where it stands in its article."""
        return Span(self.sentences[0].span.start, self.sentences[-1].span.end)

    @property
    def answering(self) -> Sentence | None:
        """The first sentence that the answer stands in; None: it stands in none alone."""
        answer = _letters(self.answer)
        return next((each for each in self.sentences if answer and answer in _letters(each.text)), None)

    @property
    def likelihood(self) -> float:
        """How likely it is that the window answers, 0 to 1."""
        return likelihood_of(self.logit)


class ReadingLines(NamedTuple):
    """From which logit of the best window on it is an answer, and from which on it is shown as what comes nearest."""

    answer: float
    none: float

    def verdict(self, logit: float) -> Verdict:
        """What this logit comes to."""
        if logit < self.none:
            return Verdict.NONE
        return Verdict.ANSWER if logit >= self.answer else Verdict.NEAREST


class ReadingLinesByLanguage(NamedTuple):
    """For German and for English articles, and for questions in another language than the article.

    By their codes: what a reader learnt of one language is not as sure in another.
    """

    de: ReadingLines
    en: ReadingLines
    foreign: ReadingLines

    def of(self, language: str, *, foreign: bool) -> ReadingLines:
        """Those for a question to an article in this language; `foreign`: it is in another one."""
        lines: ReadingLines = self.foreign if foreign else getattr(self, language)
        return lines


# Lines that refuse nothing: no logit is as low.
ALL_IS_AN_ANSWER = ReadingLinesByLanguage(*(ReadingLines(answer=-100.0, none=-100.0),) * 3)


class WindowReader:
    """Has a reader read windows. Thread-safe, as readers are.

    `reads_all`: for each question as many as may be, to fit what decides about them.
    """

    def __init__(self, reader: Reader, *, reads_all: bool = False) -> None:
        self._reader = reader
        self.reads_all = reads_all
        # By the question, as what was found for it is put in another order when it was read.
        self._read: FailsafeCache[tuple[Query, Sentence, float], tuple[ReadWindow, ...]] = FailsafeCache(
            _REMEMBERED,
            _log,
            fails="Until the reader works again, cosines alone decide what is an answer",
            works="The reader works again.",
        )
        self.name = reader.name

    @property
    def unanswered(self) -> int:
        """How many questions the reader failed to read for."""
        return self._read.failures

    def suspend(self, seconds: float) -> None:
        """Reads nothing for so long."""
        self._read.suspend(seconds)

    def read(self, found: SearchResult, sentence: Sentence, answer: float) -> tuple[ReadWindow, ...]:
        """The windows around the sentence and around the next best ones of its article, up to a sure answer.

        That has a logit of `answer` or more, and of 3 at least. None, when the reader does not read them, which
        `unanswered` counts.
        """
        enough = math.inf if self.reads_all else max(answer, _ENOUGH)
        return self._read.get((found.query, sentence, enough), lambda: self._make(found, sentence, enough)) or ()

    def _make(self, found: SearchResult, sentence: Sentence, enough: float) -> tuple[ReadWindow, ...]:
        sentences = found.index_of(sentence).parsed.sentences
        ranked = [sentence, *(each for each in found.ranked if each is not sentence and _is_beside(each, sentence))]
        numbers = [each.number for each in ranked[: 3 * MOST]]
        text = found.query.question.written
        readings = self._reader.read(text, _segments(sentences, numbers), numbers, MOST, enough)
        return tuple(_window(sentences, reading) for reading in readings)


def likelihood_of(logit: float) -> float:
    """The logistic function."""
    return 1 / (1 + math.exp(-max(-500.0, min(500.0, logit))))


def _is_beside(one: Sentence, other: Sentence) -> bool:
    return one.passage.article is other.passage.article


def _segments(sentences: Sequence[Sentence], numbers: Sequence[int]) -> dict[int, Segment]:
    """The sentences of these numbers and those beside them."""
    needed = {at for number in numbers for at in (number - 1, number, number + 1) if 0 <= at < len(sentences)}
    text = sentences[0].passage.article.text
    ends = [*(sentence.span.start for sentence in sentences[1:]), len(text)]
    return {at: Segment(sentences[at].text, text[sentences[at].span.end : ends[at]]) for at in sorted(needed)}


def _window(sentences: Sequence[Sentence], reading: WindowReading) -> ReadWindow:
    return ReadWindow(tuple(sentences[reading.first : reading.last + 1]), reading.logit, reading.answer)


def _letters(text: str) -> str:
    """What two ways of spelling a text have in common: the tokenizer changes blanks and compatible letters."""
    return "".join(normalize("NFKC", text).casefold().split())
