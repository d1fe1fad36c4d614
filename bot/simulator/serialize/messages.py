"""Messages, and what of a message is only there now and then."""

from __future__ import annotations

from bot.simulator.serialize.chats import chat_json
from bot.simulator.serialize.fields import Json, omit_none
from bot.simulator.serialize.media import media_json
from bot.simulator.serialize.parts import entity_json, keyboard_json, link_preview_json
from bot.simulator.serialize.users import user_json
from bot.simulator.world.chats import Channel, ExternalReply, Message, Origin
from bot.simulator.world.message_content.quotes import TextQuote
from bot.simulator.world.message_content.services import MemberLeft, MembersAdded, MigratedFrom, MigratedTo, Service
from bot.simulator.world.users import User

_TOPIC_COLOR = 7322096  # the first of the colours at core.telegram.org/bots/api#createforumtopic


def message_json(message: Message, *, with_reply: bool = True) -> Json:
    """Message; of the message that it answers, not again what that one answers."""
    replied = _replied_message(message) if with_reply else None
    content = omit_none(
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
        external_reply=_external_reply_json(message.external_reply) if message.external_reply else None,
        quote=_quote_json(message.quote) if message.quote else None,
        link_preview_options=link_preview_json(message.link_preview) if message.link_preview else None,
        reply_markup=keyboard_json(message.keyboard) if message.keyboard else None,
    )
    if not isinstance(message.chat, Channel):
        content["from"] = user_json(message.sender)
    if isinstance(message.guest_caller, User):
        content["guest_bot_caller_user"] = user_json(message.guest_caller)
    elif message.guest_caller:
        content["guest_bot_caller_chat"] = chat_json(message.guest_caller)
    return content | _content_json(message)


def guest_message_json(message: Message, query_id: str) -> Json:
    """Message, as a guest gets it."""
    return message_json(message) | {"guest_query_id": query_id}


def _replied_message(message: Message) -> Message | None:
    # A message in a topic that answers nothing answers, for a bot, the service message that created the topic.
    if message.reply_to_id is None and message.topic and message.id != message.topic.id:
        return message.chat.message(message.topic.id)
    return message.reply_to


def _content_json(message: Message) -> Json:
    if message.service:
        return _service_json(message.service)
    entities = [entity_json(entity) for entity in message.entities] or None
    if message.media:
        caption = omit_none(caption=message.text or None, caption_entities=entities)
        return media_json(message.media) | caption
    return omit_none(text=message.text, entities=entities)


def _quote_json(quote: TextQuote) -> Json:
    return omit_none(
        text=quote.text,
        entities=[entity_json(entity) for entity in quote.entities] or None,
        position=quote.position,
        is_manual=quote.is_manual or None,
    )


def _external_reply_json(reply: ExternalReply) -> Json:
    content = omit_none(
        origin=_origin_json(reply.origin),
        chat=chat_json(reply.chat) if reply.chat else None,
        message_id=reply.message_id,
        link_preview_options=link_preview_json(reply.link_preview) if reply.link_preview else None,
    )
    return content | (media_json(reply.media) if reply.media else {})


def _origin_json(origin: Origin) -> Json:
    if origin.channel:
        place = {"chat": chat_json(origin.channel), "message_id": origin.message_id}
        return {"type": "channel", "date": origin.date, **place}
    if origin.group:
        return {"type": "chat", "date": origin.date, "sender_chat": chat_json(origin.group)}
    if origin.user:
        return {"type": "user", "date": origin.date, "sender_user": user_json(origin.user)}
    return {"type": "hidden_user", "date": origin.date, "sender_user_name": origin.name}


def _service_json(service: Service) -> Json:
    if isinstance(service, MembersAdded):
        return {"new_chat_members": [user_json(user) for user in service.users]}
    if isinstance(service, MemberLeft):
        return {"left_chat_member": user_json(service.user)}
    if isinstance(service, MigratedTo):
        return {"migrate_to_chat_id": service.chat_id}
    if isinstance(service, MigratedFrom):
        return {"migrate_from_chat_id": service.chat_id}
    return {"forum_topic_created": {"name": service.name, "icon_color": _TOPIC_COLOR}}
