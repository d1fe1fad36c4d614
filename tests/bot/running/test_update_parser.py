"""Updates on their way into the inbox and out of it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.calls import UNLIMITED, LastContact, build_bot
from bot.incoming.addressing import UserRequest
from bot.incoming.updates import IncomingUpdate, parse_update
from bot.running.update_parser import UpdateParser
from bot.simulator import Person, Telegram, TelegramServer
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import Dialogue
from tests.support.bot.incoming import ANNA, PRIVATE
from tests.support.bot.running_bot import running, settings_for


def test_an_update_is_parsed_and_addressed_once(
    world: TelegramServer, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it arrives: who answers it takes it as it was parsed then. (After a restart it has to be parsed anew.)"""
    parsed: list[int] = []

    def parse(raw: Any, bot: ExtBot[None]) -> IncomingUpdate | None:
        parsed.append(raw["update_id"])
        return parse_update(raw, bot)

    monkeypatch.setattr("bot.running.update_parser.parse_update", parse)
    account = world.telegram.new_bot("OnceBot")
    with running(settings_for(world, account), [BRIDGE]):
        dialogue = Dialogue.opened_by(anna, world.telegram, account)
        dialogue.reply()
        for _ in range(3):
            anna.says(dialogue.chat, "Wer bezahlt die Reparatur?")
            dialogue.reply()
    assert len(parsed) == len(set(parsed)) == 4


def test_of_a_long_queue_the_oldest_are_parsed_again(telegram: Telegram, world: TelegramServer) -> None:
    account = telegram.new_bot("ForgetfulBot")
    bot = build_bot(account.token, world.url, LastContact(), UNLIMITED, lambda _: None)

    async def scene() -> list[UserRequest | None]:
        async with bot:
            update_parser = UpdateParser(bot, lambda _: None, remembered=1)
            arrivals = list(update_parser.arrivals(question(number) for number in range(3)))
            found = [update_parser.update_in(arrival.payload) for arrival in arrivals]
        return [each.request if each else None for each in found]

    assert asyncio.run(scene()) == [UserRequest(None, f"Frage {number}?") for number in range(3)]


def question(number: int) -> dict[str, Any]:
    """An update with a message to the bot."""
    message = {"message_id": number, "date": 0, "chat": PRIVATE, "from": ANNA, "text": f"Frage {number}?"}
    return {"update_id": number, "message": message}


INLINE = {"id": "1", "from": ANNA, "query": "Wer zahlt?", "offset": ""}
POLL_OF_AN_OLDER_SERVER = {"id": "1", "question": "Baden?", "options": [], "total_voter_count": 0}


@pytest.mark.parametrize("field", ["query", "offset"])
def test_an_update_of_a_wrong_type_is_one_line_in_the_log_and_counted(
    telegram: Telegram, world: TelegramServer, caplog: pytest.LogCaptureFixture, field: str
) -> None:
    raw = {"update_id": 1, "inline_query": {**INLINE, field: {"text": "Wer?"}}}
    assert taken(telegram, world, raw) == ([], ["MalformedUpdate"])
    (line,) = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert line == "An update could not be read and is skipped (Broken)."


@pytest.mark.parametrize(
    "broken", [{"poll": POLL_OF_AN_OLDER_SERVER}, {"dice": {"emoji": "🎲"}}, {"gift": {}}, {"text": 5}], ids=str
)
def test_a_question_in_reply_to_something_broken_is_asked(
    telegram: Telegram, world: TelegramServer, broken: dict[str, Any]
) -> None:
    raw = question(1)
    raw["message"]["reply_to_message"] = {"message_id": 9, "date": 0, "chat": PRIVATE, "from": ANNA, **broken}
    assert taken(telegram, world, raw) == ([UserRequest(None, "Frage 1?")], [])


def test_an_edit_sets_aside_earlier_edits_of_its_message_and_nothing_else(
    telegram: Telegram, world: TelegramServer
) -> None:
    nowhere = {"id": 0, "type": "private", "first_name": "Anna"}
    edit = {**question(0)["message"], "chat": nowhere, "edit_date": 1}
    asked, found = taken(telegram, world, {"update_id": 5, "edited_message": edit}, question(1))[0], UserRequest
    assert asked == [found(None, "Frage 0?"), found(None, "Frage 1?")]


def taken(
    telegram: Telegram, world: TelegramServer, *raw: dict[str, Any]
) -> tuple[list[UserRequest | None], list[str]]:
    """What is asked in these updates, and the kinds of failure that were counted."""
    account, failures = telegram.new_bot("TakingBot"), list[str]()
    bot = build_bot(account.token, world.url, LastContact(), UNLIMITED, lambda _: None)

    async def scene() -> list[UserRequest | None]:
        async with bot:
            update_parser = UpdateParser(bot, failures.append)
            found = [update_parser.update_in(arrival.payload) for arrival in update_parser.arrivals(raw)]
        return [each.request if each else None for each in found]

    return asyncio.run(scene()), failures
