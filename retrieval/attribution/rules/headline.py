"""A name and a colon."""

from __future__ import annotations

from retrieval.attribution.rules.rule import Context, Finding, found
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import NounPhrase, ParsedSentence


def named_source(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X: "…", X: we …, study: …

    Example: Die Reederin: „Die Fähre war voll besetzt.“
    """
    phrase = name_before_colon(sentence, context)
    if phrase is None or not (sentence.speech or _says(sentence, context, phrase)):
        return None
    if not _is_somebody(sentence, context, phrase):
        return None
    return found("named_source", sentence, ":", phrase)


def _is_somebody(sentence: ParsedSentence, context: Context, phrase: NounPhrase) -> bool:
    """A single word before a colon is as often what it is about: "Preise: Die „kleine Fahrt“ …" """
    mention, grammar = Mention.of(sentence, phrase), context.grammar
    if not mention.tokens[0].form[0].isalpha():
        return False  # "18.21 Uhr:"
    return (
        len(mention.tokens) > 1
        or _says(sentence, context, phrase)
        or grammar.is_person(mention)
        or grammar.is_body(mention)
    )


def _says(sentence: ParsedSentence, context: Context, phrase: NounPhrase) -> bool:
    """Whether a study or a report has found what follows, or somebody named in the article says "we"."""
    mention, grammar = Mention.of(sentence, phrase), context.grammar
    if len(mention.tokens) == 1 and grammar.is_statement(mention.tokens[0]):
        return any(token.word for token in sentence.tokens[phrase.end + 1 :])
    speaks = any(token.lower in grammar.first_persons for token in sentence.tokens[phrase.end :])
    return speaks and (grammar.is_person(mention) or grammar.is_body(mention) or context.discourse.knows(mention))


def name_before_colon(sentence: ParsedSentence, context: Context) -> NounPhrase | None:
    """The noun phrase that fills the sentence up to its first colon."""
    phrase = context.grammar.noun_phrase(sentence.tokens, 0, subject=True)
    if phrase is None:
        return None
    colon = next((i for i, token in enumerate(sentence.tokens) if token.form == ":" and not token.quoted), None)
    if colon is None or any(context.grammar.is_finite(t) for t in sentence.tokens[phrase.end : colon]):
        return None
    return phrase if colon == phrase.end or sentence.lower(phrase.end) in (",", "(") else None
