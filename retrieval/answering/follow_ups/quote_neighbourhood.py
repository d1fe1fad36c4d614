"""Answers to a message that follows on a quote: from around it, as far as the message has no subject of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from retrieval.analysis.clauses import cut, is_run_of_clauses
from retrieval.answering.excerpts import QuoteBudget, excerpt
from retrieval.answering.follow_ups.speaker_mentions import origins
from retrieval.answering.quote_context import QuoteContext
from retrieval.base.spans import Span
from retrieval.base.words import normalise, words_of
from retrieval.index.parsed_article import ParsedArticle, Sentence
from retrieval.query.follow_up_intent import FollowUpDetector, FollowUpIntent
from retrieval.query.question import Question
from retrieval.quotes.citation import cite
from retrieval.quotes.quote import Quote

# Where two speakers are named apart, both sentences are shown.
_MOST_ORIGINS = 3


@dataclass(frozen=True, eq=False)
class QuoteNeighbourhood:
    """What can be said about one quote without a subject to look for."""

    parsed: ParsedArticle
    about: Quote
    budget: QuoteBudget

    @cached_property
    def context(self) -> QuoteContext:
        """The sentences around the quote."""
        return QuoteContext(self.parsed, self.about)

    def source(self) -> list[Quote]:
        """The sentences by which it can be seen who says it, as one quote; none for the article's own voice."""
        named = origins(self.parsed, self.about)
        if not named:
            return []
        said = self.about.attributions
        names = {word.form for each in said for word in words_of(each.speaker or each.cue or "")}
        budget = QuoteBudget(_MOST_ORIGINS, self.budget.characters)
        companions = [(sentence.span, False) for sentence in named[1:]]
        spans, main = excerpt(named[0].span, companions, budget, self._cut, self._is_run)
        return [cite(self.parsed.article, spans, names.__contains__, main)]

    def from_context(self, question: Question, detector: FollowUpDetector) -> tuple[FollowUpIntent, list[Quote]]:
        """What the surroundings tell, and what was asked of them."""
        around = self.context
        if detector.asks_why(question):
            return FollowUpIntent.REASON, [self._quote([sentence]) for sentence in around.reasons()]
        if kind := detector.kind(question):
            found = around.details(kind, question.words)
            offered = {form for sentence in found for form in around.offers(kind, sentence, question.words)}
            # What only stands next to it may be about something else: it is not handed on as the answer.
            own = [sentence for sentence in found if sentence in around.own]
            return (
                FollowUpIntent.DETAIL if own or not found else FollowUpIntent.AROUND,
                [self._quote([sentence], offered.__contains__) for sentence in own or found],
            )
        return FollowUpIntent.AROUND, self.story()

    def gives(self, intent: FollowUpIntent, quote: Quote, question: Question, detector: FollowUpDetector) -> bool:
        """Whether a quote from elsewhere in the article gives the reason, or the detail, that is asked for."""
        if quote.article is not self.parsed.article:
            return False
        elsewhere = QuoteContext(self.parsed, quote)
        if intent is FollowUpIntent.REASON:
            return bool(set(elsewhere.reasons()) & set(elsewhere.own))
        kind = detector.kind(question)
        return kind is not None and any(elsewhere.offers(kind, each, question.words) for each in elsewhere.own)

    def story(self, *, onward: bool = False) -> list[Quote]:
        """What stands next to the quote, in quotes of as many sentences as one may have."""
        sentences = self.context.story(onward=onward)
        size = self.budget.sentences
        return [self._quote(sentences[at : at + size]) for at in range(0, len(sentences), size)]

    def key_words(self) -> str:
        """The words of the quote that matched the question it answered: what is asked on about."""
        text = self.parsed.article.text
        return " ".join({normalise(text[start:end]): text[start:end] for start, end in self.about.highlights}.values())

    def speaker(self) -> str:
        """Whom the quote names of those whom the article reports, the first; empty for nobody."""
        text = self.about.text.casefold()
        said = self.parsed.attributions
        names = {each.speaker: text.find(each.speaker.split()[-1].casefold()) for each in said if each.speaker}
        return min((name for name, at in names.items() if at >= 0), key=names.__getitem__, default="")

    def repeats(self, quote: Quote) -> bool:
        """Whether a quote has a word of the quote that is followed on."""
        spans = self.about.spans if quote.article is self.about.article else ()
        return any(a.overlaps(b) for a in spans for b in quote.spans)

    def _quote(self, sentences: Iterable[Sentence], is_highlight: Callable[[str], bool] = lambda _: False) -> Quote:
        core, *more = sentences
        # What it leans on is brought, unless that is what the message replies to.
        before = [(each.span, True) for each in self._leant_on(core)]
        companions = [*before, *((each.span, False) for each in more)]
        spans, main = excerpt(core.span, companions, self.budget, self._cut, self._is_run)
        return cite(self.parsed.article, spans, is_highlight, main)

    def _is_run(self, sentence: Span, piece: Span) -> bool:
        return is_run_of_clauses(self.parsed.article.text, sentence, piece)

    def _leant_on(self, sentence: Sentence) -> list[Sentence]:
        if not self.parsed.resources.leaning.open(sentence.words) or sentence.number == 0:
            return []
        before = self.parsed.sentences[sentence.number - 1]
        known = before in self.context.own
        return [] if known or before.passage is not sentence.passage else [before]

    def _cut(self, sentence: Span, limit: int) -> Span:
        return cut(self.parsed.article.text, sentence, limit, lambda _: 0.0)
