"""The body of an answer, unpacked, within a number of bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

import httpx

from bot.config.errors import Unfetchable

# What is asked for, and all that is taken: one of the two, once. Packed twice, 7 KB can be 3 GB.
ENCODINGS = "gzip, deflate"
_PLAIN = ("", "identity")

_AUTOMATIC = zlib.MAX_WBITS | 32  # gzip, or zlib as RFC 9110 means "deflate"
_BARE = -zlib.MAX_WBITS  # "deflate" as some servers mean it


def read_body(response: httpx.Response, most: int) -> bytes:
    """The bytes of the body; neither packed nor unpacked may it have more than `most`.

    Raises:
        Unfetchable: it has, or it is packed otherwise than was asked for, or what is packed is broken.
    """
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    packed = _at_most(response.iter_raw(), most)
    if encoding in _PLAIN:
        return b"".join(packed)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Unfetchable("it is packed in a way that was not asked for; copy its text into a .txt file")
    try:
        return b"".join(_at_most(_unpacked(packed, most), most))
    except zlib.error as error:
        raise Unfetchable("what is packed is broken; copy its text into a .txt file") from error


def _at_most(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    count = 0
    for chunk in chunks:
        count += len(chunk)
        if count > most:
            raise Unfetchable(f"it has more than {most:,} bytes; copy its text into a .txt file")
        yield chunk


def _unpacked(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The chunks unpacked, never more than one byte too many at once."""
    unpacker = None
    for chunk in chunks:
        if unpacker is None:
            unpacker, first = _begun(chunk, most + 1)
            yield first
        else:
            yield unpacker.decompress(unpacker.unconsumed_tail + chunk, most + 1)


def _begun(chunk: bytes, most: int) -> tuple[zlib._Decompress, bytes]:
    unpacker = zlib.decompressobj(_AUTOMATIC)
    try:
        return unpacker, unpacker.decompress(chunk, most)
    except zlib.error:
        unpacker = zlib.decompressobj(_BARE)
        return unpacker, unpacker.decompress(chunk, most)
