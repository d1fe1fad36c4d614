"""Quotation marks of a message by the thousand: they are told apart in linear time."""

from __future__ import annotations

import time

import pytest

from retrieval.analysis.quotation_marks import marked_quotations

# Seconds of a processor, where linear ones take some tenths; quadratic ones take minutes.
LONGEST = 2.0


@pytest.mark.parametrize(
    "text",
    [
        *("„" * 40_000, "“" * 40_000, '"' * 40_000, "„‚" * 20_000, "„a“ " * 10_000, "x „a\n\n" * 8_000),
        *("„" * 20_000 + "\n«x" * 10_000, "  „" * 15_000, "„" + " " * 40_000 + "„x"),
    ],
    ids=lambda text: repr(text[:6]),
)
def test_thousands_of_marks_take_no_time(text: str) -> None:
    begin = time.thread_time()
    marked_quotations(text)
    assert time.thread_time() - begin < LONGEST
