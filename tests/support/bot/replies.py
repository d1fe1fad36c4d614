"""Replies as Telegram gets them and gives them back, and what makes any of them: strategies of texts and questions."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st
from telegram import Message

from bot.incoming.message_view import MessageView, view_message
from bot.messages.reply import Reply
from bot.simulator.api.arguments.formatted_text import InputEntity, read_formatted_text
from bot.simulator.api.arguments.reply_markup import InlineMarkup, read_keyboard
from tests.support.bot.articles import BRIDGE
from tests.support.bot.incoming import BOT, GROUP

SCALARS = st.characters(exclude_categories=["Cs"])  # what a file in UTF-8 can hold
WORDS = st.one_of(
    st.sampled_from(BRIDGE.text.split()), st.text(SCALARS), st.sampled_from(["👩‍🚀", "\u202e", "مرحبا", "\x00"])
)
QUESTIONS = st.lists(WORDS, min_size=1).map(" ".join)
TEXTS = st.lists(st.lists(WORDS, min_size=1).map(" ".join), min_size=1).map("\n\n".join)


def assert_telegram_takes(reply: Reply) -> None:
    """Fails when Telegram would refuse the reply."""
    text, entities = reply.text.for_telegram()
    read_formatted_text(text, [InputEntity.model_validate(entity.to_dict()) for entity in entities], lambda _: None)
    if reply.keyboard:
        read_keyboard(InlineMarkup.model_validate(reply.keyboard.to_dict()))


def quoted_texts(reply: Reply) -> list[str]:
    """The text of each of the reply's quotations."""
    text, entities = reply.text.for_telegram()
    units = text.encode("utf-16-le")
    quotes = [entity for entity in entities if entity.type == "blockquote"]
    return [units[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le") for e in quotes]


def sent(reply: Reply) -> dict[str, Any]:
    """The reply as Telegram gives it back in a message of the bot's."""
    text, entities = reply.text.for_telegram()
    given_back = {"message_id": 3, "date": 0, "chat": GROUP, "from": BOT, "text": text}
    given_back["entities"] = [json.loads(entity.to_json()) for entity in entities]
    if reply.keyboard:
        given_back["reply_markup"] = json.loads(reply.keyboard.to_json())
    return given_back


def read_back(reply: Reply) -> MessageView:
    """What the bot reads in its own message when somebody replies to it."""
    return view_message(Message.de_json(sent(reply), None))
