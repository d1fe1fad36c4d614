"""Question sets that the tests of this package share."""

from __future__ import annotations

import pytest

from retrieval.evaluation.sets.question_sets import QuestionSet
from retrieval.evaluation.sets.readers import readers_sets
from retrieval.evaluation.sets.squad import squad_set
from tests.support.retrieval.question_files import READERS, SQUAD


@pytest.fixture(scope="session")
def squad() -> QuestionSet:
    return squad_set("squad", SQUAD, "de")


@pytest.fixture(scope="session")
def readers() -> QuestionSet:
    return readers_sets("readers", READERS)[0]
