"""Entities: the formats, links, mentions and commands of a text, and how Telegram allows them beside each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import pairwise
from typing import Final, NamedTuple

from telegram import Message, MessageEntity
from telegram.constants import MessageEntityType

# Telegram drops what is more than a hundred entities in a message, without a word.
_MOST: Final = 100

# Formats that have code within them.
_AROUND: Final = (MessageEntityType.BLOCKQUOTE, MessageEntityType.EXPANDABLE_BLOCKQUOTE, MessageEntityType.TEXT_LINK)


class TextEntity(NamedTuple):
    """A format over part of a text: offset and length in code points."""

    type: MessageEntityType
    offset: int
    length: int
    url: str | None = None

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.offset + self.length

    def overlaps(self, other: TextEntity) -> bool:
        """Whether they have a character in common."""
        return self.offset < other.end and other.offset < self.end

    def with_bounds(self, start: int, end: int) -> TextEntity:
        """The same format over another part of the text."""
        return self._replace(offset=start, length=end - start)


def reconcile(entities: Iterable[TextEntity]) -> list[TextEntity]:
    """The marks as Telegram allows them beside each other: within a link no code, within code nothing else.

    Where that is more than Telegram takes, the codes nearest to each other become one, with what is between them.
    """
    given = [entity for entity in entities if entity.length]
    around = [entity for entity in given if entity.type in _AROUND]
    links = [entity for entity in around if entity.type == MessageEntityType.TEXT_LINK]
    codes = sorted(
        (entity for entity in given if entity.type == MessageEntityType.CODE and not any(map(entity.overlaps, links))),
        key=lambda code: code.offset,
    )
    others = [entity for entity in given if entity.type != MessageEntityType.CODE]
    found = [*codes, *_cut_around(codes, others)]
    if len(found) > _MOST:
        codes = _join(codes, len(found) - _MOST, around)
        found = [*codes, *_cut_around(codes, others)]
    return found


def _cut_around(codes: Sequence[TextEntity], others: Iterable[TextEntity]) -> Iterator[TextEntity]:
    """The other marks, in their order, without what is code; `codes` are in the order of the text."""
    for entity in others:
        start = entity.offset
        for code in () if entity.type in _AROUND else codes:
            if entity.overlaps(code):
                if start < code.offset:
                    yield entity.with_bounds(start, code.offset)
                start = max(start, code.end)
        if start < entity.end:
            yield entity.with_bounds(start, entity.end)


def _join(codes: Sequence[TextEntity], count: int, around: Sequence[TextEntity]) -> list[TextEntity]:
    """The codes, as many as `count` of them joined with the one before: first where the least is between them.

    Never across the border of a quotation or of a link, with which code may not overlap.
    """
    borders = sorted({border for entity in around for border in (entity.offset, entity.end)})
    gaps = [
        (after.offset - before.end, number)
        for number, (before, after) in enumerate(pairwise(codes), start=1)
        if bisect_left(borders, before.end) == bisect_right(borders, after.offset)
    ]
    closed = {number for _, number in nsmallest(count, gaps)}
    joined: list[TextEntity] = []
    for number, code in enumerate(codes):
        start = joined.pop().offset if number in closed else code.offset
        joined.append(code.with_bounds(start, code.end))
    return joined


def entity_texts(message: Message) -> dict[MessageEntity, str]:
    """The part of the message's text, or of its caption, that each entity covers.

    Entities that begin or end within a character are left out: Telegram sends none, but one must not cost the message.
    """
    entities, part_of = message.entities, message.parse_entity
    if not message.text:
        entities, part_of = message.caption_entities, message.parse_caption_entity
    found = {}
    for entity in entities if message.text or message.caption else ():
        try:
            found[entity] = part_of(entity)
        except UnicodeDecodeError:
            continue
    return found
