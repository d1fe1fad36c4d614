"""A question, analyzed: its terms, its meaning as a vector, and what kind of thing it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.analyzer import Analyzer, Token
from retrieval.analysis.answer_type import AnswerType, AnswerTypeRules
from retrieval.analysis.terms import terms_of
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.language import rules_of
from retrieval.query.question import Question


@dataclass(frozen=True)
class Query:
    """`vector` is its meaning, of length 1, and `encoder` the name of what made it.

    Both are None without an encoder, or when that did not answer.
    """

    question: Question
    encoder: str | None = None
    vector: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The different terms of its subject."""
        return tuple(dict.fromkeys(terms_of(self.tokens)))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of its subject, as they are compared."""
        return tuple(token for token in self.question.tokens(_analyzer_of(self.question.language)) if not token.stop)

    @cached_property
    def answer_type(self) -> AnswerType | None:
        """What kind of thing it asks for; None when its words do not tell."""
        return _answer_type_rules(self.question.language).of(self.question.words)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms of all its words."""
        return frozenset(word.form for word in self.question.words)


def analyze_question(question: Question, vectors: CachingEncoder | None) -> Query:
    """The question as a query, with its meaning where something gives it."""
    vector = vectors.question(question.written) if vectors and question.words else None
    return Query(question) if vectors is None or vector is None else Query(question, vectors.name, vector)


@lru_cache(maxsize=64)
def _analyzer_of(language: str) -> Analyzer:
    return Analyzer(rules_of(language))


@lru_cache(maxsize=64)
def _answer_type_rules(language: str) -> AnswerTypeRules:
    return AnswerTypeRules(rules_of(language))
