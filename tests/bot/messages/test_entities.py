"""What entities cover."""

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, MessageEntity

from bot.messages.entities import entity_texts

CHAT = Chat(1, "private")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def entity(offset: int, length: int) -> MessageEntity:
    return MessageEntity(MessageEntity.BOLD, offset, length)


@pytest.mark.parametrize("kind", ["text", "caption"])
def test_each_entity_covers_its_part_of_the_text_or_caption(kind: str) -> None:
    entities = {"entities" if kind == "text" else "caption_entities": [entity(0, 2), entity(3, 3)]}
    message = Message(1, NOW, CHAT, **{kind: "👍 Bus"}, **entities)  # type: ignore[arg-type]
    assert entity_texts(message) == {entity(0, 2): "👍", entity(3, 3): "Bus"}


def test_an_entity_that_cuts_a_character_in_two_is_left_out() -> None:
    message = Message(1, NOW, CHAT, text="👍 Bus", entities=[entity(0, 1), entity(1, 2), entity(3, 3)])
    assert entity_texts(message) == {entity(3, 3): "Bus"}


def test_entities_of_nothing_cover_nothing() -> None:
    assert entity_texts(Message(1, NOW, CHAT, entities=[entity(0, 1)])) == {}
