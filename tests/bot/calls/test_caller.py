"""Calls across Telegram's faults: tried again when nothing was done, given up when something may have been."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from functools import partial

import pytest
from telegram import Message as TelegramMessage
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.calls import OFFICIAL, UNLIMITED, CallLost, LastContact, SendLimits, build_bot, official_limits
from bot.calls.backoff import backoff_waits
from bot.calls.caller import CONFIRM_LEASE, drain_on_cancel
from bot.calls.client import TelegramBot
from bot.calls.request import TelegramRequest
from bot.config.errors import LeaseLost
from bot.simulator import BotAccount, Fault, FaultKind, Group, Person, PrivateChat, Telegram, TelegramServer
from bot.simulator import FloodLimits as TelegramsLimits
from bot.simulator import Limit as TelegramsLimit
from tests.support.bot.dialogues import by_the_bot

QUICKLY = partial(backoff_waits, 0.05)


class World:
    """A Telegram, a bot in it, Anna's chat with the bot, and a group."""

    def __init__(self, server: TelegramServer) -> None:
        self.server = server
        self.telegram: Telegram = server.telegram
        self.account: BotAccount = self.telegram.new_bot("CallBot")
        self.anna: Person = self.telegram.new_person("Anna")
        self.chat: PrivateChat = self.anna.opens(self.account)
        self.group: Group = self.telegram.new_group("Runde", [self.anna, self.account])
        self.trouble: list[str] = []
        self.contact = LastContact()

    @asynccontextmanager
    async def bot(self, limits: SendLimits = UNLIMITED) -> AsyncIterator[TelegramBot]:
        bot = build_bot(
            self.account.token,
            self.server.url,
            self.contact,
            limits,
            self.trouble.append,
            waits=QUICKLY,
            answer_seconds=0.5,
        )
        async with bot:
            yield bot

    def said(self) -> list[str]:
        return [message.text for message in by_the_bot(self.chat, self.account)]


@pytest.fixture
def world() -> Iterator[World]:
    with TelegramServer(Telegram()) as server:
        yield World(server)


@pytest.fixture
def strict_world() -> Iterator[World]:
    strict = TelegramsLimits(chat=TelegramsLimit(1, 1.0))
    with TelegramServer(Telegram(flood_control=strict)) as server:
        yield World(server)


def send(world: World, texts: Sequence[str] = ("Hallo",), limits: SendLimits = UNLIMITED) -> list[object]:
    """What became of sending these to Anna, one after the other."""

    async def work() -> list[object]:
        async with world.bot(limits) as bot:
            outcomes: list[object] = []
            for text in texts:
                try:
                    outcomes.append(await bot.send_message(world.chat.id, text))
                except TelegramError as error:
                    outcomes.append(error)
            return outcomes

    return asyncio.run(work())


NOTHING_DONE = [
    Fault(kind=FaultKind.STATUS, status=500, method="sendMessage", times=2),
    Fault(kind=FaultKind.HTML, method="sendMessage", times=2),
    Fault(kind=FaultKind.RESET, method="sendMessage", times=2),
    Fault(kind=FaultKind.STATUS, status=429, retry_after=1, method="sendMessage"),
    Fault(kind=FaultKind.STATUS, status=401, method="sendMessage"),
    Fault(kind=FaultKind.STATUS, status=404, method="sendMessage"),
]


@pytest.mark.parametrize("fault", NOTHING_DONE, ids=lambda fault: f"{fault.kind}-{fault.status}")
def test_what_was_not_done_is_done_again(world: World, fault: Fault) -> None:
    world.telegram.faults.add(fault)
    (outcome,) = send(world)
    assert not isinstance(outcome, Exception)
    assert world.said() == ["Hallo"]
    assert len(world.trouble) == fault.times


PERHAPS_DONE = [FaultKind.TORN, FaultKind.GARBAGE, FaultKind.TIMEOUT]


@pytest.mark.parametrize("kind", PERHAPS_DONE)
def test_what_may_have_been_done_is_not_done_twice(world: World, kind: FaultKind) -> None:
    world.telegram.faults.add(Fault(kind=kind, method="sendMessage", after_effect=True))
    (outcome,) = send(world)
    assert isinstance(outcome, CallLost)
    assert outcome.may_have_arrived
    assert world.said() == ["Hallo"]
    assert len([request for request in world.telegram.requests if request.method == "sendMessage"]) == 1


def test_an_answer_that_trickles_in_is_waited_for(world: World) -> None:
    world.telegram.faults.add(Fault(kind=FaultKind.SLOW, seconds=1.0, method="sendMessage", after_effect=True))
    (outcome,) = send(world)
    assert not isinstance(outcome, Exception)
    assert world.said() == ["Hallo"]


@pytest.mark.parametrize("kind", [FaultKind.TORN, FaultKind.GARBAGE, FaultKind.TIMEOUT])
def test_an_edit_may_be_made_twice(world: World, kind: FaultKind) -> None:
    async def work() -> None:
        async with world.bot() as bot:
            sent = await bot.send_message(world.chat.id, "Hallo")
            world.telegram.faults.add(Fault(kind=kind, method="editMessageText"))
            await bot.edit_message_text("Adieu", world.chat.id, sent.message_id)

    asyncio.run(work())
    assert world.said() == ["Adieu"]


