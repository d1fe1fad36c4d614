"""Whether arrays that were kept can be those of an index: whoever edits one must not break every question.

No text that is quoted comes from them. What is looked at here is that every number in them leads somewhere; whether it
leads to the best passage cannot be seen without making them anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.base.arrays import Arrays, unpack_words, without_prefix

# A text that is not there any more may have been of any length.
_ANY = np.iinfo(np.int64).max


def is_index(arrays: Arrays, lengths: Mapping[str, int]) -> bool:
    """Whether the arrays of a `PassageIndex` fit together, and to texts of these lengths, by the keys of articles."""
    try:
        passages = len(arrays["passages"])
        terms = len(unpack_words(arrays["counts.numbers"]))
        bm25 = without_prefix("bm25", arrays)
        return (
            _are_places(arrays, [lengths.get(key, _ANY) for key in unpack_words(arrays["keys"])])
            and _are_slices(arrays["counts.first"], passages, len(arrays["counts.terms"]))
            and _are_numbers(arrays["counts.terms"], terms)
            and _are_numbers(arrays["counts.times"], 1 << 16, len(arrays["counts.terms"]))
            and _are_numbers(arrays["lengths"], _ANY, passages)
            and _are_finite(arrays["idfs"], terms)
            and (not bm25 or _are_postings(bm25, passages, terms))
        )
    except (KeyError, ValueError, IndexError, TypeError):  # one is missing, or has another form altogether
        return False


def _are_places(arrays: Arrays, lengths: list[int]) -> bool:
    """Whether passages lie in their articles, in order, and sentences in their passages."""
    passages, sentences = arrays["passages"], arrays["sentences"]
    if not (_are_numbers(passages.ravel(), _ANY) and _are_numbers(sentences.ravel(), _ANY)):
        return False
    article, number, paragraph, start, end, searched_from, first = passages.T
    begins = np.flatnonzero(np.diff(article, prepend=-1))
    if not np.array_equal(article[begins], np.arange(len(lengths))):
        return False
    sentence_start, sentence_end = sentences.T
    of_passage = np.searchsorted(first, np.arange(len(sentences)), side="right") - 1
    return bool(
        np.array_equal(number, np.arange(len(passages)) - begins[article])
        and ((paragraph >= 1) & (paragraph <= number + 1)).all()
        and ((searched_from <= start) & (start < end) & (end <= np.array(lengths)[article])).all()
        and _are_slices(np.append(first, len(sentences)), len(passages), len(sentences))
        and (np.diff(first) > 0).all()
        and ((start[of_passage] <= sentence_start) & (sentence_start < sentence_end)).all()
        and (sentence_end <= end[of_passage]).all()
    )


def _are_postings(bm25: Arrays, passages: int, terms: int) -> bool:
    rows = bm25["row_terms"]
    return (
        _are_slices(bm25["starts"], terms, len(bm25["documents"]))
        and _are_numbers(bm25["documents"], passages)
        and _are_numbers(rows, terms)
        and bm25["rows"].shape == (len(rows), passages)
        and bm25["gains"].shape == bm25["documents"].shape
        and _are_finite(bm25["idfs"], terms)
        and _are_finite(bm25["delta"].ravel(), 1)
    )


def _are_slices(first: NDArray[Any], count: int, end: int) -> bool:
    """Whether so many slices lie one behind the other in an array that ends there."""
    return (
        _are_numbers(first, end + 1, count + 1)
        and first[0] == 0
        and first[-1] == end
        and bool((np.diff(first) >= 0).all())
    )


def _are_numbers(array: NDArray[Any], below: int, count: int | None = None) -> bool:
    """Whether these are so many whole numbers from 0 on."""
    right = array.dtype.kind in "iu" and array.ndim == 1 and (count is None or len(array) == count)
    return right and (not len(array) or (int(array.min()) >= 0 and int(array.max()) < below))


def _are_finite(array: NDArray[Any], count: int) -> bool:
    return array.dtype.kind == "f" and array.shape == (count,) and bool(np.isfinite(array).all())
