"""Chats and their members."""

from __future__ import annotations

from bot.simulator.serialize.fields import Json, omit_none
from bot.simulator.serialize.users import user_json
from bot.simulator.world.chats import Channel, Chat, Group, PrivateChat
from bot.simulator.world.users import Member, Status, User

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
# core.telegram.org/bots/api#chatmemberrestricted; the simulator's restricted members may do nothing.
_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def chat_json(chat: Chat) -> Json:
    """Chat."""
    if isinstance(chat, PrivateChat):
        user = chat.user
        return omit_none(
            id=chat.id,
            type=chat.type,
            first_name=user.first_name,
            last_name=user.last_name,
            username=user.username,
        )
    if isinstance(chat, Group):
        return omit_none(
            id=chat.id,
            type=chat.type,
            title=chat.title,
            username=chat.username,
            is_forum=chat.is_forum or None,
        )
    if isinstance(chat, Channel):
        return omit_none(id=chat.id, type=chat.type, title=chat.title, username=chat.username)
    raise TypeError(f"no Bot API type for {chat!r}")


def full_chat_json(chat: Chat) -> Json:
    """ChatFullInfo, as getChat answers."""
    linked = chat.linked_channel.id if isinstance(chat, Group) and chat.linked_channel else None
    return chat_json(chat) | omit_none(
        accent_color_id=0,
        max_reaction_count=11,
        accepted_gift_types=dict.fromkeys(_GIFTS, False),
        linked_chat_id=linked,
        has_protected_content=chat.is_protected or None,
    )


def member_json(member: Member) -> Json:
    """ChatMember: owner, administrator, member, restricted, left or banned."""
    content: Json = {"user": user_json(member.user), "status": str(member.status)}
    if member.status is Status.CREATOR:
        content["is_anonymous"] = False
    elif member.status is Status.ADMINISTRATOR:
        content |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(_RIGHTS, True)}
    elif member.status is Status.RESTRICTED:
        content |= {"is_member": True, **dict.fromkeys(_PERMISSIONS, False), "until_date": 0}
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
