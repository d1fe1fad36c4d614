"""From the inbox to the answers: which updates are in hand, in which order, and when one is done."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from functools import partial

from telegram.error import TelegramError

from bot.calls import CallLost, error_kind
from bot.calls.caller import CONFIRM_LEASE, DRAIN_TIMEOUT
from bot.config.errors import LeaseLost, StoreUnavailable
from bot.handlers.router import Router
from bot.incoming.updates import IncomingUpdate
from bot.running.monitoring import Instrumentation
from bot.running.retrying_store import RetryingStore
from bot.running.update_parser import UpdateParser
from bot.store import SUSPECTED_AFTER, Exchange, QueuedUpdate, Store

_LOGGER = logging.getLogger(__name__)

# So many private chats, and so many groups, are in hand at once. Most of them wait for flood limits when there are
# many, which costs nothing: so many that whoever floods their own groups keeps no other waiting. How many calls are
# under way at once is for `bot.calls.concurrency` to say.
_IN_HAND = 512

# How often the inbox is looked into without a reason, in seconds: for what another process has left behind.
_LOOK = 1.0

# How often leases are renewed, in seconds: often enough that a process that stands still keeps most of each.
_RENEWAL = 2.0

# How often the store is looked after otherwise, in seconds.
_UPKEEP = 2.0

# How long answers in hand may take once the process is to stop, and then to note those that went out: what is not noted
# is answered again. In between, what is being sent is waited for; at the end, all else is given back, or its leases run
# out. Hosts kill after ten seconds.
GRACE_PERIOD = 4.0
NOTE_TIMEOUT = 2.0
RELEASE_TIMEOUT = 1.0

# An update that was in hand this often when the process died is set aside: it may be what kills it. Most often it was
# one of hundreds in hand. So from the third time on (`SUSPECTED_AFTER`) such ones are taken one after the other, with
# so many seconds in between: whoever is not to blame is answered meanwhile.
_MOST_ATTEMPTS = 2 * SUSPECTED_AFTER
_BETWEEN_SUSPECTS = 1.0

_CLEAN_UP = 3600.0


class Dispatcher:
    """Answers what the store's inbox holds, in order within a chat, many chats at once."""

    def __init__(
        self, update_parser: UpdateParser, store: Store, router: Router, instrumentation: Instrumentation
    ) -> None:
        self._update_parser = update_parser
        self._store = store
        self._retrying = RetryingStore(store, instrumentation.record_failure)
        self._router = router
        self._instrumentation = instrumentation
        self._woken = asyncio.Event()
        self._in_hand: dict[bool, dict[int, asyncio.Task[None]]] = {True: {}, False: {}}
        self._finishing: dict[int, asyncio.Task[None]] = {}
        self._next_suspect = 0.0

    def wake(self) -> None:
        """There is something new in the inbox."""
        self._woken.set()

    async def work(self, stop: asyncio.Event) -> None:
        """Answers until `stop` is set; then finishes what is in hand within some seconds and gives back the rest."""
        stopping = asyncio.create_task(stop.wait())
        async with self._upkeep():
            while not stop.is_set():
                self._woken.clear()
                await self._claim()
                woken = asyncio.create_task(self._woken.wait())
                await asyncio.wait((woken, stopping), timeout=_LOOK, return_when=asyncio.FIRST_COMPLETED)
                woken.cancel()
            await self._finish_in_hand()

    async def _claim(self) -> None:
        private, groups = (_IN_HAND - len(self._in_hand[is_private]) for is_private in (True, False))
        try:
            suspects = int(time.monotonic() >= self._next_suspect)
            waiting = await self._store.claim(private=private, groups=groups, held=self._held, suspects=suspects)
        except StoreUnavailable:
            self._instrumentation.record_failure("StoreUnavailable")
            return
        for each in waiting:
            if each.attempts > SUSPECTED_AFTER:
                self._next_suspect = time.monotonic() + _BETWEEN_SUSPECTS
            in_hand = self._in_hand[each.private]
            in_hand[each.number] = asyncio.create_task(self._handle(each, in_hand))

    @property
    def _held(self) -> list[int]:
        return [number for in_hand in self._in_hand.values() for number in in_hand]

    async def _handle(self, waiting: QueuedUpdate, in_hand: dict[int, asyncio.Task[None]]) -> None:
        try:
            await self._answer(waiting)
            del in_hand[waiting.number]  # not when cancelled: then it is to be given back
        finally:
            self._woken.set()  # its lane may have a next one

    async def _answer(self, waiting: QueuedUpdate) -> None:
        """Answers it as well as can be, and notes that it is done; not when another process does."""
        incoming, done, sent_at = None, None, 0.0
        if waiting.attempts > _MOST_ATTEMPTS:
            _LOGGER.error("An update has been in hand %d times when the process died; it is set aside.", _MOST_ATTEMPTS)
            self._instrumentation.record_failure("SetAside")
            await self._finish(waiting, None)
            return
        CONFIRM_LEASE.set(partial(self._retrying.confirm, waiting.number))
        try:
            _LOGGER.debug("Update no. %d, attempt %d: %s", waiting.number, waiting.attempts, waiting.payload)
            incoming = self._update_parser.update_in(waiting.payload)
            done = await self._router.handle(incoming) if incoming else None
            sent_at = time.time()
        except LeaseLost:
            _LOGGER.warning("This process stood still for so long that another one answers what it had in hand.")
            self._instrumentation.record_failure("LeaseLost")
            return
        except CallLost as error:
            lost = "may be lost" if error.may_have_arrived else "is lost"
            _LOGGER.warning("An answer %s (%s).", lost, error.message, extra=_facts(incoming))
            self._instrumentation.record_failure("AnswerUncertain" if error.may_have_arrived else "AnswerLost")
        except TelegramError as error:
            _LOGGER.warning(
                "Telegram refuses an answer (%s): %s", error_kind(error), error.message, extra=_facts(incoming)
            )
            self._instrumentation.record_failure(error_kind(error))
        except Exception as error:  # one question's fault must not be another's
            _LOGGER.exception("An update could not be answered.", extra=_facts(incoming))
            self._instrumentation.record_failure(type(error).__name__)
        await self._finish(waiting, done and done.exchange)
        if incoming and done:
            seconds = max(0.0, sent_at - waiting.received_at)
            self._instrumentation.record_answer(incoming.chat_kind, done.reply, seconds, incoming.update.update_id)

    async def _finish(self, waiting: QueuedUpdate, exchange: Exchange | None) -> None:
        noting = asyncio.create_task(self._retrying.finish(waiting.number, exchange))
        self._finishing[waiting.number] = noting
        await asyncio.shield(noting)
        del self._finishing[waiting.number]  # not when cancelled: then it is answered, and not noted yet

    async def _finish_in_hand(self) -> None:
        tasks = [task for in_hand in self._in_hand.values() for task in in_hand.values()]
        await _end(tasks, GRACE_PERIOD)
        await _end(tasks, DRAIN_TIMEOUT + 0.5)  # what is left of them was being sent when they were cancelled
        # What the store does not take even now is answered again when its lease ends.
        await _end(self._finishing.values(), NOTE_TIMEOUT)
        with suppress(TimeoutError, StoreUnavailable):  # then their leases run out
            async with asyncio.timeout(RELEASE_TIMEOUT):
                await self._release_rest([*tasks, *self._finishing.values()])

    async def _release_rest(self, ending: Collection[asyncio.Task[None]]) -> None:
        if ending:
            await asyncio.wait(ending)
        if left := [number for number in self._held if number not in self._finishing]:
            _LOGGER.info("Questions left for the next start: %d.", len(left))
            await self._store.release(left)

    @asynccontextmanager
    async def _upkeep(self) -> AsyncIterator[None]:
        # A group: without leases and upkeep the process must not go on as if nothing had happened.
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(work) for work in (self._keep_leases(), self._look_after_store())]
            try:
                yield
            finally:
                for task in tasks:
                    task.cancel()

    async def _keep_leases(self) -> None:
        """Keeps in hand what is in hand."""
        while True:
            try:
                if held := self._held:
                    await self._store.renew(held)
            except StoreUnavailable:
                self._instrumentation.record_failure("StoreUnavailable")
            await asyncio.sleep(_RENEWAL)

    async def _look_after_store(self) -> None:
        """Counts what waits, forgets what is old, and tries a store that has failed."""
        next_clean_up = time.monotonic()
        while True:
            try:
                await self._store.probe()
                await self._store.shred()
                self._instrumentation.record_queue_depth(await self._store.depth())
                if time.monotonic() >= next_clean_up:
                    await self._store.forget()
                    next_clean_up += _CLEAN_UP
            except StoreUnavailable:
                self._instrumentation.record_failure("StoreUnavailable")
            await asyncio.sleep(_UPKEEP)


async def _end(tasks: Collection[asyncio.Task[None]], seconds: float) -> None:
    """Has them end within so many seconds; those that do not are cancelled."""
    if tasks:
        _, late = await asyncio.wait(tasks, timeout=seconds)
        for task in late:
            task.cancel()


def _facts(incoming: IncomingUpdate | None) -> dict[str, dict[str, int]]:
    """What the log tells of an update beside a line: its number, by which it can be followed."""
    return {"facts": {"update": incoming.update.update_id} if incoming else {}}
