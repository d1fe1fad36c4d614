"""Small ONNX models, made by hand (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto): for what replaces ours."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tests.support.retrieval.onnx_metadata import field, varint

_FLOAT, _INT64, _BOOL = 1, 7, 9
_IR_VERSION, _OPERATORS = 9, 17
_EXTERNAL = 1

# What the reader's network takes and gives.
_INPUT, _OUTPUTS = "pieces", ("answers", "span")


def model(nodes: Sequence[bytes], tensors: Sequence[bytes]) -> bytes:
    """A model of these nodes, with the reader's input and outputs."""
    values = [field(11, _value(_INPUT)), *(field(12, _value(name)) for name in _OUTPUTS)]
    graph = [*(field(1, each) for each in nodes), field(2, b"g"), *(field(5, each) for each in tensors), *values]
    return number(1, _IR_VERSION) + field(8, field(1, b"") + number(2, _OPERATORS)) + field(7, b"".join(graph))


def constant_model(answers: bytes, span: bytes) -> bytes:
    """A model that gives two tensors of the names `a` and `s`, whatever it is given."""
    return model([node("Identity", ["a"], ["answers"]), node("Identity", ["s"], ["span"])], [answers, span])


def node(operator: str, inputs: Sequence[str], outputs: Sequence[str], attributes: bytes = b"") -> bytes:
    """An operation on tensors, by their names."""
    names = [*(field(1, each.encode()) for each in inputs), *(field(2, each.encode()) for each in outputs)]
    return b"".join(names) + field(4, operator.encode()) + attributes


def floats(name: str, shape: Sequence[int], values: Sequence[float]) -> bytes:
    """A tensor; `values` may be too few for its shape."""
    return _tensor(name, shape, _FLOAT, field(9, struct.pack(f"<{len(values)}f", *values)))


def integers(name: str, values: Sequence[int]) -> bytes:
    """A tensor of one dimension."""
    return _tensor(name, [len(values)], _INT64, field(9, struct.pack(f"<{len(values)}q", *values)))


def truth(name: str) -> bytes:
    """A tensor that says "true"."""
    return _tensor(name, [], _BOOL, field(9, b"\x01"))


def external(name: str, shape: Sequence[int], location: str) -> bytes:
    """A tensor whose values stand in another file."""
    return _tensor(
        name,
        shape,
        _FLOAT,
        field(13, field(1, b"location") + field(2, location.encode())) + number(14, _EXTERNAL),
    )


def endless_loop() -> bytes:
    """A node that computes for ever, and gives `a`."""
    copies = [node("Identity", ["c"], ["c2"]), node("Identity", ["v"], ["v2"])]
    inputs = [_value("i", _INT64, []), _value("c", _BOOL, []), _value("v")]
    outputs = [_value("c2", _BOOL, []), _value("v2")]
    body = [
        *(field(1, each) for each in copies),
        field(2, b"body"),
        *(field(11, each) for each in inputs),
        *(field(12, each) for each in outputs),
    ]
    attribute = field(5, field(1, b"body") + field(6, b"".join(body)) + number(20, 5))
    return node("Loop", ["", "true", "a"], ["answers"], attribute)


def number(at: int, value: int) -> bytes:
    """A number in the encoding of Protocol Buffers."""
    return varint(at << 3) + varint(value)


def _tensor(name: str, shape: Sequence[int], kind: int, content: bytes) -> bytes:
    dimensions = b"".join(number(1, size) for size in shape)
    return dimensions + number(2, kind) + field(8, name.encode()) + content


def _value(name: str, kind: int = _FLOAT, shape: Sequence[int] | None = None) -> bytes:
    dimensions = b"" if shape is None else field(2, b"".join(field(1, number(1, size)) for size in shape))
    return field(1, name.encode()) + field(2, field(1, number(1, kind) + dimensions))
