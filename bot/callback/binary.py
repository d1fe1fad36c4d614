"""Numbers, spans and language codes in few bytes, as buttons carry them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import reduce

from retrieval import Span

# ISO 639 has codes of two and three letters.
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BASE = len(_LETTERS) + 1
_LONGEST_CODE = 3


def varint(number: int) -> bytes:
    """The number as a varint: seven bits a byte, the lowest first, the eighth says that more follow."""
    packed = bytearray()
    while number > 0x7F:
        packed.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*packed, number])


def read_varint(data: Iterator[int]) -> int:
    """The number that comes next.

    Raises:
        ValueError: the data ends before.
    """
    number = shift = 0
    for byte in data:
        number |= (byte & 0x7F) << shift
        if byte <= 0x7F:
            return number
        shift += 7
    raise ValueError("The data ends within a number.")


def read_bytes(data: Iterator[int], count: int) -> bytes:
    """The bytes that come next. Raises what `read_varint` does."""
    taken = bytes(itertools.islice(data, count))
    if len(taken) < count:
        raise ValueError("The data ends too soon.")
    return taken


def read_spans(data: Iterator[int]) -> tuple[Span, ...]:
    """The spans that come next, each told by its distance from the one before, and its length."""
    spans: list[Span] = []
    end = 0
    for _ in range(read_varint(data)):
        start = end + read_varint(data)
        end = start + read_varint(data)
        spans.append(Span(start, end))
    return tuple(spans)


def known_code(language: str) -> str:
    """The code, if a button can carry it; empty if not."""
    return language if len(language) <= _LONGEST_CODE and set(language) <= set(_LETTERS) else ""


def encode_language(language: str) -> int:
    """The code as a number: its letters are the digits 1 to 26 of a number to the base 27."""
    return reduce(lambda number, letter: number * _BASE + _LETTERS.index(letter) + 1, language, 0)


def decode_language(number: int) -> str:
    """The code of a number.

    Raises:
        ValueError: it is no code's.
    """
    letters = ""
    while number:
        number, digit = divmod(number, _BASE)
        letters = _LETTERS[digit - 1] + letters
        if not digit or len(letters) > _LONGEST_CODE:
            raise ValueError("This is not the number of a language's code.")
    return letters
