"""People, and what they can do in a Telegram client. Thread-safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.simulator.delivery import membership, posts
from bot.simulator.errors import ImpossibleAction
from bot.simulator.people.groups import GroupMember
from bot.simulator.people.inline import InlineUser
from bot.simulator.people.writing import Writer
from bot.simulator.serialize import callback_query_json
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.callbacks import CallbackQuery
from bot.simulator.world.chats import Group, PrivateChat, Topic
from bot.simulator.world.inline import InlineQuery
from bot.simulator.world.messages import Message, TopicCreated
from bot.simulator.world.users import User

if TYPE_CHECKING:
    from bot.simulator.telegram import Telegram


class Person(Writer, GroupMember, InlineUser):
    """Somebody with a Telegram client. Made by `Telegram.new_person`.

    All methods raise `ImpossibleAction` for what no client offers.
    """

    def opens(self, account: BotAccount, payload: str = "") -> PrivateChat:
        """Open the chat and press Start, or follow a deep link with a payload; starts a stopped bot again."""
        with self._telegram.lock:
            chat = self._telegram.open_chat(self, account)
            if chat.is_blocked:
                membership.set_blocked(self._telegram, chat, is_blocked=False)
            self.says(chat, f"/start {payload}".rstrip())
            return chat

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
            account = self._telegram.account_of(current.via_bot or current.sender)
            if account is None:
                raise ImpossibleAction("the message is not a bot's")
            tap = CallbackQuery(account=account, user=self.user, message=current, data=button.callback_data)
            query = self._telegram.queries.ask(tap, self._telegram.callback_query_seconds)
            content = callback_query_json(query)
            account.updates.add("callback_query", self.user.id, self._telegram.clock.now(), content)
            self._telegram.changed()
            return query

    def presses(self, query: InlineQuery) -> PrivateChat:
        """Press the button above the results: the private chat opens, with the button's parameter."""
        if query.answer is None or query.answer.button is None:
            raise ImpossibleAction("there is no button above the results")
        return self.opens(query.account, query.answer.button.start_parameter)

    def stops(self, account: BotAccount) -> None:
        """Stop (block) the bot."""
        with self._telegram.lock:
            chat = self._telegram.private_chat(account, self.user.id)
            if chat is None or chat.is_blocked:
                raise ImpossibleAction("there is no running chat with this bot to stop")
            membership.set_blocked(self._telegram, chat, is_blocked=True)

    def creates_topic(self, group: Group, name: str) -> Topic:
        """Open a topic in a forum."""
        with self._telegram.lock:
            self._must_be_in(group)
            return create_topic(self._telegram, group, self.user, name)


def create_topic(telegram: Telegram, group: Group, creator: User, name: str) -> Topic:
    """Open a topic; its first message is the service message that says so."""
    if not group.is_forum:
        raise ImpossibleAction("the group has no topics")
    topic = Topic(group.next_id_to_come, name)
    group.add_topic(topic)
    posts.post(telegram, group, creator, topic=topic, thread_id=topic.id, service=TopicCreated(name))
    return topic
