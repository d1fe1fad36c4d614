"""Everything that can be wrong with content.

ContentError
├── InvalidText        a text that no article can be made of
└── InvalidArticles    faults in a folder of article files, all of them at once
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class ContentError(Exception):
    """Base of all errors of this package."""


class InvalidText(ContentError, ValueError):
    """An article cannot be made of this text, title or language."""


@dataclass(frozen=True, slots=True)
class ArticleFault:
    """One fault of one article file: where it is, what it is, and how to mend it.

    `line` counts from 1; None when the fault is the file's or the folder's as a whole.
    """

    path: Path
    line: int | None
    what: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return f"{place}: {self.what}; {self.mend}"


class InvalidArticles(ContentError):
    """Article files are broken. Carries every fault found, so that an editor mends them in one go."""

    def __init__(self, faults: Sequence[ArticleFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))
