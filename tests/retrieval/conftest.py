"""Articles that the tests of this package share."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever
from retrieval.encoder import why_not
from tests.support.retrieval.articles import BRIDGE
from tests.support.retrieval.patient_encoder import patient_encoder


@pytest.fixture(scope="session")
def bridge() -> Article:
    return Article.from_text(BRIDGE, title="Lindau sperrt die Rheinbrücke", language="de")


@pytest.fixture(scope="session")
def retriever(bridge: Article) -> Retriever:
    """By words alone: the same on every machine."""
    return Retriever([bridge], WORDS_ALONE)


@pytest.fixture(scope="session")
def by_meaning(bridge: Article) -> Retriever:
    """With the encoder of this machine."""
    if reason := why_not():
        pytest.skip(reason)
    return Retriever([bridge], patient_encoder())
