"""Counts the terms of all documents of a field, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Numbers
from retrieval.bm25 import Block, Counts
from retrieval.field_statistics import FieldStatistics
from retrieval.fields import Field, Texts
from retrieval.terms import ACROSS
from retrieval.wording import Forms, Ranges, Wording
from retrieval.wording.expanding import expanded
from retrieval.wording.seams import ahead, behind

# About so many words are counted at a time: sorting their terms stays in the processor's cache.
_BLOCK = 1 << 17

_LOW = (1 << 32) - 1


def statistics_of(field: Field, forms: Forms, wording: Wording, texts: Texts) -> FieldStatistics:
    """The statistics of the field's documents in these texts."""
    ranges = field.scope(texts).ranges
    frequencies = np.zeros(forms.term_count, np.int64)
    length = 0
    found: list[tuple[Numbers, Numbers]] = []
    for words in _blocks(wording, ranges):
        documents, terms = words.terms(forms, field.kind)
        frequencies += np.bincount(_pairs(documents, terms) & _LOW, minlength=len(frequencies))
        length += len(terms)
        if field.kind == ACROSS:
            documents, codes = words.seams(forms)
            length += len(codes)
            found.append(_frequencies(documents, codes))
    return FieldStatistics(field.kind, len(ranges), length, frequencies.astype(np.int32), *_merged(found))


def counts_of(field: Field, forms: Forms, wording: Wording, texts: Texts) -> Counts:
    """The terms of the field's documents, for an index; terms between two words are not among them."""
    ranges = field.scope(texts).ranges
    numbers = forms.numbers[field.kind]
    own = np.fromiter(numbers.values(), np.int64, len(numbers))
    renumbered = np.zeros(forms.term_count, np.int64)
    renumbered[own] = np.arange(len(own))
    blocks, lengths = [], []
    for words in _blocks(wording, ranges):
        documents, terms = words.terms(forms, field.kind)
        blocks.append(Block.of(renumbered[terms], documents, words.size))
        lengths.append(np.bincount(documents, minlength=words.size))
    of_terms = dict(zip(numbers, range(len(own)), strict=True))
    return Counts(of_terms, np.concatenate(lengths), blocks)


@dataclass(frozen=True, eq=False, slots=True)
class _Words:
    """The words of `size` documents, one after another, and the number of the document, from 0, that each is in."""

    words: NDArray[np.int32]
    documents: Numbers
    size: int

    def terms(self, forms: Forms, kind: int) -> tuple[Numbers, Numbers]:
        """The terms of this kind: of which document each is, and its number."""
        begins = forms.ends[self.words]
        sizes = forms.ends[self.words + 1] - begins
        # A form's terms are in the order of their kinds.
        begins = begins + sum(forms.sizes[before][self.words] for before in range(kind))
        sizes = forms.sizes[kind][self.words].astype(np.int64)
        return np.repeat(self.documents, sizes), forms.terms[expanded(begins, sizes)].astype(np.int64)

    def seams(self, forms: Forms) -> tuple[Numbers, Numbers]:
        """The seams between every two words of one document: of which document each is, and its number."""
        first = np.flatnonzero(self.documents[:-1] == self.documents[1:])
        ends = forms.tails.at(self.words[first]), forms.heads.at(self.words[first + 1])
        return np.tile(self.documents[first], 2), np.concatenate([ahead(*ends), behind(*ends)])


def _blocks(wording: Wording, ranges: Ranges) -> Iterator[_Words]:
    begins, ends = wording.first[ranges[:, 0]], wording.first[ranges[:, 1]]
    sizes = ends - begins
    borders = np.searchsorted(np.cumsum(sizes), np.arange(_BLOCK, int(sizes.sum()) + _BLOCK, _BLOCK), side="left")
    first = 0
    for end in np.minimum(borders + 1, len(sizes)).tolist():
        if first < end:
            own = slice(first, end)
            documents = np.repeat(np.arange(end - first), sizes[own])
            yield _Words(wording.words[expanded(begins[own], sizes[own])], documents, end - first)
        first = end


def _pairs(documents: Numbers, terms: Numbers) -> Numbers:
    """Every term of every document once: document and term in one number."""
    pairs = (documents << 32) + terms
    pairs.sort()
    return pairs[np.flatnonzero(np.diff(pairs, prepend=-1))]


def _frequencies(documents: Numbers, codes: Numbers) -> tuple[Numbers, Numbers]:
    """The different codes, ascending, and how many documents have each."""
    different, numbers = np.unique(codes, return_inverse=True)
    return different, np.bincount(_pairs(documents, numbers) & _LOW, minlength=len(different))


def _merged(found: Sequence[tuple[Numbers, Numbers]]) -> tuple[Numbers, NDArray[np.int32]]:
    """The different codes of all, ascending, and the sum of what each has."""
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int32)
    codes, numbers = np.unique(np.concatenate([codes for codes, _ in found]), return_inverse=True)
    times = np.bincount(numbers, np.concatenate([times for _, times in found]), len(codes))
    return codes, times.astype(np.int32)
