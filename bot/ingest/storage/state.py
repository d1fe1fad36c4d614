"""The state of a feed: `feed.json` in the folder of its articles, for an editor to read, and to change.

The articles themselves are only in their files; here stands which entry is in which file, and what was left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from bot.config.errors import BrokenMemory
from bot.ingest.storage.files import write_atomically
from content.files import read_file

STATE_FILE = "feed.json"

# In seconds, thirty years: with more, the next fetch has no date.
_LONGEST_PAUSE = 1e9


class EntryState(BaseModel):
    """What became of an entry.

    `address` is the canonical one. `seen` is its digest as the feed had it last. `file` is the name of its article
    file, `written` the digest of the bytes that were written there; both None, and `why` told, when it was left out.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    seen: str
    address: str | None = None
    file: Annotated[str, Field(pattern=r"^[^/\\\x00-\x1f]{1,250}\.md$")] | None = None
    written: str | None = None
    why: str | None = None


class FeedState(BaseModel):
    """The state of a feed: `address` is where it is asked for; `site` is where one in a file stands, to which its links
    are relative. `is_private`: that is in a private network, as it was when the feed was first followed, wherever its
    name leads later; None: not known yet.

    `etag` and `modified` are sent back to its server; it wants to be asked again after `pause` seconds, which is
    `not_before`. `language` and `publisher` were given by the editor, for all its articles. `boilerplate` is what is
    taken out of their texts.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str
    title: str | None = None
    site: str | None = None
    is_private: bool | None = None
    etag: str | None = None
    modified: str | None = None
    pause: Annotated[float, Field(ge=0, le=_LONGEST_PAUSE)] = 0
    not_before: AwareDatetime | None = None
    language: str | None = None
    publisher: str | None = None
    boilerplate: tuple[str, ...] = ()
    entries: tuple[EntryState, ...] = ()


def feed_states(
    folder: Path, report: Callable[[BrokenMemory], object] | None = None
) -> Iterator[tuple[Path, FeedState]]:
    """Every feed that the content folder follows, with the folder of its articles.

    Raises:
        BrokenMemory: one cannot be read, and `report` is not there to be told of it.
    """
    for file in sorted(folder.rglob(STATE_FILE)):
        try:
            yield file.parent, read_state(file)
        except BrokenMemory as error:
            if report is None:
                raise
            report(error)


def read_state(file: Path) -> FeedState:
    """The state in the file.

    Raises:
        BrokenMemory: it cannot be read.
    """
    try:
        return FeedState.model_validate_json(read_file(file))
    except ValidationError as error:
        first = error.errors()[0]
        problem = f"{'.'.join(map(str, first['loc'])) or 'JSON'}: {first['msg']}"
    except OSError as error:
        problem = str(getattr(error, "strerror", None) or error)
    raise BrokenMemory(
        f"{file}: it cannot be read ({problem}); mend it, or delete it to have the feed read as a new one"
    )


def write_state(folder: Path, state: FeedState) -> None:
    """Writes it down whole, or not at all. An entry a line, so that a person and a version control can read it."""
    known = state.model_dump(mode="json", exclude_defaults=True)
    entries = [json.dumps(entry, ensure_ascii=False) for entry in known.pop("entries", [])]
    head = json.dumps(known, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n  ".join(entries)
    write_atomically(folder / STATE_FILE, f'{head},\n "entries": [\n  {lines}\n ]\n}}\n'.encode("utf-8", "replace"))
