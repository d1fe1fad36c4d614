"""What a bot may reach: chats, topics, messages, queries. After `check_chat` in telegram-bot-api/Client.cpp."""

from __future__ import annotations

import re
from typing import Final, TypeVar

from bot.simulator.errors import BadRequest, Forbidden
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Channel, Chat, ForumTopic, Group, Message, PrivateChat
from bot.simulator.world.queries import BotQuery
from bot.simulator.world.users import Status
from bot.simulator.world.world import World

Q = TypeVar("Q", bound=BotQuery)

_NUMBER: Final = re.compile(r"-?\d{1,19}", re.ASCII)
_TOO_LATE: Final = "query is too old and response timeout expired or query ID is invalid"


def chat_for(world: World, account: BotAccount, chat_id: str, *, to_write: bool) -> Chat:
    """The chat that the bot names.

    Raises:
        BadRequest: there is none such, as far as this bot knows.
        Forbidden: the bot knows it and may not go there, or not write there.
    """
    if not chat_id:
        raise BadRequest("chat_id is empty")
    if _NUMBER.fullmatch(chat_id) and int(chat_id) > 0:
        return _private_chat(world, account, int(chat_id), to_write=to_write)
    chat = world.chat(int(chat_id)) if _NUMBER.fullmatch(chat_id) else _public_chat(world, chat_id)
    if isinstance(chat, Group) and (chat.username or chat.knows(account.user)):
        _check_member(chat, account, to_write=to_write)
        return chat
    if isinstance(chat, Channel) and chat.username:
        if to_write:
            raise Forbidden("bot is not a member of the channel chat")
        return chat
    raise BadRequest("chat not found")


def _public_chat(world: World, chat_id: str) -> Group | Channel | None:
    return world.chat(chat_id[1:]) if len(chat_id) > 1 and chat_id.startswith("@") else None


def _private_chat(world: World, account: BotAccount, user_id: int, *, to_write: bool) -> PrivateChat:
    chat = world.private_chat(account, user_id)
    user = world.find_user(user_id)
    if chat and not (chat.is_blocked and to_write):
        return chat
    if chat:
        raise Forbidden("bot was blocked by the user")
    if user and user.is_bot and to_write:
        raise Forbidden("bots can't send messages to bots")
    groups = [group for group in world.chats if isinstance(group, Group) and group.member(account.user).is_present]
    if user and to_write and any(group.knows(user) for group in groups):
        raise Forbidden("bot can't initiate conversation with a user")
    raise BadRequest("chat not found")


def _check_member(group: Group, account: BotAccount, *, to_write: bool) -> None:
    if to_write:
        check_is_active(group)
    status = group.member(account.user).status
    if status is Status.KICKED:
        raise Forbidden(f"bot was kicked from the {group.type} chat")
    if status is Status.LEFT and (to_write or not group.username):
        raise Forbidden(f"bot is not a member of the {group.type} chat")


def check_is_active(chat: Chat) -> None:
    """Refuse what cannot be done in a group that has become a supergroup.

    Raises:
        BadRequest: it has; the parameters say which.
    """
    if isinstance(chat, Group) and chat.upgraded_to:
        raise BadRequest("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.upgraded_to.id)


def check_may_send_text(chat: Chat, account: BotAccount) -> None:
    """Refuse a text from a bot that is muted (`can_send_message_content` in td/telegram/MessageContent.cpp).

    Raises:
        BadRequest: it may read there, and not write.
    """
    if isinstance(chat, Group) and chat.member(account.user).is_muted:
        raise BadRequest("not enough rights to send text messages to the chat")


def topic_for(chat: Chat, thread_id: int | None) -> ForumTopic | None:
    """The topic that message_thread_id names. In a group without topics Telegram passes over it.

    Raises:
        BadRequest: no such topic; General has no thread, so 1 is none either.
    """
    if thread_id is None or (isinstance(chat, Group) and not chat.is_forum):
        return None
    topic = chat.topic(thread_id) if isinstance(chat, Group) else None
    if topic is None:
        raise BadRequest("message thread not found")
    return topic


def message_for(chat: Chat, message_id: int | None, what: str) -> Message:
    """The message; `what` is Telegram's word for it, such as "message to edit".

    Raises:
        BadRequest: it is not there.
    """
    message = chat.message(message_id) if message_id else None
    if message is None:
        raise BadRequest(f"{what} not found")
    return message


def query_for(world: World, account: BotAccount, kind: type[Q], query_id: str) -> Q:
    """The query that the bot wants to answer.

    Raises:
        BadRequest: never asked, asked of another bot, answered before, or expired; Telegram does not say which.
    """
    query = world.queries.get(query_id)
    if not isinstance(query, kind) or query.account is not account or query.is_answered:
        raise BadRequest(_TOO_LATE)
    if world.clock.now() >= query.expires:
        raise BadRequest(_TOO_LATE)
    return query
