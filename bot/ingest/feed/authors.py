"""Who wrote an entry: names, as a reader would write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.ingest.extract.names import clean_name, is_same_name

_BETWEEN = re.compile(r"[;|]| (?:und|and|&) ", re.IGNORECASE)


def parse_authors(stated: Iterable[str], publisher: str | None) -> tuple[str, ...]:
    """The names in what was stated, each once; no addresses, no names of accounts, and not the publisher's."""
    names = (clean_name(name) for each in stated for name in _names(each))
    return tuple(dict.fromkeys(name for name in names if name and not is_same_name(name, publisher)))


def _names(stated: str) -> Iterator[str]:
    for part in _BETWEEN.split(" ".join(stated.split())):
        listed = [each.strip() for each in part.split(",")]
        # "Ida Fechner, Jo Amari" are two; "Fechner, Ida" and "Amari, Dr." are one.
        yield from listed if all(len(each.split()) > 1 for each in listed) else [part.strip()]
