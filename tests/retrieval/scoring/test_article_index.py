"""One article, ready to be asked."""

from __future__ import annotations

import numpy as np
import pytest

from content import Article
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.parsed_article import LanguageResources, ParsedArticle
from retrieval.language import GERMAN
from retrieval.scoring.article_index import ArticleIndex
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors
from tests.support.retrieval.queries import article_of, query_of

INTERVIEW = article_of("**Was kostet Honig?**", "Elf Euro. Leider.", "Die Bienen fliegen. Der Honig auch.")
QUESTION = "Was kostet Honig?"


def index_of(article: Article, vectors: CachingEncoder | None = None) -> ArticleIndex:
    return ArticleIndex(ParsedArticle(article, LanguageResources(GERMAN)), vectors)


def test_sentences_know_their_passages_and_whether_they_ask() -> None:
    index = index_of(INTERVIEW)
    assert index.passage_of.tolist() == [0, 1, 1, 2, 2]
    assert index.asks.tolist() == [True, False, False, False, False]


def test_an_answer_is_scored_as_a_passage_with_its_question_and_as_a_sentence_alone() -> None:
    index, query = index_of(INTERVIEW), query_of(QUESTION)
    assert index.passages(query).words[1] > index.passages(query).words[2] > 0
    assert index.sentences(query).words[1:4].tolist() == [0.0, 0.0, 0.0]


def test_without_vectors_there_is_no_meaning() -> None:
    for vectors in (None, text_vectors(FakeEncoder())):
        index = index_of(INTERVIEW, vectors)
        for scores in (index.passages, index.sentences):
            assert np.isnan(scores(query_of(QUESTION, vectors)).meaning).all()


def test_the_meaning_of_an_answer_is_that_of_its_question_too() -> None:
    encoder = FakeEncoder()
    vectors = text_vectors(encoder)
    whole = "**Was kostet Honig?**\n\nElf Euro. Leider."
    vectors.make([whole, "Elf Euro."])
    index, query = index_of(INTERVIEW, vectors), query_of(QUESTION, vectors)
    asked = encoder.embed_questions([QUESTION])[0]
    expected = encoder.embed_passages([whole, "Elf Euro."]) @ asked
    assert index.passages(query).meaning[1] == pytest.approx(expected[0], abs=0.002)
    assert index.sentences(query).meaning[1] == pytest.approx(expected[1], abs=0.002)
    assert np.isnan(index.passages(query).meaning[[0, 2]]).all()


def test_vectors_that_are_made_meanwhile_are_taken_up_by_the_next_question() -> None:
    vectors = text_vectors(FakeEncoder())
    index = index_of(INTERVIEW, vectors)
    texts = [sentence.text for sentence in index.parsed.sentences]
    for made, question in ((2, "Was kostet Honig?"), (4, "Was kostet Honig denn?"), (5, "Was kostet der Honig?")):
        vectors.make(texts[:made])
        known = ~np.isnan(index.sentences(query_of(question, vectors)).meaning)
        assert known.tolist() == [at < made for at in range(5)]
