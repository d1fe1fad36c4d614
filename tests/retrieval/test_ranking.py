import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from retrieval.ranking import Ranking

DOCUMENTS = [["a", "b", "b"], ["b", "c"], ["d"], []]
CORPORA = st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), min_size=1, max_size=6)


def test_the_scores_are_rank_bm25s_over_the_idf_mass() -> None:
    peer = BM25Plus(DOCUMENTS, k1=0.9, b=0.4, delta=1.0)
    mass = math.log(5 / 1) + math.log(5 / 2)
    expected = (peer.get_scores(["a", "b"]) - mass) / mass
    assert Ranking(DOCUMENTS).scores({"a": 1.0, "b": 1.0}) == pytest.approx(expected.clip(min=0))


@given(CORPORA, st.dictionaries(st.sampled_from("abcxyz"), st.floats(0.1, 1), max_size=4))
def test_a_score_is_zero_exactly_where_nothing_matches(documents: list[list[str]], query: dict[str, float]) -> None:
    scores = Ranking(documents).scores(query)
    assert len(scores) == len(documents)
    for score, terms in zip(scores, documents, strict=True):
        assert (score > 0) == bool(set(terms) & set(query))


def test_unknown_terms_lower_every_score_and_change_no_order() -> None:
    ranking = Ranking(DOCUMENTS)
    assert (ranking.scores({"b": 1.0, "z": 1.0}) <= ranking.scores({"b": 1.0})).all()


@pytest.mark.parametrize("documents", [[], [[]], [["a"]], [["a"], ["a"]]])
def test_the_smallest_corpora_can_be_ranked(documents: list[list[str]]) -> None:
    assert all(
        score > 0 for score, terms in zip(Ranking(documents).scores({"a": 1.0}), documents, strict=True) if terms
    )


def test_a_term_in_every_document_still_counts() -> None:
    ranking = Ranking([["a"], ["a", "b"]])
    assert ranking.idf("a") > 0
    assert ranking.idf("missing") > ranking.idf("b") > ranking.idf("a")
