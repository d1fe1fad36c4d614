"""The store as the running bot uses it: each call a transaction of its own, off the event loop."""

from __future__ import annotations

import asyncio
import hashlib
import os
import secrets
import socket
import sqlite3
import time
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.config.errors import StoreUnavailable
from bot.store.availability import Availability
from bot.store.choices import ChatChoices
from bot.store.database import DURABLE, connect, shred
from bot.store.exchanges import Exchange, Exchanges
from bot.store.inbox import Arrival, Inbox, QueuedUpdate

# How long after a process has died without a word (kill -9) another may take over what it had in hand, in seconds.
# Longer than a living process stands still when its machine is busy, or moved to another host: what it was sending just
# then would be sent twice. As short, otherwise, as people should have to wait.
LEASE = 20.0

# After so many seconds without an answer the database is told not to give any, though it may yet: a server that stands
# still is connected to as before.
ANSWER_TIMEOUT = 15.0

# How much is written to try whether the database takes anything: more than an update has.
_PROBE = "." * 65_536

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Store:
    """What one bot has to remember. Made by `open_store`.

    Raises, from every method:
        StoreUnavailable: the database does not answer, or refuses.
    """

    def __init__(self, engine: Engine, bot: str, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock
        self._inbox = Inbox(bot, _process_name(), LEASE)
        self._exchanges = Exchanges(bot)
        self._choices = ChatChoices(bot)
        self._availability = Availability(clock)
        # One thread: a file takes one writer at a time anyway, and a server is asked a few dozen times a second.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        # Another for what must not wait behind much else: leases would run out, and whoever is killed between an answer
        # and its note answers again.
        self._urgent_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="urgent")
        self._is_shredded = False

    async def add(self, arrivals: Sequence[Arrival]) -> int:
        """Writes down the updates that have not come before; how many these are. When it returns, they are on disk.

        All else that is written here a loss of power may undo, though no end of the process: an answer might then be
        given a second time. Waiting for the disk after each answer would leave more time for being killed in between.
        """
        now = self._clock()
        return await self._transaction(lambda connection: self._inbox.add(connection, arrivals, now), durable=True)

    async def claim(
        self, *, private: int, groups: int, held: Collection[int] = (), suspects: int = 1
    ) -> list[QueuedUpdate]:
        """Takes into hand the oldest update of each of at most so many private lanes, and of so many of groups.

        Those that are `held`, in hand already, are never taken again; nor what comes after them in their lanes. What
        another process has in hand is only taken over if its lease has run out before the eyes of this one: after a
        break, such as a database that was away, the other has as long as a lease lasts to come back for it. Of updates
        that have been in hand `SUSPECTED_AFTER` times when their process died, so many `suspects` at the most.
        """

        def work(connection: Connection) -> list[QueuedUpdate]:
            # The time when it is its turn: a lease is not shorter for what was to be done before. And whether there was
            # a break until then: had the database stood still meanwhile, the others' leases would have run out unseen.
            now = self._clock()
            take_over = self._availability.is_unbroken_for(LEASE)
            return self._inbox.claim(
                connection,
                private=private,
                groups=groups,
                held=held,
                suspects=suspects,
                take_over=take_over,
                now=now,
            )

        return await self._run(work)

    async def renew(self, numbers: Collection[int]) -> frozenset[int]:
        """Keeps these updates in hand; those that still are: the others have been taken over by another process."""

        def work(connection: Connection) -> frozenset[int]:
            return self._inbox.renew(connection, numbers, self._clock())

        return await self._transaction(work, durable=False, thread=self._urgent_thread)

    async def confirm(self, number: int) -> bool:
        """Keeps this update in hand; whether it still is."""
        return bool(await self.renew([number]))

    async def release(self, numbers: Collection[int]) -> None:
        """Gives these updates back unanswered."""
        await self._run(self._inbox.release, numbers)

    async def finish(self, number: int, exchange: Exchange | None = None) -> None:
        """Deletes the text of an update that is answered, remembers that it is, and which message answers which."""
        now = self._clock()

        def work(connection: Connection) -> None:
            self._inbox.finish(connection, number, now)
            if exchange:
                self._exchanges.note(connection, exchange, now)

        await self._transaction(work, durable=False, thread=self._urgent_thread)
        self._is_shredded = False

    async def depth(self) -> int:
        """How many updates are not answered yet."""
        return await self._run(self._inbox.depth)

    @property
    def fault(self) -> str | None:
        """Why nothing can be written down now, one line; None: it can, as far as is known."""
        return self._availability.fault

    async def probe(self) -> None:
        """After a failure, tries whether the store takes what is written again: writes something, and deletes it."""
        if self._availability.may_be_back:

            def work(connection: Connection) -> None:
                self._choices.choose(connection, 0, _PROBE)
                self._choices.forget(connection, 0)

            await self._transaction(work, durable=True)
            self._availability.note_recovery()

    async def shred(self) -> None:
        """Overwrites the last traces of deleted texts."""
        if not self._is_shredded:
            self._is_shredded = True  # what is deleted meanwhile sets it back
            try:
                await self._in_thread(lambda: shred(self._engine))
            except StoreUnavailable:
                self._is_shredded = False
                raise

    async def answer_to(self, chat: int, question: int) -> int | None:
        """The message that answers this one; None when it was not answered, or too long ago."""
        return await self._run(self._exchanges.answer_to, chat, question)

    async def choice_of(self, chat: int) -> str | None:
        """The slug of the article that the chat has settled on; None: it is answered from all."""
        return await self._run(self._choices.of, chat)

    async def choose(self, chat: int, article: str) -> None:
        """Settles the chat on the article with this slug."""
        await self._run(self._choices.choose, chat, article)

    async def unchoose(self, chat: int, article: str | None = None) -> None:
        """Answers the chat from all articles again; given an article, only if it has settled on that one."""
        await self._run(self._choices.forget, chat, article)

    async def move(self, chat: int, to: int) -> None:
        """What the chat has settled on holds for the chat that it has become."""
        await self._run(self._choices.move, chat, to)

    async def forget(self) -> None:
        """Deletes what is too old to be needed."""
        now = self._clock()
        await self._run(self._inbox.forget, now)
        await self._run(self._exchanges.forget, now)

    async def close(self) -> None:
        """Lets go of the database, once what was begun is written."""
        for thread in (self._thread, self._urgent_thread):
            await asyncio.to_thread(thread.shutdown)
        self._engine.dispose()

    async def _run(self, work: Callable[Concatenate[Connection, _P], _R], *args: _P.args, **kwargs: _P.kwargs) -> _R:
        return await self._transaction(lambda connection: work(connection, *args, **kwargs), durable=False)

    async def _transaction(
        self, work: Callable[[Connection], _R], *, durable: bool, thread: ThreadPoolExecutor | None = None
    ) -> _R:
        def transaction() -> _R:
            with self._engine.connect().execution_options(**{DURABLE: durable}) as connection, connection.begin():
                return work(connection)

        return await self._in_thread(transaction, thread)

    async def _in_thread(self, work: Callable[[], _R], thread: ThreadPoolExecutor | None = None) -> _R:
        loop = asyncio.get_running_loop()
        silence = f"DATABASE_URL: the store does not answer (for {ANSWER_TIMEOUT:.0f} s)."
        timer = loop.call_later(ANSWER_TIMEOUT, self._availability.note_failure, silence)
        try:
            result = await loop.run_in_executor(thread or self._thread, work)
        except (SQLAlchemyError, sqlite3.Error) as error:  # the latter where SQLite is asked by itself
            # Not "from" it: the library's error may quote what was to be written.
            cause = getattr(error, "orig", error)
            # What SQLite says then is about its file alone: that it is locked, or the disk full.
            why = cause if isinstance(cause, sqlite3.OperationalError) else type(error).__name__
            fault = f"DATABASE_URL: the store does not answer ({why})."
            self._availability.note_failure(fault)
            raise StoreUnavailable(fault) from None
        finally:
            timer.cancel()
        self._availability.note_answer()
        return result


async def open_store(url: str, bot: str, *, migrates: bool = True) -> Store:
    """The store at this URL, for the bot with this name (see `name_of_bot`); if it `migrates`, with today's tables.

    Raises:
        StoreUnavailable: it cannot be reached or written, or has other tables; the text names the setting and the mend.
    """
    return Store(await asyncio.to_thread(connect, url, migrates=migrates), bot)


def name_of_bot(bot: int, api_url: str) -> str:
    """A name for the bot with this identifier on the Telegram at this address: another Telegram numbers anew."""
    return f"{bot} {hashlib.blake2s(api_url.encode(), digest_size=8).hexdigest()}"


def _process_name() -> str:
    return f"{socket.gethostname()[:32]}:{os.getpid()}:{secrets.token_hex(4)}"
