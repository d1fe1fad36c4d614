"""A feed and its entries, whatever it was written in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from bot.ingest.http.urls import canonical_url


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article; None or empty where it says nothing.

    `id` is the feed's own, or made of its address or title where it has none. `text` is an article's text
    (`content.text_of`); `is_full_text`: all of the article, and not a teaser of it. `updated` is as the feed writes it.
    `has_relative_link`: where its page is cannot be told without the feed's address. `fault` is why it cannot be read.
    """

    id: str
    text: str
    is_full_text: bool
    title: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    updated: str = ""
    language: str | None = None
    publisher: str | None = None
    licence: str | None = None
    has_relative_link: bool = False
    fault: str = ""

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.title or self.url or self.id

    @property
    def address(self) -> str | None:
        """Its address in the form in which addresses are compared."""
        return canonical_url(self.url) if self.url else None

    @property
    def digest(self) -> str:
        """Changes when the feed tells something else of it."""
        # A whole text shows itself that it was corrected; many a feed says so of every entry, every day.
        values = [self.title, self.address, self.text, *self.authors, "" if self.is_full_text else self.updated]
        return hashlib.blake2b(
            "\0".join(each or "" for each in values).encode("utf-8", "replace"), digest_size=8
        ).hexdigest()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it is called, and its entries in its order.

    `seconds_between` is how long it wants to be left alone after it was asked; 0: it does not say. `left_out` counts
    the entries beyond the most that are read.
    """

    entries: tuple[Entry, ...]
    title: str | None = None
    publisher: str | None = None
    seconds_between: float = 0
    left_out: int = 0

    @property
    def needs_address(self) -> bool:
        """Whether there are pages whose address cannot be told without that of the feed."""
        return any(entry.has_relative_link and not entry.is_full_text for entry in self.entries)
