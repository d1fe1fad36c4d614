"""Writing: messages, and changing and deleting them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Literal, Protocol, TypedDict, Unpack

from bot.simulator import limits
from bot.simulator.delivery import posts
from bot.simulator.errors import ImpossibleAction
from bot.simulator.people.media import new_photo, new_video
from bot.simulator.people.replies import reply_fields
from bot.simulator.people.rights import check_is_administrator, check_is_in, check_may_write
from bot.simulator.texts.detection import find_entities
from bot.simulator.world.chats import Channel, Chat, ForumTopic, Group, Message, Origin
from bot.simulator.world.message_content.entities import Entity, sort_entities, utf16_length
from bot.simulator.world.message_content.media import Media
from bot.simulator.world.users import GROUP_ANONYMOUS_BOT, TELEGRAM, User
from bot.simulator.world.world import World


class Participant(Protocol):
    """A person or a bot."""

    @property
    def user(self) -> User:
        """Who they are."""


class MessageOptions(TypedDict, total=False):
    """The circumstances of a message.

    Attributes:
        reply_to: the message answered, of this chat or of another one; `quote` is the passage of it that is marked.
        topic: of a forum, itself or its name; None is General, or with `reply_to` the topic of that message.
        mentions: who is meant by a word of the text, for those without a username ("text_mention").
        forwarded_from: the message is somebody else's; a string names one who hides their account.
        anonymously: as the group, by an anonymous administrator.
    """

    reply_to: Message | None
    quote: str | None
    topic: ForumTopic | str | None
    mentions: Mapping[str, Participant] | None
    forwarded_from: Participant | Channel | str | None
    anonymously: bool


def send_text(world: World, user: User, chat: Chat, text: str, **options: Unpack[MessageOptions]) -> Message:
    """Write into a chat, a group only as a member.

    The text is plain; commands, mentions, links and hashtags in it become entities.
    """
    if not text.strip():
        raise ImpossibleAction("a client does not send an empty message")
    return _send(world, user, chat, text, media=None, options=options)


def send_media(
    world: World,
    user: User,
    chat: Chat,
    caption: str,
    *,
    kind: Literal["photo", "video"],
    size: tuple[int, int],
    duration: int,
    **options: Unpack[MessageOptions],
) -> Message:
    """Show a photo or a video, as large in pixels and as long in seconds; the message's text is the caption."""
    if len(caption) > limits.CAPTION:
        raise ImpossibleAction(f"a caption has at most {limits.CAPTION} characters")
    number = next(world.numbers)
    media = new_photo(number, *size) if kind == "photo" else new_video(number, *size, duration)
    return _send(world, user, chat, caption, media=media, options=options)


def edit_message(world: World, user: User, message: Message, text: str) -> Message:
    """Change the text of an own message."""
    current = _own_message(user, message)
    if current.via_bot:
        raise ImpossibleAction("what was sent via a bot is not edited by people")
    edited = dataclasses.replace(current, text=text, entities=_entities(text, {}), edit_date=int(world.clock.now()))
    posts.replace(world, edited)
    return edited


def delete_message(world: World, user: User, message: Message) -> None:
    """Delete a message for everybody: an own one, anybody's as an administrator or in a private chat.

    Bots are not told.
    """
    check_is_in(user, message.chat)
    current = message.chat.message(message.id)
    if isinstance(message.chat, Group) and not message.chat.member(user).is_administrator:
        current = _own_message(user, message)
    if current is None:
        raise ImpossibleAction(f"message {message.id} is not there")
    message.chat.remove(current)
    world.notify()


def publish_post(world: World, user: User, channel: Channel, text: str) -> Message:
    """Post into a channel, as anybody may here; the post, which comes to the discussion group if there is one."""
    content = {"text": text, "entities": find_entities(text), "sender_chat": channel}
    published = posts.post(world, channel, user, **content)
    if channel.discussion:
        origin = Origin(date=published.date, channel=channel, message_id=published.id)
        forward = {"origin": origin, "is_automatic_forward": True}
        posts.post(world, channel.discussion, TELEGRAM, **content, **forward)
    return published


def _send(world: World, user: User, chat: Chat, text: str, *, media: Media | None, options: MessageOptions) -> Message:
    check_may_write(user, chat)
    replied = options.get("reply_to")
    if replied and replied.chat is not chat and not isinstance(replied.chat, Channel):
        check_is_in(user, replied.chat)
    reply = reply_fields(chat, replied, options.get("quote"))
    where, thread = posts.place_of(chat, options.get("topic"), replied if "reply_to_id" in reply else None)
    sender_chat = _as_group(user, chat) if options.get("anonymously") else None
    return posts.post(
        world,
        chat,
        GROUP_ANONYMOUS_BOT if sender_chat else user,
        sender_chat=sender_chat,
        text=text,
        entities=_entities(text, options.get("mentions") or {}),
        media=media,
        topic=where,
        thread_id=thread,
        origin=_origin(world, options.get("forwarded_from")),
        **reply,
    )


def _as_group(user: User, chat: Chat) -> Group:
    if not isinstance(chat, Group) or chat.type != "supergroup":
        raise ImpossibleAction("only in supergroups can administrators be anonymous")
    check_is_administrator(user, chat)
    return chat


def _own_message(user: User, message: Message) -> Message:
    current = message.chat.message(message.id)
    if current is None or current.sender != user or current.service:
        raise ImpossibleAction(f"message {message.id} is not one of {user.first_name}'s")
    return current


def _origin(world: World, source: Participant | Channel | str | None) -> Origin | None:
    date = int(world.clock.now())
    if isinstance(source, Channel):
        return Origin(date=date, channel=source, message_id=source.next_id())
    if source is None or isinstance(source, str):
        return Origin(date=date, name=source) if source else None
    return Origin(date=date, user=source.user)


def _entities(text: str, mentions: Mapping[str, Participant]) -> tuple[Entity, ...]:
    named = [_text_mention(text, word, who.user) for word, who in mentions.items()]
    found = [entity for entity in find_entities(text) if not any(entity.overlaps(other) for other in named)]
    return sort_entities([*named, *found])


def _text_mention(text: str, word: str, user: User) -> Entity:
    if word not in text:
        raise ImpossibleAction(f'"{word}" is not in the text')
    offset = utf16_length(text[: text.index(word)])
    return Entity(type="text_mention", offset=offset, length=utf16_length(word), user=user)
