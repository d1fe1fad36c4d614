"""Where entities may stand in a text, and what of the text is kept.

Telegram mends what is nested wrongly by splitting or dropping entities without a word (`fix_entities` in
td/telegram/MessageEntity.cpp), so that the text does not look as the bot meant it. Here the rules of
core.telegram.org/bots/api#formatting-options are demanded; these refusals say "this simulator". So are no more than 100
entities; Telegram drops the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.simulator import limits
from bot.simulator.errors import BadRequest
from bot.simulator.world.message_content.entities import BLOCKQUOTES, CODES, Entity, sort_entities, utf16_length

# What `clean_input_string` removes; other control characters become spaces.
_REMOVED: Final = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_BLANKED: Final = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")


def check_bounds(text: str, entities: Sequence[Entity]) -> None:
    """Refuse entities that begin or end beside the text, or within a character.

    Raises:
        BadRequest: in Telegram's words; in this simulator's, when there are too many entities.
    """
    if len(entities) > limits.MESSAGE_ENTITIES:
        raise BadRequest(f"this simulator takes {limits.MESSAGE_ENTITIES} entities a message, not {len(entities)}")
    borders = _borders(text)
    length = utf16_length(text)
    for entity in entities:
        start = f"entity beginning at UTF-16 offset {entity.offset}"
        if entity.offset >= length:
            raise BadRequest(f"entity begins after the end of the text at UTF-16 offset {entity.offset}")
        if entity.offset not in borders:
            place = borders[entity.offset + 1]
            raise BadRequest(f"entity begins in a middle of a UTF-16 symbol at byte offset {place}")
        if entity.end > length:
            raise BadRequest(f"{start} ends after the end of the text at UTF-16 offset {entity.end}")
        if entity.end not in borders:
            raise BadRequest(f"{start} ends in a middle of a UTF-16 symbol at byte offset {borders[entity.end + 1]}")


def _borders(text: str) -> dict[int, int]:
    """Where characters begin and the text ends: UTF-16 offset to byte offset."""
    borders, units, size = {0: 0}, 0, 0
    for character in text:
        units += 2 if character > "\uffff" else 1
        size += len(character.encode())
        borders[units] = size
    return borders


def check_nesting(entities: Sequence[Entity]) -> None:
    """Refuse entities that cross, or stand within others in which they must not.

    Raises:
        BadRequest: names the two.
    """
    ordered = sort_entities(list(entities))
    for number, outer in enumerate(ordered):
        for inner in ordered[number + 1 :]:
            if not outer.overlaps(inner):
                break
            names = f"{outer.type} at {outer.offset} and {inner.type} at {inner.offset}"
            if inner.end > outer.end:
                raise BadRequest(f"this simulator takes no entities that cross, as {names}")
            _check_pair({outer.type, inner.type}, names, same=outer.type == inner.type)


def _check_pair(kinds: set[str], names: str, *, same: bool) -> None:
    if kinds <= BLOCKQUOTES:
        raise BadRequest(f"this simulator takes no blockquote within another, as {names}")
    if kinds & CODES and not kinds & BLOCKQUOTES:
        raise BadRequest(f"this simulator takes no other entity within or around pre and code, as {names}")
    if same or kinds <= {"text_link", "text_mention"}:
        raise BadRequest(f"this simulator takes no entity within another of its kind, as {names}")


def clean(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    """The text without control characters and without blanks at both ends, and the entities moved with it."""
    text, entities = _remove_characters(_BLANKED.sub(" ", text), entities)
    end = utf16_length(text.rstrip("\n "))
    # Blanks at the beginning stay when an entity begins with them.
    blank = len(text) - len(text.lstrip("\n "))
    start = min([blank, *(entity.offset for entity in entities)])
    kept = [(entity, max(entity.offset, start), min(entity.end, end)) for entity in entities]
    return text.rstrip("\n ")[start:], [
        _move(e, first - start, last - first) for e, first, last in kept if first < last
    ]


def _remove_characters(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    gone = [utf16_length(text[: match.start()]) for match in _REMOVED.finditer(text)]
    if not gone:
        return text, list(entities)
    shifted = [(entity, _shift(entity.offset, gone), _shift(entity.end, gone)) for entity in entities]
    return _REMOVED.sub("", text), [_move(e, start, end - start) for e, start, end in shifted if start < end]


def _shift(offset: int, gone: Sequence[int]) -> int:
    return offset - sum(place < offset for place in gone)


def _move(entity: Entity, offset: int, length: int) -> Entity:
    return Entity(
        type=entity.type,
        offset=offset,
        length=length,
        url=entity.url,
        user=entity.user,
        language=entity.language,
    )
