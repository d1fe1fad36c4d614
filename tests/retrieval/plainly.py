"""The scores of fields computed plainly, with rank-bm25, to compare what is quick with."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Plus

from retrieval.fields import Tokens
from retrieval.lexicon import Token
from retrieval.terms import Term, weighed

Scores = NDArray[np.float64]
Terms = Callable[[Tokens], Iterable[Term]]
Sentences = Sequence[Tokens]


def whole(sentences: Sentences) -> list[Tokens]:
    """All sentences as one document."""
    return [_joined(sentences)]


def pairs(sentences: Sentences) -> list[Tokens]:
    """Every two sentences in a row."""
    return [_joined(sentences[at : at + 2]) for at in range(max(1, len(sentences) - 1))]


def _joined(sentences: Sentences) -> tuple[Token, ...]:
    return tuple(token for sentence in sentences for token in sentence)


def of_documents(documents: Sequence[Tokens], question: Tokens, terms: Terms) -> Scores:
    """BM25Plus of each term without delta's part, weighed; divided by the idf of the question."""
    counted = [[term.text for term in terms(document)] for document in documents]
    query = weighed(terms(question))
    if not any(counted):
        return np.zeros(len(documents))
    peer = BM25Plus(counted, k1=0.9, b=0.4, delta=1.0)
    scores, mass = np.zeros(len(documents)), 0.0
    for term, weight in query.items():
        idf = peer.idf.get(term, math.log((len(documents) + 1) / 0.5))
        mass += weight * idf
        if term in peer.idf:
            having = np.array([term in each for each in counted])
            scores += np.where(having, weight * (peer.get_scores([term]) - idf), 0.0)
    return scores / (mass or 1.0)


def best(scores: Scores, parts: Sequence[Sequence[object]]) -> Scores:
    """Of documents' scores, the best of those that are the parts of each text."""
    ends = np.cumsum([len(each) for each in parts])
    return np.array([max(scores[end - len(each) : end]) for each, end in zip(parts, ends, strict=True)])
