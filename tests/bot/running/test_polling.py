"""Polling, against a Telegram that answers as it likes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.running.polling import poll


class Telegram:
    """Answers each request for updates with the next of these, then waits for ever."""

    def __init__(self, *answers: list[object]) -> None:
        self._answers = list(answers)
        self.offsets: list[int | None] = []

    async def raw_updates(self, offset: int | None, kinds: Sequence[str], wait: int) -> list[object]:
        del kinds, wait
        self.offsets.append(offset)
        if not self._answers:
            await asyncio.Event().wait()
        return self._answers.pop(0)


def polled(telegram: Telegram, seconds: float, soonest: float = 1.0) -> list[object]:
    """What is taken in while the bot polls for so long, and asks at least so many seconds apart."""
    taken: list[object] = []

    async def take(raw: Sequence[object]) -> None:
        taken.extend(raw)

    async def scene() -> None:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(seconds, stop.set)
        await poll(telegram, take, lambda _: None, 1, stop, soonest=soonest)  # type: ignore[arg-type]

    asyncio.run(scene())
    return taken


def test_updates_are_confirmed_by_the_next_request_whatever_their_order() -> None:
    telegram = Telegram([{"update_id": 5}, {"update_id": 3}, {"no": "number"}], [{"update_id": 6}])
    assert len(polled(telegram, 0.2, soonest=0.01)) == 4
    assert telegram.offsets == [None, 6, 7]


def test_who_answers_at_once_that_there_is_nothing_is_not_asked_again_at_once() -> None:
    telegram = Telegram(*([] for _ in range(1000)))
    polled(telegram, 0.3)
    assert len(telegram.offsets) == 1


def test_updates_without_a_number_are_not_asked_for_without_a_pause() -> None:
    telegram = Telegram(*(list[object]([{"no": "number"}]) for _ in range(1000)))
    polled(telegram, 0.3)
    assert len(telegram.offsets) == 1
