"""How much of a question's words sentences have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from retrieval.analysis.analyzer import Token
from retrieval.analysis.terms import has_word, ngrams_of, terms_of
from retrieval.analysis.unrelated_words import are_unrelated
from retrieval.index.parsed_article import Sentence
from retrieval.query.query import Query


def coverage(terms: Collection[str], there: Iterable[str]) -> float:
    """How many of the different terms are there, 0 to 1; 0 for no terms at all."""
    return len(set(terms).intersection(there)) / len(set(terms)) if terms else 0.0


def word_coverage(query: Query, sentences: Sequence[Sentence]) -> float:
    """How much of the question's terms the sentences have, 0 to 1.

    Words that only look like one of the question do not count ("Beispiel" for "Spiel").
    """
    asked = set(query.terms)
    words = (
        token
        for each in sentences
        for token in each.tokens
        if not (asked.isdisjoint(ngrams_of(token.key)) or _is_unrelated(token, each, query.tokens))
    )
    return coverage(query.terms, terms_of(words))


def has_lookalikes_alone(query: Query, sentences: Sequence[Sentence]) -> bool:
    """Whether the sentences have, of some word of the question, nothing but another word that looks like it."""
    for asked in query.tokens:
        alike = [
            _is_unrelated(token, each, [asked])
            for each in sentences
            for token in each.tokens
            if _is_alike(asked, token)
        ]
        if alike and all(alike):
            return True
    return False


def _is_unrelated(token: Token, sentence: Sentence, asked: Iterable[Token]) -> bool:
    rules, text = sentence.analyzer.rules, sentence.passage.article.text
    prefixes = rules.prefixes if text[token.start].isupper() or not rules.capital_nouns else ()
    return any(are_unrelated(one.form, token.form, prefixes) for one in asked if _is_alike(one, token))


def _is_alike(asked: Token, token: Token) -> bool:
    return has_word(ngrams_of(token.key), asked.key)