def test_a_refusal_is_final(world: World) -> None:
    async def work() -> None:
        async with world.bot() as bot:
            with pytest.raises(BadRequest):
                await bot.send_message(world.chat.id, " ")
            world.anna.removes(world.account, world.group)
            with pytest.raises(Forbidden):
                await bot.send_message(world.group.id, "Hallo")

    asyncio.run(work())
    assert world.trouble == []
    assert len(world.telegram.refusals) == 2


def test_official_limits_are_kept_without_a_single_429(strict_world: World) -> None:
    started = time.monotonic()
    outcomes = send(strict_world, ["1", "2", "3"], OFFICIAL)
    assert [type(outcome).__name__ for outcome in outcomes] == ["Message"] * 3
    assert strict_world.said() == ["1", "2", "3"]
    assert time.monotonic() - started >= 2
    assert not strict_world.telegram.refusals


def test_processes_that_share_telegrams_limit_have_nothing_refused() -> None:
    share = official_limits(15)
    with TelegramServer(Telegram(flood_control=TelegramsLimits(all=TelegramsLimit(30, 1.0)))) as server:
        world = World(server)
        chats = [world.telegram.new_person(f"Person {number}").opens(world.account) for number in range(60)]

        async def work() -> None:
            async with world.bot(share) as first, world.bot(share) as second:
                halves = ((first, chats[:30]), (second, chats[30:]))
                await asyncio.gather(*(bot.send_message(chat.id, "Hallo") for bot, half in halves for chat in half))

        asyncio.run(work())
        assert [len(by_the_bot(chat, world.account)) for chat in chats] == [1] * len(chats)
        assert not world.telegram.refusals


def test_one_chats_wait_holds_no_other(world: World) -> None:
    world.telegram.faults.add(Fault(kind=FaultKind.STATUS, status=429, retry_after=2, method="sendMessage"))
    order: list[int] = []

    async def into(bot: TelegramBot, chat: int) -> None:
        await bot.send_message(chat, "Hallo")
        order.append(chat)

    async def work() -> None:
        async with world.bot() as bot:
            flooded = asyncio.create_task(into(bot, world.group.id))
            await asyncio.sleep(0.2)
            await into(bot, world.chat.id)
            await flooded

    asyncio.run(work())
    assert order == [world.chat.id, world.group.id]


def interrupt(world: World, fault: Fault) -> asyncio.Task[TelegramMessage]:
    """A message to Anna that is under way, with this fault, when it is interrupted; as it ends."""
    world.telegram.faults.add(fault)

    async def work() -> asyncio.Task[TelegramMessage]:
        async with world.bot() as bot:
            sending = asyncio.create_task(bot.send_message(world.chat.id, "Hallo"))
            while not world.telegram.faults.happened:  # noqa: ASYNC110 - it does in another thread
                await asyncio.sleep(0.01)
            sending.cancel()
            await asyncio.wait([sending])
            return sending

    return asyncio.run(work())


def test_who_is_interrupted_while_sending_hears_whether_it_has_arrived(world: World) -> None:
    sending = interrupt(world, Fault(kind=FaultKind.LATE, method="sendMessage", seconds=0.3))
    assert sending.result().text == "Hallo"
    assert world.said() == ["Hallo"]


def test_who_is_interrupted_while_telegram_refuses_has_sent_nothing(world: World) -> None:
    world.anna.stops(world.account)
    sending = interrupt(world, Fault(kind=FaultKind.LATE, method="sendMessage", seconds=0.3))
    assert sending.cancelled(), "so it is given back"


def test_who_hears_nothing_once_interrupted_says_that_it_may_have_arrived(world: World) -> None:
    sending = interrupt(world, Fault(kind=FaultKind.TIMEOUT, method="sendMessage", after_effect=True))
    outcome = sending.exception()
    assert isinstance(outcome, CallLost)
    assert outcome.may_have_arrived


def test_who_is_interrupted_twice_lets_nothing_go_on() -> None:
    ended: list[str] = []

    async def call() -> bool:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append("call")
        return True

    async def scene() -> None:
        hearing = asyncio.create_task(drain_on_cancel(call))
        for _ in range(2):
            await asyncio.sleep(0.01)
            hearing.cancel()
        with pytest.raises(CallLost) as lost:
            await hearing
        assert lost.value.may_have_arrived
        await asyncio.sleep(0)
        assert ended == ["call"]

    asyncio.run(scene())


def test_contact_is_what_telegram_answers_and_nothing_else(world: World) -> None:
    noted: list[str] = []

    async def get(status: int | None) -> None:
        if status:
            world.telegram.faults.add(Fault(kind=FaultKind.STATUS, status=status, method="getMe"))
        request = TelegramRequest(lambda: noted.append(str(status)), connections=1)
        async with request:
            await request.do_request(f"{world.server.url}/bot{world.account.token}/getMe", "POST")

    for status in (None, 400, 403, 409, 429, 401, 404, 500, 502):
        asyncio.run(get(status))
    assert noted == ["None", "400", "403", "409", "429"]


def test_what_another_process_answers_is_not_sent(world: World) -> None:
    async def lost() -> None:
        raise LeaseLost("another process has taken it over")

    async def scene() -> None:
        async with world.bot() as bot:
            sent = await bot.send_message(world.chat.id, "vorher")
            CONFIRM_LEASE.set(lost)
            with pytest.raises(LeaseLost):
                await bot.send_message(world.chat.id, "nachher")
            # To change a message twice is as good as once.
            await bot.edit_message_text("geändert", world.chat.id, sent.message_id)

    asyncio.run(scene())
    assert world.said() == ["geändert"]
