"""A library with an encoder: nobody waits for vectors, be they of questions or of many articles."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.articles.folder_watcher import FolderWatcher
from bot.articles.library import Library
from bot.articles.retrievers import RetrieverSource
from content import Article
from retrieval import Hit, Retriever
from retrieval.encoder import Vectors
from tests.support.bot.engines import SwitchedEngines
from tests.support.retrieval.fake_encoder import FakeEncoder
from tests.support.waiting import until

EVERY = 0.01

QUESTION = "Was ist mit dem Auto?"
SYNONYMS = {"Auto": "Wagen"}
MANY = 6


class GatedEncoder(FakeEncoder):
    """Answers for questions, and for passages, while the gate of these is open. `at` is what it was last asked for."""

    def __init__(self) -> None:
        super().__init__(synonyms=SYNONYMS)
        self.questions_go, self.passages_go = threading.Event(), threading.Event()
        self.at: str | None = None

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        self.at = texts[0]
        assert self.questions_go.wait(20)
        return super().embed_questions(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.at = texts[0]
        assert self.passages_go.wait(20)
        return super().embed_passages(texts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def add(folder: Path, number: int) -> None:
    """Adds an article of that day of January; the higher the number, the newer."""
    text = f"---\ntitle: Wagen {number}\npublished: 2025-01-{number:02}\n---\n\nDer Wagen {number} ist gesperrt.\n"
    (folder / f"wagen-{number}.md").write_text(text, "utf-8")


def best(hits: Sequence[Hit]) -> str:
    """The text of the best passage."""
    return hits[0].article.text[hits[0].start : hits[0].end]


def numbers(encoder: FakeEncoder) -> list[int]:
    """The articles whose vectors were made, in order."""
    return list(dict.fromkeys(int(text.split()[2]) for text in encoder.passages))


def play(source: RetrieverSource, scene: Callable[[FolderWatcher], Coroutine[Any, Any, None]]) -> None:
    """Plays the scene while the library keeps up with its folder, and stops it then."""

    async def both() -> None:
        watcher = FolderWatcher(source)
        watching = asyncio.create_task(watcher.watch(every=EVERY, again=EVERY))
        try:
            await scene(watcher)
            assert not watching.done()
        finally:
            watching.cancel()
            await asyncio.wait([watching])

    asyncio.run(both())


def test_others_go_on_while_a_question_waits_for_the_encoder() -> None:
    encoder = GatedEncoder()
    encoder.passages_go.set()
    bus = Article.from_text("Der Bus fährt.\n\nDer Wagen ist gesperrt.", title="Bus", language="de")

    async def scene() -> None:
        library = Library(Retriever([bus], encoder))
        asked = [library.run(library.retriever.search, f"{QUESTION} {number}") for number in range(20)]
        waiting = [asyncio.create_task(each) for each in asked]
        await until(lambda: encoder.at is not None)
        await asyncio.sleep(5 * EVERY)
        assert not any(task.done() for task in waiting)
        encoder.questions_go.set()
        found = await asyncio.gather(*waiting)
        assert {best(hits) for hits in found} == {"Der Wagen ist gesperrt."}

    asyncio.run(scene())


@pytest.mark.parametrize("kind", ["words", "encoder", "engines"])
def test_only_what_may_have_to_wait_is_asked_in_a_thread(folder: Path, kind: str) -> None:
    add(folder, 1)
    encoder, engines = FakeEncoder() if kind == "encoder" else None, SwitchedEngines() if kind == "engines" else None
    source = (
        RetrieverSource(folder, encoder=encoder, engines=engines)
        if encoder
        else RetrieverSource(folder, engines=engines)
    )

    async def scene() -> None:
        library = FolderWatcher(source).library
        thread = await library.run(threading.current_thread)
        assert (thread is threading.current_thread()) is (kind == "words")

    asyncio.run(scene())


def test_the_vectors_of_few_articles_are_there_from_the_start(folder: Path) -> None:
    for number in range(1, 4):
        add(folder, number)
    encoder = FakeEncoder(synonyms=SYNONYMS)
    library = FolderWatcher(RetrieverSource(folder, encoder=encoder)).library
    assert library.retriever.without_vectors == 0
    assert numbers(encoder) == [3, 2, 1]


def test_those_of_many_are_made_while_it_answers_the_newest_first(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot.articles.background_encoding")
    for number in range(1, MANY + 1):
        add(folder, number)
    encoder = GatedEncoder()
    encoder.questions_go.set()

    async def scene(watcher: FolderWatcher) -> None:
        assert watcher.library.retriever.without_vectors == MANY
        await until(lambda: encoder.at is not None)
        answer = await watcher.library.run(watcher.library.retriever.answer, "Ist Wagen 2 gesperrt?")
        assert answer.found, "by words"
        newest = watcher.library.retriever.articles[0]
        assert await watcher.library.run(watcher.library.retriever.within(newest).search, QUESTION) == []
        encoder.passages_go.set()
        await until(lambda: watcher.library.retriever.without_vectors == 0)
        assert "Wagen" in best(await watcher.library.run(watcher.library.retriever.search, QUESTION)), "by meaning"
        alone = watcher.library.retriever.within(newest)
        assert "Wagen" in best(await watcher.library.run(alone.search, QUESTION)), "also where a chat has settled on it"

    play(RetrieverSource(folder, encoder=encoder), scene)
    assert numbers(encoder) == [6, 5, 4, 3, 2, 1]
    assert [record.getMessage() for record in caplog.records] == [
        f"Making the vectors of {MANY} articles; until then these are found by their words alone.",
        "The vectors of all articles are there.",
    ]


def test_a_new_article_is_taken_up_meanwhile_and_its_vectors_are_next(folder: Path) -> None:
    for number in range(1, MANY + 1):
        add(folder, number)
    encoder = GatedEncoder()

    async def scene(watcher: FolderWatcher) -> None:
        await until(lambda: encoder.at is not None)
        before = watcher.library.retriever
        add(folder, 9)
        await until(lambda: watcher.library.retriever is not before)
        assert encoder.passages == []
        encoder.passages_go.set()
        await until(lambda: watcher.library.retriever.without_vectors == 0)
        assert before.without_vectors, "nobody makes vectors for one that answers no more"

    play(RetrieverSource(folder, encoder=encoder), scene)
    assert numbers(encoder) == [6, 9, 5, 4, 3, 2, 1]
    assert len(encoder.passages) == len(set(encoder.passages)), "none is made twice"


def test_of_a_new_article_alone_the_vectors_are_there_when_it_is_taken_up(folder: Path) -> None:
    add(folder, 1)
    encoder = FakeEncoder()

    async def scene(watcher: FolderWatcher) -> None:
        before = watcher.library.retriever
        add(folder, 2)
        await until(lambda: watcher.library.retriever is not before)
        assert watcher.library.retriever.without_vectors == 0

    play(RetrieverSource(folder, encoder=encoder), scene)


def test_when_it_stops_the_article_in_hand_is_the_last(folder: Path) -> None:
    for number in range(1, MANY + 1):
        add(folder, number)
    encoder = GatedEncoder()

    async def scene(_: FolderWatcher) -> None:
        await until(lambda: encoder.at is not None)
        asyncio.get_running_loop().call_later(10 * EVERY, encoder.passages_go.set)

    play(RetrieverSource(folder, encoder=encoder), scene)
    assert numbers(encoder) == [MANY]


@pytest.mark.parametrize("articles", [1, MANY])
def test_an_encoder_that_is_away_is_tried_again(folder: Path, caplog: pytest.LogCaptureFixture, articles: int) -> None:
    caplog.set_level(logging.INFO, "bot.articles.background_encoding")
    for number in range(1, articles + 1):
        add(folder, number)
    encoder = FakeEncoder()
    encoder.down = True

    async def scene(watcher: FolderWatcher) -> None:
        answer = await watcher.library.run(watcher.library.retriever.answer, "Ist Wagen 1 gesperrt?")
        assert answer.found
        await until(lambda: "Making the vectors" in caplog.text)
        await asyncio.sleep(10 * EVERY)
        assert watcher.library.retriever.without_vectors == articles
        encoder.down = False
        await until(lambda: watcher.library.retriever.without_vectors == 0)

    play(RetrieverSource(folder, encoder=encoder), scene)
    warnings = [
        each
        for each in caplog.records
        if each.name == "bot.articles.background_encoding" and each.levelno >= logging.WARNING
    ]
    assert len(warnings) == 1, "told once"


def test_what_nobody_foresaw_ends_neither_the_making_nor_the_bot(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(1, MANY + 1):
        add(folder, number)

    class Odd(FakeEncoder):
        broken = True

        def embed_passages(self, texts: Sequence[str]) -> Vectors:
            if self.broken:
                raise RuntimeError("nobody foresaw this")
            return super().embed_passages(texts)

    encoder = Odd()

    async def scene(watcher: FolderWatcher) -> None:
        await until(lambda: "nobody foresaw this" in caplog.text)
        encoder.broken = False
        await until(lambda: watcher.library.retriever.without_vectors == 0)

    play(RetrieverSource(folder, encoder=encoder), scene)
    assert numbers(encoder) == [6, 5, 4, 3, 2, 1]


def test_questions_without_a_vector_are_counted_also_over_a_change(folder: Path, tmp_path: Path) -> None:
    add(folder, 1)
    encoder = FakeEncoder()

    async def scene(watcher: FolderWatcher) -> None:
        assert watcher.library.unencoded == 0
        encoder.down = True
        for question in ("Ist Wagen 1 gesperrt?", "Ist Wagen 2 gesperrt?"):
            await watcher.library.run(watcher.library.retriever.answer, question)
        assert watcher.library.unencoded == 2
        encoder.down = False
        before = watcher.library.retriever
        add(folder, 2)
        await until(lambda: watcher.library.retriever is not before)
        assert watcher.library.unencoded == 2

    play(RetrieverSource(folder, tmp_path / "index", encoder), scene)


def test_without_an_encoder_none_are_counted() -> None:
    assert Library([Article.from_text("Der Bus fährt.", title="Bus", language="de")]).unencoded == 0


@pytest.mark.parametrize("articles", [1, MANY])
def test_engines_elsewhere_get_the_vectors_when_they_are_made(folder: Path, articles: int) -> None:
    for number in range(1, articles + 1):
        add(folder, number)
    encoder, engines = GatedEncoder(), SwitchedEngines()
    if articles == 1:
        encoder.passages_go.set()

    async def scene(watcher: FolderWatcher) -> None:
        await until(lambda: watcher.out_of_reach is None)
        assert len(engines.loaded) == articles
        encoder.passages_go.set()
        await until(lambda: watcher.library.retriever.without_vectors == 0)
        if articles == MANY:
            await until(lambda: len(engines.loaded) == 2 * MANY)
        await asyncio.sleep(10 * EVERY)
        assert len(engines.loaded) in (1, 2 * MANY), "no more often"

    play(RetrieverSource(folder, encoder=encoder, engines=engines), scene)
