"""Terms: what an index counts. They are the character 4-grams of words' spelling keys, stop words left out.

4-grams forgive typos and find a word in its inflected forms and the parts of a compound, without any further
machinery: on German XQuAD they rank better than stems, decompounding and Lucene's German analyzer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from retrieval.analysis.analyzer import Token

_N = 4

# From this share of its terms on, a text has a word: inflected, misspelt, or as a part of a compound.
MOST = 0.6


def terms_of(tokens: Iterable[Token]) -> list[str]:
    """The terms of the tokens, in order; a term that occurs twice stands there twice."""
    return [gram for token in tokens if not token.stop for gram in ngrams_of(token.key)]


@lru_cache(maxsize=1 << 15)
def ngrams_of(key: str) -> tuple[str, ...]:
    """The character 4-grams of a word's key, padded to "^key$"; the padded word itself when it is no longer than 4.

    >>> ngrams_of("musk")
    ('^mus', 'musk', 'usk$')
    """
    padded = f"^{key}$"
    return tuple(padded[at : at + _N] for at in range(max(1, len(padded) - _N + 1)))


def has_word(terms: Collection[str], key: str) -> bool:
    """Whether the word with this key is for the most part among the terms."""
    own = ngrams_of(key)
    return sum(map(terms.__contains__, own)) >= MOST * len(own)
