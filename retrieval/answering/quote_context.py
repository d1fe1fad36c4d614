"""What stands around a quote, for questions that lean on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.analysis.answer_type import AnswerType, offers_something_new
from retrieval.base.words import Word
from retrieval.index.parsed_article import ParsedArticle, Sentence
from retrieval.quotes.quote import Quote
from retrieval.scoring.search_result import SearchResult

# What a sentence gains for a question that follows on a quote: from the quote's passage, from its article, and when it
# speaks of somebody whom the quote names.
_SAME_PASSAGE, _SAME_ARTICLE, _SAME_NAME = 0.3, 0.1, 0.1


class QuoteContext:
    """The sentences of a quote, and the others of its passages.

    `own` are the sentences that the quote is taken from, `near` the others, the nearest first: of two equally far away,
    the one behind.
    """

    def __init__(self, parsed: ParsedArticle, quote: Quote) -> None:
        rules = parsed.resources.rules.follow_ups
        self._parsed = parsed
        self._because, self._therefore, self._times = (
            re.compile(pattern, re.VERBOSE | re.IGNORECASE) for pattern in (rules.because, rules.therefore, rules.times)
        )
        self.own = tuple(sentence for sentence in parsed.sentences if any(map(sentence.span.overlaps, quote.spans)))
        self._passages = dict.fromkeys(sentence.passage for sentence in self.own)
        others = (
            sentence
            for passage in self._passages
            for sentence in parsed.of_passage(passage)
            if sentence not in self.own
        )
        self.near = tuple(sorted(others, key=self._distance))

    def _distance(self, sentence: Sentence) -> tuple[int, bool]:
        steps = min((sentence.number - own.number for own in self.own), key=abs)
        return abs(steps), steps < 0

    def pull(self, found: SearchResult) -> SearchResult:
        """What was found, with what each sentence gains by its nearness to the quote."""
        named = {token.key for sentence in self.own for token in sentence.tokens} & self._parsed.names

        def gain(sentence: Sentence) -> float:
            if sentence.passage.article is not self._parsed.article:
                return 0.0
            near = _SAME_PASSAGE if sentence.passage in self._passages else _SAME_ARTICLE
            return near + (_SAME_NAME if any(token.key in named for token in sentence.tokens) else 0.0)

        return replace(found, sentences={each: score + gain(each) for each, score in found.sentences.items()})

    def reasons(self) -> list[Sentence]:
        """The sentences that give a reason for what the quote says, the likeliest first.

        One of its own, the one before it when it says "therefore", the one behind it.
        """
        own = [sentence for sentence in self.own if self._says(self._because, sentence)]
        before = [
            sentence for each in self.own if self._says(self._therefore, each) for sentence in self._beside(each, -1)
        ]
        behind = [
            sentence
            for each in self.own
            for sentence in self._beside(each, 1)
            if self._says(self._because, sentence) and not self._says(self._therefore, sentence)
        ]
        return list(dict.fromkeys([*own, *before, *behind]))

    def _beside(self, sentence: Sentence, step: int) -> list[Sentence]:
        """The sentence before (-1) or behind (1) this one in its passage, if there is one."""
        passage = self._parsed.of_passage(sentence.passage)
        at = passage.index(sentence) + step
        return [passage[at]] if 0 <= at < len(passage) else []

    def details(self, kind: AnswerType, asked: Sequence[Word]) -> list[Sentence]:
        """The sentences that offer what a question of this kind asks for: the quote's own first, then the nearest."""
        return [sentence for sentence in (*self.own, *self.near) if self.offers(kind, sentence, asked)]

    def offers(self, kind: AnswerType, sentence: Sentence, asked: Sequence[Word]) -> frozenset[str]:
        """The forms of the words by which the sentence offers it."""
        offered = self._parsed.offers(kind, sentence)
        if not offers_something_new(offered, frozenset(word.form for word in asked)):
            offered = frozenset()
        return offered | (self._times_in(sentence) if kind in (AnswerType.DATE, AnswerType.DURATION) else frozenset())

    def _times_in(self, sentence: Sentence) -> frozenset[str]:
        found = [match.span() for match in self._times.finditer(self._parsed.article.text, *sentence.span)]
        return frozenset(
            word.form for word in sentence.words if any(start <= word.start and word.end <= end for start, end in found)
        )

    def story(self, *, onward: bool) -> list[Sentence]:
        """What follows the quote in its passage; else what goes before it, or, `onward`, what the next passage says."""
        if not self.own:
            return []
        last = self.own[-1]
        following = [sentence for sentence in self.near if sentence.number > last.number]
        if onward and not following:
            following = [sentence for sentence in self._parsed.sentences if sentence.number > last.number]
        before = [] if onward else list(self.near)
        return sorted(following or before, key=lambda sentence: sentence.number)

    def _says(self, pattern: re.Pattern[str], sentence: Sentence) -> bool:
        start, end = sentence.span
        return bool(pattern.search(self._parsed.article.text[start:end]))
