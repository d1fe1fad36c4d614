"""Candidates: the passages that are looked at more closely."""

from __future__ import annotations

import pytest

from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.passage_index import PassageIndex, arrays_of
from retrieval.index.passage_vectors import PassageVectors
from retrieval.scoring.candidates import CANDIDATES, LocalCandidateFinder
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors
from tests.support.retrieval.queries import article_of, query_of

OTHERS = [f"Der Bus {number} fährt." for number in range(100)]


def found(passages: list[str], question: str, vectors: CachingEncoder | None = None) -> list[int]:
    articles = [article_of(*passages)]
    index = PassageIndex.of(articles, arrays_of(articles))
    if vectors:
        vectors.make(passages)
    finder = LocalCandidateFinder(index, PassageVectors(index, vectors) if vectors else None)
    finder.prepare()
    numbers: list[int] = finder.find(query_of(question, vectors)).tolist()
    return numbers


def test_of_few_passages_all_are_candidates() -> None:
    assert found(OTHERS[:CANDIDATES], "Was kostet die Brücke?") == list(range(CANDIDATES))
    assert found(OTHERS[: CANDIDATES + 1], "Was kostet die Brücke?") == []


def test_of_many_the_best_by_words() -> None:
    better = ["Die Brücke kostet viel."] * CANDIDATES
    worse = ["Die Brücke steht in Lindau, und dort steht sie gut."] * 20
    passages = [*OTHERS[:50], *worse, *better, *OTHERS[50:]]
    assert found(passages, "Was kostet die Brücke?") == list(range(70, 70 + CANDIDATES))


@pytest.mark.parametrize("equals", [1, 2, 30])
def test_all_that_equal_the_last_of_the_best_are_kept(equals: int) -> None:
    """Else which of them is found would hang on how a library partitions arrays."""
    better = ["Die Brücke kostet viel."] * (CANDIDATES - 1)
    passages = [*OTHERS, *["Die Brücke steht."] * equals, *better]
    assert found(passages, "Was kostet die Brücke?") == list(range(100, 100 + equals + len(better)))


def test_what_means_what_is_asked_is_found_without_its_words() -> None:
    vectors = text_vectors(FakeEncoder(synonyms={"automobil": "wagen"}))
    passages = [*OTHERS, "Das Automobil rostet.", *OTHERS, "Der Wagen glänzt."]
    assert found(passages, "Wo ist der Wagen?") == [201]
    assert {100, 201} <= set(found(passages, "Wo ist der Wagen?", vectors))


def test_what_has_the_words_is_found_beside_what_has_the_meaning() -> None:
    vectors = text_vectors(FakeEncoder(synonyms={"automobil": "wagen"}, fails_at=["Der Wagen glänzt."]))
    passages = [*OTHERS, "Das Automobil rostet.", "Der Wagen glänzt."]
    assert {100, 101} <= set(found(passages, "Wo ist der Wagen?", vectors))


def test_without_an_answer_of_the_encoder_words_decide() -> None:
    encoder = FakeEncoder()
    vectors = text_vectors(encoder)
    vectors.make(OTHERS)
    encoder.down = True
    passages = [*OTHERS, "Der Wagen glänzt."]
    articles = [article_of(*passages)]
    index = PassageIndex.of(articles, arrays_of(articles))
    finder = LocalCandidateFinder(index, PassageVectors(index, vectors))
    assert finder.find(query_of("Wo ist der Wagen?", vectors)).tolist() == [100]
