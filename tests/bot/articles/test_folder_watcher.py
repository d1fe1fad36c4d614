"""Articles that change while the bot runs."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import threading
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.articles.folder_watcher import FolderWatcher, pause_after
from bot.articles.library import Library
from bot.articles.retrievers import RetrieverSource
from content import Article, ArticleFolder, InvalidArticles, read_articles
from retrieval import NothingToSearch
from tests.support.waiting import until

EVERY = 0.01

Scene = Callable[[FolderWatcher], Coroutine[Any, Any, None]]


def article(text: str, title: str = "Die Brücke") -> str:
    return f"---\ntitle: {title}\n---\n\n{text}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bruecke.md").write_text(article("Die Brücke ist gesperrt."), "utf-8")
    return tmp_path


def play(folder: Path, scene: Scene, index: Path | None = None) -> None:
    """Plays the scene while the library keeps up with the folder."""

    async def both() -> None:
        watcher = FolderWatcher(RetrieverSource(folder, index))
        watching = asyncio.create_task(watcher.watch(every=EVERY))
        await scene(watcher)
        assert not watching.done()
        watching.cancel()

    asyncio.run(both())


def slugs(watcher: FolderWatcher) -> list[str]:
    return [article.slug for article in watcher.library.retriever.articles]


def quoted(watcher: FolderWatcher, question: str) -> list[str]:
    return [quote.text for quote in watcher.library.retriever.answer(question).quotes]


def test_a_file_that_is_dropped_is_quoted(folder: Path) -> None:
    async def scene(watcher: FolderWatcher) -> None:
        assert quoted(watcher, "Wo fährt die Fähre?") == []
        (folder / "faehre.md").write_text(article("Die Fähre fährt in Lindau.", "Die Fähre"), "utf-8")
        await until(lambda: quoted(watcher, "Wo fährt die Fähre?") == ["Die Fähre fährt in Lindau."])

    play(folder, scene)


def test_several_changes_come_together_and_are_told_in_one_line(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    (folder / "old.md").write_text(article("Der Bus fährt."), "utf-8")

    async def scene(watcher: FolderWatcher) -> None:
        (folder / "old.md").unlink()
        (folder / "2025").mkdir()
        (folder / "2025" / "new.md").write_text(article("Der Zug fährt."), "utf-8")
        (folder / "bruecke.md").write_text(article("Die Brücke ist offen."), "utf-8")
        await until(lambda: slugs(watcher) == ["new", "bruecke"])
        assert quoted(watcher, "Was ist mit der Brücke?") == ["Die Brücke ist offen."]

    play(folder, scene)
    (told,) = [record.getMessage() for record in caplog.records if record.name == "bot.articles.folder_watcher"]
    assert told == f"Articles taken up from {folder}: 3 (new added, bruecke changed, old removed)."


def test_a_broken_file_keeps_its_last_good_state_and_holds_back_no_other(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    async def scene(watcher: FolderWatcher) -> None:
        good = watcher.library.retriever
        (folder / "bruecke.md").write_text("---\nowner: me\n---\nText.", "utf-8")
        await until(lambda: len(watcher.faults) == 2)
        assert watcher.library.retriever is good
        (folder / "faehre.md").write_text(article("Die Fähre fährt."), "utf-8")  # its change does not repeat the faults
        await until(lambda: slugs(watcher) == ["bruecke", "faehre"])
        assert quoted(watcher, "Was ist mit der Brücke?") == ["Die Brücke ist gesperrt."]
        assert len(watcher.faults) == 2
        (folder / "bruecke.md").write_text(article("Die Brücke ist offen."), "utf-8")
        await until(lambda: quoted(watcher, "Was ist mit der Brücke?") == ["Die Brücke ist offen."])
        await until(lambda: not watcher.faults)

    play(folder, scene)
    first, second, third, fourth = [
        record.getMessage() for record in caplog.records if record.name == "bot.articles.folder_watcher"
    ]
    assert first.startswith(f'{folder}/bruecke.md:2: the key "title" is missing; add a line like title:')
    assert second.startswith(f'{folder}/bruecke.md:2: unknown key "owner";')
    assert first.endswith(" (Until then, what was there before answers.)")
    assert third.endswith(": 1 (faehre added).")
    assert fourth.endswith(": 1 (bruecke changed).")


def test_a_file_that_is_broken_at_the_start_is_left_out(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "faehre.md").write_text("no front matter", "utf-8")

    async def scene(watcher: FolderWatcher) -> None:
        assert slugs(watcher) == ["bruecke"]
        (told, *_) = watcher.faults
        assert told.startswith(f"{folder}/faehre.md:1: the file has no front matter, so no title; ")
        (folder / "faehre.md").write_text(article("Die Fähre fährt."), "utf-8")
        await until(lambda: slugs(watcher) == ["bruecke", "faehre"])
        await until(lambda: not watcher.faults)

    play(folder, scene)
    (line,) = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert line.endswith(" (Until then it is left out.)")


def test_of_very_many_faults_the_log_tells_some(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    for number in range(30):
        (folder / f"{number}.md").write_text("no front matter", "utf-8")
    assert len(FolderWatcher(RetrieverSource(folder)).faults) == 30
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == 11
    assert told[-1] == "20 more faults in article files; all are told by: python -m bot check"


def test_a_file_that_is_being_written_is_waited_for(folder: Path) -> None:
    """It grows for as long as thirty looks; only once it stays the same it is read."""

    async def scene(watcher: FolderWatcher) -> None:
        before = watcher.library.retriever
        path = folder / "bruecke.md"
        for number in range(60):
            path.write_text(article("Sie ist offen. " * (number + 1)), "utf-8")
            await asyncio.sleep(EVERY / 2)
            assert watcher.library.retriever is before
            assert watcher.faults == ()
        await until(lambda: watcher.library.retriever is not before)
        assert watcher.library.retriever.articles[0].text.count("offen") == 60

    play(folder, scene)


def test_the_last_article_s_removal_is_told_and_its_quotes_stay(folder: Path) -> None:
    async def scene(watcher: FolderWatcher) -> None:
        (folder / "bruecke.md").unlink()
        await until(lambda: watcher.faults != ())
        assert watcher.faults[0].startswith(f"{folder}: There is no article to search. Put one there")
        assert slugs(watcher) == ["bruecke"]

    play(folder, scene)


def test_a_folder_that_goes_away_and_comes_back_is_lived_through(folder: Path, tmp_path: Path) -> None:
    articles, aside = tmp_path / "articles", tmp_path / "aside"
    articles.mkdir()
    (folder / "bruecke.md").rename(articles / "bruecke.md")

    async def scene(watcher: FolderWatcher) -> None:
        articles.rename(aside)
        await until(lambda: "there is no such folder" in "".join(watcher.faults))
        shutil.copytree(aside, articles)
        await until(lambda: watcher.faults == ())
        assert slugs(watcher) == ["bruecke"]

    play(articles, scene)


def test_what_nobody_foresaw_does_not_end_the_looking(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene(watcher: FolderWatcher) -> None:
        with monkeypatch.context() as patched:
            patched.setattr("bot.articles.retrievers.read_articles", lambda *_, **__: 1 / 0)
            (folder / "bruecke.md").write_text(article("Die Brücke ist offen."), "utf-8")
            await until(lambda: "could not be looked at" in caplog.text)
            await asyncio.sleep(10 * EVERY)
        (folder / "bruecke.md").write_text(article("Die Brücke ist neu."), "utf-8")
        await until(lambda: quoted(watcher, "Wie ist die Brücke?") == ["Die Brücke ist neu."])

    play(folder, scene)
    assert caplog.text.count("could not be looked at") == 1


def test_a_touched_file_changes_nothing(folder: Path) -> None:
    async def scene(watcher: FolderWatcher) -> None:
        before = watcher.library.retriever
        (folder / "bruecke.md").touch()
        await asyncio.sleep(20 * EVERY)
        assert watcher.library.retriever is before

    play(folder, scene)


def test_the_bot_answers_while_articles_are_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading does not end before the answer is there: on the event loop, it would wait for itself."""
    reading, answered = threading.Event(), threading.Event()

    def slowly(where: Path, *, kept: Path | None, last_good: Sequence[Article], largest: int) -> ArticleFolder:
        reading.set()
        assert answered.wait(timeout=20)
        return read_articles(where, kept=kept, last_good=last_good, largest=largest)

    async def scene(watcher: FolderWatcher) -> None:
        monkeypatch.setattr("bot.articles.retrievers.read_articles", slowly)
        (folder / "bruecke.md").write_text(article("Die Brücke ist offen."), "utf-8")
        await until(reading.is_set)
        assert quoted(watcher, "Wie ist die Brücke?") == ["Die Brücke ist gesperrt."]
        answered.set()
        await until(lambda: quoted(watcher, "Wie ist die Brücke?") == ["Die Brücke ist offen."])

    play(folder, scene)


