"""English clauses: where they begin and end, and what their verbs are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from retrieval.attribution.english import verb_lists, words
from retrieval.attribution.english.conjugation import verb_forms
from retrieval.attribution.english.phrases import noun_phrase
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, VerbGroup
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import FINITE, Form, VerbReading

_SPLITTING = frozenset(",;:–—()")
_MODALS = frozenset(verb_lists.MODALS.split())
_OF_SAYING = frozenset(entry.partition(":")[0] for entry in (verb_lists.STATEMENTS + verb_lists.SPEECH_ACTS).split())
_ADDRESSED = frozenset({"tell", "inform", "assure", "ask", "warn"})


def readings(token: SyntaxToken) -> tuple[VerbReading, ...]:
    """The listed forms that the word can be; a name is none."""
    return () if token.capital else verb_forms().get(token.lower, ())


def clauses(tokens: Sequence[SyntaxToken]) -> tuple[Clause, ...]:
    """The clauses between unquoted commas and the like, before "that" and behind a verb of saying: "said | it was"."""
    borders = sorted({0, *_borders(tokens), len(tokens)})
    stretches = [(start, end) for start, end in pairwise(borders) if any(t.word for t in tokens[start:end])]
    return tuple(_clause(tokens, start, end) for start, end in stretches)


def _borders(tokens: Sequence[SyntaxToken]) -> Iterator[int]:
    for index, token in enumerate(tokens):
        if token.quoted:
            continue
        if (
            token.form in _SPLITTING
            or token.form == "-"
            or (not token.word and index and tokens[index - 1].quoted and not tokens[index - 1].word)
        ):
            yield index + 1
        elif index and (token.lower in ("that", "who", "which", "whether") or _coordinates(tokens, index)):
            yield index
        elif _says(tokens, index) and (said := _start_of_said(tokens, index)):
            yield said


def _coordinates(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "… and criticised": a second verb with the same subject"""
    return tokens[at].lower in words.COORDINATORS and at + 1 < len(tokens) and _is_finite(tokens, at + 1)


def _says(tokens: Sequence[SyntaxToken], at: int) -> bool:
    return _is_finite(tokens, at) and any(r.lemma in _OF_SAYING for r in readings(tokens[at]))


def _start_of_said(tokens: Sequence[SyntaxToken], verb: int) -> int | None:
    """Where a clause without "that" begins: "said | the ferry was full", "told reporters | it sank" """
    start = verb + 1
    if start < len(tokens) and tokens[start].lower == "to":
        return start  # promised | to come
    if any(r.lemma in _ADDRESSED for r in readings(tokens[verb])):
        addressed = noun_phrase(tokens, start)
        start = addressed.end if addressed else start
    end = next(
        (i for i in range(start, len(tokens)) if tokens[i].form in _SPLITTING and not tokens[i].quoted), len(tokens)
    )
    return start if any(_is_finite(tokens, index) for index in range(start + 1, end)) else None


def _is_finite(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """Whether the token is a verb here, rather than a noun ("the claims"), an infinitive or an attribute."""
    if tokens[at].quoted:
        return False
    before = tokens[at - 1].lower if at else ""
    if before == "to" or before in words.DETERMINERS - {"that", "this", "all", "both"} or before in words.PREPOSITIONS:
        return False
    forms = {reading.form for reading in readings(tokens[at])}
    return bool(forms & FINITE)


def _clause(tokens: Sequence[SyntaxToken], start: int, end: int) -> Clause:
    first = start
    while first < end and (not tokens[first].word or tokens[first].lower in words.COORDINATORS):
        first += 1
    opener = tokens[first].lower if first < end and not tokens[first].quoted else ""
    at = next((index for index in range(first, end) if _is_finite(tokens, index)), None)
    if at is None:
        return Clause(start, end, ClauseKind.FRAGMENT, opener, None)
    kind = ClauseKind.SUBORDINATE if opener in words.SUBORDINATORS else ClauseKind.MAIN
    return Clause(start, end, kind, opener, _verb_group(tokens, at, end))


def _verb_group(tokens: Sequence[SyntaxToken], at: int, end: int) -> VerbGroup:
    """said; has said; was told; is quoted; would say"""
    finite = next(reading for reading in readings(tokens[at]) if reading.form in FINITE)
    if finite.lemma not in _MODALS | {"be", "have", "do"}:
        return VerbGroup(at, at, finite.lemma, finite.form)
    modal = finite.lemma if finite.lemma in _MODALS else None
    passive = finite.lemma == "be"
    for index in range(at + 1, min(end, at + 5)):
        if tokens[index].lower == "been":
            passive = True
            continue
        content = next((r for r in readings(tokens[index]) if r.form in (Form.PARTICIPLE, Form.PLURAL)), None)
        if content and content.lemma not in ("be", "have"):
            participle = any(r.form is Form.PARTICIPLE for r in readings(tokens[index]))
            return VerbGroup(at, index, content.lemma, finite.form, passive and participle, modal)
    return VerbGroup(at, at, finite.lemma, finite.form, False, modal)
