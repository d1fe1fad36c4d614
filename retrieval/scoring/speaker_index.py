"""Questions for what somebody says: the speaker is part of what is asked ("Was sagt Musk dazu?")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from retrieval.analysis.analyzer import Token
from retrieval.attribution.attribution_cache import attributions_near
from retrieval.base.words import words_of
from retrieval.index.parsed_article import ParsedArticle
from retrieval.language import rules_of
from retrieval.query.asked_speaker import asked_speaker
from retrieval.query.query import Query


class SpeakerIndex:
    """The speakers of an article's sentences, in the form in which questions name them."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self._parsed = parsed
        self._starts = [sentence.span.start for sentence in parsed.sentences]
        self._names: dict[str, tuple[Token, ...]] = {}

    def sentences_of(self, query: Query) -> dict[int, tuple[Token, ...]]:
        """Of a question for somebody's words: the sentences, by number, of the speakers it names, and their names."""
        saying = rules_of(query.question.language).saying
        if not any(word.form in saying for word in query.question.words):
            return {}
        # "Was sagt Scholz über Merz?" asks for the words of Scholz.
        asked = asked_speaker(query) or query.tokens
        named = self._stems(asked)
        found: dict[int, tuple[Token, ...]] = {}
        for attribution in attributions_near(self._parsed.article, {token.form for token in asked}):
            name = self._name_of(attribution.speaker or "")
            if named & self._stems(name):
                for number in self._sentences_between(attribution.start, attribution.end):
                    found[number] = found.get(number, ()) + name
        return found

    def _stems(self, tokens: Iterable[Token]) -> set[str]:
        return {self._parsed.resources.analyzer.stem(token.form) for token in tokens}

    def _name_of(self, speaker: str) -> tuple[Token, ...]:
        """The words of the name that tell whose it is, read once."""
        if speaker not in self._names:
            read = self._parsed.resources.analyzer.read(words_of(speaker))
            self._names[speaker] = tuple(token for token in read if not token.stop)
        return self._names[speaker]

    def _sentences_between(self, start: int, end: int) -> range:
        """The numbers of the sentences that begin there: both count code points of the article's text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))
