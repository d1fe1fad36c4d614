"""Quotation marks."""

from __future__ import annotations

from itertools import pairwise

from retrieval.attribution.rules.rule import Context, Finding, found
from retrieval.attribution.rules.saying import is_in_passing
from retrieval.attribution.rules.source_phrases import so_speaker
from retrieval.attribution.syntax.sentence import ClauseKind, ParsedSentence
from retrieval.attribution.syntax.verbs import Form

_MOSTLY = 0.8
_SHORTEST_HEADLINE = 3  # words


def quotation_then_verb(sentence: ParsedSentence, context: Context) -> Finding | None:
    """somebody's words in quotation marks, then a verb of saying

    Example: „Die Fähre war voll“, sagte die Reederin.
    """
    return _quotation_and_verb("quotation_then_verb", sentence, context, verb_first=False)


def verb_then_quotation(sentence: ParsedSentence, context: Context) -> Finding | None:
    """a verb of saying, then somebody's words in quotation marks

    Example: Die Reederin sagte: „Die Fähre war voll.“
    """
    return _quotation_and_verb("verb_then_quotation", sentence, context, verb_first=True)


def _quotation_and_verb(rule: str, sentence: ParsedSentence, context: Context, *, verb_first: bool) -> Finding | None:
    grammar = context.grammar
    if not _is_quoted(sentence, context):
        return None
    for clause in sentence.clauses:
        verb = clause.verb
        if verb and verb.lemma in grammar.framing and verb.form not in (Form.REPORTING,):
            if verb.modal and clause.kind is ClauseKind.SUBORDINATE:
                continue  # "said that the yard would ask" tells of no second speaker
            if (sentence.tokens[verb.finite].start < sentence.speech[-1].start) is not verb_first:
                continue
            who = grammar.agent(sentence, clause) if verb.passive else grammar.subject(sentence, clause)
            if who and sentence.lower(who.start) not in grammar.nobody:
                return found(rule, sentence, sentence.tokens[verb.head].form, who)
    return None


