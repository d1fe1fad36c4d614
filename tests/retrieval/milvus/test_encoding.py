"""Terms as words that analyzers leave alone."""

import re

from hypothesis import given
from hypothesis import strategies as st

from retrieval.milvus.encoding import encode_term, text_of

TERMS = st.text(min_size=1, max_size=8)


@given(TERMS)
def test_an_analyzer_finds_exactly_one_word_and_has_nothing_to_fold(term: str) -> None:
    word = encode_term(term)
    assert re.findall(r"[a-z0-9]+", word) == [word]


@given(TERMS, TERMS)
def test_different_terms_are_different_words(one: str, other: str) -> None:
    assert (encode_term(one) == encode_term(other)) == (one == other)


def test_a_text_ends_with_a_whole_word() -> None:
    assert text_of(["musk", "jahr"], 9) == "musk jahr"
    assert text_of(["musk", "jahr"], 8) == "musk"
    assert text_of([]) == ""
