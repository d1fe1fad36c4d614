"""Resolution: from how a sentence names its speaker to the name that the article gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from retrieval.attribution.speakers.discourse import Discourse
from retrieval.attribution.speakers.institutions import institution
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import ClauseKind, ParsedSentence
from retrieval.attribution.syntax.tokens import SyntaxToken

_REACH = 6  # sentences
_REMEMBERED = 400  # mentions
_SPEAKS = 3.0
_CERTAIN = 0.5
_PERSON = 1.0  # "er" is somebody, more often than the council
_NAMED = 1.0  # a name, rather than an apposition to it
_OWN = 6.0  # "Die Mutter ging, da sie befürchtete …"
_MARGIN = 1.0  # how much likelier than the next somebody must be
_MEDIUM = 2.0  # "ihm zufolge" is a newspaper more often than "er" is


def antecedent(mention: Mention, discourse: Discourse, grammar: Grammar) -> Mention:
    """The mention that a pronoun, a role or "dem Bericht" stands for; the mention itself when it names somebody."""
    if (mention.first in grammar.pronouns and len(mention.tokens) == 1) or grammar.is_epithet(mention):
        return _for_pronoun(mention, discourse, grammar) or mention
    if grammar.is_body(mention) and (named := institution(mention, discourse, grammar)):
        return named
    if grammar.is_name(mention):
        return mention
    if grammar.is_medium(mention):
        return _for_medium(mention, discourse, grammar) or mention
    if role := grammar.role(mention):
        found = _for_role(mention, role, discourse, grammar)
    else:
        found = _for_noun(mention, discourse, grammar) or institution(mention, discourse, grammar)
    return found or _for_former_role(mention, discourse, grammar) or mention


def speaking(mention: Mention, discourse: Discourse, grammar: Grammar) -> Mention | None:
    """Whom the mention of a speaker stands for; nobody where a pronoun leads to a thing: "berichtete sie", to hats."""
    speaker = antecedent(mention, discourse, grammar)
    if speaker is mention or len(mention.tokens) > 1 or mention.first not in grammar.pronouns:
        return speaker
    named = grammar.is_name(speaker) or speaker.tokens[-1].form in discourse.bearers
    somebody = discourse.can_speak(speaker, grammar) or grammar.is_somebody(speaker.tokens[speaker.head].form)
    return speaker if named or somebody else None


def is_contested(mention: Mention, discourse: Discourse, grammar: Grammar) -> bool:
    """Whether a pronoun could as well be somebody else: the next likeliest is nearly as likely.

    Of 150 pronouns read in English news, half of those by less than a point were wrong, of the others one in twelve.
    """
    if mention.first not in grammar.pronouns or len(mention.tokens) > 1:
        return False
    best: dict[str, float] = {}
    for score, candidate in _scores(mention, discourse, grammar):
        surname = _bearer(candidate, discourse, grammar).tokens[-1].form
        best[surname] = max(score, best.get(surname, score))
    first, second = (*sorted(best.values(), reverse=True), 0.0, 0.0)[:2]
    return first - second < _MARGIN


def _bearer(candidate: Mention, discourse: Discourse, grammar: Grammar) -> Mention:
    """The candidate, or whom the article has named with that role: "die Historikerin" is no second person"""
    if candidate.first not in grammar.definite or grammar.is_name(candidate):
        return candidate
    role = grammar.role(candidate)
    return (role and _for_role(candidate, role, discourse, grammar)) or candidate


def may_be_named_elsewhere(mention: Mention, discourse: Discourse, grammar: Grammar) -> bool:
    """Whether a person called by a role alone can be somebody whom the article names: "the witness", "her tutor".

    Whom it brings in ("a witness") it seldom names later, unless that opens the article. A role with what hangs on it
    ("the governor of Iowa") tells who that is.
    """
    if not grammar.is_person(mention) or grammar.is_name(mention) or discourse.has_surname(mention, grammar):
        return False
    if mention.first in grammar.indefinite:
        return discourse.paragraph == 0 and _is_somebody_named(mention, discourse, grammar)
    known = mention.first in grammar.definite | grammar.possessives or _is_label(mention, discourse)
    return known and mention.head == len(mention.tokens) - 1 and _is_somebody_named(mention, discourse, grammar)


def _is_somebody_named(role: Mention, discourse: Discourse, grammar: Grammar) -> bool:
    """Whether the article names a person, anywhere, who can have the role by their sex."""
    wanted = grammar.genders(role) - {"p", "n"}
    return any(grammar.genders(bearer) & wanted for bearer in discourse.bearers.values())


def _for_pronoun(pronoun: Mention, discourse: Discourse, grammar: Grammar) -> Mention | None:
    """The likeliest of those that agree: who spoke last, who was the subject last, who was named last."""
    best = max(_scores(pronoun, discourse, grammar), key=lambda scored: scored[0], default=None)
    return best[1] if best else None


def _for_former_role(mention: Mention, discourse: Discourse, grammar: Grammar) -> Mention | None:
    """The person for whom a pronoun would stand where "die frühere Schneiderin" tells more of somebody."""
    named = _for_pronoun(mention, discourse, grammar) if grammar.is_former_role(mention) else None
    return named if named and discourse.is_somebody(named, grammar) else None


def _scores(pronoun: Mention, discourse: Discourse, grammar: Grammar) -> Iterator[tuple[float, Mention]]:
    wanted = grammar.genders(pronoun)
    for weight, candidate in [*_within(pronoun, discourse, grammar), *candidates(discourse)]:
        genders = discourse.genders(candidate, grammar)
        if not genders & wanted or grammar.names_nobody(candidate) or _is_pronoun(candidate, grammar):
            continue
        if "p" not in wanted and (discourse.only_opens(candidate) or _is_predicate(candidate, discourse, grammar)):
            continue
        score = (
            weight
            + (_NAMED if grammar.capitals_are_names and grammar.is_name(candidate) else 0.0)
            + (_MEDIUM if "n" in wanted and grammar.is_medium(candidate) else 0.0)
            + (_SPEAKS if discourse.can_speak(candidate, grammar) else 0.0)
            + (_CERTAIN if len(genders) == 1 else 0.0)
            + (_PERSON if "n" not in wanted and grammar.is_person(candidate) else 0.0)
        )
        yield score, candidate


def _is_predicate(candidate: Mention, discourse: Discourse, grammar: Grammar) -> bool:
    """ "Sie wollte Zahnärztin werden": a noun for what somebody is names nobody"""
    return grammar.is_bare_role(candidate) and not discourse.has_surname(candidate, grammar)


def _within(pronoun: Mention, discourse: Discourse, grammar: Grammar) -> list[tuple[float, Mention]]:
    """Whom a pronoun may stand for of those whom its own sentence names before it, with how near the thought is.

    What is said names nobody who says it: in "Die Werft sei alt, meint sie" she is not the yard.
    """
    at = pronoun.tokens[0].start
    clauses = _said_before(discourse.reading, at, grammar) if discourse.reading else []
    said = [(tokens[0].start, tokens[-1].end) for tokens in clauses]
    within = [(3.0, m) for m in discourse.current] + ([(_OWN, discourse.here)] if discourse.here else [])
    return [
        (weight, m)
        for weight, m in within
        if m.tokens[-1].end <= at and not any(start <= m.tokens[0].start < end for start, end in said)
    ]


def _said_before(sentence: ParsedSentence, at: int, grammar: Grammar) -> list[Sequence[SyntaxToken]]:
    """The words of the clauses before the inserted one in which the offset stands: no "und" is before it."""
    tokens = sentence.tokens
    own = next((c for c in sentence.clauses if tokens[c.start].start <= at < tokens[c.end - 1].end), None)
    if own is None or own.kind is not ClauseKind.MAIN or own.verb is None:
        return []
    front = [t for t in tokens[own.start : own.verb.finite] if t.word and not t.start <= at < t.end]
    if front:
        return []
    before = takewhile(
        lambda c: tokens[c.end - 1].form == "," and not (c.verb and c.verb.lemma in grammar.saying),
        reversed([c for c in sentence.clauses if c.end <= own.start]),
    )
    return [tokens[c.start : c.end] for c in before if c.kind is ClauseKind.MAIN]


def _is_pronoun(candidate: Mention, grammar: Grammar) -> bool:
    """ "her" is one, "her nephew" is not"""
    if candidate.first not in grammar.pronouns:
        return False
    return len(candidate.tokens) == 1 or not (grammar.names_relations or grammar.is_person(candidate))


def candidates(discourse: Discourse) -> list[tuple[float, Mention]]:
    """Whom a pronoun may stand for, with how near the thought of them is."""
    found: list[tuple[float, Mention]] = []
    if discourse.speaker is not None and discourse.silence <= _REACH:
        found.append((5.0 - 1.5 * discourse.silence, discourse.speaker))
    for distance, subject in enumerate(reversed(discourse.subjects[-_REACH:])):
        if subject is not None:
            found.append((4.5 - 1.5 * distance, subject))
    for sentence, mention in reversed(discourse.mentions):
        distance = discourse.sentence - sentence
        if distance > _REACH:
            break
        found.append((3.5 - distance, mention))
    return found


def _for_medium(mention: Mention, discourse: Discourse, grammar: Grammar) -> Mention | None:
    named = "-" in mention.noun  # "der OSZE-Bericht"
    if discourse.source is not None and mention.first in grammar.definite and not named:
        return discourse.source
    return None


def _for_noun(mention: Mention, discourse: Discourse, grammar: Grammar) -> Mention | None:
    """ "the statement": whoever made one; "die Wirtin": whoever was introduced with just this noun before the name"""
    if mention.first not in grammar.definite or len(mention.tokens) != 2:
        return None
    if mention.noun in discourse.statements:
        return discourse.statements[mention.noun]
    recent = reversed(discourse.titled[-_REMEMBERED:])
    bearers = (candidate for title, candidate in recent if grammar.is_short_for(mention.noun, title))
    return next(bearers, None)


def _for_role(mention: Mention, role: str, discourse: Discourse, grammar: Grammar) -> Mention | None:
    if mention.first not in grammar.definite:
        return _for_label(role, discourse, grammar) if _is_label(mention, discourse) else None
    described = " ".join(token.lower for token in mention.tokens[1:])
    for title, candidate in reversed(discourse.titled[-_REMEMBERED:]):
        if len(mention.tokens) <= 2 and (title.endswith(role) or role.endswith(title)):
            return candidate
        if f" {title}".endswith(f" {described}"):
            return candidate
    return _for_office(role, discourse, grammar) if len(mention.tokens) <= 2 else None


def _for_office(role: str, discourse: Discourse, grammar: Grammar) -> Mention | None:
    """The only one so far who has the same office by another noun: "der Anwalt" is "Verteidiger Jan Brandt"."""
    titled = (candidate for title, candidate in discourse.titled if grammar.is_same_office(role, title))
    bearers = {candidate.tokens[-1].form: candidate for candidate in titled}
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def _is_label(mention: Mention, discourse: Discourse) -> bool:
    """Whether a single word stands before a colon: "Landrätin: Brücke gesperrt" """
    following = [t for t in discourse.reading.tokens if t.start >= mention.tokens[-1].end] if discourse.reading else []
    return len(mention.tokens) == 1 and bool(following) and following[0].form == ":"


def _for_label(role: str, discourse: Discourse, grammar: Grammar) -> Mention | None:
    """The only one who has the role: so far, else in the article, as a ticker may tell the newest first."""
    later = ((title, bearer) for bearer in discourse.bearers.values() for title in grammar.titles(bearer))
    for titled in (discourse.titled, later):
        bearers = {candidate.tokens[-1].form: candidate for title, candidate in titled if title == role}
        if bearers:
            return next(iter(bearers.values())) if len(bearers) == 1 else None
    return None
