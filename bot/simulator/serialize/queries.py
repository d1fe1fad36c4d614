"""What bots are asked."""

from __future__ import annotations

from bot.simulator.serialize.fields import Json
from bot.simulator.serialize.messages import message_json
from bot.simulator.serialize.users import user_json
from bot.simulator.world.inline import InlineQuery
from bot.simulator.world.queries import CallbackQuery


def callback_query_json(query: CallbackQuery) -> Json:
    """CallbackQuery of a message's button; of an inline message the bot sees but the identifier."""
    message = query.message
    content: Json = {
        "id": query.id,
        "from": user_json(query.user),
        "chat_instance": str(-message.chat.id),
        "data": query.data,
    }
    if message.inline_message_id:
        return content | {"inline_message_id": message.inline_message_id}
    return content | {"message": message_json(message)}


def inline_query_json(query: InlineQuery) -> Json:
    """InlineQuery."""
    return {
        "id": query.id,
        "from": user_json(query.user),
        "query": query.text,
        "offset": query.offset,
        "chat_type": query.chat_type,
    }
