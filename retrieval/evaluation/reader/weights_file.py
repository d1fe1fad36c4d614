"""What training writes and `export` reads: an archive of numpy's (`.npz`).

l6.q.w … l11.oln.b, answers.w, answers.b, span.w, span.b
                the trained tensors, named as in the encoder's model; matrices of layers as float16, all else as float32
meta            JSON: "name", what the weights are called, and what they come from
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from retrieval.reader.weights import InvalidWeights

Floats = NDArray[np.float32]

_META = "meta"

_LAYERS = "l"

# Of older files, with matrices in signed bytes: the factor of each row.
_SCALE = ".scale"


@dataclass(frozen=True, eq=False, slots=True)
class Weights:
    """What the file holds, in float32."""

    name: str
    tensors: Mapping[str, Floats]


def in_halves(tensors: Mapping[str, Floats]) -> dict[str, NDArray[Any]]:
    """The matrices of layers as float16, everything else as float32."""
    return {
        name: tensor.astype(np.float16 if tensor.ndim == 2 and name.startswith(_LAYERS) else np.float32)
        for name, tensor in tensors.items()
    }


def average(one: Weights, other: Weights, share: float) -> dict[str, Floats]:
    """The weighted mean of two readers' tensors, with this share of `other`, 0 to 1.

    Where one was trained on from the other, it keeps more of what that knew than either end (WiSE-FT, Wortsman et al.
    2022).

    Raises:
        InvalidWeights: they have other tensors.
    """
    if {name: each.shape for name, each in one.tensors.items()} != {n: each.shape for n, each in other.tensors.items()}:
        raise InvalidWeights(f"{one.name} and {other.name}: their tensors differ, so they have no mean")
    return {name: (1 - share) * tensor + share * other.tensors[name] for name, tensor in one.tensors.items()}


def write_weights(path: Path, name: str, tensors: Mapping[str, Floats], origin: Mapping[str, object]) -> None:
    """Writes tensors under a name, with what they come from."""
    meta = json.dumps({"name": name, **origin}, ensure_ascii=False)
    np.savez(path, **in_halves(tensors), meta=np.array(meta))  # type: ignore[arg-type]


def read_weights(path: Path) -> Weights:
    """Reads the whole file.

    Raises:
        InvalidWeights: it cannot be read.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            tensors = dict(archive.items())
            name = str(json.loads(str(tensors.pop(_META)))["name"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, EOFError, BadZipFile) as error:
        raise InvalidWeights(f"{path}: no trained weights ({' '.join(str(error).split())})") from error
    scales = {name: tensors.pop(name) for name in list(tensors) if name.endswith(_SCALE)}
    return Weights(name, {name: _scaled(tensor, scales.get(name + _SCALE)) for name, tensor in tensors.items()})


def _scaled(tensor: NDArray[Any], scales: NDArray[Any] | None) -> Floats:
    floats: Floats = tensor.astype(np.float32)
    return floats if scales is None else floats * scales.astype(np.float32)[:, None]
