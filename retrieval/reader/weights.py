"""The file of the reader's trained weights: an archive of numpy's (`.npz`).

l6.q.w … l11.oln.b, answers.w, answers.b, span.w, span.b
                tensors, named as in the encoder's model; matrices as float16 or float32, or as signed bytes
NAME.scale      of a matrix in signed bytes: the factor of each of its rows
meta            JSON: "name", what the weights are called; "self_test", a pair and the logit that it should get
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

_META = "meta"


class InvalidWeights(Exception):
    """The file is missing, or is none of a reader's weights."""


@dataclass(frozen=True, slots=True)
class SelfTest:
    """A pair, and the logit that the network should give it."""

    question: str
    window: str
    logit: float


@dataclass(frozen=True, eq=False, slots=True)
class Weights:
    """What the file holds."""

    name: str
    self_test: SelfTest
    tensors: Mapping[str, NDArray[Any]]


def read_weights(path: Path) -> Weights:
    """Reads the whole file.

    Raises:
        InvalidWeights: it cannot be read.
    """
    with _opened(path) as (archive, meta):
        tensors = {name: archive[name] for name in archive.files if name != _META}
        return Weights(str(meta["name"]), SelfTest(**meta["self_test"]), tensors)


def read_name(path: Path) -> str:
    """What the weights in the file are called; no more of it is read.

    Raises:
        InvalidWeights: it cannot be read.
    """
    with _opened(path) as (_, meta):
        return str(meta["name"])


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Any, dict[str, Any]]]:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            yield archive, json.loads(str(archive[_META]))
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise InvalidWeights(f"{path}: no weights of a reader ({' '.join(str(error).split())})") from error
