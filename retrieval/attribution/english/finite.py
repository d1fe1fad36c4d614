"""Which words are verbs where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from retrieval.attribution.english import words
from retrieval.attribution.english.conjugation import verb_forms
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import FINITE, Form, VerbReading
from retrieval.attribution.syntax.word_pattern import once_each_word

SPLITTING = frozenset(",;:–—()")
_SHORTEST_PAST = 5  # letters: "bed", "need" are none


def readings(token: SyntaxToken) -> tuple[VerbReading, ...]:
    """The forms that the word can be, of a listed verb or by its ending; a name is none, but "Says" is."""
    return () if token.capital and token.lower not in ("says", "said") else _readings(token.lower)


@once_each_word
def _readings(lower: str) -> tuple[VerbReading, ...]:
    return verb_forms().get(_positive(lower)) or _by_ending(lower)


@lru_cache(maxsize=1000)
def _finite_forms(found: tuple[VerbReading, ...]) -> frozenset[Form]:
    return FINITE.intersection(reading.form for reading in found)


def _positive(lower: str) -> str:
    """has for hasn't, will for won't, can for cannot"""
    if lower == "cannot":
        return "can"
    if not lower.endswith(("n't", "n’t")):
        return lower
    return {"won't": "will", "can't": "can"}.get(lower.replace("’", "'"), lower[:-3])


def _by_ending(lower: str) -> tuple[VerbReading, ...]:
    if not lower.endswith("ed") or len(lower) < _SHORTEST_PAST or "-" in lower or lower in words.NO_VERBS:
        return ()
    return VerbReading(lower, Form.PAST), VerbReading(lower, Form.PARTICIPLE)


def is_finite(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """Whether the token is a verb here, rather than a noun ("the claims"), an infinitive or an attribute."""
    forms = _finite_forms(readings(tokens[at]))
    if tokens[at].quoted or not forms:
        return False
    before = tokens[at - 1] if at else None
    if before is None or before.quoted or not before.word:
        return not _describes_somebody(tokens, at)
    if before.capital and at > 1:
        return not _is_noun(tokens, at)  # "Julia May said"; a name is no auxiliary
    if before.lower in words.BEFORE_NOUNS or before.lower.endswith(("'s", "’s")) or before.lower in words.AUXILIARIES:
        return False
    if Form.PAST in forms and (before.lower in words.ADJECTIVES or _is_attribute(tokens, at)):
        return False
    return not _is_noun(tokens, at) and (forms != {Form.PLURAL} or not _is_singular(tokens, at))


def _describes_somebody(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "Its secretary, | retired postman X": a participle of a verb that is in no list, before a noun for a person"""
    lower, following = tokens[at].lower, tokens[at + 1].lower if at + 1 < len(tokens) else ""
    unlisted = lower.endswith("ed") and all(reading.lemma == lower for reading in readings(tokens[at]))
    return unlisted and following in words.PERSON and not words.is_plural(following)


def _is_attribute(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "his recently revealed plan" """
    return at > 1 and words.is_adverb(tokens[at - 1].lower) and tokens[at - 2].lower in words.BEFORE_NOUNS


def _is_noun(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "the latest claims were", "his tax returns, …" """
    lower, before = tokens[at].lower, tokens[at - 1]
    if lower in words.AUXILIARIES or not lower.endswith("s") or at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    if following.lower in words.AUXILIARIES:
        return True
    if before.capital or before.lower in words.PERSON:
        return False
    if tokens[at].lower == "states":
        return following.lower != "that"
    attributive = before.lower.endswith(("ing", "ical", "ous")) or before.lower in words.ADJECTIVES | {"percentage"}
    if attributive or before.form[0].isdigit() or "-" in before.form:
        return True
    ends = not following.word and not following.quoted and following.form in ",.;)"
    return tokens[at].lower in words.NOUNS and (ends or following.lower in words.PREPOSITIONS | words.COORDINATORS)


def _is_singular(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "the court order": behind a singular noun the bare form is a noun as well"""
    lower = tokens[at - 1].lower
    if lower in words.COORDINATORS or words.is_adverb(lower):
        return tokens[at].lower == "state"
    if lower in words.SUBJECT_PRONOUNS | words.RELATIVES:
        return False
    if lower == "this":
        return True
    return not words.is_plural(lower)


def is_gerund(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """saying, accusing: where it is neither "is saying" nor "the saying" """
    token = tokens[at]
    if token.quoted or not token.lower.endswith("ing") or all(r.form is not Form.GERUND for r in readings(token)):
        return False
    before = tokens[at - 1].lower if at else ""
    if before in words.AUXILIARIES | words.DETERMINERS | {"as"} | (words.PREPOSITIONS - {"by"}):
        return False
    return not words.is_adverb(before)
