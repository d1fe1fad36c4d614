"""Dictionaries in dictd's format: a sorted index (`.index`) beside the text (`.dict.dz`); see `man dictfmt`.

A line of the index is a folded headword, and in base 64 where its entry starts and how long it is, in bytes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from retrieval.errors import UnreadableDictionary
from retrieval.translation.dictzip import DictzipFile, mapped
from retrieval.translation.entries import Entry, dictd_entry
from retrieval.translation.matching import Matcher, folded

_DIGITS = {digit: at for at, digit in enumerate(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}


class DictdFile:
    """One dictionary of dictd, looked up where it lies: opening it reads next to nothing.

    Raises:
        UnreadableDictionary: one of its two files cannot be read.
    """

    def __init__(self, index: Path) -> None:
        self._path = index
        self._index = mapped(index)
        self._text = DictzipFile(index.with_suffix(".dict.dz"))

    def translations(self, matcher: Matcher) -> Iterator[str]:
        """The translations of a word, the most exact headwords first.

        Raises:
            UnreadableDictionary: a file is damaged.
        """
        found = [row for row in self._rows(matcher.prefix) if matcher.matches(row[0])]
        for _, start, length in sorted(dict.fromkeys(found), key=lambda row: row[0] != matcher.word):
            yield from self._entry(start, length).translations

    def _rows(self, prefix: str) -> Iterator[tuple[str, int, int]]:
        """The headwords that begin so, each with the place of its entry."""
        beginning = prefix.encode()
        at = self._first(beginning)
        while at < len(self._index):
            end = self._end(at)
            line = self._index[at:end]
            if not line.startswith(beginning):
                return
            yield self._row(line)
            at = end + 1

    def _row(self, line: bytes) -> tuple[str, int, int]:
        try:
            headword, start, length = line.split(b"\t")[:3]
            return headword.decode(), _number(start), _number(length)
        except (ValueError, KeyError) as error:
            raise UnreadableDictionary(f"{self._path}: not an index of dictd ({line[:60]!r})") from error

    def _first(self, beginning: bytes) -> int:
        """Where the first line stands that is not before `beginning`: the lines are sorted by their bytes."""
        low, high = 0, len(self._index)
        while low < high:
            start = self._index.rfind(b"\n", 0, (low + high) // 2) + 1
            end = self._end(start)
            if self._index[start:end].split(b"\t", 1)[0] < beginning:
                low = end + 1
            else:
                high = start
        return low

    def _end(self, start: int) -> int:
        end = self._index.find(b"\n", start)
        return len(self._index) if end < 0 else end

    def _entry(self, start: int, length: int) -> Entry:
        return dictd_entry(self._text.read(start, length).decode("utf-8", "replace"))


class ReversedDictd:
    """A dictionary of dictd, read from its translations to its headwords; it unpacks all of its text first."""

    def __init__(self, index: Path) -> None:
        self._file = DictdFile(index)

    def translations(self, matcher: Matcher) -> Iterator[str]:
        """The headwords that are translated by a word.

        Raises:
            UnreadableDictionary: a file is damaged.
        """
        for text in self._around(matcher):
            entry = dictd_entry(text)
            if any(matcher.matches(folded(translation)) for translation in entry.translations):
                yield entry.headword

    def _around(self, matcher: Matcher) -> Iterator[str]:
        """The entries in which a form of the word stands somewhere."""
        read = -1
        for at in matcher.places(self._whole):
            entry = bisect_right(self._starts, at) - 1
            if entry not in (-1, read):
                read = entry
                yield self._whole[slice(*self._starts[entry : entry + 2])].decode("utf-8", "replace")

    @cached_property
    def _whole(self) -> bytes:
        return self._file._text.whole()

    @cached_property
    def _starts(self) -> list[int]:
        return [*sorted({start for _, start, _ in self._file._rows("")}), len(self._whole)]


def _number(digits: bytes) -> int:
    value = 0
    for digit in digits:
        value = value * 64 + _DIGITS[digit]
    return value
