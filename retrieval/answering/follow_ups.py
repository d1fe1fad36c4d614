"""Messages that follow on a quote, answered: from around it, or from elsewhere with its help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.answer import Answer
from retrieval.answering.answerer import PASSAGES, Answerer
from retrieval.answering.follow_up_quotes import Following
from retrieval.answering.quoting import quotes_of
from retrieval.query.follow_up_intent import Leaning, Listener
from retrieval.query.question import Question
from retrieval.quotes.quote import Quote
from retrieval.scoring.verdict import Verdict


@dataclass(frozen=True, eq=False, slots=True)
class FollowUp:
    """A message and its questions, and the quote that they follow on. `limit` is how many quotes answer it at most."""

    answerer: Answerer
    listener: Listener
    message: str
    asked: Sequence[Question]
    following: Following
    limit: int

    def answer(self) -> Answer:
        """The answer; where the message has no subject of its own, with what it asks of the quote."""
        leaning = self.listener.hear(self.message)
        if leaning is Leaning.SOURCE:
            quotes = self.following.source()
        elif leaning is Leaning.MORE:
            quotes = self._more()
        elif leaning is Leaning.ONWARD:
            quotes = self.following.story(onward=True)
        elif len(self.asked) == 1 and self.listener.leans(self.asked[0]):
            return self._told(self.asked[0])
        else:
            return self._looked_up()
        return Answer(self.message, _verdict(quotes), tuple(quotes[: self.limit]), (), leaning)

    def _told(self, question: Question) -> Answer:
        """The answer to a question without a subject of its own: from around the quote, else from elsewhere."""
        following, listener = self.following, self.listener
        leaning, quotes = following.told(question, listener)
        if leaning is Leaning.AROUND and not listener.kind(question):
            said = listener.asks_for_words(question) and self._completed(following.speaker())
            for answer in (said, self._looked_up()):
                if answer and answer.found:
                    return answer
        if not quotes:
            elsewhere = self._completed(following.key_words())
            if elsewhere.found and following.gives(leaning, elsewhere.quotes[0], question, listener):
                quotes = [quote for quote in elsewhere.quotes[:1] if not following.repeats(quote)]
        nearest = [] if quotes else following.story()[:1]
        return Answer(self.message, _verdict(quotes, nearest), tuple(quotes[: self.limit] or nearest), (), leaning)

    def _looked_up(self) -> Answer:
        """The answer to the questions as they are; what is near to the quote helps."""
        near = self.following.surroundings
        return self.answerer.answer(self.message, self.asked, self.following.budget, self.limit, near)

    def _completed(self, words: str) -> Answer:
        """The answer to the message with these words of the quote as its subject."""
        asked = self.answerer.read(f"{self.message} {words}")
        return self.answerer.answer(self.message, asked, self.following.budget, 1, self.following.surroundings)

    def _more(self) -> list[Quote]:
        """What else there is of what the quote answers; what stands next to it, when that is not known."""
        words = self.following.key_words()
        if not words:
            return self.following.story()
        found = [self.answerer.find(part, self.limit) for part in self.answerer.read(words)]
        budget = self.following.budget
        quotes = [quote for part in found if part for quote in quotes_of(part, budget, self.limit + PASSAGES)]
        return [quote for quote in quotes if quote.highlights and not self.following.repeats(quote)]


def _verdict(quotes: Sequence[Quote], nearest: Sequence[Quote] = ()) -> Verdict:
    return Verdict.ANSWER if quotes else Verdict.NEAREST if nearest else Verdict.NONE
