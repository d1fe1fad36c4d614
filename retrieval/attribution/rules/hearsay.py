"""Hearsay: something is said to be so, nobody is named."""

from __future__ import annotations

from retrieval.attribution.rules.rule import Context, Finding
from retrieval.attribution.syntax.sentence import ClauseKind, ParsedSentence


def said_to_have(sentence: ParsedSentence, context: Context) -> Finding | None:
    """soll … haben, is said to have, reportedly: hearsay; "soll gebaut werden" is a plan

    Example: Die Fähre soll voll besetzt gewesen sein.
    """
    cue = context.grammar.hearsay(sentence)
    if cue is None:
        return None
    discourse = context.discourse
    if discourse.speaks_on and discourse.speaker and _goes_on(sentence, context):
        return Finding("said_to_have", cue, discourse.speaker, carried=True)
    return Finding("said_to_have", cue, nobody=True)


def _goes_on(sentence: ParsedSentence, context: Context) -> bool:
    """Whether the sentence goes on about what was spoken of: "Der Mann soll …", not "Im Rat soll …" """
    return sentence.lower(0) not in context.grammar.places and not context.grammar.hearsay_words


def rumour(sentence: ParsedSentence, context: Context) -> Finding | None:
    """angeblich, dem Vernehmen nach, steht im Verdacht: nobody is named

    Example: Angeblich war die Fähre voll.
    """
    for index, token in sentence.plain():
        for phrase in context.grammar.rumours:
            if token.lower == phrase[0] and all(sentence.lower(index + at) == word for at, word in enumerate(phrase)):
                return Finding("rumour", sentence.between(index, index + len(phrase)) or token.form, nobody=True)
    return None


def said_to_go_on(sentence: ParsedSentence, context: Context) -> Finding | None:
    """soll, behind a reported sentence

    Example: Laut der Reederei war die Fähre voll. Sie soll am Montag wieder fahren.
    """
    discourse = context.discourse
    if not discourse.speaks_on or discourse.speaker is None:
        return None
    if not any(
        c.kind is ClauseKind.MAIN and c.verb and sentence.lower(c.verb.finite) in context.grammar.hearsay_modals
        for c in sentence.clauses
    ):
        return None
    return Finding("said_to_go_on", "soll", discourse.speaker, carried=True)
