"""What has changed since the last look: what a screen has to draw anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bot.simulator.client.view import chat_key, world_json
from bot.simulator.serialize import message_json
from bot.simulator.serialize.fields import Json
from bot.simulator.telegram import Telegram
from bot.simulator.world.chats import Chat, Message


class Event(NamedTuple):
    """One thing that has changed: "world", "messages" or "action"."""

    name: str
    data: Json


class Watch:
    """One screen before a `Telegram`, which has seen nothing yet."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._world: Json = {}
        # By chat and identifier; an edited message is another object.
        self._messages: dict[str, dict[int, Message]] = {}
        self._actions: dict[str, int] = {}

    def look(self) -> list[Event]:
        """What is new since the last look; all of it the first time.

        "world" is everything but the messages. "messages" are those of one chat that are new or changed, oldest first,
        each with the bots that it has "reached", and the identifiers of those that are gone. "action" is what a bot
        says to be doing there.
        """
        with self._telegram.lock:
            events = [*self._new_world()]
            for chat in self._telegram.chats:
                events += [*self._new_messages(chat), *self._new_actions(chat)]
            return events

    def _new_world(self) -> Iterator[Event]:
        world = world_json(self._telegram)
        if world != self._world:
            self._world = world
            yield Event("world", world)

    def _new_messages(self, chat: Chat) -> Iterator[Event]:
        key = chat_key(chat)
        seen, now = self._messages.get(key, {}), {message.id: message for message in chat.messages}
        changed = [message for number, message in now.items() if seen.get(number) is not message]
        gone = sorted(seen.keys() - now.keys())
        if changed or gone:
            self._messages[key] = now
            messages = [message_json(one) | {"reached": sorted(chat.recipients(one))} for one in changed]
            yield Event("messages", {"chat": key, "messages": messages, "gone": gone})

    def _new_actions(self, chat: Chat) -> Iterator[Event]:
        key, actions = chat_key(chat), chat.actions
        # What was done before the first look is over.
        for action in actions[self._actions.get(key, len(actions)) :]:
            data = {"chat": key, "user": action.user.id, "action": action.action, "thread": action.thread_id}
            yield Event("action", data)
        self._actions[key] = len(actions)
