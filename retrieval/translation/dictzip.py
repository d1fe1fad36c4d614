"""dictzip: a gzip file that can be read from anywhere, as dictd keeps its dictionaries (`man dictzip`).

The text is compressed in chunks of equal length, each on its own; the gzip header's extra field "RA" says how long each
is when compressed. Only the chunks asked for are unpacked, and the file itself is mapped, not read.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from retrieval.errors import UnreadableDictionary

# The flags of a gzip header (RFC 1952) whose fields stand between it and the data.
_HEADER_CRC, _EXTRA, _NAME, _COMMENT = 2, 4, 8, 16

# Chunks kept unpacked, of at most 64 KiB each: the entries of one word stand close together.
_REMEMBERED = 8


class DictzipFile:
    """A dictionary's text, compressed by dictzip.

    Raises:
        UnreadableDictionary: the file cannot be read, or was not made by dictzip.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._data = mapped(path)
        try:
            self._length, self._starts = _chunks(self._data)
        except (struct.error, IndexError, ValueError) as error:
            raise UnreadableDictionary(f"{path}: not made by dictzip ({error})") from error
        self._chunk = lru_cache(_REMEMBERED)(self._unpacked)

    def read(self, start: int, length: int) -> bytes:
        """The bytes of the text from `start` on."""
        first, last = start // self._length, (start + max(length, 1) - 1) // self._length
        around = b"".join(self._chunk(at) for at in range(first, last + 1))
        return around[start - first * self._length :][:length]

    def whole(self) -> bytes:
        """All of the text, unpacked."""
        return b"".join(self._unpacked(at) for at in range(len(self._starts) - 1))

    def _unpacked(self, at: int) -> bytes:
        if not 0 <= at < len(self._starts) - 1:
            raise UnreadableDictionary(f"{self._path}: ends before a place that its index names")
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self._data[self._starts[at] : self._starts[at + 1]])
        except zlib.error as error:
            raise UnreadableDictionary(f"{self._path}: damaged ({error})") from error


def mapped(path: Path) -> mmap.mmap:
    """The file's bytes, mapped into memory: pages that nobody looks at are not read.

    Raises:
        UnreadableDictionary: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:  # an empty file cannot be mapped
        raise UnreadableDictionary(f"{path}: cannot be read ({error})") from error


def _chunks(data: mmap.mmap) -> tuple[int, list[int]]:
    """The length of a chunk's text, and where each chunk's data starts, with the end of the last one."""
    flags = data[3]
    if data[:2] != b"\x1f\x8b" or not flags & _EXTRA or data[12:14] != b"RA":
        raise ValueError("no table of chunks")
    (extra,) = struct.unpack("<H", data[10:12])
    _version, length, count = struct.unpack("<HHH", data[16:22])
    sizes = struct.unpack(f"<{count}H", data[22 : 22 + 2 * count])
    at = 12 + extra
    for flag in (_NAME, _COMMENT):
        if flags & flag:
            at = data.find(b"\0", at) + 1
    at += 2 if flags & _HEADER_CRC else 0
    if not length:
        raise ValueError("chunks without length")
    return length, list(accumulate(sizes, initial=at))
