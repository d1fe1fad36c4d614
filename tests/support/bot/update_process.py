"""The bot without its queue: updates are handed to it one by one, and its calls go to a local Telegram."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from telegram.error import TelegramError

from bot.articles.library import Library
from bot.calls import UNLIMITED, LastContact, build_bot
from bot.config.settings import InterfaceLanguage
from bot.handlers.router import Router
from bot.incoming.rate_limit import RateLimit
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from bot.running.update_parser import UpdateParser
from bot.simulator import BotAccount, Telegram, TelegramServer
from content import Article
from tests.support.bot.remembered import Remembered

# The bot's identifier in this Telegram: updates are made before it is there.
ME = 7_000_000_001

# The chats and messages of these updates do not exist in the local Telegram: these refusals say no more than that.
NOT_THERE = (
    "chat not found",
    "message to edit not found",
    "query is too old and response timeout expired or query ID is invalid",
    "message thread not found",
    "message identifier is not specified",
    "invalid inline message identifier specified",
    "MESSAGE_ID_INVALID",
    "USER_ID_INVALID",
    "bots can't send messages to bots",  # a chat that has got the identifier of the bot itself
)


def says_not_there(error: str) -> bool:
    return error.lower().endswith(tuple(map(str.lower, NOT_THERE)))


class HalfSettled(Remembered):
    """A memory in which every other chat has settled on an article, some on one that is gone."""

    async def choice_of(self, chat: int) -> str | None:
        return await super().choice_of(chat) or (None, "bruecke", None, "gibt-es-nicht")[chat % 4]


class Process:
    """The bot on an event loop of its own, handed updates one by one, through its intake."""

    def __init__(self, server: TelegramServer, account: BotAccount, articles: Sequence[Article]) -> None:
        self.telegram, self.account = server.telegram, account
        conversation = Conversation(Library(articles), Catalogue(), InterfaceLanguage.GERMAN)
        self.bot = build_bot(account.token, server.url, LastContact(), UNLIMITED, lambda _: None)
        self._answers = HalfSettled()
        self._router = Router(self.bot, conversation, RateLimit(0), self._answers)
        self._malformed: list[str] = []
        self._update_parser = UpdateParser(self.bot, self._malformed.append)
        self._loop = asyncio.Runner()

    def start(self) -> None:
        self._loop.run(self.bot.initialize())

    def stop(self) -> None:
        self._loop.run(self.bot.shutdown())
        self._loop.close()

    def handle(self, raw: dict[str, Any]) -> list[str]:
        """The methods that the bot calls because of the update. What it raises is raised here."""
        before = len(self.telegram.requests)
        for arrival in self._update_parser.arrivals([raw]):
            incoming = self._update_parser.update_in(arrival.payload)
            assert incoming
            try:
                done = self._loop.run(self._router.handle(incoming))
            except TelegramError as error:
                if not says_not_there(str(error)):
                    raise
            else:
                if done and done.exchange:
                    self._answers.note(done.exchange)
        return [request.method for request in self.telegram.requests[before:]]


@contextmanager
def update_process(articles: Sequence[Article]) -> Iterator[Process]:
    """The bot with these articles, at work."""
    logging.getLogger("bot").setLevel(logging.CRITICAL)
    telegram = Telegram()
    with TelegramServer(telegram) as server:
        account = telegram.new_bot("AnyBot")
        assert account.user.id == ME
        account.supports_inline_queries = account.supports_guest_queries = True
        process = Process(server, account, articles)
        process.start()
        yield process
        process.stop()
    logging.getLogger("bot").setLevel(logging.NOTSET)
