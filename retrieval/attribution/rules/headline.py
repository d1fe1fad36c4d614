"""A name and a colon."""

from __future__ import annotations

from retrieval.attribution.rules.rule import Context, Finding, found
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import NounPhrase, ParsedSentence

_LONGEST_LABEL = 4  # tokens
_DETERMINER_AND_NOUN = 2


def named_source(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X: "…", X: we …, study: …

    Example: Die Reederin: „Die Fähre war voll besetzt.“
    """
    if label := _label(sentence):
        return found("named_source", sentence, ":", label)
    phrase = name_before_colon(sentence, context)
    if phrase is None or not (sentence.speech or _says(sentence, context, phrase)):
        return None
    if not _is_somebody(sentence, context, phrase):
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
    """A single word before a colon is as often what it is about: "Preise: Die „kleine Fahrt“ …", "Die Route: …" """
    mention, grammar = Mention.of(sentence, phrase), context.grammar
    if not mention.tokens[0].form[0].isalpha():
        return False  # "18.21 Uhr:"
    if _says(sentence, context, phrase) or grammar.is_person(mention) or grammar.is_body(mention):
        return True
    if mention.noun in grammar.topics or not 1 < len(mention.tokens) <= _LONGEST_LABEL:
        return False
    behind = sentence.tokens[phrase.end + 1 : phrase.end + 2]
    quoted = bool(behind) and behind[0].start == sentence.speech[0].start
    return quoted or mention.first not in grammar.definite or len(mention.tokens) > _DETERMINER_AND_NOUN


def _says(sentence: ParsedSentence, context: Context, phrase: NounPhrase) -> bool:
    """Whether a study or a report has found what follows, or somebody named in the article says "we"."""
    mention, grammar = Mention.of(sentence, phrase), context.grammar
    if sentence.lower(phrase.end) != ":" and not sentence.speech:
        return False
    if len(mention.tokens) == 1 and grammar.is_statement(mention.tokens[0]):
        return any(token.word for token in sentence.tokens[phrase.end + 1 :])
    if _heads_entry(sentence, context, mention) or _opens_with_we(sentence, context, phrase):
        return True
    speaks = any(token.lower in grammar.first_persons for token in sentence.tokens[phrase.end :])
    return speaks and (grammar.is_person(mention) or grammar.is_body(mention) or context.discourse.knows(mention))


def _heads_entry(sentence: ParsedSentence, context: Context, mention: Mention) -> bool:
    """ "+++ 12.30 Uhr: Landrätin: Brücke gesperrt +++": what a ticker's entry begins with is its source"""
    grammar = context.grammar
    somebody = grammar.is_person(mention) or grammar.is_body(mention) or context.discourse.knows(mention)
    return sentence.is_entry and somebody


def _opens_with_we(sentence: ParsedSentence, context: Context, phrase: NounPhrase) -> bool:
    """ "Klöpper: Wir bauen …": whoever is named by one word and speaks of himself, though not named before"""
    after = sentence.tokens[phrase.end + 1 : phrase.end + 2]
    if phrase.start or phrase.end != 1 or not after or not after[0].capital:
        return False
    grammar, noun = context.grammar, sentence.tokens[0]
    known = grammar.can_announce(sentence, phrase) or (
        grammar.capitals_are_names and not context.discourse.only_opens(Mention.of(sentence, phrase))
    )
    topic = noun.lower in grammar.topics or grammar.is_claim(noun) or not known
    return after[0].lower in context.grammar.first_persons and not topic and noun.form.isalpha()


def name_before_colon(sentence: ParsedSentence, context: Context) -> NounPhrase | None:
    """The noun phrase that fills the sentence up to its first colon."""
    phrase = context.grammar.noun_phrase(sentence.tokens, 0, subject=True)
    if phrase is None:
        return None
    colon = next((i for i, token in enumerate(sentence.tokens) if token.form == ":" and not token.quoted), None)
    if colon is None or any(context.grammar.is_finite(t) for t in sentence.tokens[phrase.end : colon]):
        return None
    return phrase if colon == phrase.end or sentence.lower(phrase.end) in (",", "(") else None
