"""Terms as words that every analyzer of Milvus leaves as they are.

Terms hold marks ("^mus", "a_b") and letters of any script; analyzers take such words apart, or fold them. So a term
becomes a word of ASCII letters and digits in lower case, different for different terms. The analyzer is Milvus's
"standard", which both the cluster and the embedded file have, and which has nothing to do for such words.
"""

from __future__ import annotations

from collections.abc import Iterable

# What a text field of Milvus takes, in bytes; encoded terms are ASCII.
LONGEST_TEXT = 65_535

_ESCAPE = "x"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwyz0123456789")


class _Escapes(dict[int, str]):
    """What stands for each character, as `str.translate` asks for it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # Hexadecimal digits have no z: an escape ends at the first one.
        written = self[code] = char if char in _PLAIN else f"{_ESCAPE}{code:x}z"
        return written


_ESCAPES = _Escapes()


def encode_term(term: str) -> str:
    """The word that stands for a term.

    >>> encoded("^mus"), encoded("a_b")
    ('x5ezmus', 'ax5fzb')
    """
    return term.translate(_ESCAPES)


def text_of(words: Iterable[str], longest: int = LONGEST_TEXT) -> str:
    """The words as a text of at most so many characters: of more, the last are left out."""
    text = " ".join(words)
    return text if len(text) <= longest else text[: text.rindex(" ", 0, longest + 1)]
