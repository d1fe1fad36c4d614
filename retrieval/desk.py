"""The reference desk: what is found on all shelves for the questions of a message, and what is answered to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from retrieval.answers import Answer
from retrieval.excerpts import Budget
from retrieval.inquiry import Inquiry
from retrieval.model import Model
from retrieval.question import Question, QuestionReader
from retrieval.quotes import Quote
from retrieval.refusal import Decision, Signals
from retrieval.shelf import Found, Shelf
from retrieval.surroundings import Surroundings

# How many passages are looked at for quotes.
CANDIDATES = 8

# What a passage counts in the language that it is asked in, where one in another counts 1: those score a little higher,
# as each word is sought in several ways. Of 1,264 questions in German and English to XQuAD's articles, half of them in
# each language, 1,170 then get a quote from the right one and 30 from a wrong one, not 1,165 and 35.
_OWN = 1.2


class Desk:
    """Looks questions up that name what they are about."""

    def __init__(self, shelves: Sequence[Shelf], reader: QuestionReader, model: Model) -> None:
        self._shelves = shelves
        self._reader = reader
        self._model = model

    def read(self, message: str) -> tuple[Question, ...]:
        """The questions of a message, at least one."""
        return self._reader.read(message)

    def answer(
        self,
        message: str,
        asked: Sequence[Question],
        budget: Budget,
        limit: int,
        near: Surroundings | None = None,
    ) -> Answer:
        """The answer to the questions of a message, in at most `limit` quotes. What is `near` to a quote helps."""
        return concluded(message, self.inquiries(asked, limit, near), budget, limit)

    def inquiries(self, asked: Sequence[Question], limit: int = 1, near: Surroundings | None = None) -> list[Inquiry]:
        """What is found for each question of a message, and whether it answers."""
        found = ((question, self.find(question, limit, near)) for question in asked)
        inquiries = [Inquiry(question, best, self._decided(best)) for question, best in found]
        alone, best = inquiries[0], inquiries[0].found
        # Of several questions each has its own first quote already; what follows on a quote stays with its article.
        if best and alone.answered and near is None and len(inquiries) == 1:
            return [replace(alone, abreast=best.abreast(self._answers))]
        return inquiries

    def find(self, question: Question, limit: int = 1, near: Surroundings | None = None) -> Found | None:
        """What is found on the shelf that has the best passage, of those that answer, if any does.

        For more than a few quotes, it is found in more passages.
        """
        each = (shelf.find(question, max(CANDIDATES, limit), near) for shelf in self._shelves)
        found = [one for one in each if one]
        if len(found) > 1:
            found = [one for one in found if self._answers(one.evidence.signals)] or found
        return max(found, key=_worth, default=None)

    def _answers(self, signals: Signals) -> bool:
        refusal = self._model.decides(signals)
        return refusal is None or refusal.decide(signals).answered

    def _decided(self, found: Found | None) -> Decision | None:
        if found is None:
            return None
        signals = found.evidence.signals
        refusal = self._model.decides(signals)
        return refusal.decide(signals) if refusal else None


def _worth(found: Found) -> float:
    return found.score * (1.0 if found.asked.foreign else _OWN)


def concluded(message: str, inquiries: Sequence[Inquiry], budget: Budget, limit: int) -> Answer:
    """The answer to the message, given what is found for each of its questions."""
    subject = tuple(each.question.text[word.start : word.end] for each in inquiries for word in each.question.subject)
    if answered := [(each.found, each.abreast) for each in inquiries if each.found and each.answered]:
        quotes = _alternating([found.quotes(budget, limit, abreast) for found, abreast in answered], limit)
        equals = max(1, len(answered[0][1])) if len(inquiries) == 1 else 1
        return Answer(message, True, quotes, subject, abreast=min(equals, len(quotes)))
    near = [each.found for each in inquiries if each.found and each.near]
    return Answer(message, False, tuple(near[0].quotes(budget, 1)) if near else (), subject)


def _alternating(answers: Sequence[Sequence[Quote]], limit: int) -> tuple[Quote, ...]:
    """The best quote of each answer, then the second best of each, and so on; what was quoted is not repeated."""
    quotes: dict[tuple[object, ...], Quote] = {}
    for quote in chain.from_iterable(zip_longest(*answers)):
        if quote is not None:
            quotes.setdefault((id(quote.article), quote.spans), quote)
    return tuple(quotes.values())[:limit]
