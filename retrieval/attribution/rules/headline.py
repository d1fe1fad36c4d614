"""A name and a colon."""

from __future__ import annotations

from retrieval.attribution.rules.rule import Context, Finding, found
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import NounPhrase, ParsedSentence

_LONGEST_LABEL = 5  # tokens


def named_source(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X: "…"

    Example: Die Reederin: „Die Fähre war voll besetzt.“
    """
    if label := _label(sentence):
        return found("named_source", sentence, ":", label)
    phrase = name_before_colon(sentence, context)
    if phrase is None or not sentence.speech or not _is_somebody(sentence, context, phrase):
        return None
    return found("named_source", sentence, ":", phrase)


def _label(sentence: ParsedSentence) -> NounPhrase | None:
    """ "“WALLACE: Let’s start with the news.": a transcript's label within the quotation"""
    first = next((index for index, token in enumerate(sentence.tokens[:_LONGEST_LABEL]) if token.word), None)
    if first != 1 or not sentence.speech or sentence.speech[0].start != sentence.tokens[0].start:
        return None
    end = next((i for i, token in enumerate(sentence.tokens[1:_LONGEST_LABEL], 1) if token.form == ":"), None)
    label = sentence.tokens[1 : end or 1]
    return NounPhrase(1, end, end - 1) if end and all(token.form.isupper() for token in label) and label else None


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
