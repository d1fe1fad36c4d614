"""Replies on their way to Telegram."""

from __future__ import annotations

import logging
import re
from typing import Any, NamedTuple

from telegram import Bot, Message
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ExtBot

from bot.messages.reply import NO_PREVIEW, Reply

_LOGGER = logging.getLogger(__name__)

# What Telegram says when the bot may not write into a chat or topic, or it is there no more: in its Bot API's words, or
# in the codes of what is behind it (core.telegram.org/method/messages.sendMessage#possible-errors).
_MAY_NOT_WRITE = re.compile(
    r"not enough rights|no rights to send|administrator rights|chat not found|thread not found|replied not found"
    r"|^(chat_(write|send_\w+)_forbidden|chat_restricted|chat_admin_required|channel_private|peer_id_invalid"
    r"|topic_(closed|deleted)|user_is_blocked)",
    re.IGNORECASE,
)


class MessagePlace(NamedTuple):
    """Where a message of the bot's stands: in a chat, or in one that it is not in (`inline_message`)."""

    chat: int | None = None
    message: int | None = None
    inline_message: str | None = None


async def send_reply(message: Message, reply: Reply, *, as_reply: bool | None = None) -> Message | None:
    """Sends into the message's chat and topic; in a group as a reply to it, unless it was deleted meanwhile.

    None when the chat does not let the bot write.
    """
    try:
        return await _send_into_topic(message, reply, as_reply=as_reply)
    except ChatMigrated as error:
        # Not as a reply: in the new chat the question has another number, or none.
        return await send_to_chat(message.get_bot(), error.new_chat_id, reply)
    except (Forbidden, BadRequest) as error:
        _log_refusal(error)
        return None


async def _send_into_topic(message: Message, reply: Reply, *, as_reply: bool | None) -> Message:
    """Sends as a reply, and without one if the question is deleted.

    Older topics of a large group Telegram does not know by their number any more (tdlib/telegram-bot-api#693): there a
    reply alone leads.
    """
    content = _content(reply)
    try:
        return await message.reply_text(**content, do_quote=as_reply, allow_sending_without_reply=True)
    except BadRequest as error:
        if "message to be replied not found" in error.message.lower():
            return await message.reply_text(**content, do_quote=False)
        if "thread not found" in error.message.lower():
            return await message.reply_text(**content, do_quote=True, message_thread_id=None)
        raise


async def send_to_chat(bot: Bot, chat: int, reply: Reply) -> Message | None:
    """Sends into the chat, or into the supergroup that it has become; None when it does not let the bot write."""
    try:
        return await bot.send_message(chat, **_content(reply))
    except ChatMigrated as error:
        return await send_to_chat(bot, error.new_chat_id, reply)
    except (Forbidden, BadRequest) as error:
        _log_refusal(error)
        return None


async def edit(bot: ExtBot[None], place: MessagePlace, reply: Reply) -> bool:
    """Puts the reply in the place of a message of the bot's; whether that could be done."""
    try:
        await bot.edit_message_text(
            chat_id=place.chat, message_id=place.message, inline_message_id=place.inline_message, **_content(reply)
        )
    except ChatMigrated:
        return False  # what was written before the group became a supergroup cannot be changed
    except BadRequest as error:
        return "not modified" in error.message  # two quick taps ask for the same twice
    except Forbidden as error:
        _log_refusal(error)
    return True


def _content(reply: Reply) -> dict[str, Any]:
    text, entities = reply.text.for_telegram()
    return {
        "text": text,
        "entities": entities,
        "reply_markup": reply.keyboard,
        "link_preview_options": NO_PREVIEW,
    }


def _log_refusal(error: Forbidden | BadRequest) -> None:
    # Blocked, removed, or muted: whoever does not want the bot is not to hear of it again, in the log neither.
    if isinstance(error, BadRequest) and not _MAY_NOT_WRITE.search(error.message):
        raise error
    _LOGGER.info("A chat does not let the bot write: %s", error.message)
