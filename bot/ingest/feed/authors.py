"""Who wrote an entry: names, as a reader would write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BETWEEN = re.compile(r"\s*[;|]\s*|\s+(?:und|and|&)\s+", re.IGNORECASE)
_BY = re.compile(r"^(?:von|by)\s+", re.IGNORECASE)

# What content systems call whoever has no name there.
_NOBODY = frozenset(
    {"admin", "administrator", "webmaster", "editor", "unknown", "anonymous", "noreply", "root", "user"}
)


def parse_authors(stated: Iterable[str], publisher: str | None) -> tuple[str, ...]:
    """The names in what was stated, each once; no addresses, no names of accounts, and not the publisher's."""
    names = (_BY.sub("", name) for each in stated for name in _names(each))
    return tuple(dict.fromkeys(name for name in names if _is_name(name) and name != publisher))


def _names(stated: str) -> Iterator[str]:
    for part in _BETWEEN.split(" ".join(stated.split())):
        listed = [each.strip() for each in part.split(",")]
        # "Ida Fechner, Jo Amari" are two; "Fechner, Ida" and "Amari, Dr." are one.
        yield from listed if all(len(each.split()) > 1 for each in listed) else [part.strip()]


def _is_name(name: str) -> bool:
    is_address = "@" in name or "://" in name
    return not is_address and name.lower() not in _NOBODY and any(map(str.isalpha, name))
