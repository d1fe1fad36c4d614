"""Why an answer is as it is: what was asked, where it was found, how it was decided."""

from __future__ import annotations

from dataclasses import dataclass

from content import Article, Paragraph
from retrieval.answers import Answer
from retrieval.evidence import HAD
from retrieval.refusal import Decision, Refusal, Signals
from retrieval.spans import Span


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word that says what the question is about, and how much of it was found, 0 to 1.

    `start` and `end` are its place in the message, in code points, end exclusive; `written` is what stands there.
    `weight` is what it counts; `rarity` the same times how rare it is in the article. `in_sentence` is how much of it
    the best sentence has, `in_article` the article.
    """

    written: str
    start: int
    end: int
    weight: float
    rarity: float
    in_sentence: float
    in_article: float

    @property
    def is_in_sentence(self) -> bool:
        """Whether the best sentence has it, for the most part."""
        return self.in_sentence >= HAD

    @property
    def is_in_article(self) -> bool:
        """Whether the article has it, for the most part."""
        return self.in_article >= HAD


@dataclass(frozen=True, eq=False, slots=True)
class RankedPassage:
    """A passage and its score, which can be compared with the others of its question only.

    `start` and `end` are code points of the article's text, end exclusive. `score` is above 0, a passage that has
    every term about as often as its length makes likely is near 1. `fields` are the names of the fields
    (`retrieval.fields`), each with its part: `score` is their mean. `sentence` is its best sentence, and
    `sentence_score` what the best sentence of an answer is chosen by; these compare across passages.
    """

    article: Article
    paragraph: Paragraph
    start: int
    end: int
    score: float
    fields: tuple[tuple[str, float], ...]
    sentence: Span
    sentence_score: float


@dataclass(frozen=True, eq=False, slots=True)
class Reasons:
    """What was found for one question of a message.

    `text` is that question as it was written. `passages` are the best first; none when no word of it occurs, then
    `signals` and `decision` are None. `decision` is None also for a model that never refuses.
    """

    text: str
    words: tuple[AskedWord, ...]
    passages: tuple[RankedPassage, ...]
    signals: Signals | None
    decision: Decision | None


@dataclass(frozen=True, eq=False, slots=True)
class Explanation:
    """An answer and the reasons for it, one for each question of the message, in order.

    `refusal` holds the line that a decision's probability has to reach, `refusal.answer`; None: there always is an
    answer. Who says a quote, and the rule that found it, stands in the quote's attributions.
    """

    answer: Answer
    refusal: Refusal | None
    reasons: tuple[Reasons, ...]
