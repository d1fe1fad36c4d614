"""What a person answers: a message of the chat, or of another one, and the passage that is marked in it."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

from bot.simulator import limits
from bot.simulator.errors import ImpossibleAction
from bot.simulator.world.chats import Channel, Chat, ExternalReply, Message, Origin
from bot.simulator.world.message_content.entities import Entity, sort_entities, utf16_length
from bot.simulator.world.message_content.quotes import TextQuote

# core.telegram.org/bots/api#textquote
_KEPT_IN_QUOTES: Final = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})


def reply_fields(chat: Chat, reply_to: Message | None, passage: str | None) -> dict[str, Any]:
    """The fields of the new `Message` in the chat; `passage` is what is marked.

    What a message of another chat says can only be known by a quotation: without a passage Telegram quotes all of it.

    Raises:
        ImpossibleAction: the passage is not in the message, or that cannot be quoted elsewhere.
    """
    if reply_to is None:
        if passage is not None:
            raise ImpossibleAction("only a passage of the message answered can be quoted")
        return {}
    quote = None if passage is None else _quote_of(reply_to, passage)
    if reply_to.chat is chat:
        return {"reply_to_id": reply_to.id, "quote": quote}
    if reply_to.is_protected or reply_to.chat.is_protected or reply_to.service:
        raise ImpossibleAction("that message cannot be quoted in another chat")
    if quote is None and reply_to.text:
        automatic = _quote_of(reply_to, reply_to.text[: limits.REPLY_QUOTE])
        quote = dataclasses.replace(automatic, is_manual=False)
    return {"external_reply": _external_reply(reply_to), "quote": quote}


def _quote_of(message: Message, passage: str) -> TextQuote:
    if not passage or passage not in message.text:
        raise ImpossibleAction("only a passage of the message answered can be quoted")
    if len(passage) > limits.REPLY_QUOTE:
        raise ImpossibleAction(f"a client quotes at most {limits.REPLY_QUOTE} characters")
    start = utf16_length(message.text[: message.text.index(passage)])
    return TextQuote(passage, start, _formatting_within(message, start, start + utf16_length(passage)))


def _formatting_within(message: Message, start: int, end: int) -> tuple[Entity, ...]:
    """The formatting that a quotation keeps, cut to the passage."""
    kept = [
        (entity, max(entity.offset, start), min(entity.end, end))
        for entity in message.entities
        if entity.type in _KEPT_IN_QUOTES
    ]
    return sort_entities(
        [
            dataclasses.replace(entity, offset=first - start, length=last - first)
            for entity, first, last in kept
            if first < last
        ]
    )


def _external_reply(message: Message) -> ExternalReply:
    chat = message.chat
    is_named = chat.type in {"supergroup", "channel"}
    return ExternalReply(
        origin=_origin(message),
        chat=chat if is_named else None,
        message_id=message.id if is_named else None,
        media=message.media,
        link_preview=message.link_preview,
    )


def _origin(message: Message) -> Origin:
    if isinstance(message.sender_chat, Channel):
        source = message.origin or Origin(date=message.date, channel=message.sender_chat, message_id=message.id)
        return dataclasses.replace(source, date=message.date)
    if message.sender_chat:
        return Origin(date=message.date, group=message.sender_chat)
    return Origin(date=message.date, user=message.sender)
