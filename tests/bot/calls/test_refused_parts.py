"""What Telegram refuses of a message is left out, and the rest is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    MessageEntity,
)
from telegram.error import BadRequest

from bot.calls import UNLIMITED, LastContact, build_bot
from bot.calls.refused_parts import without_refused_part
from bot.simulator import Fault, FaultKind, Message, Telegram, TelegramServer
from tests.support.bot.dialogues import by_the_bot

TEXT = "Die Brücke ist gesperrt."
BOLD = MessageEntity("bold", 0, 3)
ROW = [InlineKeyboardButton("Mehr", callback_data="x"), InlineKeyboardButton("Lesen", url="https://example.org/a")]


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer(Telegram()) as server:
        yield server


def sent(server: TelegramServer, link: str, row: list[InlineKeyboardButton], **fault: Any) -> tuple[Message, list[str]]:
    """The message that arrives, and the kinds of failure that were counted."""
    telegram, failures = server.telegram, list[str]()
    account = telegram.new_bot("PartsBot")
    chat = telegram.new_person("Anna").opens(account)
    if fault:
        telegram.faults.add(Fault(kind=FaultKind.STATUS, status=400, method="sendMessage", **fault))

    async def work() -> None:
        bot = build_bot(account.token, server.url, LastContact(), UNLIMITED, failures.append)
        async with bot:
            entities = [BOLD, MessageEntity("text_link", 4, 6, url=link)]
            await bot.send_message(chat.id, TEXT, entities=entities, reply_markup=InlineKeyboardMarkup([row]))

    asyncio.run(work())
    (message,) = by_the_bot(chat, account)
    return message, failures


def labels(message: Message) -> list[str]:
    return [button.text for row in message.keyboard.rows for button in row] if message.keyboard else []


def formats(message: Message) -> list[str]:
    return [entity.type for entity in message.entities]


def test_what_is_not_refused_arrives_whole(server: TelegramServer) -> None:
    message, failures = sent(server, "https://example.org/a", ROW)
    assert (labels(message), formats(message), failures) == (["Mehr", "Lesen"], ["bold", "text_link"], [])


@pytest.mark.parametrize(
    ("link", "row"),
    [
        ("http://intranet/a", ROW),
        ("https://example.org/a", [ROW[0], InlineKeyboardButton("Lesen", url="http://localhost/a")]),
    ],
)
def test_an_address_that_telegram_refuses_costs_the_addresses(
    server: TelegramServer, link: str, row: list[InlineKeyboardButton]
) -> None:
    message, failures = sent(server, link, row)
    assert (message.text, labels(message), formats(message)) == (TEXT, ["Mehr"], ["bold"])
    assert failures == ["RefusedPart"]


@pytest.mark.parametrize(
    ("description", "left", "kept"),
    [
        ("Bad Request: BUTTON_URL_INVALID", ["Mehr"], ["bold"]),
        ("Bad Request: BUTTON_DATA_INVALID", [], ["bold", "text_link"]),
        ("Bad Request: reply markup is too long", [], ["bold", "text_link"]),
        ("Bad Request: can't parse entities: Unexpected end", ["Mehr", "Lesen"], []),
        ("Bad Request: ENTITY_BOUNDS_INVALID", ["Mehr", "Lesen"], []),
    ],
)
def test_so_do_buttons_and_formats(server: TelegramServer, description: str, left: list[str], kept: list[str]) -> None:
    message, failures = sent(server, "https://example.org/a", ROW, description=description)
    assert (labels(message), formats(message), failures) == (left, kept, ["RefusedPart"])


def test_it_is_sent_once_more_and_no_more(server: TelegramServer) -> None:
    with pytest.raises(BadRequest, match=r"(?i)BUTTON_DATA_INVALID"):
        sent(server, "https://example.org/a", ROW, description="Bad Request: BUTTON_DATA_INVALID", times=2)


@pytest.mark.parametrize(
    "refusal",
    [
        "Message is not modified: specified new message content and reply markup are exactly the same",
        "chat not found",
        "message text is empty",
        "message is too long",
    ],
)
def test_other_refusals_are_of_no_part(refusal: str) -> None:
    data = {"text": TEXT, "entities": [BOLD], "reply_markup": InlineKeyboardMarkup([ROW])}
    assert without_refused_part(data, BadRequest(refusal)) is None


def test_nothing_is_sent_again_as_it_was() -> None:
    assert without_refused_part({"text": TEXT, "entities": [BOLD]}, BadRequest("BUTTON_URL_INVALID")) is None


def test_results_of_an_inline_query_lose_the_same() -> None:
    content = InputTextMessageContent(TEXT, entities=[BOLD, MessageEntity("text_link", 4, 6, url="http://intranet/a")])
    result = InlineQueryResultArticle("1", TEXT, content, reply_markup=InlineKeyboardMarkup([ROW]))
    left = without_refused_part({"results": [result]}, BadRequest("Wrong HTTP URL"))
    assert left is not None
    (article,) = left["results"]
    assert [button["text"] for row in article["reply_markup"]["inline_keyboard"] for button in row] == ["Mehr"]
    assert [entity["type"] for entity in article["input_message_content"]["entities"]] == ["bold"]
