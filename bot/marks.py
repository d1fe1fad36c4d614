"""Marks: the formats of a text, and how Telegram allows them beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from telegram.constants import MessageEntityType

# Formats that have code within them.
_AROUND = (MessageEntityType.BLOCKQUOTE, MessageEntityType.EXPANDABLE_BLOCKQUOTE, MessageEntityType.TEXT_LINK)


class Mark(NamedTuple):
    """A format over part of a text: offset and length in code points."""

    type: MessageEntityType
    offset: int
    length: int
    url: str | None = None

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.offset + self.length

    def overlaps(self, other: Mark) -> bool:
        """Whether they have a character in common."""
        return self.offset < other.end and other.offset < self.end


def reconciled(marks: Iterable[Mark]) -> list[Mark]:
    """The marks as Telegram allows them beside each other: within a link no code, within code nothing else."""
    marks = list(marks)
    links = [mark for mark in marks if mark.type == MessageEntityType.TEXT_LINK]
    codes = [
        mark for mark in marks if mark.type == MessageEntityType.CODE and not any(mark.overlaps(link) for link in links)
    ]
    others = [mark for mark in marks if mark.type != MessageEntityType.CODE]
    return codes + [part for mark in others for part in ([mark] if mark.type in _AROUND else _around(mark, codes))]


def _around(mark: Mark, codes: Iterable[Mark]) -> list[Mark]:
    """What is left of the mark beside these."""
    parts = [mark]
    for code in codes:
        parts = [
            part._replace(offset=start, length=end - start)
            for part in parts
            for start, end in (
                ((part.offset, min(part.end, code.offset)), (max(part.offset, code.end), part.end))
                if part.overlaps(code)
                else ((part.offset, part.end),)
            )
            if start < end
        ]
    return parts
