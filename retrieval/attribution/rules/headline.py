"""A name and a colon."""

from __future__ import annotations

from retrieval.attribution.rules.rule import Context, Finding, found
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import NounPhrase, ParsedSentence


def named_source(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X: "…"

    Example: Die Reederin: „Die Fähre war voll besetzt.“
    """
    phrase = name_before_colon(sentence, context)
    if phrase is None or not sentence.speech or not _is_somebody(sentence, context, phrase):
        return None
    return found("named_source", sentence, ":", phrase)


def _is_somebody(sentence: ParsedSentence, context: Context, phrase: NounPhrase) -> bool:
    """A single word before a colon is as often what it is about: "Preise: Die „kleine Fahrt“ …" """
    mention, grammar = Mention.of(sentence, phrase), context.grammar
    return len(mention.tokens) > 1 or grammar.is_person(mention) or grammar.is_body(mention)


def name_before_colon(sentence: ParsedSentence, context: Context) -> NounPhrase | None:
    """The noun phrase that fills the sentence up to its first colon."""
    phrase = context.grammar.noun_phrase(sentence.tokens, 0, subject=True)
    if phrase is None:
        return None
    colon = next((i for i, token in enumerate(sentence.tokens) if token.form == ":" and not token.quoted), None)
    if colon is None or any(context.grammar.is_finite(t) for t in sentence.tokens[phrase.end : colon]):
        return None
    return phrase if colon == phrase.end or sentence.lower(phrase.end) in (",", "(") else None
