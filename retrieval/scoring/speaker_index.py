"""Questions for what somebody says: the speaker is part of what is asked ("Was sagt Musk dazu?")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from retrieval.analysis.analyzer import Token
from retrieval.attribution.attribution_cache import attributions_within
from retrieval.base.words import words_of
from retrieval.index.parsed_article import ParsedArticle
from retrieval.language import rules_of
from retrieval.query.asked_speaker import asked_speaker
from retrieval.query.query import Query


class SpeakerIndex:
    """The speakers of an article's sentences, in the form in which questions name them."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self._parsed = parsed

    def sentences_of(self, query: Query) -> dict[int, tuple[Token, ...]]:
        """Of a question for somebody's words: the sentences, by number, of the speakers it names, and their names."""
        saying = rules_of(query.question.language).saying
        if not any(word.form in saying for word in query.question.words):
            return {}
        stem = self._parsed.resources.analyzer.stem
        # "Was sagt Scholz über Merz?" asks for the words of Scholz.
        named = {stem(token.form) for token in asked_speaker(query) or query.tokens}
        return {number: name for number, name in self._speakers.items() if named & {stem(each.form) for each in name}}

    @cached_property
    def _speakers(self) -> dict[int, tuple[Token, ...]]:
        names: dict[int, tuple[Token, ...]] = {}
        for number, name in self._name_tokens():
            names[number] = names.get(number, ()) + name
        return {number: name for number, name in names.items() if name}

    def _name_tokens(self) -> Iterator[tuple[int, tuple[Token, ...]]]:
        for sentence in self._parsed.sentences:
            for attribution in attributions_within(self._parsed.article, [sentence.span]):
                name = self._parsed.resources.analyzer.read(words_of(attribution.speaker or ""))
                yield sentence.number, tuple(token for token in name if not token.stop)
