"""Writing in a client, and tapping buttons."""

from __future__ import annotations

from typing import Literal

from bot.simulator.client.action import Action, ActionContext
from bot.simulator.client.view import chat_key
from bot.simulator.serialize.fields import Json
from bot.simulator.world.queries import CallbackQuery


class Open(Action):
    """Open the private chat with a bot and press Start."""

    do: Literal["open"]
    person: int
    account: int
    payload: str = ""

    def perform(self, context: ActionContext) -> Json:
        chat = context.person(self.person).opens(context.account(self.account), self.payload)
        return {"chat": chat_key(chat)}


class Say(Action):
    """Write a message; `quote` is the passage of the message answered that is marked, `topic` None is General."""

    do: Literal["say"]
    person: int
    chat: str
    text: str
    reply_to: int | None = None
    quote: str | None = None
    topic: int | None = None

    def perform(self, context: ActionContext) -> Json:
        chat = context.chat(self.chat)
        replied = None if self.reply_to is None else context.message(chat, self.reply_to)
        topic = context.topic(chat, self.topic)
        said = context.person(self.person).says(chat, self.text, reply_to=replied, quote=self.quote, topic=topic)
        return {"message_id": said.id}


class Edit(Action):
    """Change an own message."""

    do: Literal["edit"]
    person: int
    chat: str
    message: int
    text: str

    def perform(self, context: ActionContext) -> Json:
        context.person(self.person).edits(context.message(context.chat(self.chat), self.message), self.text)
        return {}


class Delete(Action):
    """Delete a message for everybody."""

    do: Literal["delete"]
    person: int
    chat: str
    message: int

    def perform(self, context: ActionContext) -> Json:
        context.person(self.person).deletes(context.message(context.chat(self.chat), self.message))
        return {}


class Tap(Action):
    """Tap the button with this label, one that asks the bot."""

    do: Literal["tap"]
    person: int
    chat: str
    message: int
    label: str

    def perform(self, context: ActionContext) -> CallbackQuery:
        return context.person(self.person).taps(context.message(context.chat(self.chat), self.message), self.label)
