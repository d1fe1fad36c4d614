"""Whatever Telegram sends: the bot neither fails, nor sends what Telegram refuses, nor speaks when not spoken to."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram import Update
from telegram.error import TelegramError

from bot.calls import UNLIMITED, Contact, build_bot
from bot.conversation import Conversation
from bot.library import Library
from bot.pace import Pace
from bot.running.door import Door
from bot.settings import InterfaceLanguage
from bot.simulator import BotAccount, Telegram, TelegramServer
from bot.texts import Catalogue
from bot.updates import Router
from tests.bot.library import BRIDGE
from tests.bot.remembered import RememberedAnswers

TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
    st.sampled_from(
        ["Wer bezahlt die Reparatur?", "@AnyBot Wer bezahlt?", "/frage@AnyBot Wer?", "/start", "👍", "Bus " * 2000]
    ),
)
INTEGER = st.integers(-(2**52), 2**52)
SMALL = st.integers(0, 40)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | INTEGER | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=8), inner, max_size=2),
    max_leaves=4,
)

USER = st.fixed_dictionaries(
    {"id": INTEGER, "is_bot": st.booleans(), "first_name": TEXT},
    optional={"username": TEXT, "language_code": st.sampled_from(["de", "en-GB", "", "x" * 50]), "is_premium": JSON},
)
CHAT = st.fixed_dictionaries(
    {"id": INTEGER, "type": st.sampled_from(["private", "group", "supergroup", "channel", "sender", "new"])},
    optional={"title": TEXT, "username": TEXT, "is_forum": st.booleans()},
)
ENTITY = st.fixed_dictionaries(
    {
        "type": st.sampled_from(
            ["mention", "bot_command", "text_mention", "url", "bold", "blockquote", "custom_emoji", "new"]
        ),
        "offset": SMALL,
        "length": SMALL,
    },
    optional={"user": USER, "url": TEXT},
)
ORIGIN = st.fixed_dictionaries({"type": st.just("hidden_user"), "date": SMALL, "sender_user_name": TEXT})


def messages(replied: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"message_id": SMALL, "date": SMALL, "chat": CHAT},
        optional={
            "from": USER,
            "sender_chat": CHAT,
            "text": TEXT,
            "entities": st.lists(ENTITY, max_size=3),
            "caption": TEXT,
            "caption_entities": st.lists(ENTITY, max_size=3),
            "message_thread_id": SMALL,
            "is_topic_message": st.booleans(),
            "is_automatic_forward": st.booleans(),
            "forward_origin": ORIGIN,
            "via_bot": USER,
            "reply_to_message": replied,
            "quote": st.fixed_dictionaries({"text": TEXT, "position": SMALL}, optional={"is_manual": st.booleans()}),
            "forum_topic_created": st.fixed_dictionaries({"name": TEXT, "icon_color": SMALL}),
            "new_chat_members": st.lists(USER, max_size=2),
            "migrate_to_chat_id": INTEGER,
            "guest_query_id": TEXT,
            "something_new": JSON,
        },
    )


MESSAGE = messages(messages(st.nothing()))
MEMBER = st.fixed_dictionaries({"status": st.sampled_from(["member", "left"]), "user": USER})
KINDS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(
        ("message", "edited_message", "channel_post", "edited_channel_post", "business_message", "guest_message"),
        MESSAGE,
    ),
    "callback_query": st.fixed_dictionaries(
        {"id": TEXT, "from": USER, "chat_instance": TEXT},
        optional={"message": MESSAGE, "inline_message_id": TEXT, "data": TEXT},
    ),
    "inline_query": st.fixed_dictionaries({"id": TEXT, "from": USER, "query": TEXT, "offset": TEXT}),
    "my_chat_member": st.fixed_dictionaries(
        {"chat": CHAT, "from": USER, "date": SMALL, "old_chat_member": MEMBER, "new_chat_member": MEMBER}
    ),
    **dict.fromkeys(
        (
            "chosen_inline_result",
            "poll",
            "poll_answer",
            "chat_member",
            "chat_join_request",
            "message_reaction",
            "new_kind",
        ),
        JSON,
    ),
}
UPDATES = st.sampled_from(sorted(KINDS)).flatmap(
    lambda kind: st.fixed_dictionaries({"update_id": INTEGER, kind: KINDS[kind]}, optional={"extra": JSON})
)

# The chats and messages of these updates do not exist in the local Telegram: these refusals say no more than that.
NOT_THERE = (
    "chat not found",
    "message to edit not found",
    "query is too old and response timeout expired or query ID is invalid",
    "message thread not found",
    "MESSAGE_ID_INVALID",
    "USER_ID_INVALID",
)

OWN_COMMANDS = ("/frage", "/ask", "/artikel", "/article", "/quellen", "/sources")


def _says_not_there(error: str) -> bool:
    return error.lower().endswith(tuple(map(str.lower, NOT_THERE)))


class Process:
    """The bot on an event loop of its own, handed updates one by one, through its door."""

    def __init__(self, server: TelegramServer, account: BotAccount) -> None:
        self.telegram, self.account = server.telegram, account
        conversation = Conversation(Library([BRIDGE]), Catalogue(), InterfaceLanguage.GERMAN)
        self.bot = build_bot(account.token, server.url, Contact(), UNLIMITED, lambda _: None)
        self._answers = RememberedAnswers()
        self._router = Router(self.bot, conversation, Pace(0), self._answers)
        self._malformed: list[str] = []
        self._door = Door(self.bot, self._router, self._malformed.append)
        self._loop = asyncio.Runner()

    def start(self) -> None:
        self._loop.run(self.bot.initialize())

    def stop(self) -> None:
        self._loop.run(self.bot.shutdown())
        self._loop.close()

    def handle(self, raw: dict[str, Any]) -> list[str]:
        """The methods that the bot calls because of the update. What it raises is raised here."""
        before = len(self.telegram.requests)
        for arrival in self._door.arrivals([raw]):
            update = Update.de_json(json.loads(arrival.payload), self.bot)
            try:
                done = self._loop.run(self._router.handle(update))
            except TelegramError as error:
                if not _says_not_there(str(error)):
                    raise
            else:
                if done and done.exchange:
                    self._answers.note(done.exchange)
        return [request.method for request in self.telegram.requests[before:]]


@pytest.fixture(scope="module")
def process() -> Iterator[Process]:
    logging.getLogger("bot").setLevel(logging.CRITICAL)
    telegram = Telegram()
    with TelegramServer(telegram) as server:
        account = telegram.new_bot("AnyBot")
        account.supports_inline_queries = account.supports_guest_queries = True
        process = Process(server, account)
        process.start()
        yield process
        process.stop()
    logging.getLogger("bot").setLevel(logging.NOTSET)


def speaks_to_it(message: dict[str, Any], me: int) -> bool:
    """Told from the raw message, and generously: whether anything in it could be meant for the bot."""
    if message["chat"]["type"] == "private":
        return True
    words = str(message.get("text") or message.get("caption") or "").lower()
    named = [
        entity.get("user", {}).get("id") for key in ("entities", "caption_entities") for entity in message.get(key, ())
    ]
    replied = (message.get("reply_to_message") or {}).get("from", {}).get("id")
    return "@anybot" in words or words.startswith(OWN_COMMANDS) or me in (*named, replied)


@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(raw=UPDATES)
def test_any_update(process: Process, raw: dict[str, Any]) -> None:
    kind = next(key for key in raw if key in KINDS)
    called = process.handle(raw)
    refused = [r.error for r in process.telegram.refusals if not _says_not_there(r.error or "")]
    assert list(dict.fromkeys(refused)) == []
    if kind in ("message", "guest_message") and not speaks_to_it(raw[kind], process.account.user.id):
        assert called == []
    if kind not in ("message", "edited_message", "guest_message", "callback_query", "inline_query", "my_chat_member"):
        assert called == []
