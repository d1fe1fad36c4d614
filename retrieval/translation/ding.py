"""The word list of the program Ding (Debian's `trans-de-en`): German and English, one subject a line.

    Haus {n}; Gebäude {n} | Häuser {pl} :: house; building | houses

On either side of "::" stand as many groups; those in the same place translate each other. Nothing is loaded: the file
is mapped and searched for the word, which takes some milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from retrieval.translation.dictzip import mapped
from retrieval.translation.entries import phrases, unmarked
from retrieval.translation.matching import Matcher, folded

_SIDES = ("de", "en")
_VERB_FORMS = re.compile(r"\{([^}]*)\}")
# What may stand between the border of a group and the word: else it is a part of a phrase, which is not looked for.
_OPENS = re.compile(r"(?:^|[;|{,:])\s*(?:(?:to|the|an?|sich|etw\.|jdn\.|jdm\.)\s+)*$", re.IGNORECASE)
_WINDOW = 40


class Ding:
    """The word list, read from `source` ("de" or "en") to the other language.

    Raises:
        UnreadableDictionary: the file cannot be read.
    """

    def __init__(self, path: Path, source: str) -> None:
        self._lines = mapped(path)
        self._source = _SIDES.index(source)

    def translations(self, matcher: Matcher) -> Iterator[str]:
        """The translations of a word, in the order of the list."""
        for line in self._around(matcher):
            sides = line.split(" :: ", 1)
            if len(sides) == len(_SIDES) and not line.startswith("#"):
                groups = (side.split("|") for side in (sides[self._source], sides[1 - self._source]))
                for written, translated in zip(*groups, strict=False):
                    if any(matcher.matches(form) for form in _forms(written)):
                        yield from phrases(translated)

    def _around(self, matcher: Matcher) -> Iterator[str]:
        """The lines in which a form of the word opens a phrase."""
        read = -1
        for at in matcher.places(self._lines):
            start = self._lines.rfind(b"\n", 0, at) + 1
            before = self._lines[max(start, at - _WINDOW) : at].decode("utf-8", "ignore")
            if start != read and _OPENS.search(before):
                read, end = start, self._lines.find(b"\n", at)
                yield self._lines[start : end if end >= 0 else len(self._lines)].decode("utf-8", "replace")


def _forms(group: str) -> Iterator[str]:
    """The folded words and phrases of a group, the forms of its verbs among them ("write {wrote; written}")."""
    for listed in (*_VERB_FORMS.findall(group), _VERB_FORMS.sub(" ", group)):
        for form in re.split("[;,]", listed):
            yield folded(unmarked(form))
