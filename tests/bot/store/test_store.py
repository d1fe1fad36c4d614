"""Updates from their arrival to their answer, and which message answers which question."""

from __future__ import annotations

import asyncio
import json
import logging
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.config.errors import StoreUnavailable
from bot.store import Exchange, open_store
from bot.store.database import parse_url
from bot.store.store import LEASE
from tests.support.bot.stores import arrival, in_hand, opened, pass_time, play
from tests.support.clock import Clock
from tests.support.databases import database


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
            await pass_time(clock, LEASE + 1, store)
            (waiting,) = await store.claim(private=1, groups=0)
            assert (waiting.number, waiting.attempts) == (held[1], 2)
            assert waiting.payload == arrival(1).payload

    play(scene)


def test_a_row_that_is_there_under_its_number_is_a_fault_and_no_update_that_came_before(
    tmp_path: Path, clock: Clock
) -> None:
    async def scene() -> None:
        with database("postgresql", tmp_path) as url:
            async with opened(url, clock) as store:
                engine = create_engine(parse_url(url))
                with engine.begin() as connection:  # as when rows are copied by hand, without their sequence
                    connection.execute(
                        text(
                            "INSERT INTO updates (id, bot, update_id, digest, lane, private, received_at, attempts) "
                            "VALUES (1, '1', 7, 'x', 'chat', true, 0, 0)"
                        )
                    )
                engine.dispose()
                with pytest.raises(StoreUnavailable, match="IntegrityError"):
                    await store.add([arrival(1)])
                assert await store.add([arrival(1)]) == 1  # it came again

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


def test_neither_text_nor_person_is_left_once_it_is_answered(tmp_path: Path, clock: Clock) -> None:
    def written() -> bytes:
        return b"".join(path.read_bytes() for path in tmp_path.iterdir())

    async def scene() -> None:
        with database("sqlite", tmp_path) as url:
            async with opened(url, clock) as store:
                await store.add([arrival(number, "chat 4711047110") for number in range(100)])
                assert b"Geheimnis" in written()
                assert b"4711047110" in written()
                while held := await in_hand(store):
                    for number in held.values():
                        await store.finish(number)
                await store.shred()
                assert b"Geheimnis" not in written()
                assert b"4711047110" not in written()

    play(scene)


def test_traces_that_a_full_disk_keeps_are_overwritten_later(tmp_path: Path, clock: Clock) -> None:
    log = tmp_path / "store.sqlite3-wal"

    async def scene() -> None:
        with database("sqlite", tmp_path) as url:
            async with opened(url, clock) as store:
                await store.add([arrival(number) for number in range(100)])
                for _ in range(2):
                    with full_disk(), pytest.raises(StoreUnavailable):
                        await store.shred()
                assert store.fault
                assert b"Geheimnis" in log.read_bytes()
                await store.shred()
                assert log.read_bytes() == b""

    play(scene)


@contextmanager
def full_disk() -> Iterator[None]:
    """Whatever this process writes to a file fails, as on a full disk."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


_ESCAPED = r"^DATABASE_URL: its user or password has characters that part a URL; write @ as %40, : as %3A, / as %2F$"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql://bot:sec@ret@127.0.0.1:1/x", _ESCAPED),
        ("postgresql://bot:sec@r/et@127.0.0.1:1/x", _ESCAPED),
        ("postgresql://bot:sec@r:et@127.0.0.1:1/x", _ESCAPED),
        ("postgresql://bot/secret:et@127.0.0.1:1/x", _ESCAPED),
        ("postgresql://bot:sec@r?et@127.0.0.1:1/x", _ESCAPED),
        ("postgresql://bot:secret@127.0.0.1:port/x", r"^DATABASE_URL: not a database's URL; "),
        ("sqlite://", r"^DATABASE_URL: it names no file, so that questions would be lost; write e\.g\. sqlite:///"),
        ("sqlite:///", r"^DATABASE_URL: it names no file, "),
        ("sqlite:///:memory:", r"^DATABASE_URL: it names no file, "),
        ("sqlite:////proc", r"^DATABASE_URL: sqlite:////proc cannot be used \(unable to open database file\)"),
        ("postgres://a:s%3Aecret@127.0.0.1:1/x?password=secret", r"^DATABASE_URL: postgresql\+psycopg://a:\*\*\*@127"),
        (
            "postgres://127.0.0.1:1/x?user=a&password=secret",
            r"^DATABASE_URL: postgresql\+psycopg://127.0.0.1:1/x cannot",
        ),
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
    assert not any(part in str(caught.value) for part in ("sec", "ret@", "et@"))


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
                assert store.fault is None
                with pytest.raises(StoreUnavailable, match="the store does not answer"):
                    await store.add([arrival(1)])
                assert store.fault == "DATABASE_URL: the store does not answer (no such table: updates)."

    play(scene)


def test_a_database_that_goes_and_comes_back_is_told_once_each(
    tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        with database("sqlite", tmp_path) as url:
            async with opened(url, clock) as store:
                await store.probe()  # nothing to try
                with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as vandal:
                    vandal.execute("ALTER TABLE choices RENAME TO gone")
                    for _ in range(5):
                        with pytest.raises(StoreUnavailable):
                            await store.choose(1, "bruecke")
                    await store.depth()  # what can be read does not say that it can be written
                    await store.probe()  # too soon
                    assert store.fault
                    clock.now += 3
                    with pytest.raises(StoreUnavailable):
                        await store.probe()
                    vandal.execute("ALTER TABLE gone RENAME TO choices")
                clock.now += 3
                await store.probe()
                assert store.fault is None
                assert await store.choice_of(0) is None

    with caplog.at_level(logging.INFO, "bot.store"):
        play(scene)
    assert [record.getMessage() for record in caplog.records] == [
        "DATABASE_URL: the store does not answer (no such table: choices). Until it does, no messages are taken.",
        "The store answers again, 6 s and 6 failures later.",
    ]


def test_a_clock_set_back_leaves_no_fault(tmp_path: Path, clock: Clock) -> None:
    async def scene() -> None:
        with database("sqlite", tmp_path) as url:
            async with opened(url, clock) as store:
                with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as vandal:
                    vandal.execute("ALTER TABLE choices RENAME TO gone")
                    with pytest.raises(StoreUnavailable):
                        await store.choose(1, "bruecke")
                    vandal.execute("ALTER TABLE gone RENAME TO choices")
                clock.now -= 3600
                await store.probe()
                assert store.fault is None

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
