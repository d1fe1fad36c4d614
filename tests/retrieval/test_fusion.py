"""Texts ranked by several fields: the scores beside a plain computation, and that candidates change none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.fields import (
    PASSAGE_FIELDS,
    SENTENCE_FIELDS,
    Documents,
    Field,
    Tokens,
    neighbourhood,
    pairs,
    whole,
)
from retrieval.fusion import Fusion
from retrieval.holdings import Holdings
from retrieval.lexicon import Token
from retrieval.terms import ngrams, ngrams_across_words, stems
from tests.retrieval import plainly
from tests.retrieval.laid_out import asked, holdings, scores, token

# Of few letters, so that words share 4-grams with each other; the shortest are a 4-gram themselves.
WORDS = st.text("abc", min_size=1, max_size=6)
SENTENCES = st.lists(WORDS, min_size=2, max_size=5)
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4), min_size=1, max_size=7)
QUESTION = st.lists(st.text("abcd", min_size=1, max_size=6), min_size=1, max_size=4)
PLAIN: dict[Callable[..., Documents], Callable[[plainly.Sentences], list[Tokens]]] = {
    whole: plainly.whole,
    pairs: plainly.pairs,
}


def tokens(words: Sequence[str]) -> tuple[Token, ...]:
    return tuple(map(token, words))


def expected(
    texts: Sequence[Sequence[Sequence[str]]], fields: Sequence[Field], question: Sequence[str]
) -> plainly.Scores:
    found = []
    for field in fields:
        parts = [PLAIN[field.scope](list(map(tokens, text))) for text in texts]
        documents = [part for each in parts for part in each]
        found.append(plainly.best(plainly.of_documents(documents, tokens(question), field.terms), parts))
    return np.where(found[0] > 0, np.mean(found, axis=0), 0.0)


@pytest.mark.parametrize("fields", [PASSAGE_FIELDS, PASSAGE_FIELDS[:1], PASSAGE_FIELDS[::-1], PASSAGE_FIELDS[2:4]])
@given(texts=TEXTS, question=QUESTION)
def test_the_scores_are_those_of_a_plain_computation(
    fields: Sequence[Field], texts: list[list[list[str]]], question: list[str]
) -> None:
    assert scores(texts, fields, question) == pytest.approx(expected(texts, fields, question))


@given(texts=TEXTS, question=QUESTION)
def test_a_text_with_an_empty_sentence_in_it_is_as_without(texts: list[list[list[str]]], question: list[str]) -> None:
    fields = PASSAGE_FIELDS[:3]
    spread = [[sentence for each in text for sentence in ([], each, [])] for text in texts]
    assert scores(spread, fields, question) == pytest.approx(scores(texts, fields, question))


@given(texts=TEXTS, question=QUESTION, candidates=st.integers(1, 8))
def test_candidates_have_the_scores_that_they_have_among_all(
    texts: list[list[list[str]]], question: list[str], candidates: int
) -> None:
    everything = scores(texts, PASSAGE_FIELDS, question)
    first = scores(texts, PASSAGE_FIELDS[:1], question)
    some = scores(texts, PASSAGE_FIELDS, question, candidates=candidates)
    least = sorted(first, reverse=True)[:candidates][-1]
    chosen = (first > 0) & (first >= least - 1e-12)
    assert some == pytest.approx(np.where(chosen, everything, 0.0))


def sentence_scores(held: Holdings, question: Sequence[str], articles: Sequence[int]) -> list[float]:
    heard = asked(held, question)
    found = Fusion.of_sentences(heard, SENTENCE_FIELDS, articles).scores(heard)
    return [float(score) for score in found]


@given(articles=st.lists(TEXTS, min_size=1, max_size=3), question=QUESTION)
def test_sentences_are_ranked_within_their_article(articles: list[list[list[list[str]]]], question: list[str]) -> None:
    held = holdings(articles)
    plain: list[float] = []
    for passages in articles:
        own = [tokens(sentence) for passage in passages for sentence in passage]
        of = [number for number, passage in enumerate(passages) for _ in passage]
        padded = [None, *of, None]
        near = [
            (
                *(own[at - 1] if padded[at] == of[at] else ()),
                *own[at],
                *(own[at + 1] if padded[at + 2] == of[at] else ()),
            )
            for at in range(len(own))
        ]
        found = [
            plainly.of_documents(near if field.scope is neighbourhood else own, tokens(question), field.terms)
            for field in SENTENCE_FIELDS
        ]
        plain += np.where(found[0] > 0, np.mean(found, axis=0), 0.0).tolist()
    assert sentence_scores(held, question, range(len(articles))) == pytest.approx(plain)
    assert sentence_scores(held, question, [0]) == pytest.approx(plain[: sum(map(len, articles[0]))])


@given(texts=TEXTS, question=QUESTION)
def test_laid_out_in_parts_sentences_have_the_same_scores(texts: list[list[list[str]]], question: list[str]) -> None:
    few, many = holdings([texts, texts]), holdings([texts, texts, [[["d"]] * 2001]])
    assert few.all_sentences
    assert not many.all_sentences
    for articles in ([0], [1], [1, 0]):
        assert sentence_scores(few, question, articles) == pytest.approx(sentence_scores(many, question, articles))


def test_unknown_terms_lower_every_score_and_change_no_order() -> None:
    texts = [[["rot", "haus"]], [["haus", "haus", "blau"]], [["baum"]]]
    known, unknown = scores(texts, PASSAGE_FIELDS, ["haus"]), scores(texts, PASSAGE_FIELDS, ["haus", "zzzz"])
    assert (unknown <= known).all()
    assert (np.argsort(unknown) == np.argsort(known)).all()


def test_without_fields_nothing_is_found() -> None:
    assert scores([[["a"]]], (), ["a"]).tolist() == [0.0]


def test_each_kind_of_terms_has_a_place_of_its_own() -> None:
    kinds = [field.kind for field in PASSAGE_FIELDS]
    assert [field.terms for field in PASSAGE_FIELDS[:3]] == [ngrams, ngrams_across_words, stems]
    assert all(one != other for one, other in pairwise(sorted(kinds[:3])))
