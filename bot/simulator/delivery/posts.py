"""How a message comes into a chat and, as an update, to the bots there."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

from bot.simulator.delivery.guests import summon
from bot.simulator.delivery.privacy import is_visible_to
from bot.simulator.errors import ImpossibleAction
from bot.simulator.serialize import message_json
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Chat, ForumTopic, Group, Message, PrivateChat
from bot.simulator.world.inline import InlineResult
from bot.simulator.world.users import User
from bot.simulator.world.world import World


def post(world: World, chat: Chat, sender: User, **content: Any) -> Message:
    """Put a new message into the chat and tell the bots. `content` are fields of `Message`."""
    message = Message(chat=chat, id=chat.next_id(), date=int(world.clock.now()), sender=sender, **content)
    chat.put(message)
    if isinstance(chat, Group) and world.account_of(sender) and chat.member(sender).is_present:
        chat.last_bot = sender
    announce(world, message)
    summon(world, message)
    return message


def post_inline(
    world: World, chat: Chat, sender: User, account: BotAccount, result: InlineResult, **content: Any
) -> Message:
    """Put a message made of the bot's result into the chat.

    With buttons, and as a guest's, the bot can name it, though not its chat.
    """
    is_named = result.keyboard or content.get("guest_caller")
    identifier = _inline_message_id(account.user.id, next(world.numbers)) if is_named else None
    message = post(
        world,
        chat,
        sender,
        text=result.text,
        entities=result.entities,
        keyboard=result.keyboard,
        link_preview=result.link_preview,
        inline_message_id=identifier,
        **content,
    )
    if identifier:
        world.inline_messages[identifier] = message
    return message


def _inline_message_id(bot_id: int, number: int) -> str:
    """An identifier that looks like Telegram's and, like it, says nothing of the chat."""
    return base64.urlsafe_b64encode(f"inline:{bot_id}:{number}".encode()).decode().rstrip("=")


def replace(world: World, message: Message) -> None:
    """Put an edited message in the place of the one before, and tell the bots."""
    message.chat.put(message)
    announce(world, message, "edited_message")


def announce(world: World, message: Message, kind: str = "message") -> None:
    """Queue the message for every bot that gets it."""
    content = message_json(message)
    for account in _audience(world, message):
        message.chat.add_recipient(message, account.user)
        account.updates.add(kind, message.chat.id, world.clock.now(), content)
    world.notify()


def _audience(world: World, message: Message) -> Iterator[BotAccount]:
    chat = message.chat
    if isinstance(chat, PrivateChat) and message.sender != chat.account.user:
        yield chat.account
    elif isinstance(chat, Group):
        for account in world.accounts:
            if chat.member(account.user).is_present and is_visible_to(message, chat, account):
                yield account


def place_of(
    chat: Chat, topic: ForumTopic | str | None, reply_to: Message | None
) -> tuple[ForumTopic | None, int | None]:
    """The topic and the thread of what a person writes, who names the topic, or answers a message in it.

    Raises:
        ImpossibleAction: there is no such topic, or the message is in another.
    """
    where = None
    if topic is not None:
        where = chat.topic(topic if isinstance(topic, str) else topic.id) if isinstance(chat, Group) else None
        if where is None:
            raise ImpossibleAction(f"no topic {topic!r} there")
    if reply_to and where and reply_to.topic != where:
        raise ImpossibleAction("the message answered is in another topic")
    return thread_of(chat, where, reply_to)


def thread_of(chat: Chat, topic: ForumTopic | None, reply_to: Message | None) -> tuple[ForumTopic | None, int | None]:
    """The topic and the thread of a new message.

    An answer goes to the topic of what it answers. Outside of forums an answer in a supergroup starts a thread named
    after the message at its root; bots see its number, though it is no topic (core.telegram.org/api/threads).
    """
    if not isinstance(chat, Group):
        return None, None
    if chat.is_forum:
        topic = topic or (reply_to.topic if reply_to else None)
        return topic, topic.id if topic else None
    if chat.type == "supergroup" and reply_to:
        return None, reply_to.thread_id or reply_to.id
    return None, None
