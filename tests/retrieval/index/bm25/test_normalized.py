"""BM25 as a share of what a text could score at most."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from retrieval.index.bm25.normalized import K1, B, NormalizedBM25

DOCUMENTS = st.lists(st.text("abcdef", max_size=8).map(list), min_size=1, max_size=12)
QUERIES = st.lists(st.sampled_from("abcxyz"), min_size=1, max_size=5, unique=True)


@given(DOCUMENTS.filter(any), QUERIES)
def test_the_shares_are_rank_bm25s_over_the_idf_of_what_is_asked(documents: list[list[str]], query: list[str]) -> None:
    having = {term: sum(term in document for document in documents) or 0.5 for term in query}
    mass = sum(math.log((len(documents) + 1) / number) for number in having.values())
    expected = BM25Plus(documents, k1=K1, b=B, delta=0).get_scores(query) / mass
    assert np.abs(NormalizedBM25(documents).of(query) - expected).max() < 1e-9


@given(DOCUMENTS, QUERIES)
def test_a_share_is_zero_exactly_where_no_term_occurs(documents: list[list[str]], query: list[str]) -> None:
    shares = NormalizedBM25(documents).of(query)
    assert [share > 0 for share in shares] == [bool(set(document) & set(query)) for document in documents]
    assert shares.max() <= K1 + 1


def test_terms_that_are_discounted_count_less_on_both_sides() -> None:
    shares = NormalizedBM25([["a", "b"], ["a", "c"], ["d", "e"]])
    full, discounted = shares.of(["a", "b"]), shares.of(["a", "b"], frozenset("a"), 0.2)
    assert discounted[0] == pytest.approx(full[0], rel=0.1), "who has all of them has nearly all"
    assert 0 < discounted[1] < full[1] / 2
    assert shares.of(["a", "b"], frozenset("a")).tolist() == full.tolist()
    assert shares.of(["a"], frozenset("a"), 0.2).tolist() == pytest.approx(shares.of(["a"]).tolist())


def test_one_document_that_has_every_term_has_nearly_all() -> None:
    (share,) = NormalizedBM25([["a", "b", "c"]]).of(["a", "b", "c"])
    assert share == pytest.approx(1.0)


def test_a_term_that_nobody_has_takes_from_the_share() -> None:
    shares = NormalizedBM25([["a"], ["b"]])
    all_found, half_found = shares.of(["a"]), shares.of(["a", "z"])
    assert 0 < half_found[0] < all_found[0] / 2, "what is rarest counts most"
    assert shares.idf("z") > shares.idf("a")


@pytest.mark.parametrize("documents", [[[]], [[], []], []])
def test_documents_without_terms_have_no_share(documents: list[list[str]]) -> None:
    assert NormalizedBM25(documents).of(["a"]).tolist() == [0.0] * len(documents)
    assert NormalizedBM25(documents).idf("a") == pytest.approx(math.log((len(documents) + 1) / 0.5))


def test_an_empty_document_among_others_has_no_share() -> None:
    shares = NormalizedBM25([["a"], [], ["b"]]).of(["a", "b"])
    assert shares[1] == 0
    assert shares[0] == shares[2] > 0


def test_no_terms_no_shares() -> None:
    assert NormalizedBM25([["a"], []]).of([]).tolist() == [0.0, 0.0]
