"""From the simulator's objects to the Bot API's JSON: the one place that knows both."""

from bot.simulator.serialize.chats import chat_json, full_chat_json, member_json, member_updated_json
from bot.simulator.serialize.messages import guest_message_json, message_json
from bot.simulator.serialize.parts import entity_json
from bot.simulator.serialize.queries import callback_query_json, inline_query_json
from bot.simulator.serialize.users import me_json, user_json

__all__ = [
    "callback_query_json",
    "chat_json",
    "entity_json",
    "full_chat_json",
    "guest_message_json",
    "inline_query_json",
    "me_json",
    "member_json",
    "member_updated_json",
    "message_json",
    "user_json",
]
