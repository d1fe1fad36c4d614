"""The file of weights: matrices in signed bytes, and a pair by which it is known that they are computed rightly."""

from __future__ import annotations

import numpy as np

from retrieval.evaluation.reader.weights_file import in_bytes, quantized


def test_rows_are_quantized_by_themselves() -> None:
    matrix = np.array([[0.5, -1.0], [0.001, 0.002]], np.float32)
    weights, scales = quantized(matrix)
    assert weights.tolist() == [[64, -127], [64, 127]]
    np.testing.assert_allclose(weights * scales[:, None], matrix, atol=0.004)


def test_a_row_of_zeros_stays_one() -> None:
    weights, scales = quantized(np.zeros((1, 3), np.float32))
    assert not weights.any()
    assert np.isfinite(scales).all()


def test_only_the_matrices_of_layers_are_quantized() -> None:
    tensors = {"l6.q.w": np.ones((2, 2)), "l6.q.b": np.ones(2), "answers.w": np.ones((1, 4))}
    found = in_bytes(tensors)
    assert {name: str(each.dtype) for name, each in found.items()} == {
        "l6.q.w": "int8",
        "l6.q.w.scale": "float32",
        "l6.q.b": "float32",
        "answers.w": "float32",
    }
