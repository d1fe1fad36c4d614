"""Floods of taps, edits and groups: whoever makes one keeps nobody else waiting."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.calls import UNLIMITED, LastContact, build_bot
from bot.calls.concurrency import ConcurrencyLimit
from bot.calls.flood import SendLimit, SendLimits
from bot.incoming.updates import IncomingUpdate
from bot.running.update_parser import UpdateParser
from bot.simulator import FloodLimits, Limit, Person, Telegram, TelegramServer
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import Dialogue, by_the_bot
from tests.support.bot.incoming import ANNA, PRIVATE
from tests.support.bot.running_bot import running, settings_for
from tests.support.waiting import wait_until

QUESTION = "Wie lange bleibt die Brücke gesperrt?"


def test_of_forty_edits_the_last_alone_counts(telegram: Telegram, world: TelegramServer) -> None:
    """Each would cost a second in which its chat is told nothing."""
    account = telegram.new_bot("EditedBot")
    bot = build_bot(account.token, world.url, LastContact(), UNLIMITED, lambda _: None)

    def edit(number: int, message: int) -> dict[str, Any]:
        edited = {"message_id": message, "date": 0, "edit_date": 1, "chat": PRIVATE, "from": ANNA, "text": f"{number}?"}
        return {"update_id": number, "edited_message": edited}

    async def scene() -> list[IncomingUpdate | None]:
        async with bot:
            update_parser = UpdateParser(bot, lambda _: None)
            edits = [*(edit(number, 1) for number in range(1, 41)), edit(41, 2)]
            return [update_parser.update_in(arrival.payload) for arrival in list(update_parser.arrivals(edits))]

    handled = [each.update.update_id for each in asyncio.run(scene()) if each]
    assert handled == [40, 41]


def test_more_taps_than_a_person_has_cost_no_message(world: TelegramServer, anna: Person, ben: Person) -> None:
    """Wherever they are made; the allowance is the person's, and another's tap in the same group is served."""
    telegram = world.telegram
    account = telegram.new_bot("TappedBot")
    with running(settings_for(world, account, questions_per_minute=3), [BRIDGE]):
        answers = []
        for asker in (anna, anna, ben, ben):
            with telegram.lock:  # in which nothing is said yet
                group = telegram.new_group("Gruppe", [anna, ben, account])
                dialogue = Dialogue(telegram, account, group)
            dialogue.reply()
            asker.says(group, f"/frage@{account.username} {QUESTION}")
            answers.append(dialogue.reply())
        with telegram.lock:  # before a button changes
            taps = [anna.taps(answers[number % 4], "Kontext") for number in range(10)]
        wait_until(lambda: all(tap.answer for tap in taps))
        told = [tap.answer.text for tap in taps if tap.answer]
        assert told.count("So schnell komme ich nicht mit. Tippe in einer Minute noch einmal.") == 4
        with telegram.lock:
            shown_now = answers[0].chat.message(answers[0].id)
            assert shown_now is not None
            tap = ben.taps(shown_now, shown_now.buttons[0].text)
        wait_until(lambda: tap.answer)
        assert tap.answer is not None
        assert tap.answer.text != "So schnell komme ich nicht mit. Tippe in einer Minute noch einmal."


def test_a_group_has_an_allowance_of_taps_whoever_makes_them(world: TelegramServer) -> None:
    telegram = world.telegram
    account = telegram.new_bot("CrowdedBot")
    people = [telegram.new_person(f"P{number}", language_code="de") for number in range(20)]
    with running(settings_for(world, account, questions_per_minute=3), [BRIDGE]):
        with telegram.lock:
            group = telegram.new_group("Viele", [*people, account])
            dialogue = Dialogue(telegram, account, group)
        dialogue.reply()
        people[0].says(group, f"/frage@{account.username} {QUESTION}")
        answer = dialogue.reply()
        with telegram.lock:
            taps = [person.taps(answer, "Kontext") for person in people]
        wait_until(lambda: all(tap.answer for tap in taps))
        told = [tap.answer.text for tap in taps if tap.answer]
        assert told.count("So schnell komme ich nicht mit. Tippe in einer Minute noch einmal.") == 5


@pytest.mark.slow
def test_groups_that_wait_for_their_limits_keep_no_other_group_waiting(world: TelegramServer, anna: Person) -> None:
    """Thirty-four groups that are asked more than Telegram lets the bot say; the next group is answered at once."""
    telegram = world.telegram
    account = telegram.new_bot("FloodedBot")
    limits = SendLimits(chat=None, group=SendLimit(2, 600.0), all=None)
    with running(settings_for(world, account), [BRIDGE], limits):
        flooded = [telegram.new_group(f"Flut {number}", [anna, account]) for number in range(34)]
        for group in flooded:
            for _ in range(3):
                anna.says(group, f"/frage@{account.username} {QUESTION}")
        wait_until(lambda: all(len(by_the_bot(group, account)) == 2 for group in flooded))
        with telegram.lock:
            quiet = Dialogue(telegram, account, telegram.new_group("Ruhig", [anna, account]))
        quiet.reply()
        anna.says(quiet.chat, f"/frage@{account.username} {QUESTION}")
        assert "bis Mai" in quiet.reply().text


def test_questions_go_before_repaints() -> None:
    async def scene() -> list[str]:
        gate, log = ConcurrencyLimit(1, None), list[str]()

        async def go(name: str, *, private: bool, repaint: bool) -> None:
            async with gate.slot(private=private, repaint=repaint):
                log.append(name)
                await asyncio.sleep(0)

        await asyncio.gather(
            go("first", private=False, repaint=True),
            go("repaint", private=True, repaint=True),
            go("group", private=False, repaint=False),
            go("person", private=True, repaint=False),
        )
        return log

    assert asyncio.run(scene()) == ["first", "person", "group", "repaint"]


def test_a_process_keeps_to_its_share_of_the_messages_a_second() -> None:
    with TelegramServer(Telegram(flood_control=FloodLimits(all=Limit(3, 1.0)))) as server:
        telegram = server.telegram
        account = telegram.new_bot("SharingBot")
        with running(settings_for(server, account, messages_per_second=3), [BRIDGE], limits=None):
            with telegram.lock:
                chats = [telegram.new_person(f"Person {number}").opens(account) for number in range(10)]
            telegram.wait_for(lambda: all(by_the_bot(chat, account) for chat in chats), timeout=20)
        assert [request.error for request in telegram.refusals] == []
