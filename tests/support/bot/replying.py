"""What the bot says to a request, where it is not silent."""

from __future__ import annotations

from typing import Any

from bot.messages.reply import Reply
from bot.replies.conversation import Conversation


def reply_of(conversation: Conversation, *given: Any, **named: Any) -> Reply:
    """The reply to the request, as `Conversation.reply_to`."""
    reply = conversation.reply_to(*given, **named)
    assert reply is not None
    return reply
