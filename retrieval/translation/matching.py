"""Whether a dictionary's headword is the word looked for, in whatever form it is written."""

from __future__ import annotations

import mmap
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

Stem = Callable[[str], str]

# So many letters at the end of a stem may differ from the headword's: that of "companies" and "company" is "compani".
_CHANGING = 1
_SHORTEST_PREFIX = 3

_WORD = re.compile(r"\w+")
# More bytes than a word that somebody asks for has.
_LONGEST_WORD = 80


def folded(written: str) -> str:
    """The word as it is looked up: in lower case, the Russian ё as the е that most people write."""
    return written.lower().replace("ё", "е")


@dataclass(frozen=True)
class Matcher:
    """A word, folded, that is looked for by its stem in its own language."""

    word: str
    stem_of: Stem

    def matches(self, headword: str) -> bool:
        """Whether the folded headword is a form of the word."""
        return headword == self.word or (" " not in headword and self.stem_of(headword) == self._stem)

    @cached_property
    def prefix(self) -> str:
        """What every headword that is a form of the word begins with, as good as always."""
        length = max(_SHORTEST_PREFIX, len(self._stem) - _CHANGING)
        return "".join(same for same, _ in takewhile(_equal, zip(self._stem[:length], self.word, strict=False)))

    def places(self, text: mmap.mmap | bytes) -> Iterator[int]:
        """Where forms of the word stand in a text in UTF-8, in bytes: first those in lower case."""
        for needle in dict.fromkeys((self.prefix.encode(), self.prefix.capitalize().encode())):
            at = text.find(needle)
            while at >= 0:
                if not _WORD.search(text[at - 1 : at].decode("utf-8", "replace").replace("\ufffd", "x")):
                    found = _WORD.match(text[at : at + _LONGEST_WORD].decode("utf-8", "ignore"))
                    if found and self.matches(folded(found.group())):
                        yield at
                at = text.find(needle, at + len(needle))

    @cached_property
    def _stem(self) -> str:
        return self.stem_of(self.word)


def _equal(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]