def cited(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X wird zitiert, X is quoted as saying: who is quoted speaks

    Example: Die Reederin wird mit den Worten zitiert: „Die Fähre war voll.“
    """
    for clause in sentence.clauses:
        verb = clause.verb
        if not (verb and verb.passive and verb.lemma in context.grammar.citing and sentence.speech):
            continue
        if who := context.grammar.subject(sentence, clause):
            return found("cited", sentence, sentence.tokens[verb.head].form, who)
    return None


def quotation_goes_on(sentence: ParsedSentence, context: Context) -> Finding | None:
    """one sentence of a quotation of several: its speaker is named where it begins or where it ends

    Example: „Die Fähre war voll. Das wussten alle“, sagte die Reederin.
    """
    if not _is_quoted(sentence, context):
        return None
    for quotation in sentence.speech:
        if quotation.start < sentence.span.start and (speaker := context.discourse.quotations.get(quotation.start)):
            return Finding("quotation_goes_on", None, speaker, carried=True)
    return _named_at_its_end(sentence, context)


def quotation_follows(sentence: ParsedSentence, context: Context) -> Finding | None:
    """a quotation in the paragraph of the one before: whoever spoke goes on

    Example: „Die Fähre war voll“, sagte die Reederin. „Das wussten alle.“
    """
    discourse = context.discourse
    if not (discourse.speaks_on and discourse.speaker and discourse.paragraph == sentence.paragraph):
        return None
    if not _is_quoted(sentence, context) or sentence.quoted_share <= _MOSTLY or _main_subject(sentence, context):
        return None
    return Finding("quotation_follows", None, discourse.speaker, carried=True)


def quotation_alone(sentence: ParsedSentence, context: Context) -> Finding | None:
    """somebody's words in quotation marks; the subject beside them speaks, or whoever spoke before

    Example: Die Reederin wurde deutlich: „Die Fähre war voll.“
    """
    if not _is_quoted(sentence, context):
        return None
    discourse = context.discourse
    if who := _main_subject(sentence, context):
        return who
    speaker = discourse.continuing(context.grammar)
    if not discourse.speaks_on and not context.grammar.carries_over_gaps:
        speaker = None
    return Finding("quotation_alone", None, speaker, carried=True)


def _named_at_its_end(sentence: ParsedSentence, context: Context) -> Finding | None:
    """„Eins. Zwei. Drei“, sagte X: what follows a quotation of several sentences tells whose all of it is."""
    last = sentence.speech[-1]
    if finding := _asked_by(sentence, context):
        return finding
    for following in context.following:
        if following.span.start >= last.end:
            return None
        if following.span.end > last.end and (
            finding := quotation_then_verb(following, context) or so_speaker(following, context)
        ):
            return Finding("quotation_goes_on", finding.cue, finding.mention)
    return None


def _asked_by(sentence: ParsedSentence, context: Context) -> Finding | None:
    """ "“Is it safe?” X asked.": the mark ends the sentence, and the frame is one of its own"""
    frame = context.following[0] if context.following else None
    if frame is None or not context.grammar.inserts_subject_first or frame.paragraph != sentence.paragraph:
        return None
    clause = frame.clauses[0] if len(frame.clauses) == 1 and not frame.quotations else None
    ends = sentence.speech[-1].end >= sentence.span.end
    if not ends or clause is None or clause.verb is None or clause.verb.lemma not in context.grammar.saying:
        return None
    who = context.grammar.subject(frame, clause)
    return found("quotation_goes_on", frame, frame.tokens[clause.verb.head].form, who) if who else None


def _main_subject(sentence: ParsedSentence, context: Context) -> Finding | None:
    for clause in sentence.clauses:
        verb = clause.verb
        if clause.kind is not ClauseKind.MAIN or verb is None or verb.form in (Form.REPORTING, Form.UNREAL):
            continue
        who = context.grammar.subject(sentence, clause)
        if who and context.grammar.is_speaker(sentence.tokens, who):
            return found("quotation_alone", sentence, sentence.tokens[verb.head].form, who)
    return None


def _is_quoted(sentence: ParsedSentence, context: Context) -> bool:
    """Whether what is quoted says something: all of the sentence, or a stretch with a verb in it, or behind a colon."""
    if not sentence.speech or (context.grammar.capitals_are_names and _is_headline(sentence)):
        return False
    if _is_imagined(sentence, context) or _is_quoted_in_passing(sentence):
        return False
    if sentence.speech[0].start < sentence.span.start and context.grammar.inserts_subject_first:
        return True
    if sentence.quoted_share > _MOSTLY or _follows_colon(sentence):
        return True
    return any(token.quoted and not token.capital and context.grammar.is_finite(token) for token in sentence.tokens)


def _is_quoted_in_passing(sentence: ParsedSentence) -> bool:
    start = sentence.speech[0].start
    clauses = (c for c in sentence.clauses if sentence.tokens[c.start].start <= start)
    return any(is_in_passing(sentence, clause) for clause in clauses)


def _is_imagined(sentence: ParsedSentence, context: Context) -> bool:
    """ "If times were normal, a reader would ask: “What?”" """
    grammar = context.grammar
    modal = any(c.verb and c.verb.modal and c.verb.lemma in grammar.saying for c in sentence.clauses)
    return modal and sentence.lower(0) in grammar.conditions


def _is_headline(sentence: ParsedSentence) -> bool:
    """ "'All Bets Are Off.'": all words of a heading have a capital"""
    words = [token for token in sentence.tokens if token.word]
    return len(words) >= _SHORTEST_HEADLINE and all(token.capital and token.quoted for token in words)


def _follows_colon(sentence: ParsedSentence) -> bool:
    starts = {quotation.start for quotation in sentence.speech}
    return any(before.form == ":" and mark.start in starts for before, mark in pairwise(sentence.tokens))
