"""The forward index beside plain counters of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.base.arrays import pack_words, slice_places, unpack_words, with_prefix, without_prefix
from retrieval.index.bm25 import ForwardIndex, ForwardIndexBuilder, count_terms

DOCUMENTS = st.lists(st.text("abcdef", max_size=12).map(list), max_size=12)


def plain(found: ForwardIndex) -> list[Counter[str]]:
    """The documents of an index as counters."""
    names = list(found.numbers)
    return [
        Counter({names[found.terms[at]]: int(found.times[at]) for at in range(begin, end)})
        for begin, end in pairwise(found.first.tolist())
    ]


def counters(documents: Iterable[Sequence[str]]) -> list[Counter[str]]:
    return [Counter(document) for document in documents]


@pytest.mark.parametrize("block", [1, 5, 1000])
@given(documents=DOCUMENTS)
def test_the_counts_are_those_of_counters(block: int, documents: list[list[str]]) -> None:
    found = count_terms(documents, block)
    blocks = list(found.blocks(block))
    assert plain(found) == counters(documents)
    assert found.lengths.tolist() == [len(document) for document in documents]
    having = {term: sum(term in document for document in documents) for term in found.numbers}
    assert dict(zip(found.numbers, found.frequencies().tolist(), strict=True)) == having
    assert [(t, n) for each in blocks for t, n in zip(each.terms.tolist(), each.times.tolist(), strict=True)] == list(
        zip(found.terms.tolist(), found.times.tolist(), strict=True)
    )
    assert [at for each in blocks for at in each.documents.tolist()] == [
        at for at, document in enumerate(documents) for _ in set(document)
    ]


@given(DOCUMENTS)
def test_the_terms_of_a_document_ascend(documents: list[list[str]]) -> None:
    found = count_terms(documents)
    for begin, end in pairwise(found.first.tolist()):
        assert found.terms[begin:end].tolist() == sorted(set(found.terms[begin:end].tolist()))


@given(DOCUMENTS, st.data())
def test_the_postings_of_some_documents_are_theirs(documents: list[list[str]], data: st.DataObject) -> None:
    found = count_terms(documents)
    chosen = data.draw(st.lists(st.sampled_from(range(len(documents))), max_size=6)) if documents else []
    block = found.of_documents(np.array(chosen, np.int64))
    assert [found.terms[found.first[at] : found.first[at + 1]].tolist() for at in chosen] == [
        block.terms[block.documents == place].tolist() for place in range(len(chosen))
    ]
    assert block.times.sum() == sum(len(documents[at]) for at in chosen)


@given(DOCUMENTS, st.lists(st.text("efghi", max_size=6).map(list), max_size=4), st.data())
def test_documents_are_copied_from_an_index_before_among_new_ones(
    before: list[list[str]], new: list[list[str]], data: st.DataObject
) -> None:
    """In any order, and whatever is left out of what was there before."""
    old = count_terms(before)
    steps = data.draw(st.permutations([*((at, None) for at in range(len(before))), *((None, each) for each in new)]))
    steps = steps[: data.draw(st.integers(0, len(steps)))]
    tally = ForwardIndexBuilder(before=old)
    for at, document in steps:
        if at is not None:
            tally.copy(old, at, at + 1)
        elif document is not None:
            tally.add(document)
    found = tally.counts()
    assert plain(found) == counters(before[at] if at is not None else document or [] for at, document in steps)
    assert list(found.numbers)[: len(old.numbers)] == list(old.numbers), "terms keep their numbers"
    assert list(found.numbers.values()) == list(range(len(found.numbers)))


def test_an_item_is_analyzed_once_and_has_all_its_terms() -> None:
    analyze_question: list[str] = []

    def letters(word: str) -> str:
        analyze_question.append(word)
        return word

    tally = ForwardIndexBuilder(letters)
    tally.add(["aba", "cc"])
    tally.add(["aba", ""])
    assert plain(tally.counts()) == [Counter("abacc"), Counter("aba")]
    assert analyze_question == ["aba", "cc", ""]


def test_a_term_is_counted_up_to_what_fits() -> None:
    found = count_terms([["a"] * 70_000, ["a"]])
    assert found.times.tolist() == [65_535, 1]


@given(DOCUMENTS)
def test_an_index_can_be_kept(documents: list[list[str]]) -> None:
    kept = without_prefix("counts", with_prefix("counts", count_terms(documents).arrays()))
    assert plain(ForwardIndex.from_arrays(kept)) == counters(documents)


@given(st.lists(st.text(st.characters(exclude_characters="\n"), min_size=1)))
def test_words_are_packed_whatever_they_are_made_of(words: list[str]) -> None:
    assert unpack_words(pack_words(words)) == words


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5))))
def test_slices_are_laid_out_one_after_another(slices: list[tuple[int, int]]) -> None:
    begins, sizes = (np.array([each[at] for each in slices], np.int64) for at in (0, 1))
    assert slice_places(begins, sizes).tolist() == [at for begin, size in slices for at in range(begin, begin + size)]
