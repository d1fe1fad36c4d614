"""Verbs of saying, with what is said beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from retrieval.attribution.rules import source_phrases as sources
from retrieval.attribution.rules.rule import IN_PASSING, Context, Finding, found
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, NounPhrase, ParsedSentence, VerbGroup
from retrieval.attribution.syntax.verbs import Form

_REPORTED_FORMS = frozenset({Form.REPORTING, Form.UNREAL})
_Complement = Callable[[ParsedSentence, Context, Clause, Clause], bool]


def says_at_the_end(sentence: ParsedSentence, context: Context) -> Finding | None:
    """all of the sentence, and then X said: whatever verbs of saying it has, X says it all (English)

    English example: The owner promised to replace the radar, the mayor said.
    """
    if not context.grammar.inserts_subject_first or len(sentence.clauses) < 2:
        return None
    clause = sentence.clauses[-1]
    before = sentence.tokens[clause.start - 1].form
    if clause.verb is None or clause not in _clauses_of_saying(sentence, context) or before not in (",", "-", "–", "—"):
        return None
    plain = clause.kind is ClauseKind.MAIN and clause.verb.lemma in context.grammar.statements
    if not plain or clause.verb.passive or not context.grammar.is_inserted(sentence, clause):
        return None
    who = context.grammar.subject(sentence, clause)
    said = any(c.kind is not ClauseKind.FRAGMENT and who and c.end <= who.start for c in sentence.clauses)
    if who is None or not (said or who.start >= clause.start):
        return None  # "X, who keeps bees, explains": nothing before it is said
    return _finding("says_at_the_end", sentence, context, clause)


def says_in_reported_mood(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X says, and a clause in Konjunktiv

    Example: Die Reederin sagte, die Fähre sei voll gewesen.
    """
    return _with_complement("says_in_reported_mood", sentence, context, _is_in_reported_mood)


