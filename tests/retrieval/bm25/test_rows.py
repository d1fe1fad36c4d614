"""The index of rows beside the index of postings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.bm25 import BM25Index, BM25Rows, Formula, Statistics, Tally, Weighed, counted

FORMULA = Formula(k1=0.9, b=0.4, delta=1.0)
DOCUMENTS = st.lists(st.text("abcdef", max_size=8).map(list), min_size=1, max_size=12)
QUERY = st.dictionaries(st.sampled_from("abcxyz"), st.floats(0.1, 1), max_size=4)


def rows_of(*kinds: list[list[str]]) -> BM25Rows:
    tally = Tally(len(kinds))
    for kind, documents in enumerate(kinds):
        for document in documents:
            tally.add(tally.numbers(document, kind), kind)
    return BM25Rows(tally.counts(), FORMULA)


@given(DOCUMENTS, DOCUMENTS, QUERY, QUERY)
def test_each_kind_has_the_scores_of_an_index_of_its_own(
    one: list[list[str]], other: list[list[str]], query: dict[str, float], second: dict[str, float]
) -> None:
    rows = rows_of(one, other)
    queries = [statistics.weigh(each) for statistics, each in zip(rows.statistics, (query, second), strict=True)]
    expected = [BM25Index.of(counted(documents), FORMULA) for documents in (one, other)]
    gains = np.concatenate([expected[0].gains(query), expected[1].gains(second)])
    assert rows.gains(queries) == pytest.approx(gains)


@given(DOCUMENTS, QUERY, st.data())
def test_runs_of_documents_have_the_scores_that_they_have_among_all(
    documents: list[list[str]], query: dict[str, float], data: st.DataObject
) -> None:
    bounds = st.lists(st.integers(0, len(documents)), min_size=2, max_size=8, unique=True).map(sorted)
    ends = data.draw(bounds)
    runs = list(zip(ends[::2], ends[1::2], strict=False))
    rows = rows_of(documents)
    weighed = [rows.statistics[0].weigh(query)]
    everything = rows.gains(weighed)
    assert rows.gains(weighed, runs).tolist() == [everything[at] for first, end in runs for at in range(first, end)]


@given(DOCUMENTS, DOCUMENTS, st.lists(st.tuples(QUERY, QUERY), min_size=1, max_size=4))
def test_many_queries_at_once_have_the_scores_that_each_has_alone(
    one: list[list[str]], other: list[list[str]], asked: list[tuple[dict[str, float], dict[str, float]]]
) -> None:
    rows = rows_of(one, other)
    queries = [[s.weigh(each) for s, each in zip(rows.statistics, both, strict=True)] for both in asked]
    each = rows.each(list(map(Weighed.joined, queries)))
    assert each == pytest.approx(np.array([rows.gains(query) for query in queries]))
    assert (each > 0).tolist() == [(rows.gains(query) > 0).tolist() for query in queries]


def test_a_term_that_no_document_has_weighs_more_than_any_other() -> None:
    (statistics,) = Statistics.of(counted([["a"], ["a", "b"]]))
    assert statistics.idf("missing") > statistics.idf("b") > statistics.idf("a") > 0
    assert statistics.weigh({"b": 1.0, "missing": 0.5}).mass == pytest.approx(
        statistics.idf("b") + statistics.idf("missing") / 2
    )
