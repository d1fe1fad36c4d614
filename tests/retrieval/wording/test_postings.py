"""Postings, beside looking at every row."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.wording.postings import Postings

SIZE = 5
ROWS = st.lists(st.lists(st.integers(0, SIZE - 1), max_size=4), max_size=6)


@given(ROWS, st.lists(st.integers(0, SIZE - 1), unique=True))
def test_each_row_is_found_by_what_it_has_as_often_as_it_has_it(rows: list[list[int]], sought: list[int]) -> None:
    things = np.array([thing for row in rows for thing in row], np.int32)
    whose = np.array([number for number, row in enumerate(rows) for _ in row], np.int64)
    postings = Postings.from_arrays(Postings.of(things, whose, SIZE).arrays())
    found, which = postings.having(np.array(sought, np.int64))
    expected = [
        (number, at) for at, thing in enumerate(sought) for number, row in enumerate(rows) for t in row if t == thing
    ]
    assert list(zip(found.tolist(), which.tolist(), strict=True)) == expected
