"""The mood of reported speech, and speech that goes on over sentences."""

from __future__ import annotations

from retrieval.attribution.rules.rule import Context, Finding, found
from retrieval.attribution.rules.saying import is_silence
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, NounPhrase, ParsedSentence
from retrieval.attribution.syntax.verbs import Form

_LONGEST_PHRASE = 12
# After these somebody's words go on, after a source phrase the article does.
_SPOKEN = frozenset(
    {
        "says_that",
        "says_main_clause",
        "says_in_reported_mood",
        "says_to_do",
        "reported_mood",
        "clause_in_reported_mood",
        "unreal_mood",
    }
)


def clause_in_reported_mood(sentence: ParsedSentence, context: Context) -> Finding | None:
    """A clause in Konjunktiv I beside one in the indicative, whose subject speaks

    Example: Die Reederin blieb dabei, die Fähre sei voll gewesen.
    """
    if not _has(sentence, Form.REPORTING):
        return None
    first = next(c.start for c in sentence.clauses if c.verb and c.verb.form is Form.REPORTING)
    announcing = next((c for c in sentence.clauses if c.end == first and sentence.lower(first - 1) == ":"), None)
    for clause in sorted(sentence.clauses, key=lambda clause: clause is not announcing):
        if (
            clause.kind is not ClauseKind.MAIN
            or clause.verb is None
            or clause.verb.form in (Form.REPORTING, Form.UNREAL)
        ):
            continue
        if is_silence(sentence, context, clause) or (clause.verb.modal and clause is not announcing):
            continue  # "Die Mitglieder müssen zahlen, sonst sei …": they say nothing
        if clause.start > first and clause.verb.finite != clause.start:
            continue
        who = context.grammar.subject(sentence, clause)
        if who is None or sentence.lower(who.start) in context.grammar.nobody:
            continue
        if _is_subject_of_reported(sentence, context, who):
            continue
        if context.grammar.is_speaker(sentence.tokens, who) and _follows(sentence, clause):
            return found("clause_in_reported_mood", sentence, sentence.tokens[clause.verb.head].form, who)
    who = _announced(sentence, context, first)
    return found("clause_in_reported_mood", sentence, ":", who) if who else None


def _is_subject_of_reported(sentence: ParsedSentence, context: Context, who: NounPhrase) -> bool:
    """ "Hüte aus Filz hielten warm und seien leicht": what is said is said of them, and not by them"""
    reported = (c for c in sentence.clauses if c.verb and c.verb.form is Form.REPORTING)
    return any(context.grammar.subject(sentence, clause) == who for clause in reported)


def _announced(sentence: ParsedSentence, context: Context, end: int) -> NounPhrase | None:
    """Who does something before a colon, whatever it is: "Ein Gast mischt sich ein: Das sei falsch." """
    grammar, tokens = context.grammar, sentence.tokens
    colon = next((at for at in range(1, end) if tokens[at].form == ":" and not tokens[at].quoted), None)
    if colon is None:
        return None
    phrases = [p for at in range(colon) if (p := grammar.noun_phrase(tokens, at))]
    named = [p for p in phrases if context.discourse.is_somebody(Mention.of(sentence, p), grammar)]
    if named:
        return named[0] if named[-1].end == named[0].end else None
    first = grammar.noun_phrase(tokens, 0, subject=True)
    return first if first and first.end < colon and grammar.can_announce(sentence, first) else None


def reported_mood(sentence: ParsedSentence, context: Context) -> Finding | None:
    """Konjunktiv I: whoever spoke goes on

    Example: Die Werft widersprach. Die Fähre sei voll gewesen.
    """
    if not _has(sentence, Form.REPORTING):
        return None
    verb = next(c.verb for c in sentence.clauses if c.verb and c.verb.form is Form.REPORTING)
    cue = sentence.tokens[verb.finite].form
    if who := holder_of_view(sentence, context):
        return found("reported_mood", sentence, cue, who)
    return Finding("reported_mood", cue, context.discourse.continuing(context.grammar), carried=True)


