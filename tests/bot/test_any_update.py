"""Whatever Telegram sends: the bot neither fails, nor sends what Telegram refuses, nor speaks when not spoken to."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from telegram import Update

from bot.conversation import Conversation
from bot.running.application import BotApplication, build_application
from bot.settings import InterfaceLanguage
from bot.simulator import BotAccount, Telegram, TelegramServer
from bot.texts import Catalogue
from retrieval import Retriever
from tests.bot.library import BRIDGE
from tests.bot.running_bot import settings_for
from tests.bot.updates import kinds, updates

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

OWN_COMMANDS = ("/frage", "/ask", "/artikel", "/article", "/quellen", "/sources")


def _says_not_there(error: str) -> bool:
    return error.lower().endswith(tuple(map(str.lower, NOT_THERE)))


class Process:
    """The bot's application on an event loop of its own, handed updates one by one."""

    def __init__(self, server: TelegramServer, account: BotAccount) -> None:
        self.telegram, self.account = server.telegram, account
        conversation = Conversation(Retriever([BRIDGE]), Catalogue(), InterfaceLanguage.GERMAN)
        self.application: BotApplication = build_application(settings_for(server, account), conversation)
        self.failures: list[Exception] = []
        self.application.add_error_handler(self._note)
        self._loop = asyncio.Runner()

    async def _note(self, _: object, context: Any) -> None:
        if not _says_not_there(str(context.error)):
            self.failures.append(context.error)

    def start(self) -> None:
        self._loop.run(self.application.initialize())

    def stop(self) -> None:
        self._loop.run(self.application.shutdown())
        self._loop.close()

    def handle(self, update: Update) -> list[str]:
        """The methods that the bot calls because of the update."""
        before = len(self.telegram.requests)
        self._loop.run(self.application.process_update(update))
        return [request.method for request in self.telegram.requests[before:]]


@pytest.fixture(scope="module")
def process() -> Iterator[Process]:
    logging.getLogger("bot").setLevel(logging.CRITICAL)
    telegram = Telegram()
    with TelegramServer(telegram) as server:
        account = telegram.new_bot("AnyBot")
        assert account.user.id == ME
        account.supports_inline_queries = account.supports_guest_queries = True
        process = Process(server, account)
        process.start()
        yield process
        process.stop()
    logging.getLogger("bot").setLevel(logging.NOTSET)


def speaks_to_it(message: dict[str, Any], me: int) -> bool:
    """Told from the raw message, and generously: whether anything in it could be meant for the bot."""
    if "chat" not in message:
        return False
    if message["chat"]["type"] == "private":
        return True
    words = str(message.get("text") or message.get("caption") or "").lower()
    named = [
        (entity.get("user") or {}).get("id")
        for key in ("entities", "caption_entities")
        for entity in message.get(key) or ()
    ]
    replied = ((message.get("reply_to_message") or {}).get("from") or {}).get("id")
    return "@anybot" in words or words.startswith(OWN_COMMANDS) or me in (*named, replied)


@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(raw=updates(ME))
def test_any_update(process: Process, raw: dict[str, Any]) -> None:
    try:
        update = Update.de_json(raw, process.application.bot)
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError, OSError):
        event("not even the library can read it: it never reaches the bot")
        return
    kind = next(key for key in raw if key in KINDS)
    process.failures.clear()
    called = process.handle(update)
    event(f"{kind}: {'answered' if called else 'silence'}")
    assert process.failures == []
    refused = [r.error for r in process.telegram.refusals if not _says_not_there(r.error or "")]
    assert list(dict.fromkeys(refused)) == []
    if kind in ("message", "guest_message") and not speaks_to_it(raw[kind], process.account.user.id):
        assert called == []
    if kind not in ("message", "edited_message", "guest_message", "callback_query", "inline_query", "my_chat_member"):
        assert called == []
