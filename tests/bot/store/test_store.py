"""Updates from their arrival to their answer, and which message answers which question."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from bot.config.errors import StoreUnavailable
from bot.store import Arrival, Exchange, Store, open_store
from bot.store.database import connect, parse_url
from bot.store.migration import NEWEST, upgrade
from bot.store.store import LEASE
from bot.store.tables import METADATA
from tests.support.clock import Clock
from tests.support.databases import database


def arrival(number: int, lane: str = "chat 1", *, private: bool = True) -> Arrival:
    return Arrival(number, lane, private, f'{{"update_id": {number}, "text": "ein Geheimnis"}}')


@asynccontextmanager
async def opened(url: str, clock: Callable[[], float], bot: str = "1") -> AsyncIterator[Store]:
    store = Store(await asyncio.to_thread(connect, url), bot, clock)
    try:
        yield store
    finally:
        await store.close()


async def in_hand(store: Store, *, private: bool = True, limit: int = 9) -> dict[int, int]:
    """The updates that the store hands out, each with the number that the inbox has given it."""
    held = await store.claim(private=limit if private else 0, groups=0 if private else limit)
    return {json.loads(waiting.payload)["update_id"]: waiting.number for waiting in held}


def play(scene: Callable[[], Awaitable[None]]) -> None:
    async def work() -> None:
        await scene()

    asyncio.run(work())


def test_an_update_is_answered_once_however_often_it_comes(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as store:
            assert await store.add([arrival(7), arrival(7)]) == 1
            assert await store.add([arrival(7)]) == 0
            held = await in_hand(store)
            assert list(held) == [7]
            await store.finish(held[7])
            assert await store.add([arrival(7)]) == 0
            assert await in_hand(store) == {}
            assert await store.depth() == 0

    play(scene)


def test_another_update_with_a_number_that_was_there_is_another_update(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as store:
            await store.add([arrival(7)])
            await store.finish((await in_hand(store))[7])
            # After a week without updates Telegram goes on with a number at random.
            assert await store.add([arrival(7)._replace(payload='{"update_id": 7, "text": "anderes"}')]) == 1
            assert list(await in_hand(store)) == [7]

    play(scene)


def test_what_was_not_answered_is_there_after_a_restart(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as store:
            await store.add([arrival(1), arrival(2, "chat 2")])
            held = await in_hand(store)
            assert list(held) == [1, 2]
            await store.release([held[2]])
        async with opened(url, clock) as store:
            assert await store.depth() == 2
            assert list(await in_hand(store)) == [2]  # given back; the other seems to be in a living process's hand
            clock.now += LEASE + 1
            (waiting,) = await store.claim(private=1, groups=0)
            assert (waiting.number, waiting.attempts) == (held[1], 2)
            assert waiting.payload == arrival(1).payload

    play(scene)


def test_a_lease_lasts_while_it_is_renewed(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as one, opened(url, clock) as other:
            await one.add([arrival(1)])
            held = await in_hand(one)
            assert list(held) == [1]
            for _ in range(3):
                clock.now += LEASE / 2
                await one.renew(held.values())
                await other.renew(held.values())  # not its own
            assert await in_hand(other) == {}
            clock.now += LEASE + 1
            assert await in_hand(other) == held
            await one.release(held.values())  # no longer its own
            assert await in_hand(one) == {}

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


def test_private_chats_and_groups_are_taken_apart(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as store:
            await store.add([arrival(1, "chat -1", private=False), arrival(2)])
            assert list(await in_hand(store, private=True)) == [2]
            assert list(await in_hand(store, private=False)) == [1]

    play(scene)


def test_both_are_taken_at_once_as_far_as_there_is_room_for_each(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as store:
            groups = [arrival(number, f"chat -{number}", private=False) for number in (1, 2)]
            await store.add([*groups, arrival(3, "chat 3"), arrival(4, "chat 4")])
            held = await store.claim(private=2, groups=1)
            taken = [(json.loads(waiting.payload)["update_id"], waiting.private) for waiting in held]
            assert taken == [(1, False), (3, True), (4, True)]

    play(scene)


def test_two_bots_share_a_database(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock, bot="1") as one, opened(url, clock, bot="2") as other:
            assert await one.add([arrival(1)]) == 1
            assert await other.add([arrival(1)]) == 1
            await one.finish((await in_hand(one))[1], Exchange(5, 6, 7))
            assert list(await in_hand(other)) == [1]
            assert await one.answer_to(5, 6) == 7
            assert await other.answer_to(5, 6) is None

    play(scene)


def test_answers_are_known_for_a_while(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as store:
            await store.add([arrival(1), arrival(2), arrival(3)])
            await store.finish((await in_hand(store))[1], Exchange(-100123, 6, 7))
            await store.finish((await in_hand(store))[2], Exchange(-100123, 6, 8))
            await store.forget()
            assert await store.answer_to(-100123, 6) == 8
            assert await store.answer_to(-100123, 7) is None
            clock.now += 3 * 24 * 3600
            await store.forget()
            assert await store.answer_to(-100123, 6) is None
            assert await store.add([arrival(1), arrival(2), arrival(3)]) == 2  # these are forgotten; 3 still waits

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


def test_no_text_is_left_once_it_is_answered(tmp_path: Path, clock: Clock) -> None:
    def written() -> bytes:
        return b"".join(path.read_bytes() for path in tmp_path.iterdir())

    async def scene() -> None:
        with database("sqlite", tmp_path) as url:
            async with opened(url, clock) as store:
                await store.add([arrival(number) for number in range(100)])
                assert b"Geheimnis" in written()
                while held := await in_hand(store):
                    for number in held.values():
                        await store.finish(number)
                await store.shred()
                assert b"Geheimnis" not in written()

    play(scene)


def test_new_tables_are_what_the_migrations_make_of_old_ones(url: str) -> None:
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        upgrade(connection)  # every migration, from nothing
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, METADATA) == []
        assert context.get_current_revision() == NEWEST
    engine.dispose()


def test_an_older_store_is_migrated_and_one_of_today_is_left_alone(url: str) -> None:
    engine = connect(url)
    with engine.begin() as connection:
        METADATA.drop_all(connection)
        connection.execute(text("DELETE FROM alembic_version"))  # as before the first migration
    engine.dispose()
    for _ in range(2):
        engine = connect(url)
        with engine.begin() as connection:
            assert set(METADATA.tables) <= set(inspect(connection).get_table_names())
        engine.dispose()


def test_processes_that_start_at_once_make_the_tables_once(url: str) -> None:
    failures: list[BaseException] = []

    def start() -> None:
        try:
            connect(url).dispose()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql://bot:hu@sh@127.0.0.1:1/x", r"^DATABASE_URL: its password has an @; write %40 instead$"),
        ("nonsense", r"^DATABASE_URL: not a database's URL; write e\.g\. sqlite:///"),
        ("mysql://root@localhost/x", r"^DATABASE_URL: mysql is not known; write sqlite:///FILE or postgresql://"),
        ("sqlite:///file:x.sqlite3?uri=true", r"^DATABASE_URL: SQLite's own addresses are not known; write sqlite:///"),
        ("sqlite:///file:x.sqlite3", r"^DATABASE_URL: SQLite's own addresses are not known; write sqlite:///FILE$"),
        ("sqlite:////proc/nowhere/x.sqlite3", r"^DATABASE_URL: .* cannot be used \(unable to open database file\)"),
        ("postgres://a:secret@127.0.0.1:1/x", r"^DATABASE_URL: postgresql\+psycopg://a:\*\*\*@127.* cannot be used"),
    ],
)
def test_a_store_that_cannot_be_opened_is_told_in_one_line(url: str, told: str) -> None:
    with pytest.raises(StoreUnavailable, match=told) as caught:
        asyncio.run(open_store(url, "1"))
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_the_file_is_for_its_own_user_alone(tmp_path: Path) -> None:
    modes: dict[str, int] = {}

    async def scene() -> None:
        store = await open_store(f"sqlite:///{tmp_path}/store.sqlite3", "1")
        modes.update(await asyncio.to_thread(modes_in, tmp_path))
        await store.close()

    def modes_in(folder: Path) -> dict[str, int]:
        return {file.name: file.stat().st_mode & 0o077 for file in folder.iterdir()}

    play(scene)
    assert modes == {"store.sqlite3": 0, "store.sqlite3-wal": 0, "store.sqlite3-shm": 0}


def test_a_database_that_goes_away_is_told(tmp_path: Path, clock: Clock) -> None:
    async def scene() -> None:
        with database("sqlite", tmp_path) as url:
            async with opened(url, clock) as store:
                with sqlite3.connect(tmp_path / "store.sqlite3") as vandal:
                    vandal.execute("DROP TABLE updates")
                vandal.close()
                with pytest.raises(StoreUnavailable, match="the store does not answer"):
                    await store.add([arrival(1)])

    play(scene)


def test_a_chat_keeps_its_choice_until_it_changes_or_is_forgotten(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as store:
            assert await store.choice_of(-1) is None
            await store.choose(-1, "bruecke")
            await store.choose(-1, "freibad")
            await store.choose(2**40, "bruecke")
        async with opened(url, clock) as again, opened(url, clock, bot="2") as other:
            assert await again.choice_of(-1) == "freibad"
            assert await again.choice_of(2**40) == "bruecke"
            assert await other.choice_of(-1) is None
            clock.now += 10 * 365 * 24 * 3600
            await again.forget()
            await again.unchoose(-1, "bruecke")  # chosen anew meanwhile
            assert await again.choice_of(-1) == "freibad"
            await again.unchoose(-1)
            await again.unchoose(-1)
            assert await again.choice_of(-1) is None
            assert await again.choice_of(2**40) == "bruecke"

    play(scene)


def test_a_choice_goes_with_its_chat_and_replaces_none_that_was_made_there(url: str, clock: Clock) -> None:
    async def scene() -> None:
        async with opened(url, clock) as store:
            await store.choose(-1, "bruecke")
            for _ in range(2):  # both chats tell of it
                await store.move(-1, -100)
            assert await store.choice_of(-1) is None
            assert await store.choice_of(-100) == "bruecke"
            await store.choose(-2, "freibad")
            await store.move(-2, -100)
            assert await store.choice_of(-100) == "bruecke"
            assert await store.choice_of(-2) is None

    play(scene)


def test_a_store_of_the_first_form_keeps_what_it_has(url: str) -> None:
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        upgrade(connection, "0001")
        connection.execute(text("INSERT INTO answers VALUES ('1', 2, 3, 4, 5.0)"))
    engine.dispose()
    engine = connect(url)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT answer FROM answers")).scalar_one() == 4
        assert connection.execute(text("SELECT count(*) FROM choices")).scalar_one() == 0
    engine.dispose()
