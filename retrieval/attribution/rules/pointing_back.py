"""Sentences that say whose the sentence before is."""

from __future__ import annotations

from retrieval.attribution.rules.rule import Context, Finding
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, ParsedSentence
from retrieval.attribution.syntax.verbs import Form

_LATEST_VERB = 4


def this_says_speaker(sentence: ParsedSentence, context: Context) -> Finding | None:
    """Dies teilte X mit, this was confirmed by X: the sentence before is reported too

    Example: Die Fähre war voll besetzt. Das teilte die Reederei am Montag mit.
    """
    for clause in sentence.clauses:
        if clause.opener in context.grammar.demonstratives and (finding := _this_says(sentence, context, clause)):
            return finding
    return None


def _this_says(sentence: ParsedSentence, context: Context, clause: Clause) -> Finding | None:
    grammar, verb = context.grammar, clause.verb
    if verb is None or verb.modal or clause.kind is not ClauseKind.MAIN or verb.finite - clause.start >= _LATEST_VERB:
        return None
    if verb.form is Form.REPORTING:
        return None  # "…, sagte sie, das habe ihr die Werft bestätigt"
    opener = next(at for at in range(clause.start, clause.end) if sentence.lower(at) == clause.opener)
    if verb.finite > opener + 1 and grammar.noun_phrase(sentence.tokens, opener):
        return None  # "das Feuer": an article
    if verb.lemma not in grammar.framing:
        return None
    who = grammar.agent(sentence, clause) if verb.passive else grammar.subject(sentence, clause)
    if who is None or who.start == clause.start:
        return None
    cue = sentence.tokens[verb.head].form
    points_back = clause.start == 0 and verb.lemma not in grammar.rejections
    return Finding("this_says_speaker", cue, Mention.of(sentence, who), points_back=points_back)
