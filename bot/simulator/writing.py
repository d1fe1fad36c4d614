"""Writing: messages, and changing and deleting them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from bot.simulator import delivery
from bot.simulator.accounts import BotAccount
from bot.simulator.actors import Actor
from bot.simulator.chats import Channel, Chat, Group, Topic
from bot.simulator.detection import found_in
from bot.simulator.entities import Entity, in_order, utf16_length
from bot.simulator.errors import ImpossibleAction
from bot.simulator.messages import Message, Origin, Quote
from bot.simulator.users import GROUP_ANONYMOUS_BOT, TELEGRAM, User


class Writer(Actor):
    """Somebody who writes."""

    def says(
        self,
        chat: Chat,
        text: str,
        *,
        reply_to: Message | None = None,
        quote: str | None = None,
        topic: Topic | str | None = None,
        mentions: Mapping[str, Actor | BotAccount] | None = None,
        forwarded_from: Actor | Channel | str | None = None,
        anonymously: bool = False,
    ) -> Message:
        """Write into a chat.

        Args:
            chat: where; a group only as a member.
            text: plain; commands, mentions, links and hashtags in it become entities.
            reply_to: the message answered; `quote` is the passage of it that is marked.
            topic: of a forum, itself or its name; None is General, or with `reply_to` the topic of that message.
            mentions: who is meant by a word of the text, for those without a username ("text_mention").
            forwarded_from: the text is somebody else's; a string names one who hides their account.
            anonymously: as the group, by an anonymous administrator.
        """
        with self._telegram.lock:
            self._must_be_in(chat)
            if not text.strip():
                raise ImpossibleAction("a client does not send an empty message")
            where, thread = delivery.place_of(chat, topic, reply_to)
            sender_chat = self._as_group(chat) if anonymously else None
            return delivery.post(
                self._telegram,
                chat,
                GROUP_ANONYMOUS_BOT if anonymously else self.user,
                sender_chat=sender_chat,
                text=text,
                entities=_entities(text, mentions or {}),
                reply_to_id=reply_to.id if reply_to else None,
                quote=_quote(reply_to, quote),
                topic=where,
                thread_id=thread,
                origin=self._origin(forwarded_from),
            )

    def edits(self, message: Message, text: str) -> Message:
        """Change the text of an own message."""
        with self._telegram.lock:
            current = self._own(message)
            if current.via_bot:
                raise ImpossibleAction("what was sent via a bot is not edited by people")
            edited = dataclasses.replace(
                current, text=text, entities=_entities(text, {}), edit_date=int(self._telegram.clock.now())
            )
            delivery.replace(self._telegram, edited)
            return edited

    def deletes(self, message: Message) -> None:
        """Delete an own message for everybody. Bots are not told."""
        with self._telegram.lock:
            message.chat.remove(self._own(message))
            self._telegram.changed()

    def posts(self, channel: Channel, text: str) -> Message:
        """Post into a channel, as anybody may here; the post, which comes to the discussion group if there is one."""
        with self._telegram.lock:
            content = {"text": text, "entities": found_in(text), "sender_chat": channel}
            published = delivery.post(self._telegram, channel, self.user, **content)
            if channel.discussion:
                origin = Origin(date=published.date, channel=channel, message_id=published.id)
                forward = {"origin": origin, "is_automatic_forward": True}
                delivery.post(self._telegram, channel.discussion, TELEGRAM, **content, **forward)
            return published

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


def _quote(reply_to: Message | None, passage: str | None) -> Quote | None:
    if passage is None:
        return None
    if reply_to is None or passage not in reply_to.text:
        raise ImpossibleAction("only a passage of the message answered can be quoted")
    return Quote(passage, utf16_length(reply_to.text[: reply_to.text.index(passage)]))


def _entities(text: str, mentions: Mapping[str, Actor | BotAccount]) -> tuple[Entity, ...]:
    named = [_text_mention(text, word, who.user) for word, who in mentions.items()]
    found = [entity for entity in found_in(text) if not any(entity.overlaps(other) for other in named)]
    return in_order([*named, *found])


def _text_mention(text: str, word: str, user: User) -> Entity:
    if word not in text:
        raise ImpossibleAction(f'"{word}" is not in the text')
    offset = utf16_length(text[: text.index(word)])
    return Entity(type="text_mention", offset=offset, length=utf16_length(word), user=user)