def says_that(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X says that, X asks whether

    Example: Die Reederin sagte, dass die Fähre voll war.
    """
    return _with_complement("says_that", sentence, context, _is_that_clause)


def says_to_do(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X promises, demands, accuses: and an infinitive

    Example: Die Reederin versprach, mehr Schwimmwesten zu kaufen.
    """
    return _with_complement("says_to_do", sentence, context, _is_infinitive)


def says_main_clause(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X says, and a main clause, before it or behind it

    Example: Die Fähre war voll, sagte die Reederin.
    """
    return _with_complement("says_main_clause", sentence, context, _is_main_clause)


def says_words(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X describes something in words in quotation marks, which are no sentence

    Example: Die Reederin kommentierte das Urteil als „eine Schande für die ganze Küste“.
    """
    for clause in _clauses_of_saying(sentence, context):
        announced = sentence.tokens[clause.end - 1].form == ":" and not sentence.introduces
        if clause.kind is ClauseKind.MAIN and (sentence.speech or announced):
            return _finding("says_words", sentence, context, clause)
    return None


def speech_act(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X demands, denies, accuses: verbs that report with no more than an object

    Example: Die Reederin wies die Vorwürfe zurück.
    """
    for clause in _clauses_of_saying(sentence, context):
        verb = clause.verb
        if verb is None or verb.lemma not in context.grammar.speech_acts | _when_passive(verb, context):
            continue
        subject = _who(sentence, context, clause)
        if subject and _leaves_half_to_others(sentence, context, clause):
            continue
        if subject and context.grammar.is_speaker(sentence.tokens, subject):
            return found("speech_act", sentence, sentence.tokens[verb.head].form, subject)
    return None


def idiom_of_saying(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X speaks of something, X geht davon aus: verbs that are of saying with a word beside them

    Example: Der Fahrgastverband sprach von einem Skandal.
    """
    for clause in sentence.clauses:
        verb = clause.verb
        if verb is None or verb.modal or verb.form in _REPORTED_FORMS:
            continue
        start, end = context.grammar.idiom_reach(sentence, clause)
        if clause.opener in context.grammar.purposes:
            continue
        nearby = {
            t.lower if t.word else t.form
            for at, t in enumerate(sentence.tokens[start:end], start)
            if not t.quoted and sentence.lower(at - 1) not in context.grammar.comparatives
        }
        idiom = any(lemma == verb.lemma and word in nearby for lemma, word in context.grammar.idioms)
        if not (idiom or context.grammar.is_verdict(sentence, clause)):
            continue
        subject = _who(sentence, context, clause)
        if subject and _leaves_half_to_others(sentence, context, clause):
            continue
        if subject and context.grammar.is_speaker(sentence.tokens, subject):
            return found("idiom_of_saying", sentence, sentence.tokens[verb.head].form, subject)
    return None


def _leaves_half_to_others(sentence: ParsedSentence, context: Context, saying: Clause) -> bool:
    """ "The critics derided the plan, but the mayor went on to build …": more is told of others than is said"""
    rest = next((c for c in sentence.clauses if c.start > saying.start and _is_of_others(sentence, context, c)), None)
    if rest is None or saying.verb is None:
        return False
    said = sum(token.word for token in sentence.tokens[saying.verb.head + 1 : rest.start])
    return said < sum(token.word for token in sentence.tokens[rest.start :])


def _is_of_others(sentence: ParsedSentence, context: Context, clause: Clause) -> bool:
    """Whether the clause begins anew, with a subject of its own: ", but the mayor …" """
    joined = sentence.lower(clause.start - 1) == "," and sentence.lower(clause.start) in context.grammar.coordinators
    subject = context.grammar.subject(sentence, clause) if joined and clause.kind is ClauseKind.MAIN else None
    return subject is not None and subject.start >= clause.start


def _when_passive(verb: VerbGroup, context: Context) -> frozenset[str]:
    """ "wurde von X kritisiert": with its agent named, a verb of reaction needs no more than that"""
    return context.grammar.reactions if verb.passive else frozenset()


def _who(sentence: ParsedSentence, context: Context, clause: Clause) -> NounPhrase | None:
    """Who does what the clause says: its subject, or the agent of a passive; None for "man" and "ich"."""
    grammar = context.grammar
    passive = clause.verb is not None and clause.verb.passive
    who = grammar.agent(sentence, clause) if passive else grammar.subject(sentence, clause)
    return None if who and sentence.lower(who.start) in grammar.nobody | grammar.first_person else who


def speaks(sentence: ParsedSentence, context: Context) -> Mention | None:
    """Who is said to speak though the sentence does not tell what: what follows can be theirs."""
    for clause in _clauses_of_saying(sentence, context):
        if clause.verb and not clause.verb.passive:
            subject = context.grammar.subject(sentence, clause)
            if subject and context.grammar.is_speaker(sentence.tokens, subject):
                return Mention.of(sentence, subject)
    return None


def announces(sentence: ParsedSentence, context: Context) -> Mention | None:
    """Whose words a sentence announces that ends with a colon, though it has no verb of saying: "X wurde deutlich:" """
    if not sentence.introduces:
        return None
    for clause in sentence.clauses:
        if clause.kind is ClauseKind.MAIN and (subject := context.grammar.subject(sentence, clause)):
            mention = Mention.of(sentence, subject)
            if context.grammar.is_speaker(sentence.tokens, subject) and mention.first not in context.grammar.nobody:
                return mention
    return None


def is_silence(sentence: ParsedSentence, context: Context, clause: Clause) -> bool:
    """ "äußerte sich nicht", "antwortete nicht", "did not comment": nobody's claim"""
    if clause.verb is None or clause.verb.lemma not in context.grammar.silences:
        return False
    words = (token.lower for token in sentence.tokens[clause.start : clause.end] if not token.quoted)
    return any(word in context.grammar.negations for word in words)


def _with_complement(rule: str, sentence: ParsedSentence, context: Context, fits: _Complement) -> Finding | None:
    """The first clause of saying beside which a clause fits; one whose speaker is known goes first."""
    fallback = None
    for saying in _clauses_of_saying(sentence, context):
        if not any(fits(sentence, context, clause, saying) for clause in _beside(sentence, saying)):
            continue
        finding = _finding(rule, sentence, context, saying)
        if finding.mention:
            return finding
        fallback = fallback or finding
    return fallback


def _beside(sentence: ParsedSentence, saying: Clause) -> Iterator[Clause]:
    """The clauses that can be what is said; of "nachdem X gesagt hatte, dass …" only what follows directly."""
    for clause in sentence.clauses:
        if clause.start > saying.start and _is_announced_by_other(sentence, saying, clause):
            return
        if clause is not saying and (saying.kind is not ClauseKind.SUBORDINATE or clause.start == saying.end):
            yield clause


def _is_announced_by_other(sentence: ParsedSentence, saying: Clause, clause: Clause) -> bool:
    """ "The yard has offered a loan, but X will not have it: …": what follows the colon is not the yard's"""
    before = next((c for c in sentence.clauses if c.end == clause.start), saying)
    colon = sentence.tokens[before.end - 1].form == ":"
    return colon and before is not saying and before.kind is ClauseKind.MAIN and before.verb is not None


def _is_in_reported_mood(sentence: ParsedSentence, context: Context, clause: Clause, saying: Clause) -> bool:  # noqa: ARG001
    return clause.verb is not None and clause.verb.form in _REPORTED_FORMS


def _is_that_clause(sentence: ParsedSentence, context: Context, clause: Clause, saying: Clause) -> bool:
    grammar = context.grammar
    if clause.kind is not ClauseKind.SUBORDINATE or clause.opener not in grammar.complementisers:
        return False
    if sentence.lower(clause.start) in grammar.consecutive:
        return False
    if clause.start > saying.start:
        return True
    return clause.opener in grammar.declarative and not grammar.is_attributive(sentence, clause)


def _is_infinitive(sentence: ParsedSentence, context: Context, clause: Clause, saying: Clause) -> bool:
    return clause.start > saying.start and context.grammar.has_infinitive(sentence, clause)


def _is_main_clause(sentence: ParsedSentence, context: Context, clause: Clause, saying: Clause) -> bool:
    if clause.kind is not ClauseKind.MAIN or saying.verb is None or saying.kind is not ClauseKind.MAIN:
        return False
    if clause.start == saying.end:
        grammar = context.grammar
        plain = saying.verb.lemma in grammar.statements and not saying.verb.passive
        return (
            plain
            and not grammar.is_complete(sentence, saying)
            and sentence.lower(clause.start) not in grammar.coordinators
        )
    return clause.start < saying.start and context.grammar.is_inserted(sentence, saying)


def _clauses_of_saying(sentence: ParsedSentence, context: Context) -> Iterator[Clause]:
    """The clauses whose verb is one of saying, and says something."""
    for clause in sentence.clauses:
        verb = clause.verb
        if verb is None or verb.lemma not in context.grammar.saying or verb.form in _REPORTED_FORMS or verb.modal:
            continue
        if verb.passive and verb.lemma in context.grammar.requests:
            continue
        if clause.opener in context.grammar.not_so or _is_supposed(sentence, clause):
            continue
        if is_in_passing(sentence, clause) or _only_compares(sentence, context, clause):
            continue
        if _is_imperative(sentence, context, clause):
            continue
        in_brackets = sentence.lower(clause.start - 1) == "(" and clause.end - clause.start <= 3
        if not (in_brackets or _is_idle(sentence, context, clause) or is_silence(sentence, context, clause)):
            yield clause


def is_in_passing(sentence: ParsedSentence, clause: Clause) -> bool:
    """ "The guests were X, Y and Z, who joked about it": a few words at the end are not what the sentence tells"""
    if clause.kind is not ClauseKind.SUBORDINATE or clause.start == 0:
        return False
    told = sum(token.word for token in sentence.tokens[clause.start :])
    return told < IN_PASSING * sum(token.word for token in sentence.tokens)


def _only_compares(sentence: ParsedSentence, context: Context, clause: Clause) -> bool:
    return clause.opener in context.grammar.comparing and sources.gives_a_term(sentence, clause)


def _is_supposed(sentence: ParsedSentence, clause: Clause) -> bool:
    """ "X would do well to come, stressing that …": nobody has said it"""
    if clause.verb is None or clause.verb.form is not Form.GERUND:
        return False
    before = [c for c in sentence.clauses if c.kind is ClauseKind.MAIN and c.verb and c.start < clause.start]
    return bool(before) and all(c.verb and c.verb.modal for c in before)


def _is_imperative(sentence: ParsedSentence, context: Context, clause: Clause) -> bool:
    """ "Now tell us that …" (English)"""
    bare = clause.verb is not None and clause.verb.form is Form.PLURAL and clause.kind is ClauseKind.MAIN
    return bare and context.grammar.inserts_subject_first and context.grammar.subject(sentence, clause) is None


def _is_idle(sentence: ParsedSentence, context: Context, clause: Clause) -> bool:
    """ "erklärte die Wahl für ungültig": a verb of saying that says nothing here"""
    if clause.verb and (clause.verb.lemma, sentence.lower(clause.verb.head + 1)) in context.grammar.phrasal:
        return True
    inside = {token.lower for token in sentence.tokens[clause.start : clause.end] if not token.quoted}
    if inside & context.grammar.first_person:
        return True
    return any(clause.verb and lemma == clause.verb.lemma and word in inside for lemma, word in context.grammar.idle)


def _finding(rule: str, sentence: ParsedSentence, context: Context, clause: Clause) -> Finding:
    """Who speaks in that clause: the agent of a passive, or the document it stands in; else the subject."""
    cue = sentence.tokens[clause.verb.head].form if clause.verb else None
    if clause.verb and clause.verb.passive:
        who = context.grammar.agent(sentence, clause) or sources.document(sentence, context)
    else:
        who = context.grammar.subject(sentence, clause)
        if who and sentence.lower(who.start) in context.grammar.nobody:
            return Finding(rule, cue, nobody=sentence.lower(who.start) in context.grammar.anybody)
    return found(rule, sentence, cue, who)
