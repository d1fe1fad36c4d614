"""What is sent to Milvus: what changed, and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever
from retrieval.index.passage_index import PassageIndex, arrays_of
from retrieval.milvus import MilvusFinderFactory
from retrieval.milvus.collection import MilvusCollection, Row
from retrieval.milvus.loading import ids_of
from tests.support.retrieval.fake_encoder import DIMENSIONS, FakeEncoder
from tests.support.retrieval.milvus import Opening, article, serving

BRIDGE, FERRY = "Die Brücke ist gesperrt.", "Die Fähre fährt in Lindau."


class Sent:
    """The rows that were sent to Milvus, and how many were removed there."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.removed = 0

    def new(self) -> tuple[int, int, int]:
        """How many rows were sent since the last call, how many of these with a vector, and how many removed."""
        told = len(self.rows), sum(row["has_vector"] for row in self.rows), self.removed
        self.rows, self.removed = [], 0
        return told


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    noted = Sent()
    upsert, remove = MilvusCollection.upsert, MilvusCollection.remove

    def upserts(self: MilvusCollection, rows: Iterable[Row]) -> None:
        own = list(rows)
        noted.rows += own
        upsert(self, own)

    def removes(self: MilvusCollection, ids: Iterable[int]) -> None:
        own = list(ids)
        noted.removed += len(own)
        remove(self, own)

    monkeypatch.setattr(MilvusCollection, "upsert", upserts)
    monkeypatch.setattr(MilvusCollection, "remove", removes)
    return noted


def test_only_what_changed_is_sent(opening: Opening, sent: Sent, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    bridge, ferry = article(f"{BRIDGE}\n\nDie Stadt baut."), article(FERRY)
    engines = opening()
    Retriever([bridge, ferry], WORDS_ALONE, engines=engines).prepare()
    assert sent.new() == (3, 0, 0)
    assert "Sending 3 of 3 passage(s) to Milvus (belegbot_v" in caplog.text
    Retriever([ferry, bridge], WORDS_ALONE, engines=engines).prepare()
    Retriever([bridge, ferry], WORDS_ALONE, engines=opening()).prepare()  # another process
    assert sent.new() == (0, 0, 0)
    changed = article(f"{BRIDGE}\n\nDer Bund baut.")
    retriever = Retriever([changed, ferry], WORDS_ALONE, engines=engines)
    retriever.prepare()
    assert sent.new() == (1, 0, 1)
    assert [hit.article for hit in retriever.search("Was ist mit dem Bund?")] == [changed]


def test_many_processes_load_the_same_at_the_same_time(tmp_path: Path, port: int, encoder: FakeEncoder) -> None:
    library = [article(BRIDGE), article(FERRY)]
    with serving(tmp_path, port):
        engines = [MilvusFinderFactory(f"http://127.0.0.1:{port}", timeout=60) for _ in range(6)]
        # The embedded one, unlike a cluster, breaks when two make the same collection at the same time.
        Retriever(library[:1], encoder, engines=engines[0]).prepare()
        retrievers = [Retriever(library, encoder, engines=each) for each in engines]
        with ThreadPoolExecutor(len(retrievers)) as threads:
            found = list(threads.map(lambda retriever: retriever.search("Was ist gesperrt?"), retrievers))
        assert [len(hits) for hits in found] == [2] * len(retrievers)
        assert list(engines[0].passage_counts().values()) == [2]
        for each in engines:
            each.close()


def test_vectors_that_are_made_later_are_sent_by_the_next_preparing(
    opening: Opening, sent: Sent, encoder: FakeEncoder
) -> None:
    engines = opening()
    retriever = Retriever([article(BRIDGE), article(FERRY)], encoder, engines=engines, later=True)
    retriever.prepare()
    assert sent.new() == (2, 0, 0)  # for words alone: how long vectors are is not known yet
    retriever.encode(_first)
    retriever.prepare()
    assert sent.new() == (2, 1, 0)
    assert sorted(name.rpartition("_")[2] for name in engines.passage_counts()) == [str(DIMENSIONS), "words"]
    retriever.prepare()
    assert sent.new() == (0, 0, 0)
    retriever.encode()
    retriever.prepare()
    assert sent.new() == (1, 1, 0)
    for _ in range(2):
        assert len(retriever.search("Was ist gesperrt?")) == 2
    assert sent.new() == (0, 0, 0)


def test_no_vector_is_replaced_by_none(opening: Opening, sent: Sent) -> None:
    """By a process that has not made all of its own yet."""
    library = [article(BRIDGE), article(FERRY)]
    Retriever(library, FakeEncoder(), engines=opening()).prepare()
    assert sent.new() == (2, 2, 0)
    behind = Retriever(library, FakeEncoder(), engines=opening(), later=True)
    behind.encode(_first)
    behind.prepare()
    assert sent.new() == (0, 0, 0)
    behind.encode()
    behind.prepare()
    assert sent.new() == (0, 0, 0)


def _first(articles: Sequence[Article]) -> Sequence[Article]:
    """A progress that stops after one article."""
    return articles[:1]


def test_a_process_that_knows_fewer_articles_finds_none_but_its_own(opening: Opening) -> None:
    """As for the moment in which another has taken up a new article, and this one has not."""
    old = Retriever([article(BRIDGE)], WORDS_ALONE, engines=opening())
    old.prepare()
    Retriever([*old.articles, article("Die Brücke öffnet im Mai.")], WORDS_ALONE, engines=opening()).prepare()
    assert {hit.article for hit in old.search("Was ist mit der Brücke?")} == set(old.articles)


def test_a_text_longer_than_milvus_takes_is_cut(opening: Opening, sent: Sent) -> None:
    words = " ".join(f"wort{number:05}mitvielenbuchstaben" for number in range(4_000))
    Retriever([article(words)], WORDS_ALONE, engines=opening()).prepare()
    assert [len(row["terms"].encode()) > 60_000 for row in sent.rows] == [True]
    assert all(len(row["terms"].encode()) <= 65_535 for row in sent.rows)


def test_an_id_is_that_of_a_text_in_a_language() -> None:
    first, *others = (
        ids_of(PassageIndex.of(library, arrays_of(library))).tolist()
        for library in ([article(BRIDGE)], [article(FERRY), article(BRIDGE)], [article(BRIDGE, "en")])
    )
    assert first == others[0][1:]
    assert first != others[1]
    assert all(0 <= each < 1 << 63 for ids in (first, *others) for each in ids)
