"""A name and a colon."""

from __future__ import annotations

from retrieval.attribution.rules.rule import Context, Finding, found
from retrieval.attribution.sentence import NounPhrase, Sentence


def named_source(sentence: Sentence, context: Context) -> Finding | None:
    """X: "…"

    Example: Die Reederin: „Die Fähre war voll besetzt.“
    """
    phrase = name_before_colon(sentence, context)
    if phrase is None or not sentence.speech:
        return None
    return found("named_source", sentence, ":", phrase)


def name_before_colon(sentence: Sentence, context: Context) -> NounPhrase | None:
    """The noun phrase that fills the sentence up to its first colon."""
    phrase = context.grammar.noun_phrase(sentence.tokens, 0, subject=True)
    if phrase is None:
        return None
    colon = next((i for i, token in enumerate(sentence.tokens) if token.form == ":" and not token.quoted), None)
    if colon is None or any(context.grammar.is_finite(t) for t in sentence.tokens[phrase.end : colon]):
        return None
    return phrase if colon == phrase.end or sentence.lower(phrase.end) in (",", "(") else None
