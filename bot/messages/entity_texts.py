"""The entities of what people write, and of what the bot has written: links, mentions, commands, formats."""

from __future__ import annotations

from telegram import Message, MessageEntity


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
