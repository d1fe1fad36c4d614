"""The bilingual dictionaries that are installed on this machine, and what a word is by them in another language."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Protocol

from retrieval.errors import UnreadableDictionary
from retrieval.lexicon import stemmer_of
from retrieval.translation.codes import code_of
from retrieval.translation.dictd import DictdFile, ReversedDictd
from retrieval.translation.ding import Ding
from retrieval.translation.matching import Matcher, folded

# Where Debian puts the dictionaries of dictd and the word list of Ding.
STANDARD_FOLDERS = (Path("/usr/share/dictd"), Path("/usr/share/trans"))

# Through these a word is translated that no dictionary brings from one language to the other: most dictionaries have
# one of them on one side.
_PIVOTS = ("en", "de")

# More translations of one word hardly find more, and match by chance (XQuAD, English and Russian to German).
_MOST = 16

# How many words are remembered with their translations, and how many translations through a pivot are looked at.
_REMEMBERED = 10_000
_THROUGH_PIVOT = 8

logger = logging.getLogger(__name__)


class Dictionary(Protocol):
    """Looks up a word of one language."""

    def translations(self, matcher: Matcher) -> Iterator[str]:
        """What the word is in the other language, the best first."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A dictionary that is there: its file, and the ISO 639-1 codes of the languages that it leads from and to."""

    path: Path
    source: str
    target: str

    @property
    def indexed(self) -> bool:
        """Whether it is one of dictd's, which have an index from `source` to `target`."""
        return self.path.suffix == ".index"

    def opened(self, source: str) -> Dictionary:
        """The dictionary, to be read from `source`, one of its two languages.

        Raises:
            UnreadableDictionary: it cannot be.
        """
        return _opened(self.path, source, source != self.source)


class Dictionaries:
    """The dictionaries in some folders. Looking for them, and opening them, waits for the first word to translate."""

    def __init__(self, folders: Sequence[Path] = STANDARD_FOLDERS) -> None:
        self._stem_of = lru_cache(None)(stemmer_of)
        self._folders = tuple(folders)
        self._routes: dict[tuple[str, str], tuple[Dictionary, ...]] = {}
        self.translations = lru_cache(_REMEMBERED)(self._translations)

    def installed(self) -> tuple[Installed, ...]:
        """Every dictionary whose name says what languages it is for, in the order in which they are asked."""
        files = (file for folder in self._folders if folder.is_dir() for file in sorted(folder.iterdir()))
        return tuple(found for file in files if (found := _recognised(file)))

    def _translations(self, word: str, source: str, target: str) -> tuple[str, ...]:
        """What a word of the language `source` may be in `target` (ISO 639-1): at most 16, the likeliest first.

        None when no dictionary has it. `word` is taken as it is written, in any form that its stemmer knows.
        """
        direct = self._direct(word, source, target)
        found = direct or next(filter(None, (self._through(word, source, via, target) for via in _PIVOTS)), [])
        return tuple(found[:_MOST])

    def _direct(self, word: str, source: str, target: str) -> list[str]:
        matcher = Matcher(folded(word), self._stem_of(source))
        return list(
            dict.fromkeys(chain.from_iterable(self._asked(each, matcher) for each in self._route(source, target)))
        )

    def _through(self, word: str, source: str, via: str, target: str) -> list[str]:
        """The translations of the translations, first the first one of each."""
        if via in (source, target):
            return []
        between = islice((each for each in self._direct(word, source, via) if " " not in each), _THROUGH_PIVOT)
        reached = zip_longest(*(self._direct(each, via, target) for each in between))
        return list(dict.fromkeys(each for one in reached for each in one if each is not None))

    def _asked(self, dictionary: Dictionary, matcher: Matcher) -> Iterable[str]:
        try:
            return tuple(dictionary.translations(matcher))
        except UnreadableDictionary as error:
            logger.warning("%s", error)
            return ()

    def _route(self, source: str, target: str) -> tuple[Dictionary, ...]:
        """The dictionaries between two languages: those that lead there, else those that lead back, reversed."""
        if (source, target) not in self._routes:
            every = self.installed()
            there = [each for each in every if (each.source, each.target) == (source, target)]
            back = [each for each in every if (each.target, each.source) == (source, target)]
            # FreeDict's German and English are made of Ding's list, and have an index: Ding is asked in their place.
            indexed = [each for each in there if each.indexed] or [each for each in (*there, *back) if not each.indexed]
            self._routes[source, target] = tuple(_openable(indexed or back, source))
        return self._routes[source, target]


def _openable(installed: Iterable[Installed], source: str) -> Iterator[Dictionary]:
    for each in installed:
        try:
            yield each.opened(source)
        except UnreadableDictionary as error:
            logger.warning("%s", error)


def _recognised(file: Path) -> Installed | None:
    """The dictionary that the file is, by its name: "freedict-eng-deu.index", "mueller7.index", or Ding's "de-en"."""
    if file.name == "de-en":
        return Installed(file, "de", "en")
    if file.suffix != ".index":
        return None
    parts = ("", "eng", "rus") if file.stem.startswith("mueller") else file.stem.split("-")
    if len(parts) != 3:
        return None
    source, target = map(code_of, parts[1:])
    return Installed(file, source, target) if source and target else None


@lru_cache(maxsize=64)  # several libraries in one process share what was opened, and what was unpacked
def _opened(path: Path, source: str, reverse: bool) -> Dictionary:
    if path.suffix == ".index":
        return ReversedDictd(path) if reverse else DictdFile(path)
    return Ding(path, source)