def holder_of_view(sentence: ParsedSentence, context: Context) -> NounPhrase | None:
    """Für X sei …: whose view it is"""
    if sentence.lower(0) not in context.grammar.view_openers:
        return None
    grammar, phrase = context.grammar, context.grammar.noun_phrase(sentence.tokens, 1)
    if phrase is None or sentence.lower(1) in grammar.possessives:
        return None  # "Für seine Dienste habe er Geld erhalten"
    mention = Mention.of(sentence, phrase)
    somebody = grammar.is_somebody(sentence.tokens[phrase.head].form) or context.discourse.is_somebody(mention, grammar)
    return phrase if somebody else None


def anaphoric_source(sentence: ParsedSentence, context: Context) -> Finding | None:
    """demnach, demzufolge: the source of the sentence before

    Example: Demnach war die Fähre voll besetzt.
    """
    for index, token in sentence.plain():
        if token.lower in context.grammar.anaphoric_sources:
            if who := noun_before(sentence, context, index):
                return found("anaphoric_source", sentence, token.form, who)
            return Finding("anaphoric_source", token.form, _source_before(context), carried=True)
    return None


def noun_before(sentence: ParsedSentence, context: Context, at: int) -> NounPhrase | None:
    """ "ein Bericht der Werft, wonach": whose the noun is that "wonach" hangs on, or the noun itself

    Before a colon whoever can speak: "Zahlen der Werft: Demnach …"
    """
    if sentence.lower(at - 1) == ":":
        phrases = [p for index in range(at) if (p := context.grammar.noun_phrase(sentence.tokens, index))]
        bodies = [p for p in phrases if context.grammar.is_body(Mention.of(sentence, p))]
        return bodies[-1] if bodies else None
    if sentence.lower(at - 1) != ",":
        return None
    for index in range(at - 2, max(-1, at - 2 - _LONGEST_PHRASE), -1):
        token = sentence.tokens[index]
        if not token.word:
            return None
        if token.capital and context.grammar.is_statement(token):
            phrase = context.grammar.noun_phrase(sentence.tokens, index)
            return context.grammar.attribute(sentence.tokens, phrase) or phrase if phrase else None
    return None


def _source_before(context: Context) -> Mention | None:
    """The report that the sentence before speaks of; else whoever spoke."""
    subject = context.discourse.subjects[-1] if context.discourse.subjects else None
    if subject and not context.discourse.speaks_on and context.grammar.is_statement(subject.tokens[subject.head]):
        return subject
    return context.discourse.continuing(context.grammar)


def unreal_mood(sentence: ParsedSentence, context: Context) -> Finding | None:
    """Konjunktiv II where Konjunktiv I would look like the indicative, behind a reported sentence

    Example: Die Werft widersprach. Die Fähre sei leer gewesen. Die Fahrgäste hätten gewartet.
    """
    discourse = context.discourse
    if not discourse.speaks_on or discourse.speaker is None or sentence.has(*context.grammar.conditions):
        return None
    clauses = [c for c in sentence.clauses if not _wishes(sentence, context, c)]
    unreal = (c.verb for c in clauses if c.verb and c.verb.form is Form.UNREAL)
    spoken = discourse.rule in _SPOKEN
    verb = next((v for v in unreal if spoken or sentence.lower(v.finite) not in context.grammar.merely_possible), None)
    if verb is None or verb.finite == 0:
        return None
    return Finding("unreal_mood", sentence.tokens[verb.finite].form, discourse.speaker, carried=True)


def _wishes(sentence: ParsedSentence, context: Context, clause: Clause) -> bool:
    """ "Karla Tönning hätte gern …": the mood is the wish's"""
    return any(token.lower in context.grammar.wishes for token in sentence.tokens[clause.start : clause.end])


def _has(sentence: ParsedSentence, form: Form) -> bool:
    return any(clause.verb and clause.verb.form is form for clause in sentence.clauses)


def _follows(sentence: ParsedSentence, matrix: Clause) -> bool:
    return any(c.verb and c.verb.form is Form.REPORTING and c.start != matrix.start for c in sentence.clauses)
