"""How well passages of a library answer a question."""

from __future__ import annotations

import numpy as np
import pytest

from retrieval.base.arrays import Numbers
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.passage_index import PassageIndex, arrays_of
from retrieval.scoring.hybrid import scale_of
from retrieval.scoring.passage_scores import passage_scores
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors
from tests.support.retrieval.queries import article_of, query_of

QUESTION = "Was kostet die Brücke?"
PASSAGES = ["Die Brücke kostet viel. Der Bus fährt.", "Der Bus fährt. Das Bad öffnet.", "Die Brücke steht."]

# Kept vectors are rounded, and these are sums of two cosines.
ROUNDED = 0.004


@pytest.fixture
def index() -> PassageIndex:
    articles = [article_of(*PASSAGES)]
    return PassageIndex.of(articles, arrays_of(articles))


@pytest.fixture
def all_of_them(index: PassageIndex) -> Numbers:
    return np.arange(len(index))


def cosine(encoder: FakeEncoder, text: str) -> float:
    return float(encoder.embed_passages([text])[0] @ encoder.embed_questions([QUESTION])[0])


def make(vectors: CachingEncoder, index: PassageIndex, *numbers: int) -> None:
    vectors.make([index.text(at) for at in numbers])
    vectors.make([text for at in numbers for text in index.sentence_texts(at)])


def test_the_meaning_is_that_of_the_whole_and_as_much_of_the_best_sentence(
    index: PassageIndex, all_of_them: Numbers
) -> None:
    encoder = FakeEncoder()
    vectors = text_vectors(encoder)
    make(vectors, index, 0, 1, 2)
    query = query_of(QUESTION, vectors)
    scores = passage_scores(query, index, all_of_them, vectors)
    expected = [
        (cosine(encoder, index.text(at)) + max(cosine(encoder, text) for text in index.sentence_texts(at))) / 2
        for at in range(len(index))
    ]
    assert scores.meaning == pytest.approx(expected, abs=ROUNDED)
    assert scores.words.tolist() == index.shares(query.terms, all_of_them).tolist()
    scale = scale_of("fake")
    assert scores.total == pytest.approx(scores.words + 2 * scale.weight * (scores.meaning - scale.centre))
    assert scores.total.argmax() == 0


def test_without_an_encoder_words_alone_rank(index: PassageIndex, all_of_them: Numbers) -> None:
    scores = passage_scores(query_of(QUESTION), index, all_of_them, None)
    assert np.isnan(scores.meaning).all()
    assert np.argsort(-scores.total).tolist() == np.argsort(-scores.words).tolist() == [0, 2, 1]


def test_what_has_no_vectors_yet_stands_where_its_words_put_it(index: PassageIndex, all_of_them: Numbers) -> None:
    vectors = text_vectors(FakeEncoder())
    make(vectors, index, 1, 2)
    scores = passage_scores(query_of(QUESTION, vectors), index, all_of_them, vectors)
    assert np.isnan(scores.meaning).tolist() == [True, False, False]
    assert scores.total[0] > scores.total[1], "it has the words, and the other nothing"


def test_some_passages_have_the_scores_that_they_have_among_all(index: PassageIndex, all_of_them: Numbers) -> None:
    vectors = text_vectors(FakeEncoder())
    make(vectors, index, 0, 1, 2)
    query = query_of(QUESTION, vectors)
    some, every = (passage_scores(query, index, which, vectors) for which in (np.array([2, 0]), all_of_them))
    assert [part.tolist() for part in some] == [part[[2, 0]].tolist() for part in every]


@pytest.mark.parametrize("vectors", [None, text_vectors(FakeEncoder())], ids=["words", "vectors"])
def test_of_no_passages_there_are_no_scores(index: PassageIndex, vectors: CachingEncoder | None) -> None:
    scores = passage_scores(query_of(QUESTION, vectors), index, np.zeros(0, np.int64), vectors)
    assert [len(part) for part in scores] == [0, 0, 0]
