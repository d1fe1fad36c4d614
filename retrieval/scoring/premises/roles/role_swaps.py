"""Who does what to whom: the question has the other way round what the article says.

Of an article's sentence, the subject of the same verb does what it says, of a passive the agent, or whose words they
are where it is a verb of saying.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from retrieval.attribution import Confidence, grammar_of
from retrieval.attribution.attribution_cache import attributions_within
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import Clause, NounPhrase, ParsedSentence
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.base.spans import Span
from retrieval.base.words import normalise, words_of
from retrieval.index.parsed_article import Sentence
from retrieval.scoring.premises.context import SAME_MATTER, PremiseContext
from retrieval.scoring.premises.part import PartKind, UnsupportedPart
from retrieval.scoring.premises.people import is_role
from retrieval.scoring.premises.roles.asked_roles import AskedRole, asked_role, core, parse

# So many of the question's words must stand near another sentence than the one found.
_SAME_MATTER_ELSEWHERE = 0.6


_SINGULAR = frozenset("mf")


class _Direction(Enum):
    """How a clause has it."""

    SAME = auto()
    OPPOSITE = auto()
    UNKNOWN = auto()


class _Reading(NamedTuple):
    """What a clause says of who does it: `place` is where it names whoever does."""

    direction: _Direction
    place: Span | None = None


_UNKNOWN = _Reading(_Direction.UNKNOWN)


def unsupported_roles(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """Whoever the question says does it, where the article says that another one of the question does."""
    grammar = grammar_of(context.parsed.article.language)
    if grammar is None:
        return
    role = asked_role(context, grammar)
    if role is None or role.lemma in context.rules.premises.verbs_without_roles or not _is_known(context, role):
        return
    if context.rules.code == "de" and not _is_somebody(context, role):
        return
    readings = list(_readings(context, role, grammar))
    opposite = [reading for reading in readings if reading.direction is _Direction.OPPOSITE]
    if opposite and not any(reading.direction is _Direction.SAME for reading in readings):
        yield UnsupportedPart(_span(role), PartKind.ROLE, opposite[0].place)


def _is_somebody(context: PremiseContext, role: AskedRole) -> bool:
    """Whether a person or a name does it: of two things either may stand first ("Die Anträge nimmt das Amt an")."""
    before = [word.form for word in context.words if word.end <= role.doer[0].start]
    is_bare = bool(before) and before[-1] not in context.rules.premises.determiners
    return is_bare or any(
        token.lower in context.facts.people or is_role(token.lower, context.rules) for token in role.doer
    )


def _span(role: AskedRole) -> Span:
    """From whoever does it to the next name or noun behind."""
    end = role.doer[-1].end
    for at, other in enumerate(role.others):
        if at and other.start > end + 1:
            break
        end = other.end
    return Span(role.doer[0].start, end)


def _is_known(context: PremiseContext, role: AskedRole) -> bool:
    return _stems(context, role.doer) <= context.stems_of(*context.parsed.sentences)


def _stems(context: PremiseContext, tokens: Sequence[SyntaxToken]) -> frozenset[str]:
    return frozenset(context.stem(token.lower.removesuffix("'s").removesuffix("’s")) for token in tokens)


def _readings(context: PremiseContext, role: AskedRole, grammar: Grammar) -> Iterator[_Reading]:
    """What the clauses with the same verb say; the sentence found comes first."""
    others = (each for each in context.parsed.sentences if each is not context.sentence)
    named = _stems(context, [*role.doer, *role.others])
    for sentence in (context.sentence, *others):
        if _may_have(context, named, sentence):
            parsed = parse(context.parsed.article.text, sentence.span, grammar)
            clauses = [each for each in parsed.clauses if each.verb and each.verb.lemma == role.lemma]
            readings = [_reading(context, role, _Found(sentence, parsed, each, grammar)) for each in clauses]
            yield from readings
            clear = any(reading.direction is not _Direction.UNKNOWN for reading in readings)
            if sentence is context.sentence and role.lemma in grammar.saying and not clear:
                yield _reading_of_speaker(context, role)


def _may_have(context: PremiseContext, named: frozenset[str], sentence: Sentence) -> bool:
    """Whether the sentence is worth being parsed: it is the one found, or has one of the question's names (stems)."""
    if sentence is context.sentence:
        return context.fit(context.around(sentence)) >= SAME_MATTER
    is_named = not named.isdisjoint(context.stems_of(sentence))
    return is_named and context.fit(context.around(sentence)) >= _SAME_MATTER_ELSEWHERE


