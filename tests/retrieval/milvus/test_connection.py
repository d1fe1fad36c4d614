"""A Milvus that is away, silent, or back again."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from content import Article
from retrieval import WORDS_ALONE, CandidatesUnavailable, Retriever
from retrieval.milvus import MilvusFinderFactory
from retrieval.milvus.connection import MilvusConnection
from tests.support.paths import ROOT
from tests.support.retrieval.milvus import serving

QUESTION = "Was ist mit der Brücke?"
BRIDGE = Article.from_text("Die Brücke ist gesperrt.", title="Brücke", language="de")


def at(port: int, timeout: float, pause: float = 0) -> MilvusFinderFactory:
    return MilvusFinderFactory(f"http://127.0.0.1:{port}", timeout=timeout, pause=pause)


def test_nobody_at_the_address_is_one_clear_line(port: int) -> None:
    pytest.importorskip("pymilvus", reason="Milvus's client is not installed")
    engines = at(port, 0.2)
    retriever = Retriever([BRIDGE], WORDS_ALONE, engines=engines)
    for ask in (retriever.prepare, lambda: retriever.answer(QUESTION), engines.passage_counts):
        with pytest.raises(CandidatesUnavailable) as raised:
            ask()
        assert str(raised.value) == f"Milvus cannot be used at http://127.0.0.1:{port}: nobody answers there"
    assert engines.fault == str(raised.value)
    assert [article.title for article in retriever.articles] == ["Brücke"]  # what needs no search goes on


def test_one_who_never_answers_is_not_waited_for() -> None:
    pytest.importorskip("pymilvus", reason="Milvus's client is not installed")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        engines = at(silent.getsockname()[1], 0.3)
        with pytest.raises(CandidatesUnavailable, match=r"nobody answers there|does not answer in time"):
            engines.passage_counts()


def test_it_is_away_and_comes_back(tmp_path: Path, port: int) -> None:
    engines = at(port, 0.5)
    retriever = Retriever([BRIDGE], WORDS_ALONE, engines=engines)
    with serving(tmp_path, port):
        assert retriever.answer(QUESTION).found
    with pytest.raises(CandidatesUnavailable, match="nobody answers there"):
        retriever.answer(QUESTION)
    with serving(tmp_path, port):
        assert _in_time(lambda: retriever.answer(QUESTION).found)
        assert engines.fault is None
    engines.close()


def test_a_short_absence_is_waited_out(tmp_path: Path, port: int) -> None:
    """A call is tried again until its time is over; only then is Milvus away."""
    engines = at(port, 60)
    with serving(tmp_path, port):
        Retriever([BRIDGE], WORDS_ALONE, engines=engines).prepare()
    found: list[int] = []
    asking = threading.Thread(target=lambda: found.append(len(engines.passage_counts())))
    asking.start()
    asking.join(0.5)
    assert asking.is_alive()
    with serving(tmp_path, port):
        asking.join(50)
    assert found == [1]
    engines.close()


def _in_time(ask: Any) -> bool:
    """What it returns once the client has connected again."""
    for _ in range(100):
        try:
            return bool(ask())
        except CandidatesUnavailable:
            threading.Event().wait(0.1)
    return False


class Scripted(MilvusConnection):
    """Whose client is an object that does nothing."""

    def _new_client(self) -> Any:
        return object()


def failing(_: Any, __: float) -> None:
    raise OSError("no route")


def test_after_a_failure_it_is_left_in_peace_for_a_while() -> None:
    asked: list[float] = []
    connection = Scripted("http://milvus", timeout=2, pause=1000)
    with pytest.raises(CandidatesUnavailable, match="no route"):
        connection.call(failing)
    with pytest.raises(CandidatesUnavailable, match="no route"):
        connection.call(lambda _, seconds: asked.append(seconds))
    assert asked == []
    impatient = Scripted("http://milvus", timeout=2, pause=0)
    with pytest.raises(CandidatesUnavailable):
        impatient.call(failing)
    impatient.call(lambda _, seconds: asked.append(seconds))
    assert asked == [2]
    assert impatient.fault is None


def test_when_the_process_ends_questions_are_answered_and_nothing_is_loaded() -> None:
    connection = Scripted("http://milvus")
    connection.stop()
    assert connection.call(lambda *_: "found") == "found"
    with pytest.raises(CandidatesUnavailable, match="no more articles are loaded"):
        connection.call(lambda *_: "loaded", 60)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Fail connecting to server on x:1, illegal connection params or server unavailable", "nobody answers there"),
        ("StatusCode.UNAUTHENTICATED, auth check failure, please check api key is correct", "it refuses the token"),
        ("Open local milvus failed", "the file cannot be opened; another process may have it open, and it is for one"),
        ("milvus-lite is required for local database connections.", "pip install milvus-lite"),
        ("a line\nand another", "a line and another"),
    ],
)
def test_what_the_client_says_becomes_a_line_that_helps(said: str, told: str) -> None:
    def fails(*_: Any) -> None:
        raise OSError(said)

    with pytest.raises(CandidatesUnavailable) as raised:
        Scripted("http://milvus", timeout=0).call(fails)
    (line,) = str(raised.value).splitlines()
    assert line.startswith("Milvus cannot be used at http://milvus: ")
    assert told in line


@pytest.mark.slow
def test_who_does_not_ask_for_milvus_does_not_import_it() -> None:
    program = "import sys, bot.cli, bot.articles.library, retrieval; print([n for n in sys.modules if 'milvus' in n])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout == "[]\n"
