"""Writing: messages, and changing and deleting them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Literal, TypedDict, Unpack

from bot.simulator import limits
from bot.simulator.delivery import posts
from bot.simulator.errors import ImpossibleAction
from bot.simulator.people.replies import reply_fields
from bot.simulator.people.rights import Actor
from bot.simulator.texts.detection import found_in
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Channel, Chat, Group, Topic
from bot.simulator.world.message_content.entities import Entity, in_order, utf16_length
from bot.simulator.world.message_content.media import Media, new_photo, new_video
from bot.simulator.world.messages import Message, Origin
from bot.simulator.world.users import GROUP_ANONYMOUS_BOT, TELEGRAM, User


class How(TypedDict, total=False):
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
    topic: Topic | str | None
    mentions: Mapping[str, Actor | BotAccount] | None
    forwarded_from: Actor | Channel | str | None
    anonymously: bool


class Writer(Actor):
    """Somebody who writes."""

    def says(self, chat: Chat, text: str, **how: Unpack[How]) -> Message:
        """Write into a chat, a group only as a member.

        The text is plain; commands, mentions, links and hashtags in it become entities.
        """
        if not text.strip():
            raise ImpossibleAction("a client does not send an empty message")
        return self._writes(chat, text, None, how)

    def shows(
        self,
        chat: Chat,
        caption: str = "",
        *,
        kind: Literal["photo", "video"] = "photo",
        size: tuple[int, int] = (1280, 960),
        duration: int = 10,
        **how: Unpack[How],
    ) -> Message:
        """Show a photo or a video; the message's text is the caption.

        Args:
            chat: where; a group only as a member.
            caption: becomes entities as a text does.
            kind: what is shown.
            size: width and height in pixels.
            duration: of a video, in seconds.
            how: as in `says`.
        """
        if len(caption) > limits.CAPTION:
            raise ImpossibleAction(f"a caption has at most {limits.CAPTION} characters")
        number = self._telegram.new_file_number()
        media = new_photo(number, *size) if kind == "photo" else new_video(number, *size, duration)
        return self._writes(chat, caption, media, how)

    def edits(self, message: Message, text: str) -> Message:
        """Change the text of an own message."""
        with self._telegram.lock:
            current = self._own(message)
            if current.via_bot:
                raise ImpossibleAction("what was sent via a bot is not edited by people")
            edited = dataclasses.replace(
                current, text=text, entities=_entities(text, {}), edit_date=int(self._telegram.clock.now())
            )
            posts.replace(self._telegram, edited)
            return edited

    def deletes(self, message: Message) -> None:
        """Delete a message for everybody: an own one, anybody's as an administrator or in a private chat.

        Bots are not told.
        """
        with self._telegram.lock:
            self._must_be_in(message.chat)
            current = message.chat.message(message.id)
            if isinstance(message.chat, Group) and not message.chat.member(self.user).is_administrator:
                current = self._own(message)
            if current is None:
                raise ImpossibleAction(f"message {message.id} is not there")
            message.chat.remove(current)
            self._telegram.changed()

    def posts(self, channel: Channel, text: str) -> Message:
        """Post into a channel, as anybody may here; the post, which comes to the discussion group if there is one."""
        with self._telegram.lock:
            content = {"text": text, "entities": found_in(text), "sender_chat": channel}
            published = posts.post(self._telegram, channel, self.user, **content)
            if channel.discussion:
                origin = Origin(date=published.date, channel=channel, message_id=published.id)
                forward = {"origin": origin, "is_automatic_forward": True}
                posts.post(self._telegram, channel.discussion, TELEGRAM, **content, **forward)
            return published

    def _writes(self, chat: Chat, text: str, media: Media | None, how: How) -> Message:
        with self._telegram.lock:
            self._must_write_in(chat)
            replied = how.get("reply_to")
            if replied and replied.chat is not chat and not isinstance(replied.chat, Channel):
                self._must_be_in(replied.chat)
            reply = reply_fields(chat, replied, how.get("quote"))
            where, thread = posts.place_of(chat, how.get("topic"), replied if "reply_to_id" in reply else None)
            sender_chat = self._as_group(chat) if how.get("anonymously") else None
            return posts.post(
                self._telegram,
                chat,
                GROUP_ANONYMOUS_BOT if sender_chat else self.user,
                sender_chat=sender_chat,
                text=text,
                entities=_entities(text, how.get("mentions") or {}),
                media=media,
                topic=where,
                thread_id=thread,
                origin=self._origin(how.get("forwarded_from")),
                **reply,
            )

    def _as_group(self, chat: Chat) -> Group:
        if not isinstance(chat, Group) or chat.type != "supergroup":
            raise ImpossibleAction("only in supergroups can administrators be anonymous")
        self._must_administer(chat)
        return chat

    def _own(self, message: Message) -> Message:
        current = message.chat.message(message.id)
        if current is None or current.sender != self.user or current.service:
            raise ImpossibleAction(f"message {message.id} is not one of {self.user.first_name}'s")
        return current

    def _origin(self, source: Actor | Channel | str | None) -> Origin | None:
        date = int(self._telegram.clock.now())
        if isinstance(source, Actor):
            return Origin(date=date, user=source.user)
        if isinstance(source, Channel):
            return Origin(date=date, channel=source, message_id=source.next_id())
        return Origin(date=date, name=source) if source else None


def _entities(text: str, mentions: Mapping[str, Actor | BotAccount]) -> tuple[Entity, ...]:
    named = [_text_mention(text, word, who.user) for word, who in mentions.items()]
    found = [entity for entity in found_in(text) if not any(entity.overlaps(other) for other in named)]
    return in_order([*named, *found])


def _text_mention(text: str, word: str, user: User) -> Entity:
    if word not in text:
        raise ImpossibleAction(f'"{word}" is not in the text')
    offset = utf16_length(text[: text.index(word)])
    return Entity(type="text_mention", offset=offset, length=utf16_length(word), user=user)
