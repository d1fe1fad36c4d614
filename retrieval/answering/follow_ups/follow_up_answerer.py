"""Messages that follow on a quote, answered: from around it, or from elsewhere with its help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.answer import Answer
from retrieval.answering.answerer import PASSAGES, Answerer
from retrieval.answering.follow_ups.quote_neighbourhood import QuoteNeighbourhood
from retrieval.answering.quoting import quotes_of
from retrieval.query.follow_up_intent import FollowUpDetector, FollowUpIntent
from retrieval.query.question import Question
from retrieval.quotes.quote import Quote
from retrieval.scoring.decision.verdict import Verdict


@dataclass(frozen=True, eq=False, slots=True)
class FollowUpAnswerer:
    """A message and its questions, and the quote that they follow on. `limit` is how many quotes answer it at most."""

    answerer: Answerer
    detector: FollowUpDetector
    message: str
    asked: Sequence[Question]
    quotes_around: QuoteNeighbourhood
    limit: int

    def answer(self) -> Answer:
        """The answer; where the message has no subject of its own, with what it asks of the quote."""
        intent = self.detector.message_intent(self.message)
        if intent is FollowUpIntent.SOURCE:
            quotes = self.quotes_around.source()
        elif intent is FollowUpIntent.MORE:
            quotes = self._more()
        elif intent is FollowUpIntent.ONWARD:
            quotes = self.quotes_around.story(onward=True)
        elif len(self.asked) == 1 and self.detector.is_follow_up(self.asked[0]):
            return self._answer_from_context(self.asked[0])
        else:
            return self._look_up()
        return Answer(self.message, _verdict(quotes), tuple(quotes[: self.limit]), (), intent)

    def _answer_from_context(self, question: Question) -> Answer:
        """The answer to a question without a subject of its own: from around the quote, else from elsewhere."""
        quotes_around, detector = self.quotes_around, self.detector
        intent, quotes = quotes_around.from_context(question, detector)
        if intent is FollowUpIntent.AROUND and not detector.kind(question):
            said = detector.asks_for_words(question) and self._answer_with(quotes_around.speaker())
            for answer in (said, self._look_up()):
                if answer and answer.found:
                    return answer
        if not quotes:
            elsewhere = self._answer_with(quotes_around.key_words())
            if elsewhere.found and quotes_around.gives(intent, elsewhere.quotes[0], question, detector):
                # Of the words there must be one: what is read is no question that somebody would ask.
                new = (quote for quote in elsewhere.quotes[:1] if quote.highlights)
                quotes = [quote for quote in new if not quotes_around.repeats(quote)]
        nearest = [] if quotes else quotes_around.story()[:1]
        return Answer(self.message, _verdict(quotes, nearest), tuple(quotes[: self.limit] or nearest), (), intent)

    def _look_up(self) -> Answer:
        """The answer to the questions as they are; what is near to the quote helps."""
        near = self.quotes_around.context
        return self.answerer.answer(self.message, self.asked, self.quotes_around.budget, self.limit, near)

    def _answer_with(self, words: str) -> Answer:
        """The answer to the message with these words of the quote as its subject."""
        asked = self.answerer.read(f"{self.message} {words}")
        return self.answerer.answer(self.message, asked, self.quotes_around.budget, 1, self.quotes_around.context)

    def _more(self) -> list[Quote]:
        """What else there is of what the quote answers; what stands next to it, when that is not known."""
        words = self.quotes_around.key_words()
        if not words:
            return self.quotes_around.story()
        found = [self.answerer.find(part, self.limit) for part in self.answerer.read(words)]
        budget = self.quotes_around.budget
        quotes = [quote for part in found if part for quote in quotes_of(part, budget, self.limit + PASSAGES)]
        return [quote for quote in quotes if quote.highlights and not self.quotes_around.repeats(quote)]


def _verdict(quotes: Sequence[Quote], nearest: Sequence[Quote] = ()) -> Verdict:
    return Verdict.ANSWER if quotes else Verdict.NEAREST if nearest else Verdict.NONE
