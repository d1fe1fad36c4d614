"""A text with entities as a bot sends it: checked, cleaned, and with the entities that Telegram adds by itself.

Telegram mends what is nested wrongly by splitting or dropping entities without a word (`fix_entities` in
td/telegram/MessageEntity.cpp), so that the text does not look as the bot meant it. Here the rules of
core.telegram.org/bots/api#formatting-options are demanded; these refusals say "this simulator". So are entities without
length and more than 100 of them, which Telegram drops.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Annotated, Final

from bot.simulator import limits
from bot.simulator.api.parameters import FromJson, Part, Within
from bot.simulator.errors import BadRequest
from bot.simulator.texts.detection import find_entities
from bot.simulator.texts.links import InvalidLink, checked_link
from bot.simulator.world.message_content.entities import (
    BLOCKQUOTES,
    CODES,
    FOUND_IN_TEXT,
    WRITTEN_BY_BOTS,
    Entity,
    in_order,
    utf16_length,
)
from bot.simulator.world.users import User

_GREATEST_OFFSET: Final = 1_000_000
_WITHOUT_LINKS: Final = CODES | {"text_link", "text_mention"}
# What `clean_input_string` removes; other control characters become spaces.
_REMOVED: Final = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_BLANKED: Final = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")


class InputUser(Part):
    """The user of a "text_mention"; clients may send the whole User."""

    id: int
    is_bot: bool = False
    first_name: str = ""
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None


class InputEntity(Part):
    """MessageEntity, without custom emoji and dates."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: InputUser | None = None
    language: str | None = None


EntityList = Annotated[list[InputEntity], Within("Can't parse MessageEntity: ")]
InputEntities = Annotated[EntityList, FromJson]
FindUser = Callable[[int], User | None]


def checked_text(text: str, given: Sequence[InputEntity], find_user: FindUser) -> tuple[str, tuple[Entity, ...]]:
    """The text and entities as the message will carry them.

    Control characters become spaces, carriage returns go, blanks at both ends go; links, mentions, commands and
    hashtags in the text become entities, also within a quotation: there is no way to switch that off.

    Raises:
        BadRequest: empty or too long, or an entity that is wrong.
    """
    if not text:
        raise BadRequest("message text is empty")
    if len(text.encode()) > limits.MESSAGE_TEXT_BYTES:
        raise BadRequest("text is too long")
    entities = [_checked_entity(entity, find_user) for entity in given if _is_taken(entity)]
    _check_bounds(text, entities)
    _check_nesting(entities)
    text, entities = _cleaned(text, entities)
    if not text:
        raise BadRequest("text must be non-empty")
    if len(text) > limits.MESSAGE_TEXT:
        raise BadRequest("message is too long")
    closed = [entity for entity in entities if entity.type in _WITHOUT_LINKS]
    found = [entity for entity in find_entities(text) if not any(entity.overlaps(other) for other in closed)]
    return text, in_order([*entities, *found])


def _is_taken(entity: InputEntity) -> bool:
    if entity.type not in FOUND_IN_TEXT | WRITTEN_BY_BOTS:
        if entity.type in {"custom_emoji", "date_time"}:
            raise BadRequest(f'this simulator does not model the entity "{entity.type}"')
        raise BadRequest("can't parse MessageEntity: Unsupported type specified")
    return entity.type in WRITTEN_BY_BOTS


def _checked_entity(entity: InputEntity, find_user: FindUser) -> Entity:
    if not 0 <= entity.offset <= _GREATEST_OFFSET:
        raise BadRequest(f"receive an entity with incorrect offset {entity.offset}")
    if not 0 <= entity.length <= _GREATEST_OFFSET:
        raise BadRequest(f"receive an entity with incorrect length {entity.length}")
    if entity.length == 0:
        raise BadRequest(f"this simulator takes no entity of length 0, as {entity.type} at {entity.offset}")
    return Entity(
        type=entity.type,
        offset=entity.offset,
        length=entity.length,
        url=_checked_url(entity) if entity.type == "text_link" else None,
        user=_mentioned(entity, find_user) if entity.type == "text_mention" else None,
        language=entity.language if entity.type == "pre" else None,
    )


def _checked_url(entity: InputEntity) -> str:
    if entity.url is None:
        raise BadRequest("can't parse MessageEntity: Can't find field \"url\"")
    try:
        return checked_link(entity.url)
    except InvalidLink as error:
        raise BadRequest(f"entity {error}") from None


def _mentioned(entity: InputEntity, find_user: FindUser) -> User:
    if entity.user is None:
        raise BadRequest("can't parse MessageEntity: Can't find field \"user\"")
    user = find_user(entity.user.id)
    if user is None:
        raise BadRequest(f"this simulator knows no user {entity.user.id} to mention")
    return user


def _check_bounds(text: str, entities: Sequence[Entity]) -> None:
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


def _check_nesting(entities: Sequence[Entity]) -> None:
    ordered = in_order(list(entities))
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


def _cleaned(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    text, entities = _without_removed(_BLANKED.sub(" ", text), entities)
    end = utf16_length(text.rstrip("\n "))
    # Blanks at the beginning stay when an entity begins with them.
    blank = len(text) - len(text.lstrip("\n "))
    start = min([blank, *(entity.offset for entity in entities)])
    kept = [(entity, max(entity.offset, start), min(entity.end, end)) for entity in entities]
    return text.rstrip("\n ")[start:], [
        _moved(e, first - start, last - first) for e, first, last in kept if first < last
    ]


def _without_removed(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    gone = [utf16_length(text[: match.start()]) for match in _REMOVED.finditer(text)]
    if not gone:
        return text, list(entities)
    shifted = [(entity, _shift(entity.offset, gone), _shift(entity.end, gone)) for entity in entities]
    return _REMOVED.sub("", text), [_moved(e, start, end - start) for e, start, end in shifted if start < end]


def _shift(offset: int, gone: Sequence[int]) -> int:
    return offset - sum(place < offset for place in gone)


def _moved(entity: Entity, offset: int, length: int) -> Entity:
    return Entity(
        type=entity.type,
        offset=offset,
        length=length,
        url=entity.url,
        user=entity.user,
        language=entity.language,
    )
