"""The whole: making things, waiting for things, and the clock."""

from __future__ import annotations

import threading

import pytest

from bot.simulator import ImpossibleAction, ManualClock, Request, SystemClock, Telegram, WaitTimedOut


def test_waiting_gives_the_value(telegram: Telegram) -> None:
    account = telegram.new_bot("waited")
    anna = telegram.new_person("Anna")
    chat = anna.opens(account)
    writer = threading.Thread(target=lambda: anna.says(chat, "Hallo"))

    writer.start()

    assert telegram.wait_for(lambda: chat.messages[1:])[0].text == "Hallo"
    writer.join()


def test_waiting_ends(telegram: Telegram) -> None:
    with pytest.raises(WaitTimedOut, match=r"not true within 0.01 s") as late:
        telegram.wait_for(lambda: False, timeout=0.01)
    assert isinstance(late.value, TimeoutError)


def test_what_was_asked_for_last_is_told_when_waiting_ends() -> None:
    telegram = Telegram()
    telegram.record(Request(bot=None, method="getYou", parameters={}, date=0.0, code=404, error="Not Found"))

    with pytest.raises(WaitTimedOut, match="the last requests: getYou: Not Found"):
        telegram.wait_for(lambda: False, timeout=0)


def test_a_standing_clock() -> None:
    clock = ManualClock(start=5)
    clock.advance(2.5)

    assert clock.now() == 7.5
    with pytest.raises(ValueError, match="not by -1"):
        clock.advance(-1)


def test_without_a_clock_it_goes_by_the_machine() -> None:
    assert isinstance(Telegram().clock, SystemClock)


def test_groups_that_cannot_be() -> None:
    telegram = Telegram()
    anna = telegram.new_person("Anna")

    with pytest.raises(ImpossibleAction, match="name its owner first"):
        telegram.new_group("Runde", [])
    with pytest.raises(ImpossibleAction, match="name its owner first"):
        telegram.new_group("Runde", [telegram.new_bot("belegbot")])
    with pytest.raises(ImpossibleAction, match="only supergroups"):
        telegram.new_group("Runde", [anna], topics=("Politik",), is_supergroup=False)


def test_how_chats_are_numbered() -> None:
    telegram = Telegram()
    anna = telegram.new_person("Anna")

    assert telegram.new_group("Runde", [anna]).id < -1_000_000_000_000
    assert -1_000_000_000_000 < telegram.new_group("Runde", [anna], is_supergroup=False).id < 0
    assert anna.opens(telegram.new_bot("belegbot")).id == anna.user.id > 0


def test_no_topic_has_the_number_of_general() -> None:
    telegram = Telegram()
    forum = telegram.new_group("Forum", [telegram.new_person("Anna")], topics=("Politik", "Sport"))

    assert [topic.id for topic in forum.topics] == [2, 3]


def test_what_was_written_can_be_read_and_is_frozen() -> None:
    telegram = Telegram()
    chat = telegram.new_person("Anna").opens(telegram.new_bot("belegbot"))
    [message] = chat.messages

    assert chat in telegram.chats
    with pytest.raises(AttributeError):
        message.text = "anders"  # type: ignore[misc]


def test_deleted_messages_leave_their_numbers_behind() -> None:
    telegram = Telegram()
    anna = telegram.new_person("Anna")
    chat = anna.opens(telegram.new_bot("belegbot"))
    anna.deletes(anna.says(chat, "zwei"))

    assert anna.says(chat, "drei").id == 3
