"""Inline mode in a client: typing a bot's name and words, scrolling, choosing."""

from __future__ import annotations

from typing import Literal

from bot.simulator.client.action import Action, ActionContext
from bot.simulator.client.view import chat_key
from bot.simulator.serialize.fields import Json
from bot.simulator.world.inline import InlineQuery


class AskInline(Action):
    """Type "@bot text" in a chat."""

    do: Literal["ask_inline"]
    person: int
    account: int
    chat: str
    text: str

    def perform(self, context: ActionContext) -> InlineQuery:
        kind = context.chat(self.chat).type
        # The only private chats are those with bots: core.telegram.org/bots/api#inlinequery calls them "sender".
        chat_type = "sender" if kind == "private" else kind
        return context.person(self.person).queries(context.account(self.account), self.text, chat_type=chat_type)


class Scroll(Action):
    """Scroll to the end of a list of results, which asks for more."""

    do: Literal["scroll"]
    person: int
    list: int

    def perform(self, context: ActionContext) -> InlineQuery:
        return context.person(self.person).scrolls(context.inline_query(self.list))


class Choose(Action):
    """Send a result of a list into a chat."""

    do: Literal["choose"]
    person: int
    list: int
    result: str
    chat: str
    topic: int | None = None

    def perform(self, context: ActionContext) -> Json:
        chat = context.chat(self.chat)
        topic = context.topic(chat, self.topic)
        sent = context.person(self.person).chooses(context.inline_query(self.list), self.result, chat, topic=topic)
        return {"message_id": sent.id}


class Press(Action):
    """Press the button above a list of results, which opens the private chat with the bot."""

    do: Literal["press"]
    person: int
    list: int

    def perform(self, context: ActionContext) -> Json:
        return {"chat": chat_key(context.person(self.person).presses(context.inline_query(self.list)))}
