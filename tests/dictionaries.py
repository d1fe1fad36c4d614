"""Small dictionaries, written as dictfmt and dictzip write them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def write_dictd(folder: Path, name: str, entries: Mapping[str, str], chunk: int = 64) -> Path:
    """Writes a dictionary of these headwords and the lines below them; its index. Chunks are this many bytes long."""
    text, rows = b"", list[bytes]()
    for headword, lines in entries.items():
        entry = f"{headword}\n{lines}\n".encode()
        key = headword.split(" /")[0].split(" <")[0].lower()
        rows.append("\t".join((key, _number(len(text)), _number(len(entry)))).encode())
        text += entry
    index = folder / f"{name}.index"
    index.write_bytes(b"\n".join([*sorted(rows), b""]))
    index.with_suffix(".dict.dz").write_bytes(dictzipped(text, chunk))
    return index


def dictzipped(text: bytes, chunk: int = 64) -> bytes:
    """The text as dictzip compresses it, the name of the file in its header."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    pieces = []
    for at in range(0, len(text), chunk):
        pieces.append(deflate.compress(text[at : at + chunk]) + deflate.flush(zlib.Z_FULL_FLUSH))
    table = struct.pack("<HHH", 1, chunk, len(pieces)) + b"".join(struct.pack("<H", len(piece)) for piece in pieces)
    extra = b"RA" + struct.pack("<H", len(table)) + table
    header = b"\x1f\x8b\x08\x0c" + b"\0" * 4 + b"\x02\x03" + struct.pack("<H", len(extra)) + extra + b"words.dict\0"
    checks = struct.pack("<II", zlib.crc32(text), len(text))
    return header + b"".join(pieces) + deflate.flush(zlib.Z_FINISH) + checks


def _number(value: int) -> str:
    digits = ""
    while value or not digits:
        digits = _DIGITS[value % 64] + digits
        value //= 64
    return digits