class _Found(NamedTuple):
    sentence: Sentence
    parsed: ParsedSentence
    clause: Clause
    grammar: Grammar


def _reading(context: PremiseContext, role: AskedRole, found: _Found) -> _Reading:
    own, others = _stems(context, role.doer), _stems(context, role.others)
    phrase = _subject(found)
    subject = core(found.parsed, phrase) if phrase else []
    names = _stems(context, subject)
    if own & names:
        return _Reading(_Direction.SAME)
    place = Span(subject[0].start, subject[-1].end) if subject else None
    if names & others:
        clear = not (phrase and _may_be_subject(context, own, found, phrase))
        return _Reading(_Direction.OPPOSITE, place) if clear else _UNKNOWN
    if not role.objects:
        return _UNKNOWN
    # "… wies er zurück": he may be whoever the question names.
    known = phrase is not None and bool(subject) and not _is_pronoun(found, phrase)
    if found.sentence is context.sentence and _is_object(context, _stems(context, role.doer[-1:]), found, known=known):
        return _Reading(_Direction.OPPOSITE, place)
    if phrase and _is_another(role, found, phrase):
        return _Reading(_Direction.OPPOSITE, place)
    return _UNKNOWN


def _subject(found: _Found) -> NounPhrase | None:
    passive = found.clause.verb is not None and found.clause.verb.passive
    find = found.grammar.agent if passive else found.grammar.subject
    phrase = find(found.parsed, found.clause)
    verb = found.clause.verb
    # "She does, however, | consider a takeover": in English only verbs of saying stand before their subject.
    behind = phrase and verb and not passive and phrase.start > verb.finite and verb.lemma not in found.grammar.saying
    return None if behind and found.grammar.code == "en" else phrase


def _may_be_subject(context: PremiseContext, own: frozenset[str], found: _Found, phrase: NounPhrase) -> bool:
    """Whether whom the question says does it stands before the phrase, and in no form of an object."""
    tokens = found.parsed.tokens
    for at in range(found.clause.start, phrase.start):
        if _stems(context, [tokens[at]]) & own:
            return at == 0 or tokens[at - 1].lower not in context.rules.premises.object_determiners
    return False


def _is_object(context: PremiseContext, own: frozenset[str], found: _Found, *, known: bool) -> bool:
    """Whether the clause has whom the question says does it, and not as who does it.

    A passive has nobody else who could; in English whoever stands behind the verb does not do it, in German whoever
    has the article or the preposition of an object, or stands beside a subject that is somebody else.
    """
    tokens, verb = found.parsed.tokens, found.clause.verb
    at = next((i for i in range(found.clause.start, found.clause.end) if _stems(context, [tokens[i]]) & own), None)
    if verb is None or at is None or tokens[at].quoted or tokens[at - 1].lower in {*found.grammar.coordinators, "by"}:
        return False
    if verb.passive:
        return True
    if found.grammar.code == "en":
        return at > verb.head and verb.lemma not in found.grammar.saying
    before = next((tokens[i].lower for i in range(at - 1, found.clause.start, -1) if not tokens[i].capital), "")
    return before in context.rules.premises.object_determiners or known


def _is_pronoun(found: _Found, phrase: NounPhrase) -> bool:
    return phrase.end - phrase.start == 1 and found.parsed.tokens[phrase.start].lower in found.grammar.pronouns


def _is_another(role: AskedRole, found: _Found, phrase: NounPhrase) -> bool:
    """ "Sie erstattete Anzeige", of whom the question calls "der Uhrmacher"."""
    if not _is_pronoun(found, phrase):
        return False
    theirs = found.grammar.genders(Mention.of(found.parsed, phrase))
    clear = theirs <= _SINGULAR and role.genders <= _SINGULAR
    return clear and bool(theirs and role.genders) and not theirs & role.genders


def _reading_of_speaker(context: PremiseContext, role: AskedRole) -> _Reading:
    """Whose words the sentence found has, if that is clear."""
    span = context.sentence.span
    said = attributions_within(context.parsed.article, [span])
    speakers = {each.speaker for each in said if each.speaker and each.confidence is not Confidence.WEAK}
    if len(speakers) != 1:
        return _UNKNOWN
    names = frozenset(context.stem(normalise(word)) for word in next(iter(speakers)).split())
    if names & _stems(context, role.doer):
        return _Reading(_Direction.SAME)
    if not names & _stems(context, role.others):
        return _UNKNOWN
    place = [word for word in words_of(context.parsed.article.text, span) if context.stem(word.form) in names]
    return _Reading(_Direction.OPPOSITE, Span(place[0].start, place[-1].end) if place else None)
