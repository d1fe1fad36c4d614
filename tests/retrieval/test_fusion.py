"""Texts ranked by several fields: what is a score, and that candidates change none."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from retrieval.fields import PASSAGE_FIELDS, Field, PassageText, Tokens, pairs, whole
from retrieval.fusion import Fusion, FusionTally
from retrieval.lexicon import Token
from retrieval.terms import Term

DOCUMENTS = [["a", "b", "b"], ["b", "c"], ["d"], []]
TEXTS = st.lists(st.lists(st.text("abcdef", max_size=5), min_size=1, max_size=4), min_size=1, max_size=9)


def tokens(words: Sequence[str]) -> Tokens:
    return tuple(Token(word, word, word, False, 1.0, 0, 1) for word in words)


def forms(text: Tokens) -> Iterator[Term]:
    return (Term(token.form) for token in text)


def fusion(
    texts: Sequence[Sequence[Sequence[str]]],
    fields: Sequence[Field[PassageText]] = PASSAGE_FIELDS,
    candidates: int | None = None,
) -> Fusion[PassageText]:
    tally = FusionTally(fields)
    for sentences in texts:
        tally.add(PassageText(tuple(map(tokens, sentences))))
    return tally.fusion(candidates)


def test_the_scores_of_one_field_are_rank_bm25s_over_the_idf_mass() -> None:
    peer = BM25Plus(DOCUMENTS, k1=0.9, b=0.4, delta=1.0)
    mass = math.log(5 / 1) + math.log(5 / 2)
    expected = (peer.get_scores(["a", "b"]) - mass) / mass
    ranked = fusion([[document] for document in DOCUMENTS], [Field("forms", forms, whole)])
    assert ranked.scores(tokens("ab")) == pytest.approx(expected.clip(min=0))


def test_unknown_terms_lower_every_score_and_change_no_order() -> None:
    ranked = fusion([[document] for document in DOCUMENTS])
    assert (ranked.scores(tokens("bz")) <= ranked.scores(tokens("b"))).all()


@given(TEXTS, st.text("abcxyz", max_size=4))
def test_a_score_is_zero_exactly_where_nothing_matches(texts: list[list[str]], question: str) -> None:
    scores = fusion([[list(sentence) for sentence in text] for text in texts]).scores(tokens(question))
    assert [score > 0 for score in scores] == [bool(set("".join(text)) & set(question)) for text in texts]


@given(TEXTS, st.text("abcxyz", max_size=4), st.integers(1, 8))
def test_candidates_have_the_scores_that_they_have_among_all(
    texts: list[list[str]], question: str, candidates: int
) -> None:
    split = [[list(sentence) for sentence in text] for text in texts]
    everything = fusion(split).scores(tokens(question))
    first = fusion(split, PASSAGE_FIELDS[:1]).scores(tokens(question))
    some = fusion(split, candidates=candidates).scores(tokens(question))
    least = sorted(first, reverse=True)[:candidates][-1]
    chosen = (first > 0) & (first >= least)
    assert some == pytest.approx(np.where(chosen, everything, 0.0))


def test_a_field_of_parts_scores_a_text_by_its_best_part() -> None:
    field = Field("pairs", forms, pairs)
    ranked = fusion([[["a"], ["x"], ["x"]], [["x"], ["x"], ["x", "a"]]], [Field("forms", forms, whole), field])
    alone = fusion(
        [[["a"], ["x"]], [["x"], ["x"]], [["x"], ["x"]], [["x"], ["x", "a"]]], [Field("forms", forms, whole)]
    )
    whole_scores = fusion([[["a", "x", "x"]], [["x", "x", "x", "a"]]], [Field("forms", forms, whole)]).scores(
        tokens("a")
    )
    parts = alone.scores(tokens("a"))
    assert ranked.scores(tokens("a")) == pytest.approx((whole_scores + parts[[0, 3]]) / 2)


def test_without_fields_nothing_is_found() -> None:
    assert fusion([[["a"]]], ()).scores(tokens("a")).tolist() == [0.0]
