"""Cutting a long paragraph into sentences."""

from __future__ import annotations

import time

from retrieval.analysis.sentences import split_sentences
from retrieval.base.spans import Span
from retrieval.language import GERMAN


def test_a_paragraph_of_200_kilobytes_takes_linear_time() -> None:
    def seconds(size: int) -> float:
        text = ("Das Radar ist seit Mai gestört. " * (size // 32 + 1))[:size]
        start = time.perf_counter()
        split_sentences(text, Span(0, size), GERMAN)
        return time.perf_counter() - start

    assert seconds(200_000) < max(1.0, 40 * seconds(20_000))
