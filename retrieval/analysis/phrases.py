"""Phrases of a language's lists, found among the words of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from retrieval.analysis.spelling import without_umlauts
from retrieval.base.words import Word


class PhraseList:
    """A list of phrases to look for. Umlauts may be missing or written out where they are looked for."""

    def __init__(self, phrases: Iterable[Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in sorted(phrases, key=len, reverse=True):
            plain = tuple(map(without_umlauts, phrase))
            self._by_first[plain[0]].append(plain)

    def find(self, words: Sequence[Word]) -> Iterator[range]:
        """Where a phrase stands, as a range of positions in `words`: at each place the longest, none overlapping."""
        forms = [without_umlauts(word.form) for word in words]
        at = 0
        while at < len(forms):
            length = self._length(forms, at) if forms[at] in self._by_first else 0
            if length:
                yield range(at, at + length)
            at += length or 1

    def open(self, words: Sequence[Word]) -> bool:
        """Whether one of the phrases stands at the beginning."""
        return bool(words) and self._length([without_umlauts(word.form) for word in words], 0) > 0

    def _length(self, forms: Sequence[str], at: int) -> int:
        """The length of the longest phrase that stands there, 0 for none."""
        for phrase in self._by_first.get(forms[at], ()):
            if tuple(forms[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0
