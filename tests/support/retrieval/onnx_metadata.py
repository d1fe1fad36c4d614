"""Metadata as they stand in an ONNX file, for tests: behind a model they count in place of its own."""

from __future__ import annotations


def metadata(**entries: str) -> bytes:
    """`metadata_props` of a model."""
    return b"".join(field(14, field(1, key.encode()) + field(2, value.encode())) for key, value in entries.items())


def field(number: int, content: bytes) -> bytes:
    """A string or message in the encoding of Protocol Buffers."""
    return bytes([number << 3 | 2]) + varint(len(content)) + content


def varint(value: int) -> bytes:
    """A number as it stands in a file."""
    low, rest = value & 127, value >> 7
    return bytes([low | 128]) + varint(rest) if rest else bytes([low])
