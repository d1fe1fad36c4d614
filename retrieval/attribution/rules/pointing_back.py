"""Sentences that say whose the sentence before is."""

from __future__ import annotations

from retrieval.attribution.mentions import Mention
from retrieval.attribution.rules.rule import Context, Finding
from retrieval.attribution.sentence import Kind, Sentence

_LATEST_VERB = 4


def this_says_speaker(sentence: Sentence, context: Context) -> Finding | None:
    """Dies teilte X mit, this was confirmed by X: the sentence before is reported too

    Example: Die Fähre war voll besetzt. Das teilte die Reederei am Montag mit.
    """
    grammar = context.grammar
    clause = next((c for c in sentence.clauses if c.opener in grammar.demonstratives and c.kind is Kind.MAIN), None)
    if clause is None:
        return None
    verb = clause.verb
    if (
        verb is None
        or verb.finite - clause.start >= _LATEST_VERB
        or verb.lemma not in grammar.saying | grammar.insertable
    ):
        return None
    who = grammar.agent(sentence, clause) if verb.passive else grammar.subject(sentence, clause)
    if who is None or who.start == clause.start:
        return None
    return Finding(
        "this_says_speaker", sentence.tokens[verb.head].form, Mention.of(sentence, who), points_back=clause.start == 0
    )
