"""Words that can be said in several ways: the scores beside a plain computation of them with rank-bm25."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from retrieval.catalogue import Catalogue
from retrieval.fields import PASSAGE_FIELDS, Documents, Field, Tokens, pairs, whole
from retrieval.renderings import Rendering
from retrieval.terms import ngrams
from tests.retrieval import plainly
from tests.retrieval.laid_out import Texts, asked, holdings, scores, token

PLAIN: dict[Callable[..., Documents], Callable[[plainly.Sentences], list[Tokens]]] = {
    whole: plainly.whole,
    pairs: plainly.pairs,
}

# Of few letters, so that words share 4-grams with each other; the shortest are a 4-gram themselves.
WORDS = st.text("abc", min_size=1, max_size=6)
TEXTS = st.lists(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=4), min_size=1, max_size=7)
WEIGHTS = st.sampled_from([0.3, 1.0])


def rendering(ways: Sequence[Sequence[tuple[str, float]]], weight: float) -> Rendering:
    return Rendering(token("word", weight), tuple(tuple(token(*each) for each in way) for way in ways))


WAYS = st.lists(st.lists(st.tuples(WORDS, WEIGHTS), min_size=1, max_size=2), min_size=1, max_size=3)
QUESTION = st.lists(st.builds(rendering, WAYS, WEIGHTS), min_size=1, max_size=3)


def expected(texts: Texts, fields: Sequence[Field], words: Sequence[Rendering]) -> list[NDArray[np.float64]]:
    """For each field of 4-grams one score a text."""
    weights: NDArray[np.float64] | None = None
    found = []
    for field in fields:
        if field.terms is ngrams:
            parts = [PLAIN[field.scope]([tuple(map(token, sentence)) for sentence in text]) for text in texts]
            documents = [part for each in parts for part in each]
            had = [
                np.max([plainly.of_documents(documents, way, ngrams) for way in word.ways], axis=0) for word in words
            ]
            if weights is None:
                having = [sum(score >= 0.6 for score in each) for each in had]
                idfs = [math.log((len(documents) + 1) / (number + 0.5)) for number in having]
                weights = np.array([word.weight * idf for word, idf in zip(words, idfs, strict=True)])
            score = sum(weight * each for weight, each in zip(weights, had, strict=True)) / weights.sum()
            found.append(plainly.best(np.asarray(score), parts))
    return found


@pytest.mark.parametrize(
    "fields", [PASSAGE_FIELDS, PASSAGE_FIELDS[:1], PASSAGE_FIELDS[::-1]], ids=("all", "one", "led by stems")
)
@given(TEXTS, QUESTION)
def test_a_passage_has_each_word_as_well_as_its_best_way(
    fields: Sequence[Field], texts: list[list[list[str]]], words: list[Rendering]
) -> None:
    each = expected(texts, fields, words)
    assert scores(texts, fields, renderings=words) == pytest.approx(np.mean(each, axis=0))
    held = holdings([texts])
    catalogue = Catalogue.of(held, fields)
    for number in range(len(texts)):
        parts = catalogue.by_field(asked(held, renderings=words), held.passage(number))
        assert list(parts) == [field.name for field in fields if field.terms is ngrams]
        assert list(parts.values()) == pytest.approx([score[number] for score in each])


@given(TEXTS, QUESTION, st.integers(1, 5))
def test_candidates_have_the_scores_that_they_have_among_all(
    texts: list[list[list[str]]], words: list[Rendering], candidates: int
) -> None:
    everything = scores(texts, PASSAGE_FIELDS, renderings=words)
    first = scores(texts, PASSAGE_FIELDS[:1], renderings=words)
    some = scores(texts, PASSAGE_FIELDS, renderings=words, candidates=candidates)
    least = sorted(first, reverse=True)[:candidates][-1]
    chosen = (first > 0) & (first >= least - 1e-12) | (len(texts) <= candidates)
    assert some == pytest.approx(np.where(chosen, everything, 0.0))


def test_without_fields_of_4_grams_nothing_is_found() -> None:
    word = rendering([[("haus", 1.0)]], 1.0)
    assert scores([[["haus"]]], PASSAGE_FIELDS, renderings=[word])[0] > 0
    assert scores([[["haus"]]], PASSAGE_FIELDS[2:3], renderings=[word]).tolist() == [0.0]
