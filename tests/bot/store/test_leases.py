"""Which process has an update in hand, and for how long others believe it."""

from __future__ import annotations

import asyncio
import json
import threading

import pytest
from sqlalchemy import create_engine, text

from bot.config.errors import StoreUnavailable
from bot.store import SUSPECTED_AFTER, Store
from bot.store.database import parse_url
from bot.store.store import LEASE
from tests.support.bot.stores import arrival, in_hand, opened, pass_time, play
from tests.support.clock import Clock


def test_a_lease_lasts_while_it_is_renewed(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as one, opened(url, clock) as other:
            await one.add([arrival(1)])
            held = await in_hand(one)
            assert list(held) == [1]
            for _ in range(3):
                await pass_time(clock, LEASE // 2, one, other)
                assert await one.renew(held.values()) == set(held.values())
                assert await other.renew(held.values()) == set()  # not its own
            assert await in_hand(other) == {}
            await pass_time(clock, LEASE + 1, one, other)
            assert await in_hand(other) == held
            assert await one.renew(held.values()) == set()
            await one.release(held.values())  # no longer its own
            assert await in_hand(one) == {}

    play(scene)


def test_what_is_in_hand_is_never_claimed_again_by_the_same_process(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as store:
            await store.add([arrival(1), arrival(2), arrival(3, "chat 3")])
            held = await in_hand(store, limit=1)
            await pass_time(clock, 2 * LEASE, store)  # it could not be renewed
            (other,) = await store.claim(private=9, groups=9, held=held.values())
            assert json.loads(other.payload)["update_id"] == 3  # nor is 2, which comes after it
            assert await store.renew(held.values()) == set(held.values())

    play(scene)


def test_after_a_break_the_other_process_has_time_to_come_back(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as one, opened(url, clock) as other:
            await one.add([arrival(1)])
            held = await in_hand(one)
            clock.now += 10 * LEASE  # both stood still, or the database was away
            assert await in_hand(other) == {}
            await pass_time(clock, LEASE - 2, other)
            assert await in_hand(other) == {}
            await pass_time(clock, 3, other)
            assert await in_hand(other) == held

    play(scene)


def test_a_claim_that_waited_for_the_break_to_end_takes_nothing_over(url: str, clock: Clock) -> None:
    """Asked for when all was well yet, it has its turn when the database, which stood still, goes on."""

    goes_on = threading.Event()
    goes_on.set()

    class StandingClock(Clock):
        """Holds up the threads of the store, which ask for the time when it is their turn."""

        asking = threading.get_ident()

        def __call__(self) -> float:
            if threading.get_ident() != self.asking:
                goes_on.wait()
            return clock()

    async def scene() -> None:
        async with opened(url, clock) as one, opened(url, StandingClock()) as other:
            await one.add([arrival(1)])
            held = await in_hand(one)
            await pass_time(clock, LEASE - 1, one, other)
            await one.renew(held.values())
            goes_on.clear()
            claim = asyncio.create_task(in_hand(other))
            await asyncio.sleep(0)
            clock.now += LEASE + 2
            goes_on.set()
            assert await claim == {}

    play(scene)


def test_after_a_full_disk_the_other_process_has_time_to_come_back(url: str, clock: Clock) -> None:
    """What is read is answered all the while. What the other had sent when the disk was full it could not note."""

    async def scene() -> None:
        vandal = create_engine(parse_url(url), isolation_level="AUTOCOMMIT")
        async with opened(url, clock) as one, opened(url, clock) as other:
            await one.add([arrival(1)])
            held = await in_hand(one)
            with vandal.connect() as connection:
                connection.execute(text("ALTER TABLE choices RENAME TO gone"))
                for _ in range(int(LEASE) + 1):
                    await pass_time(clock, 1, other)
                    with pytest.raises(StoreUnavailable):
                        await other.choose(1, "bruecke")
                connection.execute(text("ALTER TABLE gone RENAME TO choices"))
            assert await in_hand(other) == {}
            await pass_time(clock, LEASE - 2, other)
            assert await in_hand(other) == {}
            await pass_time(clock, 3, other)
            assert await in_hand(other) == held
        vandal.dispose()

    play(scene)


@pytest.mark.parametrize("back", [60, 3600, 10 * 86_400])
def test_a_lease_of_a_clock_that_was_ahead_holds_nothing_back(url: str, clock: Clock, back: int) -> None:
    """A machine without a battery for its clock starts at any time, and is set right a minute later (atd waits for the
    time that it had, as reported of raspberrypi/userland#654)."""

    async def scene() -> None:
        async with opened(url, clock) as dead:
            await dead.add([arrival(1)])
            held = await in_hand(dead)
            clock.now -= back
            async with opened(url, clock) as next_process:
                assert await in_hand(next_process) == held

    play(scene)


@pytest.mark.parametrize("back", [60, 3600])
def test_a_clock_set_back_takes_nothing_from_a_process_that_lives(url: str, clock: Clock, back: int) -> None:
    async def scene() -> None:
        async with opened(url, clock) as one, opened(url, clock) as other:
            await one.add([arrival(1)])
            held = await in_hand(one)
            await pass_time(clock, 3, one, other)
            clock.now -= back
            assert await in_hand(other) == {}
            await pass_time(clock, 2, one, other)
            assert await one.renew(held.values()) == set(held.values())
            for _ in range(3):  # as often as one lasts
                await pass_time(clock, LEASE // 2, one, other)
                assert await in_hand(other) == {}
                assert await one.renew(held.values()) == set(held.values())
            await pass_time(clock, LEASE + 2, one, other)
            assert await in_hand(other) == held

    play(scene)


def test_what_another_has_answered_is_no_longer_in_hand(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as one, opened(url, clock) as other:
            await one.add([arrival(1)])
            held = await in_hand(one)
            await other.finish(held[1])  # it had stood still, and had answered before
            assert await one.renew(held.values()) == set()

    play(scene)


def test_what_was_in_hand_whenever_the_process_died_is_taken_one_by_one_and_behind_all_else(
    url: str, clock: Clock
) -> None:
    async def scene() -> None:
        async with opened(url, clock) as watching:
            await watching.add([arrival(number, f"chat {number}") for number in (1, 2, 3)])
            for _ in range(SUSPECTED_AFTER):
                async with opened(url, clock) as dying:
                    await pass_time(clock, LEASE, dying, watching)
                    assert list(await in_hand(dying)) == [1, 2, 3]
                await pass_time(clock, LEASE + 1, watching)
            await watching.add([arrival(4, "chat 4")])
            assert list(await in_hand(watching, limit=2)) == [1, 4]
            assert await watching.claim(private=9, groups=9, suspects=0) == []
            assert list(await in_hand(watching)) == [2]

    play(scene)


def test_what_may_have_ended_the_process_is_taken_in_order_wherever_it_was_asked(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as watching:
            places = {1: True, 2: False, 3: True}
            await watching.add([arrival(number, f"chat {number}", private=where) for number, where in places.items()])
            for _ in range(SUSPECTED_AFTER):
                async with opened(url, clock) as dying:
                    await pass_time(clock, LEASE, dying, watching)
                    assert len(await dying.claim(private=9, groups=9)) == 3
                await pass_time(clock, LEASE + 1, watching)
            taken = [await watching.claim(private=9, groups=9) for _ in places]
            assert [json.loads(each.payload)["update_id"] for (each,) in taken] == [1, 2, 3]

    play(scene)


def test_order_within_a_lane_is_kept_by_all_processes(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as one, opened(url, clock) as other:
            await one.add([arrival(3), arrival(1), arrival(2, "chat 2")])
            held = await in_hand(one, limit=1)
            assert list(held) == [1]
            assert list(await in_hand(other)) == [2]
            assert await in_hand(other) == {}  # 3 comes after 1, and 1 is in the other's hand
            await one.finish(held[1])
            assert list(await in_hand(other)) == [3]

    play(scene)


def test_every_update_is_taken_once_by_processes_that_race(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as one, opened(url, clock) as two, opened(url, clock) as three:
            await one.add([arrival(number, f"chat {number % 40}") for number in range(200)])
            taken: list[int] = []

            async def take_all(store: Store) -> None:
                while held := await in_hand(store, limit=5):
                    taken.extend(held)
                    for number in held.values():
                        await store.finish(number)

            await asyncio.gather(take_all(one), take_all(two), take_all(three))
            while await one.depth():
                await take_all(one)
            assert sorted(taken) == list(range(200))
            lanes = [[number for number in taken if number % 40 == lane] for lane in range(40)]
            assert lanes == [sorted(lane) for lane in lanes]

    play(scene)
