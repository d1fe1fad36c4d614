"""What every action is: something that is read from JSON and done once to the simulated Telegram."""

from __future__ import annotations

import itertools
from typing import Final, TypeVar

from pydantic import BaseModel, ConfigDict

from bot.simulator.client.view import chat_with_key
from bot.simulator.errors import ImpossibleAction
from bot.simulator.people.person import Person
from bot.simulator.serialize.fields import Json
from bot.simulator.telegram import Telegram
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Chat, ForumTopic, Group, Message
from bot.simulator.world.inline import InlineQuery
from bot.simulator.world.queries import BotQuery

T = TypeVar("T")

# Whoever types a sentence asks once a letter; older results are no longer on any screen.
_LISTS_KEPT: Final = 200


class ActionContext:
    """Where actions are done: finds what they name, and keeps the lists of inline results that are on screens."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self._lists: dict[int, InlineQuery] = {}
        self._numbers = itertools.count(1)

    def person(self, user_id: int) -> Person:
        """The person with this identifier."""
        return _require(self.telegram.person(user_id), f"person {user_id}")

    def account(self, user_id: int) -> BotAccount:
        """The bot with this identifier."""
        user = self.telegram.find_user(user_id)
        return _require(self.telegram.account_of(user) if user else None, f"bot {user_id}")

    def chat(self, key: str) -> Chat:
        """The chat with this key."""
        return _require(chat_with_key(self.telegram, key), f"chat {key}")

    def message(self, chat: Chat, message_id: int) -> Message:
        """The chat's message with this identifier."""
        return _require(chat.message(message_id), f"message {message_id}")

    def topic(self, chat: Chat, topic_id: int | None) -> ForumTopic | None:
        """The chat's topic with this identifier; None: General, or no forum."""
        if topic_id is None:
            return None
        found = chat.topic(topic_id) if isinstance(chat, Group) else None
        return _require(found, f"topic {topic_id}")

    def keep(self, query: InlineQuery) -> int:
        """Keep a list of results; its number."""
        number = next(self._numbers)
        self._lists[number] = query
        self._lists.pop(number - _LISTS_KEPT, None)
        return number

    def inline_query(self, number: int) -> InlineQuery:
        """The list with this number."""
        return _require(self._lists.get(number), f"list {number}")


class Action(BaseModel):
    """Something done. People and bots are named by their identifiers, chats by their keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def perform(self, context: ActionContext) -> Json | BotQuery:
        """Do it; what came of it, or the query that a bot is going to answer.

        Raises:
            ImpossibleAction: no client offers that, or something named is not there.
        """
        raise NotImplementedError


def message_at(telegram: Telegram, key: str, message_id: int) -> Message:
    """The message with this identifier in the chat with this key.

    Raises:
        ImpossibleAction: it is not there.
    """
    context = ActionContext(telegram)
    return context.message(context.chat(key), message_id)


def _require(found: T | None, what: str) -> T:
    if found is None:
        raise ImpossibleAction(f"there is no {what}")
    return found
