"""Why an answer is as it is: what was asked, where it was found, how it was decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content import Article, Paragraph
from retrieval.analysis.terms import MOST, ngrams_of, terms_of
from retrieval.answering.answer import Answer
from retrieval.answering.answerer import Lookup
from retrieval.base.spans import Span
from retrieval.query.query import Query
from retrieval.scoring.decision.answerability import (
    Decision,
    DecisionModels,
    LogisticModel,
    Signals,
    best_logit,
    formula_for,
    lines_for,
)
from retrieval.scoring.decision.windows import ReadingLines, likelihood_of
from retrieval.scoring.decision.word_coverage import coverage
from retrieval.scoring.search_result import SearchResult


@dataclass(frozen=True, slots=True)
class SubjectWord:
    """A word that says what the question is about, and how much of it was found, 0 to 1.

    `start` and `end` are its place in the message, in code points, end exclusive; `written` is what stands there.
    `in_sentence` is how much of it the best sentence has, `in_article` the article.
    """

    written: str
    start: int
    end: int
    in_sentence: float
    in_article: float

    @property
    def is_in_sentence(self) -> bool:
        """Whether the best sentence has it, for the most part."""
        return self.in_sentence >= MOST

    @property
    def is_in_article(self) -> bool:
        """Whether the article has it, for the most part."""
        return self.in_article >= MOST


@dataclass(frozen=True, eq=False, slots=True)
class ExplainedPassage:
    """A passage and its score, which can be compared with the others of its question only.

    `start` and `end` are code points of the article's text, end exclusive. `score` is made of `words`, its share of the
    question's words, 0 to about 1, and of `meaning`, the mean of two cosines with it; None: without an encoder.
    `sentence` is its best sentence, and `sentence_score` what the best sentence of an answer is chosen by; these
    compare across passages.
    """

    article: Article
    paragraph: Paragraph
    start: int
    end: int
    score: float
    words: float
    meaning: float | None
    sentence: Span
    sentence_score: float


@dataclass(frozen=True, eq=False, slots=True)
class QuestionExplanation:
    """What was found for one question of a message.

    `text` is that question as it was written. `passages` are the best first; none when nothing was found, then
    `signals` and `formula` are None. `lines` are those that the logits of `decision.windows` are held against; None
    when nothing was read.
    """

    text: str
    words: tuple[SubjectWord, ...]
    passages: tuple[ExplainedPassage, ...]
    signals: Signals | None
    formula: LogisticModel | None
    lines: ReadingLines | None
    decision: Decision

    @property
    def borders(self) -> ReadingLines | None:
        """From how likely an answer on it is given as one, and from where on shown as what comes nearest.

        Likely by the reader where that decided, else by the formula; None when nothing was found.
        """
        if self.lines and self.decision.by_reading:
            return ReadingLines(*map(likelihood_of, self.lines))
        return ReadingLines(self.formula.answer, self.formula.none) if self.formula else None

    @property
    def likelihood(self) -> float:
        """How likely it is that the article answers, by what decided."""
        if self.decision.by_reading:
            return likelihood_of(best_logit(self.decision.windows))
        return self.decision.likelihood


@dataclass(frozen=True, eq=False, slots=True)
class Explanation:
    """An answer and the reasons for it, one for each question of the message, in order.

    Who says a quote, and the rule that found it, stands in the quote's attributions.
    """

    answer: Answer
    reasons: tuple[QuestionExplanation, ...]


def reasons_of(looked_up: Lookup, constants: DecisionModels) -> QuestionExplanation:
    """What was looked up for a question, and decided by these constants, for people to read."""
    question, found, signals = looked_up.question, looked_up.found, looked_up.decision.signals
    return QuestionExplanation(
        question.written,
        tuple(_words(Query(question), found)),
        tuple(_passages(found)) if found else (),
        signals,
        formula_for(signals, constants) if signals else None,
        lines_for(signals, constants) if signals and signals.reading is not None else None,
        looked_up.decision,
    )


def _words(query: Query, found: SearchResult | None) -> Iterator[SubjectWord]:
    in_sentence: list[str] = []
    in_article: list[str] = []
    if found:
        best = found.ranked[0]
        in_sentence = terms_of(best.tokens)
        in_article = [term for each in found.index_of(best).parsed.sentences for term in terms_of(each.tokens)]
    for token in {token.form: token for token in query.tokens}.values():
        terms = ngrams_of(token.key)
        written = query.question.text[token.start : token.end]
        yield SubjectWord(written, token.start, token.end, coverage(terms, in_sentence), coverage(terms, in_article))


def _passages(found: SearchResult) -> Iterator[ExplainedPassage]:
    for passage, words, meaning, score in found.passages:
        own = found.indexes[passage.article].parsed.of_passage(passage)
        best = max(own, key=found.sentences.__getitem__)
        yield ExplainedPassage(
            passage.article,
            passage.paragraph,
            *passage.span,
            score,
            words,
            meaning if meaning == meaning else None,  # noqa: PLR0124 - NaN: nothing gave it
            best.span,
            found.sentences[best],
        )