def test_who_asks_for_it_is_handed_each_new_library(folder: Path) -> None:
    """What answered before stays as it was: an answer that is under way is finished with it."""
    replaced: list[Library] = []

    async def scene() -> None:
        watcher = FolderWatcher(RetrieverSource(folder))
        before = watcher.library
        watching = asyncio.create_task(watcher.watch(replaced.append, EVERY))
        (folder / "faehre.md").write_text(article("Die Fähre fährt in Lindau.", "Die Fähre"), "utf-8")
        await until(lambda: replaced == [watcher.library])
        assert len(before.retriever.articles) == 1
        assert slugs(watcher) == ["bruecke", "faehre"]
        watching.cancel()

    asyncio.run(scene())


def test_it_starts_on_good_articles_only(folder: Path) -> None:
    (folder / "bruecke.md").unlink()
    with pytest.raises(NothingToSearch):
        FolderWatcher(RetrieverSource(folder))
    with pytest.raises(InvalidArticles):
        FolderWatcher(RetrieverSource(folder / "nowhere"))
    (folder / "bruecke.md").write_text("no front matter", "utf-8")
    with pytest.raises(InvalidArticles, match="no front matter"):
        FolderWatcher(RetrieverSource(folder))


def test_a_library_with_an_index_takes_up_changes_too(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"

    async def scene(watcher: FolderWatcher) -> None:
        (folder / "bruecke.md").write_text(article("Die Brücke ist offen."), "utf-8")
        await until(lambda: quoted(watcher, "Wie ist die Brücke?") == ["Die Brücke ist offen."])

    play(folder, scene, index)
    assert (index / "articles.json").exists()
    assert quoted(FolderWatcher(RetrieverSource(folder, index)), "Wie ist die Brücke?") == ["Die Brücke ist offen."]


@pytest.mark.parametrize(("look", "pause"), [(0.0, 1.0), (0.01, 1.0), (0.5, 25.0)])
def test_a_large_folder_is_looked_at_more_rarely(look: float, pause: float) -> None:
    """So that looking takes at most a fiftieth of a processor, whatever is asked meanwhile."""
    assert pause_after(look, every=1.0) == pause


def test_what_a_look_took_decides_when_the_next_one_is_due(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[float] = []

    def note(look: float, every: float) -> float:
        looks.append(look)
        return every

    async def scene(_: FolderWatcher) -> None:
        await until(lambda: len(looks) > 2)

    monkeypatch.setattr("bot.articles.folder_watcher.pause_after", note)
    play(folder, scene)
    assert looks[0] == 0
    assert min(looks[1:]) > 0


def test_a_folder_that_cannot_be_listed_is_not_an_empty_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As when a flood of connections has taken all descriptors. It is told once."""

    async def scene(watcher: FolderWatcher) -> None:
        looks: list[object] = []

        def no_descriptor(folder: object) -> None:
            looks.append(folder)
            raise OSError(24, "Too many open files")

        with monkeypatch.context() as flood:
            flood.setattr(os, "scandir", no_descriptor)
            await until(lambda: len(looks) > 5)
        assert quoted(watcher, "Was ist gesperrt?") == ["Die Brücke ist gesperrt."]
        (folder / "faehre.md").write_text(article("Die Fähre fährt in Lindau.", "Die Fähre"), "utf-8")
        await until(lambda: slugs(watcher) == ["bruecke", "faehre"])
        assert watcher.faults == ()

    play(folder, scene)
    assert caplog.text.count("cannot be read (Too many open files)") == 1
