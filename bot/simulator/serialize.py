"""From the simulator's objects to the Bot API's JSON: the one place that knows both."""

from __future__ import annotations

from typing import Any

from bot.simulator.accounts import BotAccount
from bot.simulator.chats import Channel, Chat, Group, PrivateChat
from bot.simulator.entities import Entity
from bot.simulator.keyboards import Button, Keyboard
from bot.simulator.members import Member, Status
from bot.simulator.messages import LinkPreview, MemberLeft, MembersAdded, Message, Origin, Service
from bot.simulator.users import User

Json = dict[str, Any]

# core.telegram.org/bots/api#chatmemberadministrator; the simulator's administrators may do everything.
_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
# core.telegram.org/bots/api#user: what this Telegram offers no bot.
_NOT_MODELLED = (
    "supports_inline_queries",
    "supports_guest_queries",
    "can_connect_to_business",
    "has_main_web_app",
    "has_topics_enabled",
    "allows_users_to_create_topics",
    "can_manage_bots",
    "supports_join_request_queries",
)
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
_TOPIC_COLOR = 7322096  # the first of the colours at core.telegram.org/bots/api#createforumtopic


def user_json(user: User) -> Json:
    """User, as in messages."""
    return _present(
        id=user.id,
        is_bot=user.is_bot,
        first_name=user.first_name,
        last_name=user.last_name,
        username=user.username,
        language_code=user.language_code,
    )


def me_json(account: BotAccount) -> Json:
    """User, as getMe answers: with what BotFather has set."""
    name = account.texts.get(("name", ""), account.user.first_name)
    return user_json(account.user) | {
        "first_name": name,
        "can_join_groups": account.can_join_groups,
        "can_read_all_group_messages": not account.privacy,
        **dict.fromkeys(_NOT_MODELLED, False),
    }


def chat_json(chat: Chat) -> Json:
    """Chat."""
    if isinstance(chat, PrivateChat):
        user = chat.person.user
        return _present(
            id=chat.id,
            type=chat.type,
            first_name=user.first_name,
            last_name=user.last_name,
            username=user.username,
        )
    if isinstance(chat, Group):
        return _present(
            id=chat.id,
            type=chat.type,
            title=chat.title,
            username=chat.username,
            is_forum=chat.is_forum or None,
        )
    if isinstance(chat, Channel):
        return _present(id=chat.id, type=chat.type, title=chat.title, username=chat.username)
    raise TypeError(f"no Bot API type for {chat!r}")


def full_chat_json(chat: Chat) -> Json:
    """ChatFullInfo, as getChat answers."""
    linked = chat.linked_channel.id if isinstance(chat, Group) and chat.linked_channel else None
    return chat_json(chat) | _present(
        accent_color_id=0,
        max_reaction_count=11,
        accepted_gift_types=dict.fromkeys(_GIFTS, False),
        linked_chat_id=linked,
    )


def member_json(member: Member) -> Json:
    """ChatMember: owner, administrator, member, left or banned."""
    content: Json = {"user": user_json(member.user), "status": str(member.status)}
    if member.status is Status.CREATOR:
        content["is_anonymous"] = False
    elif member.status is Status.ADMINISTRATOR:
        content |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(_RIGHTS, True)}
    elif member.status is Status.KICKED:
        content["until_date"] = 0
    return content


def member_updated_json(chat: Chat, actor: User, date: int, before: Member, after: Member) -> Json:
    """ChatMemberUpdated."""
    return {
        "chat": chat_json(chat),
        "from": user_json(actor),
        "date": date,
        "old_chat_member": member_json(before),
        "new_chat_member": member_json(after),
    }


def message_json(message: Message, *, with_reply: bool = True) -> Json:
    """Message; of the message that it answers, not again what that one answers."""
    replied = _replied(message) if with_reply else None
    content = _present(
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
        has_protected_content=message.is_protected or None,
        text=None if message.service else message.text,
        entities=[entity_json(entity) for entity in message.entities] or None,
        link_preview_options=_link_preview_json(message.link_preview) if message.link_preview else None,
        reply_markup=keyboard_json(message.keyboard) if message.keyboard else None,
    )
    if not isinstance(message.chat, Channel):
        content["from"] = user_json(message.sender)
    if message.quote and replied:
        content["quote"] = {"text": message.quote.text, "position": message.quote.position, "is_manual": True}
    return content | (_service_json(message.service) if message.service else {})


def _replied(message: Message) -> Message | None:
    # A message in a topic that answers nothing answers, for a bot, the service message that created the topic.
    if message.reply_to_id is None and message.topic and message.id != message.topic.id:
        return message.chat.message(message.topic.id)
    return message.reply_to


def entity_json(entity: Entity) -> Json:
    """MessageEntity."""
    return _present(
        type=entity.type,
        offset=entity.offset,
        length=entity.length,
        url=entity.url,
        user=user_json(entity.user) if entity.user else None,
        language=entity.language,
    )


def keyboard_json(keyboard: Keyboard) -> Json:
    """InlineKeyboardMarkup."""
    return {"inline_keyboard": [[_button_json(button) for button in row] for row in keyboard.rows]}


def callback_query_json(query_id: str, user: User, message: Message, data: str) -> Json:
    """CallbackQuery of a message's button."""
    return {
        "id": query_id,
        "from": user_json(user),
        "message": message_json(message),
        "chat_instance": str(-message.chat.id),
        "data": data,
    }


def _button_json(button: Button) -> Json:
    return _present(
        text=button.text,
        style=button.style,
        url=button.url,
        callback_data=button.callback_data,
        copy_text=None if button.copy_text is None else {"text": button.copy_text},
        switch_inline_query=button.switch_inline_query,
        switch_inline_query_current_chat=button.switch_inline_query_current_chat,
    )


def _link_preview_json(preview: LinkPreview) -> Json:
    return _present(
        is_disabled=preview.is_disabled or None,
        url=preview.url,
        prefer_small_media=preview.prefer_small_media or None,
        prefer_large_media=preview.prefer_large_media or None,
        show_above_text=preview.show_above_text or None,
    )


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


def _present(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None}
