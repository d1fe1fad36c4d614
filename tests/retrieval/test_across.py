"""Words that can be said in several ways: the scores beside a plain computation of them with rank-bm25."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from rank_bm25 import BM25Plus

from retrieval.fields import PASSAGE_FIELDS, SENTENCE_FIELDS, Field, PassageText, SentenceText, Text, Tokens
from retrieval.fusion import Fusion, FusionTally
from retrieval.lexicon import Token
from retrieval.renderings import Rendering
from retrieval.terms import ngrams, weighed

# Of few letters, so that words share 4-grams with each other; the shortest are a 4-gram themselves.
WORDS = st.text("abc", min_size=1, max_size=6)
TEXTS = st.lists(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=4), min_size=1, max_size=7)
WEIGHTS = st.sampled_from([0.3, 1.0])


def token(word: str, weight: float = 1.0) -> Token:
    return Token(word, word, word, False, weight, 0, 1)


def rendering(ways: Sequence[Sequence[tuple[str, float]]], weight: float) -> Rendering:
    return Rendering(token("word", weight), tuple(tuple(token(*each) for each in way) for way in ways))


WAYS = st.lists(st.lists(st.tuples(WORDS, WEIGHTS), min_size=1, max_size=2), min_size=1, max_size=3)
QUESTION = st.lists(st.builds(rendering, WAYS, WEIGHTS), min_size=1, max_size=3)


def passages(texts: Sequence[Sequence[Sequence[str]]]) -> list[PassageText]:
    return [PassageText(tuple(tuple(map(token, sentence)) for sentence in sentences)) for sentences in texts]


def fusion(texts: Sequence[Text], fields: Sequence[Field[Text]], candidates: int | None = None) -> Fusion[Text]:
    tally = FusionTally(fields)
    for text in texts:
        tally.add(text)
    return tally.fusion(candidates)


def way_scores(documents: Sequence[Tokens], way: Tokens) -> NDArray[np.float64]:
    """BM25Plus of each term without delta's part, weighed; divided by the idf of the way."""
    terms = [[term.text for term in ngrams(document)] for document in documents]
    peer = BM25Plus(terms, k1=0.9, b=0.4, delta=1.0)
    scores, mass = np.zeros(len(documents)), 0.0
    for term, weight in weighed(ngrams(way)).items():
        idf = peer.idf.get(term, math.log((len(documents) + 1) / 0.5))
        mass += weight * idf
        if term in peer.idf:
            having = np.array([term in each for each in terms])
            scores += np.where(having, weight * (peer.get_scores([term]) - idf), 0.0)
    return scores / mass


def expected(
    texts: Sequence[Text], fields: Sequence[Field[Text]], words: Sequence[Rendering]
) -> list[NDArray[np.float64]]:
    """For each field of 4-grams one score a text."""
    weights: NDArray[np.float64] | None = None
    scores = []
    for field in fields:
        if field.terms is ngrams:
            parts = [(at, part) for at, text in enumerate(texts) for part in field.scope(text)]
            documents = [part for _, part in parts]
            had = [np.max([way_scores(documents, way) for way in word.ways], axis=0) for word in words]
            if weights is None:
                having = [sum(score >= 0.6 for score in each) for each in had]
                idfs = [math.log((len(parts) + 1) / (number + 0.5)) for number in having]
                weights = np.array([word.weight * idf for word, idf in zip(words, idfs, strict=True)])
            score = sum(weight * each for weight, each in zip(weights, had, strict=True)) / weights.sum()
            own = [[score[at] for at, (text, _) in enumerate(parts) if text == which] for which in range(len(texts))]
            scores.append(np.array([max(each) for each in own]))
    return scores


@pytest.mark.parametrize(
    "fields", [PASSAGE_FIELDS, PASSAGE_FIELDS[:1], PASSAGE_FIELDS[::-1]], ids=("all", "one", "led by stems")
)
@given(TEXTS, QUESTION)
def test_a_passage_has_each_word_as_well_as_its_best_way(
    fields: Sequence[Field[PassageText]], texts: list[list[list[str]]], words: list[Rendering]
) -> None:
    each = expected(passages(texts), fields, words)
    ranked = fusion(passages(texts), fields)
    assert ranked.scores_across(words) == pytest.approx(np.mean(each, axis=0))
    by_field = ranked.field_scores_across(words, np.arange(len(texts)))
    assert list(by_field) == [field.name for field in fields if field.terms is ngrams]
    assert np.array(list(by_field.values())) == pytest.approx(np.array(each))


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=6), QUESTION)
def test_a_sentence_is_found_by_its_neighbours_alone(sentences: list[list[str]], words: list[Rendering]) -> None:
    read = [tuple(map(token, sentence)) for sentence in sentences]
    texts = [SentenceText(*each) for each in zip([(), *read[:-1]], read, [*read[1:], ()], strict=True)]
    scores = fusion(texts, SENTENCE_FIELDS).scores_across(words)
    assert scores == pytest.approx(np.mean(expected(texts, SENTENCE_FIELDS, words), axis=0))


@given(TEXTS, QUESTION, st.integers(1, 5))
def test_candidates_have_the_scores_that_they_have_among_all(
    texts: list[list[list[str]]], words: list[Rendering], candidates: int
) -> None:
    everything = fusion(passages(texts), PASSAGE_FIELDS).scores_across(words)
    first = fusion(passages(texts), PASSAGE_FIELDS[:1]).scores_across(words)
    some = fusion(passages(texts), PASSAGE_FIELDS, candidates).scores_across(words)
    least = sorted(first, reverse=True)[:candidates][-1]
    chosen = (first > 0) & (first >= least) | (len(texts) <= candidates)
    assert some == pytest.approx(np.where(chosen, everything, 0.0))


@given(TEXTS, QUESTION, st.data())
def test_the_parts_of_a_score_are_those_of_the_texts_asked_for(
    texts: list[list[list[str]]], words: list[Rendering], data: st.DataObject
) -> None:
    wanted = np.array(sorted(data.draw(st.sets(st.integers(0, len(texts) - 1), min_size=1))))
    ranked = fusion(passages(texts), PASSAGE_FIELDS)
    parts = ranked.field_scores_across(words, wanted)
    assert np.mean(list(parts.values()), axis=0) == pytest.approx(ranked.scores_across(words)[wanted])


def test_a_kept_fusion_gives_the_same_scores() -> None:
    words = [rendering([[("haus", 1.0)], [("heim", 1.0)]], 1.0), rendering([[("rot", 1.0)]], 0.3)]
    made = fusion(passages([[["heim"], ["rot"]], [["haus", "rot"]], [["blau"]]]), PASSAGE_FIELDS)
    kept = Fusion.from_arrays(PASSAGE_FIELDS, 128, made.arrays())
    assert kept.scores_across(words).tolist() == made.scores_across(words).tolist()
    assert (made.scores_across(words) > 0).tolist() == [True, True, False]


def test_without_words_or_fields_of_4_grams_nothing_is_found() -> None:
    texts = passages([[["haus"]]])
    word = rendering([[("haus", 1.0)]], 1.0)
    assert fusion(texts, PASSAGE_FIELDS).scores_across(()).tolist() == [0.0]
    assert fusion(texts, PASSAGE_FIELDS[2:3]).scores_across([word]).tolist() == [0.0]
    assert fusion(texts, PASSAGE_FIELDS[2:3]).field_scores_across([word], np.array([0])) == {}
