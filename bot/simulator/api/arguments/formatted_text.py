"""A text with entities as a bot sends it: checked, cleaned, and with the entities that Telegram adds by itself.

Entities without length, which Telegram drops, and those that this simulator does not model are refused; where entities
may stand is in `texts.formatting`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Final

from bot.simulator import limits
from bot.simulator.api.parameters import FromJson, Part, Within
from bot.simulator.errors import BadRequest
from bot.simulator.texts.detection import find_entities
from bot.simulator.texts.formatting import check_bounds, check_nesting, clean
from bot.simulator.texts.links import InvalidLink, normalize_link
from bot.simulator.world.message_content.entities import CODES, FOUND_IN_TEXT, WRITTEN_BY_BOTS, Entity, sort_entities
from bot.simulator.world.users import User

_GREATEST_OFFSET: Final = 1_000_000
_WITHOUT_LINKS: Final = CODES | {"text_link", "text_mention"}


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


def read_formatted_text(text: str, given: Sequence[InputEntity], find_user: FindUser) -> tuple[str, tuple[Entity, ...]]:
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
    entities = [_read_entity(entity, find_user) for entity in given if _is_taken(entity)]
    check_bounds(text, entities)
    check_nesting(entities)
    text, entities = clean(text, entities)
    if not text:
        raise BadRequest("text must be non-empty")
    if len(text) > limits.MESSAGE_TEXT:
        raise BadRequest("message is too long")
    closed = [entity for entity in entities if entity.type in _WITHOUT_LINKS]
    found = [entity for entity in find_entities(text) if not any(entity.overlaps(other) for other in closed)]
    return text, sort_entities([*entities, *found])


def _is_taken(entity: InputEntity) -> bool:
    if entity.type not in FOUND_IN_TEXT | WRITTEN_BY_BOTS:
        if entity.type in {"custom_emoji", "date_time"}:
            raise BadRequest(f'this simulator does not model the entity "{entity.type}"')
        raise BadRequest("can't parse MessageEntity: Unsupported type specified")
    return entity.type in WRITTEN_BY_BOTS


def _read_entity(entity: InputEntity, find_user: FindUser) -> Entity:
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
        url=_read_url(entity) if entity.type == "text_link" else None,
        user=_find_mentioned_user(entity, find_user) if entity.type == "text_mention" else None,
        language=entity.language if entity.type == "pre" else None,
    )


def _read_url(entity: InputEntity) -> str:
    if entity.url is None:
        raise BadRequest("can't parse MessageEntity: Can't find field \"url\"")
    try:
        return normalize_link(entity.url)
    except InvalidLink as error:
        raise BadRequest(f"entity {error}") from None


def _find_mentioned_user(entity: InputEntity, find_user: FindUser) -> User:
    if entity.user is None:
        raise BadRequest("can't parse MessageEntity: Can't find field \"user\"")
    user = find_user(entity.user.id)
    if user is None:
        raise BadRequest(f"this simulator knows no user {entity.user.id} to mention")
    return user
