"""The vectors of all passages, as whole numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.encoder import VectorStore
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.passage_index import PassageIndex, arrays_of
from retrieval.index.passage_vectors import PassageVectors
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors
from tests.support.retrieval.queries import article_of

QUESTION = "Wann öffnet das Freibad an der Brücke?"

# Rounded twice: as they are kept, and as whole numbers.
ROUNDED = 0.004


def index_of(*passages: str) -> PassageIndex:
    articles = [article_of(*passages)]
    return PassageIndex.of(articles, arrays_of(articles))


def cosines(found: PassageVectors, vectors: CachingEncoder) -> list[float]:
    question = vectors.question(QUESTION)
    assert question is not None
    return [float(cosine) for cosine in found.cosines(question)]


@given(st.lists(st.sampled_from(["Freibad", "Brücke", "öffnet", "Bus", "Rathaus"]), min_size=1, max_size=9))
def test_the_cosines_are_those_of_floats(words: list[str]) -> None:
    encoder = FakeEncoder()
    vectors, index = text_vectors(encoder), index_of(" ".join(words), *words)
    texts = [index.text(at) for at in range(len(index))]
    vectors.make(texts)
    found = PassageVectors(index, vectors)
    expected = encoder.embed_passages(texts) @ encoder.embed_questions([QUESTION])[0]
    assert cosines(found, vectors) == pytest.approx(expected, abs=ROUNDED)
    assert found.known.all()


def test_what_is_not_known_is_as_far_away_as_can_be_until_it_is_looked_up_again() -> None:
    vectors, index = text_vectors(FakeEncoder()), index_of("Das Freibad öffnet.", "Die Brücke.", "Der Bus.")
    found = PassageVectors(index, vectors)
    assert cosines(found, vectors) == [0.0, 0.0, 0.0]
    vectors.make([index.text(at) for at in (0, 1)])
    assert not found.known.any()
    found.refresh(np.array([1, 2]))
    assert found.known.tolist() == [False, True, False]
    found.refresh(np.array([0]))
    assert found.known.tolist() == [True, True, False]
    first, second, third = cosines(found, vectors)
    assert first > second > third == 0.0


def test_a_text_without_words_is_known_and_near_to_nothing() -> None:
    vectors, index = text_vectors(FakeEncoder()), index_of("Das Freibad öffnet.", "…")
    vectors.make([index.text(at) for at in range(2)])
    found = PassageVectors(index, vectors)
    assert found.known.tolist() == [True, True]
    assert cosines(found, vectors)[1] == 0.0


def test_an_encoder_that_comes_to_have_other_dimensions_is_no_error() -> None:
    """As a server does, behind which another version of the model of that name runs."""
    store, index = VectorStore(None), index_of("Das Freibad öffnet.", "Die Brücke.")
    before, after = (CachingEncoder(FakeEncoder(dimensions=size), store) for size in (64, 96))
    before.make([index.text(at) for at in range(2)])
    found = PassageVectors(index, after)
    assert cosines(found, after) == [0.0, 0.0]
    after.make(["Noch ein Text."])  # the first of the new ones
    after.make([index.text(0)])
    found.refresh(np.array([0]))
    assert found.known.tolist() == [True, False]
    assert cosines(found, after)[0] > 0


def test_passages_of_several_blocks_keep_their_places() -> None:
    encoder = FakeEncoder()
    vectors = text_vectors(encoder)
    index = index_of(*(f"Freibad {number}" if number % 1000 == 999 else "Bus" for number in range(9000)))
    vectors.make([index.text(at) for at in range(len(index))])
    near = np.flatnonzero(np.array(cosines(PassageVectors(index, vectors), vectors)) > 0.1)
    assert near.tolist() == [999, 1999, 2999, 3999, 4999, 5999, 6999, 7999, 8999]
