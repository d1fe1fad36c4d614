"""Messages, and what of a message is only there now and then."""

from __future__ import annotations

from bot.simulator.chats import Channel
from bot.simulator.messages import MemberLeft, MembersAdded, Message, Origin, Service
from bot.simulator.serialize.chats import chat_json
from bot.simulator.serialize.fields import Json, present
from bot.simulator.serialize.parts import entity_json, keyboard_json, link_preview_json
from bot.simulator.serialize.users import user_json
from bot.simulator.users import User

_TOPIC_COLOR = 7322096  # the first of the colours at core.telegram.org/bots/api#createforumtopic


def message_json(message: Message, *, with_reply: bool = True) -> Json:
    """Message; of the message that it answers, not again what that one answers."""
    replied = _replied(message) if with_reply else None
    content = present(
        message_id=message.id,
        message_thread_id=message.thread_id,
        sender_chat=chat_json(message.sender_chat) if message.sender_chat else None,
        date=message.date,
        chat=chat_json(message.chat),
        edit_date=message.edit_date,
        forward_origin=_origin_json(message.origin) if message.origin else None,
        is_topic_message=True if message.topic else None,
        is_automatic_forward=message.is_automatic_forward or None,
        reply_to_message=message_json(replied, with_reply=False) if replied else None,
        via_bot=user_json(message.via_bot) if message.via_bot else None,
        has_protected_content=message.is_protected or message.chat.is_protected or None,
        text=None if message.service else message.text,
        entities=[entity_json(entity) for entity in message.entities] or None,
        link_preview_options=link_preview_json(message.link_preview) if message.link_preview else None,
        reply_markup=keyboard_json(message.keyboard) if message.keyboard else None,
    )
    if not isinstance(message.chat, Channel):
        content["from"] = user_json(message.sender)
    if isinstance(message.guest_caller, User):
        content["guest_bot_caller_user"] = user_json(message.guest_caller)
    elif message.guest_caller:
        content["guest_bot_caller_chat"] = chat_json(message.guest_caller)
    if message.quote and replied:
        content["quote"] = {"text": message.quote.text, "position": message.quote.position, "is_manual": True}
    return content | (_service_json(message.service) if message.service else {})


def guest_message_json(message: Message, query_id: str) -> Json:
    """Message, as a guest gets it."""
    return message_json(message) | {"guest_query_id": query_id}


def _replied(message: Message) -> Message | None:
    # A message in a topic that answers nothing answers, for a bot, the service message that created the topic.
    if message.reply_to_id is None and message.topic and message.id != message.topic.id:
        return message.chat.message(message.topic.id)
    return message.reply_to


def _origin_json(origin: Origin) -> Json:
    if origin.channel:
        place = {"chat": chat_json(origin.channel), "message_id": origin.message_id}
        return {"type": "channel", "date": origin.date, **place}
    if origin.user:
        return {"type": "user", "date": origin.date, "sender_user": user_json(origin.user)}
    return {"type": "hidden_user", "date": origin.date, "sender_user_name": origin.name}


def _service_json(service: Service) -> Json:
    if isinstance(service, MembersAdded):
        return {"new_chat_members": [user_json(user) for user in service.users]}
    if isinstance(service, MemberLeft):
        return {"left_chat_member": user_json(service.user)}
    return {"forum_topic_created": {"name": service.name, "icon_color": _TOPIC_COLOR}}
