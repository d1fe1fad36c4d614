"""Nouns of saying, with what is said beside them."""

from __future__ import annotations

from retrieval.attribution.rules.rule import Context, Finding, found
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, NounPhrase, ParsedSentence
from retrieval.attribution.syntax.verbs import Form

_LONGEST_PHRASE = 14


def noun_of_saying(sentence: ParsedSentence, context: Context) -> Finding | None:
    """die Forderung von X, etwas zu tun; die Behauptung der X, dass

    Example: Trotz der Forderung der Werft, das Radar zu tauschen, fuhr die Fähre weiter.
    """
    grammar = context.grammar
    for clause in sentence.clauses:
        border = clause.start - 1
        if not _is_said(sentence, context, clause) or sentence.lower(border) != ",":
            continue
        for at in range(border - 1, max(-1, border - _LONGEST_PHRASE), -1):
            token = sentence.tokens[at]
            if not token.word or token.quoted:
                break
            if token.capital and grammar.is_claim(token):
                return found("noun_of_saying", sentence, token.form, _whose(sentence, context, at))
    return None


def became_known(sentence: ParsedSentence, context: Context) -> Finding | None:
    """es wurde bekannt, dass: nobody is named

    Example: Am Montag wurde bekannt, dass die Fähre zu alt ist.
    """
    for clause in sentence.clauses:
        last = [token.lower for token in sentence.tokens[clause.start : clause.end] if token.word][-2:]
        if not last or not any(word in context.grammar.known for word in last):
            continue
        if any(_is_that(context, other) and other.start >= clause.end for other in sentence.clauses):
            return Finding("became_known", last[-1])
    return None


def _is_that(context: Context, clause: Clause) -> bool:
    return clause.kind is ClauseKind.SUBORDINATE and clause.opener in context.grammar.declarative


def _is_said(sentence: ParsedSentence, context: Context, clause: Clause) -> bool:
    reported = clause.kind is ClauseKind.MAIN and clause.verb is not None and clause.verb.form is Form.REPORTING
    return _is_that(context, clause) or reported or context.grammar.has_infinitive(sentence, clause)


def _whose(sentence: ParsedSentence, context: Context, at: int) -> NounPhrase | None:
    """The genitive behind the noun; else the subject of the sentence, when that speaks."""
    grammar = context.grammar
    phrase = grammar.noun_phrase(sentence.tokens, at)
    if phrase and (owner := grammar.attribute(sentence.tokens, NounPhrase(at, phrase.end, at))):
        return owner
    for clause in sentence.clauses:
        if clause.kind is ClauseKind.MAIN and (subject := grammar.subject(sentence, clause)):
            mention = Mention.of(sentence, subject)
            return subject if grammar.can_speak(mention) and mention.first not in grammar.nobody else None
    return None
