"""Whose words a question asks for: "Was sagte die Bürgermeisterin zum Urteil?", "What did the mayor think of it?"."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.analysis.analyzer import Token
from retrieval.language import rules_of
from retrieval.query.query import Query


def asked_speaker(query: Query) -> tuple[Token, ...]:
    """The words that name whoever is asked about, stop words left out; none when nobody's words are asked for.

    They stand between the verb of saying and what it is said of (German), or between "did" and that verb (English).
    """
    rules = rules_of(query.question.language)
    words = query.question.words
    if not words or words[0].form not in rules.question_words:
        return ()
    verbs = [at for at, word in enumerate(words) if word.form in rules.statements]
    if not verbs:
        return ()
    return tuple(_between(query, *((1, verbs[0]) if rules.statement_at_end else (verbs[0] + 1, len(words)))))


def _between(query: Query, begin: int, end: int) -> Iterator[Token]:
    """The tokens of the subject among these words, up to the first word that says what about."""
    about = rules_of(query.question.language).about
    tokens = {token.start: token for token in query.tokens}
    for word in query.question.words[begin:end]:
        if word.form in about:
            return
        if word.start in tokens:
            yield tokens[word.start]
