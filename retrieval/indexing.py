"""The index of a shelf: made of its articles, or opened where it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from content import Article
from retrieval.arrays import Arrays, prefixed, under
from retrieval.catalogue import Catalogue
from retrieval.fields import Field
from retrieval.gathering import Gathering, Known
from retrieval.holdings import Holdings, key_of
from retrieval.keeping import Version, keep
from retrieval.predecessor import Predecessor
from retrieval.reading import Tongue

# Goes through the articles that have to be read, and may tell somebody how far it is.
Progress = Callable[[Sequence[Article]], Iterable[Article]]


class Indexing:
    """Makes the index of articles of one language, to rank their passages by these fields.

    Without fields it is only known what the articles say: how they rank is known elsewhere.
    """

    def __init__(
        self, articles: Sequence[Article], tongue: Tongue, fields: Sequence[Field], progress: Progress
    ) -> None:
        self._articles = articles
        self._tongue = tongue
        self._fields = fields
        self._progress = progress

    def made(self) -> tuple[Holdings, Catalogue]:
        """The index, made anew, in memory."""
        holdings = self._gathered(Gathering(self._tongue))
        return holdings, Catalogue.of(holdings, self._fields)

    def kept(self, folder: Path) -> tuple[Holdings, Catalogue]:
        """The index as it is kept in the folder; made when it is not there, only what has changed is read for it."""
        version = Version.of(self._articles, [field.name for field in self._fields])
        arrays = keep(folder, version, self._arrays)
        holdings = Holdings.from_arrays(self._articles, under("holdings", arrays))
        return holdings, Catalogue.from_arrays(holdings, self._fields, under("catalogue", arrays))

    def _arrays(self, before: Arrays | None) -> Arrays:
        known = Known.from_arrays(under("holdings", before)) if before else None
        holdings = self._gathered(Gathering(self._tongue, known, said=True))
        catalogue = Catalogue.of(holdings, self._fields, before=self._predecessor(before, known))
        return {**prefixed("holdings", holdings.arrays()), **prefixed("catalogue", catalogue.arrays())}

    def _gathered(self, gathering: Gathering) -> Holdings:
        new = [article for article in self._articles if not gathering.knows(article)]
        steps = iter(self._progress(new))
        for article in self._articles:
            if not gathering.knows(article):
                next(steps, None)
            gathering.add(article)
        for _ in steps:  # it may have something to tell at its end
            pass
        return gathering.holdings()

    def _predecessor(self, arrays: Arrays | None, known: Known | None) -> Predecessor | None:
        if not (arrays and known):
            return None
        keys = list(map(key_of, self._articles))
        there = set(keys)
        removed = [number for key, number in known.numbers.items() if key not in there]
        added = [number for number, key in enumerate(keys) if key not in known.numbers]
        statistics = Catalogue.from_arrays(known.holdings, self._fields, under("catalogue", arrays)).statistics
        return Predecessor(known.holdings, statistics, removed, added)
