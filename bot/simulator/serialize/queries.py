"""What bots are asked."""

from __future__ import annotations

from bot.simulator.callbacks import CallbackQuery
from bot.simulator.serialize.fields import Json
from bot.simulator.serialize.messages import message_json
from bot.simulator.serialize.users import user_json


def callback_query_json(query: CallbackQuery) -> Json:
    """CallbackQuery of a message's button."""
    message = query.message
    return {
        "id": query.id,
        "from": user_json(query.user),
        "message": message_json(message),
        "chat_instance": str(-message.chat.id),
        "data": query.data,
    }
