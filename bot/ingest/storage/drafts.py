"""Articles of a feed as their files have them now."""

from __future__ import annotations

from pathlib import Path

from content import ContentError, Draft, draft_of_file
from content.article_file import decode


def draft_in(data: bytes | None, path: Path) -> Draft | None:
    """The article that the file at this path has, given its bytes if there are any; None when it cannot be read."""
    try:
        return None if data is None else draft_of_file(decode(data), path)
    except (ContentError, UnicodeDecodeError):
        return None


def draft_at(path: Path) -> Draft | None:
    """The article that the file at this path has; None when there is none, or it cannot be read."""
    try:
        return draft_in(path.read_bytes(), path)
    except OSError:
        return None
