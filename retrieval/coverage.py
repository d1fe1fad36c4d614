"""How much of a question a text speaks of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence


class TermWeights:
    """What a term is worth as evidence: its idf in a list of documents, with a value also for terms that none has.

    idf(t) = log((N + 1) / (df(t) + 1/2)) for N documents, df(t) of which have the term: above 0 for every term, even in
    a single document, and highest for a term that the text never uses.
    """

    def __init__(self, documents: Sequence[Iterable[str]]) -> None:
        self._size = len(documents)
        self._frequency = Counter(term for terms in documents for term in set(terms))

    def __getitem__(self, term: str) -> float:
        return math.log((self._size + 1) / (self._frequency[term] + 0.5))

    def __contains__(self, term: str) -> bool:
        return term in self._frequency


def coverage(terms: Iterable[str], present: Collection[str] | TermWeights, weights: TermWeights) -> float:
    """The share, by weight, of the terms that are present: 0 to 1; 0 for no terms at all."""
    total = found = 0.0
    for term in terms:
        total += weights[term]
        if term in present:
            found += weights[term]
    return found / total if total else 0.0
