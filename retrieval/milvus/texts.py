"""Passages as they are ranked: the tokens of their sentences, and the parts of them that a field looks at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

import numpy as np

from retrieval.fields import Field, Texts, Tokens
from retrieval.reading import Reading, Sentence


class PassageText(NamedTuple):
    """A passage as it is ranked: the tokens of each of its sentences."""

    sentences: tuple[Tokens, ...]


def passage_texts(reading: Reading) -> Iterator[PassageText]:
    """The article's passages, in order: the answer of an interview together with its question."""
    question: tuple[Sentence, ...] = ()
    for sentences in map(reading.of_passage, reading.passages):
        yield PassageText(tuple(sentence.tokens for sentence in (*question, *sentences)))
        question = sentences if all(sentence.asks for sentence in sentences) else ()


def parts(field: Field, text: PassageText) -> Iterator[Tokens]:
    """The parts of the passage that are documents for the field."""
    run = np.array([[0, len(text.sentences)]])
    for first, end in field.scope(Texts(run, run)).ranges.tolist():
        yield tuple(chain.from_iterable(text.sentences[first:end]))
