from __future__ import annotations

import pytest

from retrieval import WORDS_ALONE, Retriever
from tests.retrieval.checking.pool import ARTICLE, ENGLISH_ARTICLE


@pytest.fixture(scope="session")
def pool() -> Retriever:
    """Both articles, by words alone."""
    return Retriever([ARTICLE, ENGLISH_ARTICLE], WORDS_ALONE)
