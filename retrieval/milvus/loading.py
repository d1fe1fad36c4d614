"""Brings a collection to the state of the articles: only what changed is sent."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from content import Article
from retrieval.fields import Field
from retrieval.milvus.collection import Collection
from retrieval.milvus.rows import ARTICLE, Row, Totals, rows_of, totals_of
from retrieval.reading import Reading, Tongue

_LOGGER = logging.getLogger(__name__)

# After so many articles the log tells how far the loading is: about a minute.
_TOLD_OF = 1_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is known of all the articles together.

    `passages` is how many there are, and `totals` has each field's documents and their terms.
    """

    passages: int
    totals: tuple[Totals, ...]


@dataclass(slots=True)
class Shared:
    """What was told of the articles last time, by their keys, for the next engine of a library that has changed."""

    told: dict[str, list[Totals]] = field(default_factory=dict)


def load(
    collection: Collection,
    shared: Shared,
    articles: Mapping[str, Article],
    tongue: Tongue,
    fields: Sequence[Field],
) -> Loaded:
    """Sends the articles, given by their keys, that the collection lacks, and then removes the others.

    Processes that load the same at the same time cost each other nothing but time.

    Raises:
        EngineUnavailable: Milvus cannot be reached. What is there already is not sent again next time.
    """
    collection.open()
    rows = collection.first_rows(("article",) if shared.told else ARTICLE)
    there = {row["article"] for row in rows}
    new = [article for key, article in articles.items() if key not in there]
    if new:
        _LOGGER.info("Sending %d of %d article(s) to Milvus (%s).", len(new), len(articles), collection.name)
        collection.upsert(_rows(new, tongue, fields))
    known = shared.told or _told(rows)
    known |= _told(collection.told(key for key in articles if key not in known))
    shared.told = {key: known[key] for key in articles if key in known}
    if gone := there - articles.keys():
        collection.remove(gone)
    collection.tidy()
    return _summed(shared.told.values(), len(fields))


def _told(rows: Iterable[Row]) -> dict[str, list[Totals]]:
    return {row["article"]: totals_of(row) for row in rows}


def _rows(articles: Sequence[Article], tongue: Tongue, fields: Sequence[Field]) -> Iterator[Row]:
    for sent, article in enumerate(articles):
        if sent and sent % _TOLD_OF == 0:
            _LOGGER.info("%d of %d articles sent.", sent, len(articles))
        yield from rows_of(Reading(article, tongue), fields)


def _summed(told: Iterable[list[Totals]], fields: int) -> Loaded:
    totals = [Totals(0, 0)] * fields
    for own in told:
        totals = [Totals(*map(sum, zip(one, other, strict=True))) for one, other in zip(totals, own, strict=True)]
    return Loaded(totals[0].documents, tuple(totals))
