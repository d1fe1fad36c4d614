"""Terms as words that analyzers leave alone."""

import re

from hypothesis import given
from hypothesis import strategies as st

from retrieval.milvus.encoding import encoded, query_of, text_of

TERMS = st.text(min_size=1, max_size=8)


@given(TERMS, st.integers(0, 9))
def test_an_analyzer_finds_exactly_one_word_and_has_nothing_to_fold(term: str, kind: int) -> None:
    word = encoded(term, kind)
    assert re.findall(r"[a-z0-9]+", word) == [word]


@given(TERMS, TERMS, st.integers(0, 9), st.integers(0, 9))
def test_different_terms_are_different_words(one: str, other: str, kind: int, another: int) -> None:
    assert (encoded(one, kind) == encoded(other, another)) == ((one, kind) == (other, another))


def test_what_counts_twice_as_much_stands_there_twice() -> None:
    assert query_of({"musk": 1.0, "jahr": 0.5}) == "0musk 0musk 0jahr"
    assert query_of({"musk": 0.5, "jahr": 0.5}, 2) == "2musk 2jahr"


def test_a_text_ends_with_a_whole_word() -> None:
    assert text_of(["0musk", "0jahr"], 11) == "0musk 0jahr"
    assert text_of(["0musk", "0jahr"], 10) == "0musk"
    assert text_of([]) == ""
