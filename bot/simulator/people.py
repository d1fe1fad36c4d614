"""People, and what they can do in a Telegram client. Thread-safe."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.simulator import delivery, membership
from bot.simulator.accounts import BotAccount
from bot.simulator.callbacks import CallbackQuery
from bot.simulator.chats import Channel, Chat, Group, PrivateChat, Topic
from bot.simulator.detection import found_in
from bot.simulator.entities import Entity, in_order, utf16_length
from bot.simulator.errors import ImpossibleAction
from bot.simulator.messages import Message, Origin, Quote, TopicCreated
from bot.simulator.serialize import callback_query_json
from bot.simulator.users import GROUP_ANONYMOUS_BOT, TELEGRAM, User

if TYPE_CHECKING:
    from bot.simulator.telegram import Telegram


class Person:
    """Somebody with a Telegram client. Made by `Telegram.new_person`.

    All methods raise `ImpossibleAction` for what no client offers.
    """

    def __init__(self, telegram: Telegram, user: User) -> None:
        self.user = user
        self._telegram = telegram

    def opens(self, account: BotAccount, payload: str = "") -> PrivateChat:
        """Open the chat and press Start, or follow a deep link with a payload; starts a stopped bot again."""
        with self._telegram.lock:
            chat = self._telegram.open_chat(self, account)
            if chat.is_blocked:
                membership.set_blocked(self._telegram, chat, is_blocked=False)
            self.says(chat, f"/start {payload}".rstrip())
            return chat

    def says(
        self,
        chat: Chat,
        text: str,
        *,
        reply_to: Message | None = None,
        quote: str | None = None,
        topic: Topic | str | None = None,
        mentions: Mapping[str, Person | BotAccount] | None = None,
        forwarded_from: Person | Channel | str | None = None,
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
            where = _topic(chat, topic)
            if reply_to and where and reply_to.topic != where:
                raise ImpossibleAction("the message answered is in another topic")
            where, thread = delivery.thread_of(chat, where, reply_to)
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

    def taps(self, message: Message, label: str) -> CallbackQuery:
        """Tap the button with this label, as the message has it now."""
        with self._telegram.lock:
            self._must_be_in(message.chat)
            current = message.chat.message(message.id)
            button = current.button(label) if current else None
            if current is None or button is None:
                raise ImpossibleAction(f'no button "{label}" on message {message.id}')
            if button.callback_data is None:
                raise ImpossibleAction(f'the button "{label}" asks the client for something, not the bot')
            account = self._telegram.account_of(current.sender)
            if account is None:
                raise ImpossibleAction("the message is not a bot's")
            query = self._telegram.new_callback_query(account, self.user, current, button.callback_data)
            content = callback_query_json(query.id, self.user, current, query.data)
            account.updates.add("callback_query", current.chat.id, self._telegram.clock.now(), content)
            self._telegram.changed()
            return query

    def stops(self, account: BotAccount) -> None:
        """Stop (block) the bot."""
        with self._telegram.lock:
            chat = self._telegram.private_chat(account, self.user.id)
            if chat is None or chat.is_blocked:
                raise ImpossibleAction("there is no running chat with this bot to stop")
            membership.set_blocked(self._telegram, chat, is_blocked=True)

    def adds(self, who: Person | BotAccount, group: Group) -> None:
        """Add somebody to a group, be it again."""
        with self._telegram.lock:
            self._must_be_in(group)
            if isinstance(who, BotAccount) and not who.can_join_groups:
                raise ImpossibleAction(f"@{who.username} cannot be added to groups")
            if group.member(who.user).is_present:
                raise ImpossibleAction(f"{who.user.first_name} is already in the group")
            membership.add_member(self._telegram, group, self.user, who.user)

    def removes(self, who: Person | BotAccount, group: Group) -> None:
        """Kick somebody out of a group, as an administrator."""
        with self._telegram.lock:
            self._must_administer(group)
            _must_be_member(group, who.user)
            membership.remove_member(self._telegram, group, self.user, who.user)

    def promotes(self, who: Person | BotAccount, group: Group) -> None:
        """Make a member an administrator, with all rights."""
        self._ranks(who, group, is_administrator=True)

    def demotes(self, who: Person | BotAccount, group: Group) -> None:
        """Make an administrator a plain member."""
        self._ranks(who, group, is_administrator=False)

    def leaves(self, group: Group) -> None:
        """Leave a group."""
        with self._telegram.lock:
            self._must_be_in(group)
            membership.remove_member(self._telegram, group, self.user, self.user)

    def creates_topic(self, group: Group, name: str) -> Topic:
        """Open a topic in a forum."""
        with self._telegram.lock:
            self._must_be_in(group)
            return create_topic(self._telegram, group, self.user, name)

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

    def _ranks(self, who: Person | BotAccount, group: Group, *, is_administrator: bool) -> None:
        with self._telegram.lock:
            self._must_administer(group)
            _must_be_member(group, who.user)
            membership.set_rank(self._telegram, group, self.user, who.user, is_administrator=is_administrator)

    def _must_be_in(self, chat: Chat) -> None:
        if isinstance(chat, Group):
            _must_be_member(chat, self.user)
        elif not isinstance(chat, PrivateChat) or chat.person is not self:
            raise ImpossibleAction(f"{self.user.first_name} cannot write there")
        elif chat.is_blocked:
            raise ImpossibleAction(f"{self.user.first_name} has stopped the bot")

    def _must_administer(self, group: Group) -> None:
        if not group.member(self.user).is_administrator:
            raise ImpossibleAction(f"{self.user.first_name} is no administrator of the group")

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

    def _origin(self, source: Person | Channel | str | None) -> Origin | None:
        date = int(self._telegram.clock.now())
        if isinstance(source, Person):
            return Origin(date=date, user=source.user)
        if isinstance(source, Channel):
            return Origin(date=date, channel=source, message_id=source.next_id())
        return Origin(date=date, name=source) if source else None


def create_topic(telegram: Telegram, group: Group, creator: User, name: str) -> Topic:
    """Open a topic; its first message is the service message that says so."""
    if not group.is_forum:
        raise ImpossibleAction("the group has no topics")
    topic = Topic(group.next_id_to_come, name)
    group.add_topic(topic)
    delivery.post(telegram, group, creator, topic=topic, thread_id=topic.id, service=TopicCreated(name))
    return topic


def _must_be_member(group: Group, user: User) -> None:
    if not group.member(user).is_present:
        raise ImpossibleAction(f"{user.first_name} is not in the group")


def _topic(chat: Chat, topic: Topic | str | None) -> Topic | None:
    if topic is None:
        return None
    found = chat.topic(topic if isinstance(topic, str) else topic.id) if isinstance(chat, Group) else None
    if found is None:
        raise ImpossibleAction(f"no topic {topic!r} there")
    return found


def _quote(reply_to: Message | None, passage: str | None) -> Quote | None:
    if passage is None:
        return None
    if reply_to is None or passage not in reply_to.text:
        raise ImpossibleAction("only a passage of the message answered can be quoted")
    return Quote(passage, utf16_length(reply_to.text[: reply_to.text.index(passage)]))


def _entities(text: str, mentions: Mapping[str, Person | BotAccount]) -> tuple[Entity, ...]:
    named = [_text_mention(text, word, who.user) for word, who in mentions.items()]
    found = [entity for entity in found_in(text) if not any(entity.overlaps(other) for other in named)]
    return in_order([*named, *found])


def _text_mention(text: str, word: str, user: User) -> Entity:
    if word not in text:
        raise ImpossibleAction(f'"{word}" is not in the text')
    offset = utf16_length(text[: text.index(word)])
    return Entity(type="text_mention", offset=offset, length=utf16_length(word), user=user)
