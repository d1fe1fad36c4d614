"""Terms: what the index counts. Character 4-grams of every padded word.

They forgive typos, umlauts and inflection, and find the parts of a compound, without any further machinery: on German
XQuAD they rank better than stems, decompounding and Lucene's German analyser (see "How it works" in the README).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_N = 4


def ngrams(form: str) -> tuple[str, ...]:
    """The character 4-grams of a word's form, padded to "^form$"; the padded word itself when it is no longer than 4.

    >>> ngrams("musk")
    ('^mus', 'musk', 'usk$')
    """
    padded = f"^{form}$"
    return tuple(padded[at : at + _N] for at in range(max(1, len(padded) - _N + 1)))


def terms_of(forms: Iterable[str]) -> Iterator[str]:
    """The terms of words given by their forms, in order, repeated as often as they occur."""
    for form in forms:
        yield from ngrams(form)
