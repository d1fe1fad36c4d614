"""The index of postings beside rank-bm25, which is the reference."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from retrieval import BM25Index
from retrieval.index.bm25 import BM25Parameters, IndexLayout, count_terms

WORDS = "abcdefgh"
DOCUMENTS = st.lists(st.text(WORDS, max_size=12).map(list), min_size=1, max_size=30)
QUERIES = st.text(f"{WORDS}xyz", max_size=10).map(list)  # x, y and z stand in no document; a letter may stand twice
PARAMETERS = {"k1": st.floats(0.01, 5), "b": st.floats(0, 1), "delta": st.floats(0, 3)}


@given(documents=DOCUMENTS.filter(any), query=QUERIES, **PARAMETERS)
def test_the_scores_are_rank_bm25s(
    documents: list[list[str]], query: list[str], k1: float, b: float, delta: float
) -> None:
    if b == 1 and not all(documents):
        b = 0.999  # rank-bm25 divides 0 by 0 for an empty document
    expected = BM25Plus(documents, k1=k1, b=b, delta=delta).get_scores(query)
    scores = BM25Index(documents, k1=k1, b=b, delta=delta).get_scores(query)
    assert scores.shape == (len(documents),)
    assert np.abs(scores - expected).max() < 1e-9


@pytest.mark.parametrize("passages", [3, 400])
def test_the_defaults_and_many_blocks_are_rank_bm25s_too(passages: int) -> None:
    """With short postings and long ones, and terms that a quarter of the documents have."""
    seeded = np.random.default_rng(8)
    documents = [[f"t{number}" for number in seeded.zipf(1.3, size) % 900] for size in seeded.integers(0, 90, passages)]
    peer, index = BM25Plus(documents), BM25Index(iter(documents), layout=IndexLayout(long=10, block=500))
    for size in (1, 5, 40):
        query = [f"t{number}" for number in seeded.integers(1, 60, size)]
        assert np.abs(index.get_scores(query) - peer.get_scores(query)).max() < 1e-9


@pytest.mark.parametrize("documents", [[], [[]], [[], []]])
def test_nothing_to_count_is_no_error(documents: list[list[str]]) -> None:
    scores = BM25Index(documents).get_scores(["a"])
    assert scores.dtype == np.float64
    assert scores.tolist() == [0.0] * len(documents)


def test_an_empty_document_has_delta_like_every_other() -> None:
    index = BM25Index([["a"], []], b=1.0, delta=2.0)
    assert index.get_scores(["a"])[1] == pytest.approx(2 * index.statistics.idf("a"))


def test_no_terms_no_scores() -> None:
    assert BM25Index([["a"], ["b"]]).get_scores([]).tolist() == [0.0, 0.0]


@given(documents=DOCUMENTS, query=st.dictionaries(st.sampled_from("abcxyz"), st.floats(0.1, 1), max_size=4))
def test_a_gain_is_zero_exactly_where_nothing_matches(documents: list[list[str]], query: dict[str, float]) -> None:
    gains = BM25Index(documents).gains(query)
    assert [gain > 0 for gain in gains] == [bool(set(terms) & set(query)) for terms in documents]


@pytest.mark.parametrize("dense", [0.0, 0.05, 1.0])
@given(documents=DOCUMENTS, query=st.dictionaries(st.sampled_from("abcxyz"), st.floats(0.1, 1), max_size=4))
def test_gains_are_the_same_whatever_is_kept_as_rows(
    dense: float, documents: list[list[str]], query: dict[str, float]
) -> None:
    """Whatever share of the documents has to have a term for it to be kept as one number a document."""
    other = BM25Index(documents, layout=IndexLayout(dense=dense))
    assert other.gains(query) == pytest.approx(BM25Index(documents).gains(query))


@given(documents=DOCUMENTS, query=QUERIES)
def test_an_index_can_be_kept(documents: list[list[str]], query: list[str]) -> None:
    forward = count_terms(documents)
    made = BM25Index.of(forward, BM25Parameters(k1=0.9, b=0.4, delta=0.5))
    kept = BM25Index.from_arrays(made.arrays(), forward)
    assert kept.get_scores(query).tolist() == made.get_scores(query).tolist()


@pytest.mark.parametrize("wrong", [{"k1": -1.0}, {"b": 1.1}, {"delta": -0.1}, {"k1": float("nan")}])
def test_parameters_out_of_range_are_an_error(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="BM25 needs"):
        BM25Parameters(**{"k1": 1.5, "b": 0.75, "delta": 1.0, **wrong})
