"""Who goes next."""

import asyncio
import time

from bot.calls.concurrency import ConcurrencyLimit
from bot.calls.flood import SendLimit


async def go(gate: ConcurrencyLimit, name: str, log: list[str], *, private: bool, seconds: float = 0.01) -> None:
    async with gate.slot(private=private):
        log.append(name)
        await asyncio.sleep(seconds)


def test_private_calls_go_before_those_of_groups() -> None:
    async def scene() -> list[str]:
        gate, log = ConcurrencyLimit(1, None), list[str]()
        names = [("group 1", False), ("group 2", False), ("person 1", True), ("person 2", True)]
        await asyncio.gather(*(go(gate, name, log, private=private) for name, private in names))
        return log

    assert asyncio.run(scene()) == ["group 1", "person 1", "person 2", "group 2"]


def test_no_more_are_under_way_than_the_gate_is_wide() -> None:
    async def scene() -> int:
        gate, under_way, most = ConcurrencyLimit(3, None), 0, 0

        async def call() -> None:
            nonlocal under_way, most
            async with gate.slot(private=True):
                under_way += 1
                most = max(most, under_way)
                await asyncio.sleep(0.001)
                under_way -= 1

        await asyncio.gather(*(call() for _ in range(30)))
        return most

    assert asyncio.run(scene()) == 3


def test_no_more_go_in_a_stretch_of_time_than_the_limit_says() -> None:
    limit = SendLimit(4, 0.2)

    async def scene() -> list[float]:
        gate, starts = ConcurrencyLimit(8, limit), list[float]()

        async def call() -> None:
            async with gate.slot(private=False):
                starts.append(time.monotonic())

        await asyncio.gather(*(call() for _ in range(10)))
        return starts

    starts = asyncio.run(scene())
    assert all(
        later - earlier >= limit.seconds for earlier, later in zip(starts, starts[limit.messages :], strict=False)
    )


def test_who_gives_up_takes_no_place() -> None:
    async def scene() -> list[str]:
        gate, log = ConcurrencyLimit(1, None), list[str]()
        first = asyncio.create_task(go(gate, "first", log, private=True, seconds=0.05))
        second = asyncio.create_task(go(gate, "second", log, private=True))
        third = asyncio.create_task(go(gate, "third", log, private=True))
        await asyncio.sleep(0.01)
        second.cancel()
        await asyncio.gather(first, second, third, return_exceptions=True)
        await go(gate, "fourth", log, private=True)
        return log

    assert asyncio.run(scene()) == ["first", "third", "fourth"]


def test_who_is_cancelled_as_its_turn_comes_gives_it_on() -> None:
    async def scene() -> list[str]:
        gate, log = ConcurrencyLimit(1, None), list[str]()
        async with gate.slot(private=True):
            second = asyncio.create_task(go(gate, "second", log, private=True))
            third = asyncio.create_task(go(gate, "third", log, private=True))
            await asyncio.sleep(0)
        second.cancel()  # its turn is set, but it has not run yet
        await asyncio.gather(second, third, return_exceptions=True)
        return log

    async def within_a_second() -> list[str]:
        async with asyncio.timeout(1):
            return await scene()

    assert asyncio.run(within_a_second()) == ["third"]
