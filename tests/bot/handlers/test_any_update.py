"""Whatever Telegram sends: the bot neither fails, nor sends what Telegram refuses, nor speaks when not spoken to."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
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
from tests.support.bot.articles import ARCHIVE, BRIDGE
from tests.support.bot.remembered import Remembered
from tests.support.bot.updates import kinds, updates

# The bot's identifier in this Telegram: updates are made before it is there.
ME = 7_000_000_001
KINDS = kinds(ME)

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
)

OWN_COMMANDS = (
    *("/frage", "/ask", "/pruefen", "/check", "/artikel", "/article", "/quellen", "/sources", "/hilfe", "/datenschutz"),
)


def _says_not_there(error: str) -> bool:
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
                if not _says_not_there(str(error)):
                    raise
            else:
                if done and done.exchange:
                    self._answers.note(done.exchange)
        return [request.method for request in self.telegram.requests[before:]]


@pytest.fixture(scope="module", params=[[BRIDGE], ARCHIVE], ids=["one article", "many articles"])
def process(request: pytest.FixtureRequest) -> Iterator[Process]:
    logging.getLogger("bot").setLevel(logging.CRITICAL)
    telegram = Telegram()
    with TelegramServer(telegram) as server:
        account = telegram.new_bot("AnyBot")
        assert account.user.id == ME
        account.supports_inline_queries = account.supports_guest_queries = True
        process = Process(server, account, request.param)
        process.start()
        yield process
        process.stop()
    logging.getLogger("bot").setLevel(logging.NOTSET)


def speaks_to_it(message: dict[str, Any], me: int) -> bool:
    """Told from the raw message, and generously: whether anything in it could be meant for the bot."""
    kind = (message.get("chat") or {}).get("type")
    if kind is None:
        return False  # spoilt
    if kind == "private":
        return True
    words = str(message.get("text") or message.get("caption") or "").lower()
    named = [
        (entity.get("user") or {}).get("id")
        for key in ("entities", "caption_entities")
        for entity in message.get(key) or ()
    ]
    replied = ((message.get("reply_to_message") or {}).get("from") or {}).get("id")
    return "@anybot" in words or words.startswith(OWN_COMMANDS) or me in (*named, replied)


@pytest.mark.slow
@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(raw=updates(ME))
def test_any_update(process: Process, raw: dict[str, Any]) -> None:
    kind = next(key for key in raw if key in KINDS)
    called = process.handle(raw)
    event(f"{kind}: {'answered' if called else 'silence'}")
    refused = [r.error for r in process.telegram.refusals if not _says_not_there(r.error or "")]
    assert list(dict.fromkeys(refused)) == []
    if kind in ("message", "guest_message") and not speaks_to_it(raw[kind], process.account.user.id):
        assert called == []
    if kind not in ("message", "edited_message", "guest_message", "callback_query", "inline_query", "my_chat_member"):
        assert called == []
