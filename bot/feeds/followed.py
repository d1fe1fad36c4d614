"""A feed that is followed: where its articles are, and how it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.request import getproxies

from bot.adding import Material, is_private
from bot.config.errors import NotNow
from bot.feeds.asking import Asking
from bot.feeds.feed import Feed
from bot.feeds.memory import FILE, Memory, memories, memory_of, write
from content.article_file import slug_from

# A feed in a file has no address; this stands before what names it.
OF_A_FILE = "file:"


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed with the folder of its articles and what is remembered of it."""

    folder: Path
    memory: Memory

    def wait_until(self, now: datetime) -> datetime | None:
        """When its server may be asked again; None: now."""
        return self.memory.not_before if self.memory.not_before and self.memory.not_before > now else None

    def asked(self, asking: Asking, now: datetime, *, anew: bool = False) -> Material:
        """The feed as its server has it; without bytes (`Material.unchanged`) when it has nothing new.

        `anew`: also when it has nothing new. When the server asks to be left alone for some time, that is remembered.

        Raises:
            Unfetchable: it cannot be had.
        """
        validators = {"If-None-Match": self.memory.etag, "If-Modified-Since": self.memory.modified}
        headers = {name: value for name, value in validators.items() if value and not anew}
        try:
            return asking(self.memory.address, headers=headers, guarded=_is_guarded(self.memory.address))
        except NotNow as error:
            self._rests(error.seconds or 0, now)
            raise

    def rests(self, now: datetime) -> None:
        """Remembers that the feed was asked now."""
        self._rests(self.memory.pause, now)

    def _rests(self, pause: float, now: datetime) -> None:
        if pause and (self.folder / FILE).exists():
            write(self.folder, self.memory.model_copy(update={"not_before": _after(pause, now)}))


def followed_at(address: str, content_dir: Path) -> Followed | None:
    """The feed of this address, if the content folder follows it. Raises BrokenMemory as `memories` does."""
    found = memory_of(content_dir, address)
    return Followed(*found) if found else None


def all_followed(content_dir: Path) -> tuple[Followed, ...]:
    """The feeds that the content folder follows, but for those that came from files. Raises as `memories` does."""
    found = (Followed(folder, memory) for folder, memory in memories(content_dir))
    return tuple(each for each in found if not each.memory.address.startswith(OF_A_FILE))


def newly_followed(address: str, feed: Feed, content_dir: Path) -> Followed:
    """A feed that is not followed yet, with a folder of its own to be, named by its title."""
    host = address.partition("://")[2].partition("/")[0]
    name = slug_from(feed.title or "") or slug_from(host) or "feed"
    names = (name if number == 1 else f"{name}-{number}" for number in range(1, 10_000))
    return Followed(next(content_dir / each for each in names if _is_free(content_dir / each)), Memory(address=address))


def told_by(material: Material, feed: Feed, now: datetime) -> Mapping[str, Any]:
    """What the server and the feed say of when and how to ask again, as values of a `Memory`."""
    pause = feed.seconds_between if material.url else 0
    return {
        "etag": material.headers.get("etag"),
        "modified": material.headers.get("last-modified"),
        "pause": pause,
        "not_before": _after(pause, now),
    }


def _is_guarded(address: str) -> bool:
    """Whether a feed may not lead into a private network: it is in none itself, and no proxy stands between."""
    return not getproxies() and not is_private(address)


def _after(pause: float, now: datetime) -> datetime | None:
    return (now + timedelta(seconds=pause)).replace(microsecond=0) if pause else None


def _is_free(folder: Path) -> bool:
    """Whether no other feed has it. One without a memory may be that of this feed, whose memory an editor deleted."""
    return not (folder / FILE).exists() and (folder.is_dir() or not folder.exists())
