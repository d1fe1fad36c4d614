"""What a question gets: passages from a search, quotes from an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from content import Article, Paragraph
from retrieval.answering.excerpts import QuoteBudget
from retrieval.base.spans import Span
from retrieval.query.follow_up_intent import FollowUpIntent
from retrieval.query.topic import Topic
from retrieval.quotes.quote import Quote
from retrieval.scoring.decision.answerability import Decision
from retrieval.scoring.decision.verdict import Verdict
from retrieval.scoring.premises.part import UnsupportedPart


class Hit(NamedTuple):
    """A passage that a search found.

    `start` and `end` are code points of `article.text`, end exclusive, within `paragraph`. `score` orders the hits of
    one search, higher first; it may be below 0, and cannot be compared between searches.
    """

    article: Article
    paragraph: Paragraph
    start: int
    end: int
    score: float


@dataclass(frozen=True, eq=False, slots=True)
class Answer:
    """The outcome of a message that asks a question, or several.

    `verdict`: the articles answer it; or something comes nearest and may be what is meant; or they do not answer.
    `quotes` then holds one to three quotes, best first; the nearest one; none. When a message asks several, one that is
    answered is enough: the best quote for each answered question comes first, in the order of the questions (unless it
    stands in one before it), then the second best. `subject` are the words of the message that say what it is about, as
    they were written; empty when it asks about nothing ("Hallo!", "👍"). `language` is the ISO 639-1 code of the
    language that it is asked in: where that is in doubt, that of the article that is quoted.

    `equally_good` is how many of the first quotes answer about as well, each from an article of its own, the newest
    first: mostly 1. The articles may contradict each other. `answered_questions` is how many of the message's questions
    the first quotes answer, one each: mostly 1, too.

    `follow_up` tells that the message has no subject of its own, and how it leans on the quote that it was about; None:
    it was answered as any question is. Without such a quote it is told, too, but nothing is answered.

    `topic` is what the message is about instead of the text; None: it asks the text. Then `found` is whether that is
    known of the article, never so for small talk, and of several articles only for one that is replied to; the only
    quote is an overview's, the article's lead, and `subject` is empty.
    `unsupported_parts` are what the message takes for given and nothing in the articles supports, in order: names,
    figures, who did what to whom, negations, opposites. What they have instead is in the first quote's article.
    `decision` is what the verdict comes from, of the first question that has it; None: nothing was looked up.
    `by_words_alone`: there was no vector to compare by meaning then. `quote_within` gives the same answer with other
    quotes; None: they are not of what was looked up.
    """

    question: str
    verdict: Verdict
    quotes: tuple[Quote, ...]
    subject: tuple[str, ...]
    follow_up: FollowUpIntent | None = None
    language: str = ""
    equally_good: int = 1
    answered_questions: int = 1
    topic: Topic | None = None
    unsupported_parts: tuple[UnsupportedPart, ...] = ()
    decision: Decision | None = None
    by_words_alone: bool = False
    quote_within: Callable[[QuoteBudget], Answer] | None = field(default=None, repr=False)

    @property
    def is_provisional(self) -> bool:
        """Whether it is by words alone, or unread: with an encoder and a reader the next one may be another."""
        return self.by_words_alone or (self.decision is not None and self.decision.is_unread)

    @property
    def found(self) -> bool:
        """Whether the articles answer."""
        return self.verdict is Verdict.ANSWER

    def shortened(self, max_sentences: int, max_chars: int) -> Answer:
        """The same answer in quotes of at most so many sentences and characters, as in `Retriever.answer`.

        Nothing is looked up again for it. Quotes that were not looked up (an overview's, or from around another quote)
        stay as they are.
        """
        if self.quote_within is None:
            return self
        return replace(self.quote_within(QuoteBudget(max_sentences, max_chars)), language=self.language)

    @property
    def unsupported(self) -> tuple[Span, ...]:
        """Where these parts stand in the question, in code points."""
        return tuple(part.span for part in self.unsupported_parts)
