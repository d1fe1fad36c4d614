"""Terms: what an index counts. Each function here makes the terms of a text from its tokens, one way each.

A term has a weight, which is that of the word it comes from and counts only where the text is a question. Spelling
keys and stems are compared, never the words themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from retrieval.lexicon import Token

_N = 4

# What stands for the space between two words where 4-grams reach across it.
GAP = "_"


class Term(NamedTuple):
    """A term and what it counts in a question."""

    text: str
    weight: float = 1.0


def ngrams(tokens: Sequence[Token]) -> Iterator[Term]:
    """The character 4-grams of every word, stop words left out.

    They forgive typos, find a word in its inflected forms and the parts of a compound, without any further machinery:
    on German XQuAD they rank better than stems, decompounding and Lucene's German analyser.
    """
    for token in tokens:
        if not token.stop:
            for gram in ngrams_of(token.key):
                yield Term(gram, token.weight)


@lru_cache(maxsize=1 << 15)
def ngrams_of(key: str) -> tuple[str, ...]:
    """The character 4-grams of a word's key, padded to "^key$"; the padded word itself when it is no longer than 4.

    >>> ngrams_of("musk")
    ('^mus', 'musk', 'usk$')
    """
    return _windows(f"^{key}$")


def ngrams_across_words(tokens: Sequence[Token]) -> Iterator[Term]:
    """The character 4-grams of the words in a row, stop words and the gaps between words among them.

    They know which words stand side by side, and find a compound that is written as one word here, as two there.
    """
    if tokens:
        for gram in _windows(f"{GAP}{GAP.join(token.key for token in tokens)}{GAP}"):
            yield Term(gram)


def stems(tokens: Sequence[Token]) -> Iterator[Term]:
    """The stem of every word, stop words left out: a word counts once, however long it is."""
    return (Term(token.stem, token.weight) for token in tokens if not token.stop)


# Every way to make terms; their places here are the numbers of their kinds.
KINDS: tuple[Callable[[Sequence[Token]], Iterable[Term]], ...] = (ngrams, stems, ngrams_across_words)
GRAMS, STEMS, ACROSS = range(len(KINDS))


def weighed(terms: Iterable[Term]) -> dict[str, float]:
    """Each term once, with the most that it counts anywhere."""
    weights: dict[str, float] = {}
    for text, weight in terms:
        weights[text] = max(weight, weights.get(text, 0.0))
    return weights


def inner_windows(text: str) -> tuple[str, ...]:
    """The character 4-grams of the text; none when it is shorter."""
    return _windows(text) if len(text) >= _N else ()


def _windows(text: str) -> tuple[str, ...]:
    return tuple(text[at : at + _N] for at in range(max(1, len(text) - _N + 1)))
