"""Collections: who makes them, what they are called, and which of them go."""

from __future__ import annotations

from typing import Any

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever
from retrieval.milvus import MilvusFinderFactory
from tests.support.retrieval.fake_encoder import DIMENSIONS, FakeEncoder
from tests.support.retrieval.milvus import Opening, article

BRIDGE = "Die Brücke ist gesperrt."


@pytest.mark.parametrize(("method", "nothing"), [("has_collection", False), ("list_indexes", [])])
def test_what_another_process_makes_first_is_used(
    opening: Opening, monkeypatch: pytest.MonkeyPatch, encoder: FakeEncoder, method: str, nothing: object
) -> None:
    engines, library = opening(), [article(BRIDGE)]
    Retriever(library, encoder, engines=engines).prepare()
    client = pytest.importorskip("pymilvus").MilvusClient
    original, calls = getattr(client, method), []

    def not_there_yet(*given: Any, **named: Any) -> Any:
        calls.append(given)
        return nothing if len(calls) % 2 else original(*given, **named)

    monkeypatch.setattr(client, method, not_there_yet)
    retriever = Retriever(library, encoder, engines=engines)
    retriever.prepare()
    assert len(calls) % 2 == 0
    assert [hit.article for hit in retriever.search("Was ist gesperrt?")] == library


def test_what_other_versions_have_stored_is_not_found_and_all_but_the_newest_goes(
    opening: Opening,
) -> None:
    one, other = article(BRIDGE), article("Die Brücke ist offen.")
    for version, library in {"v7_1": [one], "v7_2": [other], "v8_2": [one]}.items():
        engines = opening(version=version)
        assert _found(library, engines) == library
    assert list(engines.passage_counts()) == ["belegbot_v7_2_words", "belegbot_v8_2_words"]


def test_what_has_vectors_is_kept_for_those_who_use_it_while_another_encoder_begins(opening: Opening) -> None:
    engines = opening()
    for encoder in (FakeEncoder(), FakeEncoder("fake 2")):
        retriever = Retriever([article(BRIDGE)], encoder, engines=engines, later=True)
        retriever.prepare()
        retriever.encode()
        retriever.prepare()
    first, second = (name.rpartition("_")[2] for name in engines.passage_counts())
    assert first == second == str(DIMENSIONS)


def test_two_libraries_of_different_names_do_not_meet(opening: Opening) -> None:
    libraries = {name: [article(f"Die Brücke {name}.")] for name in ("first", "first_v1", "second")}
    for name, library in [*libraries.items(), *libraries.items()]:
        assert _found(library, opening(name)) == library
    for name in libraries:
        assert list(opening(name).passage_counts().values()) == [1]
    assert opening("another").passage_counts() == {}


def _found(library: list[Article], engines: MilvusFinderFactory) -> list[Any]:
    return [hit.article for hit in Retriever(library, WORDS_ALONE, engines=engines).search("Was ist mit der Brücke?")]
