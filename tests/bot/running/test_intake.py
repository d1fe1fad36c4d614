"""Updates on their way into the inbox and out of it."""

from __future__ import annotations

from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.incoming.updates import IncomingUpdate, parse_update
from bot.simulator import Person, TelegramServer
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import Dialogue
from tests.support.bot.running_bot import running, settings_for


def test_an_update_is_parsed_and_addressed_once(
    world: TelegramServer, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it arrives: who answers it takes it as it was parsed then. (After a restart it has to be parsed anew.)"""
    parsed: list[int] = []

    def parse(raw: Any, bot: ExtBot[None]) -> IncomingUpdate | None:
        parsed.append(raw["update_id"])
        return parse_update(raw, bot)

    monkeypatch.setattr("bot.running.intake.parse_update", parse)
    account = world.telegram.new_bot("OnceBot")
    with running(settings_for(world, account), [BRIDGE]):
        dialogue = Dialogue.opened_by(anna, world.telegram, account)
        dialogue.reply()
        for _ in range(3):
            anna.says(dialogue.chat, "Wer bezahlt die Reparatur?")
            dialogue.reply()
    assert len(parsed) == len(set(parsed)) == 4


def test_of_a_long_queue_the_oldest_are_parsed_again(
    world: TelegramServer, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.running.intake._PARSED", 0)
    account = world.telegram.new_bot("ForgetfulBot")
    with running(settings_for(world, account), [BRIDGE]):
        dialogue = Dialogue.opened_by(anna, world.telegram, account)
        dialogue.reply()
        anna.says(dialogue.chat, "Wer bezahlt die Reparatur?")
        assert "das Land" in dialogue.reply().text
