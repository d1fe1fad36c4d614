"""From the inbox to the answers: which updates are in hand, in which order, and when one is done."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram.error import TelegramError

from bot.calls import CallLost, error_kind
from bot.config.errors import StoreUnavailable
from bot.handlers.router import Router
from bot.running.monitoring import Instrumentation
from bot.running.update_parser import UpdateParser
from bot.store import Exchange, QueuedUpdate, Store
from bot.store.store import LEASE

_LOGGER = logging.getLogger(__name__)

# So many private chats, and so many groups, are in hand at once. Most of them wait for flood limits when there are
# many, which costs nothing: so many that whoever floods their own groups keeps no other waiting. How many calls are
# under way at once is for `bot.calls.concurrency` to say.
_IN_HAND = 512

# How often the inbox is looked into without a reason, in seconds: for what another process has left behind.
_LOOK = 1.0

# How long answers in hand may take once the process is to stop. Hosts kill after ten seconds.
_GRACE = 8.0

# An update in whose handling the process has died this often is set aside: it may be what kills it.
_MOST_ATTEMPTS = 3

_CLEAN_UP = 3600.0


class Dispatcher:
    """Answers what the store's inbox holds, in order within a chat, many chats at once."""

    def __init__(
        self, update_parser: UpdateParser, store: Store, router: Router, instrumentation: Instrumentation
    ) -> None:
        self._update_parser = update_parser
        self._store = store
        self._router = router
        self._instrumentation = instrumentation
        self._woken = asyncio.Event()
        self._in_hand: dict[bool, dict[int, asyncio.Task[None]]] = {True: {}, False: {}}

    def wake(self) -> None:
        """There is something new in the inbox."""
        self._woken.set()

    async def work(self, stop: asyncio.Event) -> None:
        """Answers until `stop` is set; then finishes what is in hand within eight seconds and gives back the rest."""
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
            waiting = await self._store.claim(private=private, groups=groups)
        except StoreUnavailable as error:
            self._report(error)
            return
        for each in waiting:
            in_hand = self._in_hand[each.private]
            in_hand[each.number] = asyncio.create_task(self._handle(each, in_hand))

    async def _handle(self, waiting: QueuedUpdate, in_hand: dict[int, asyncio.Task[None]]) -> None:
        try:
            await self._answer(waiting)
            del in_hand[waiting.number]  # not when cancelled: then it is to be given back
        finally:
            self._woken.set()  # its lane may have a next one

    async def _answer(self, waiting: QueuedUpdate) -> None:
        """Answers it as well as can be, and notes that it is done; not when that is to be tried again."""
        incoming, done, sent_at = None, None, 0.0
        if waiting.attempts > _MOST_ATTEMPTS:
            _LOGGER.error("An update has been in hand %d times when the process died; it is set aside.", _MOST_ATTEMPTS)
            self._instrumentation.record_failure("SetAside")
            await self._finish(waiting, None)
            return
        try:
            _LOGGER.debug("Update no. %d, attempt %d: %s", waiting.number, waiting.attempts, waiting.payload)
            incoming = self._update_parser.update_in(waiting.payload)
            done = await self._router.handle(incoming) if incoming else None
            sent_at = time.time()
        except StoreUnavailable as error:
            self._report(error)  # when its lease has run out, it is taken up again
            return
        except CallLost as error:
            _LOGGER.warning("An answer %s (%s).", "may be lost" if error.may_have_arrived else "is lost", error.message)
            self._instrumentation.record_failure("AnswerUncertain" if error.may_have_arrived else "AnswerLost")
        except TelegramError as error:
            _LOGGER.warning("Telegram refuses an answer (%s): %s", error_kind(error), error.message)
            self._instrumentation.record_failure(error_kind(error))
        except Exception as error:  # one question's fault must not be another's
            _LOGGER.exception("An update could not be answered.")
            self._instrumentation.record_failure(type(error).__name__)
        await asyncio.shield(self._finish(waiting, done and done.exchange))
        if incoming and done:
            self._instrumentation.record_answer(incoming.chat_kind, done.reply, max(0.0, sent_at - waiting.received_at))

    async def _finish(self, waiting: QueuedUpdate, exchange: Exchange | None) -> None:
        while True:
            try:
                return await self._store.finish(waiting.number, exchange)
            except StoreUnavailable as error:
                self._report(error)
                await asyncio.sleep(_LOOK)  # answered, it must not be answered again

    async def _finish_in_hand(self) -> None:
        tasks = [task for in_hand in self._in_hand.values() for task in in_hand.values()]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=_GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        if left := [number for in_hand in self._in_hand.values() for number in in_hand]:
            _LOGGER.info("Questions left for the next start: %d.", len(left))
            with suppress(StoreUnavailable):  # then their lease runs out
                await self._store.release(left)

    @asynccontextmanager
    async def _upkeep(self) -> AsyncIterator[None]:
        keeping = asyncio.create_task(self._keep_leases())
        try:
            yield
        finally:
            keeping.cancel()

    async def _keep_leases(self) -> None:
        """Keeps in hand what is in hand, counts what waits, and forgets what is old."""
        next_clean_up = time.monotonic()
        while True:
            try:
                if held := [number for in_hand in self._in_hand.values() for number in in_hand]:
                    await self._store.renew(held)
                await self._store.shred()
                self._instrumentation.record_queue_depth(await self._store.depth())
                if time.monotonic() >= next_clean_up:
                    await self._store.forget()
                    next_clean_up += _CLEAN_UP
            except StoreUnavailable as error:
                self._report(error)
            await asyncio.sleep(LEASE / 3)

    def _report(self, error: StoreUnavailable) -> None:
        _LOGGER.error("%s", error)
        self._instrumentation.record_failure("StoreUnavailable")
