"""German clauses: where they begin and end, and what their verbs are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from retrieval.attribution.german import words
from retrieval.attribution.german.finite import finite_verbs, guessed_verb
from retrieval.attribution.german.verbs.readings import readings
from retrieval.attribution.german.verbs.verb_groups import complete, verb_group
from retrieval.attribution.syntax.sentence import Clause, ClauseKind
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import FINITE, Form

_SPLITTING = frozenset(",;:–—()")


def clauses(tokens: Sequence[SyntaxToken]) -> tuple[Clause, ...]:
    """The clauses between unquoted commas, colons, dashes and brackets, and before "und" with a verb behind it."""
    borders = [0, *_borders(tokens), len(tokens)]
    stretches = [(start, end) for start, end in pairwise(borders) if any(t.word for t in tokens[start:end])]
    found = [_clause(tokens, start, end) for start, end in stretches]
    return tuple(_join(tokens, _rejoin(tokens, found)))


def _borders(tokens: Sequence[SyntaxToken]) -> Iterator[int]:
    for index, token in enumerate(tokens):
        if token.quoted:
            continue
        if (token.form in _SPLITTING and not _is_short_bracket(tokens, index)) or token.form == "-":
            yield index + 1
        elif not token.word and index and tokens[index - 1].quoted and not tokens[index - 1].word:
            yield index + 1  # „… geht.“ sagte X: the quotation has ended its own sentence
        elif token.lower in words.COORDINATORS and index and _verb_follows(tokens, index):
            yield index


def _is_short_bracket(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "(SPD)" interrupts nothing."""
    before, after = (tokens[at - 2].form if at > 1 else ""), (tokens[at + 2].form if at + 2 < len(tokens) else "")
    return (tokens[at].form == "(" and after == ")") or (tokens[at].form == ")" and before == "(")


def _verb_follows(tokens: Sequence[SyntaxToken], at: int) -> bool:
    """ "… und kritisierte": a second verb with the same subject"""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.quoted or following.capital:
        return False
    forms = {reading.form for reading in readings(following)}
    return bool(forms & FINITE) and Form.PARTICIPLE not in forms and Form.PLURAL not in forms


def _clause(tokens: Sequence[SyntaxToken], start: int, end: int) -> Clause:
    first = start
    while first < end and (not tokens[first].word or tokens[first].lower in ("und", "aber", "oder", "sowie", "doch")):
        first += 1
    opener = tokens[first].lower if first < end and not tokens[first].quoted else ""
    finite = list(finite_verbs(tokens, first, end)) or list(finite_verbs(tokens, first, end, attributes=True))
    if not finite and start > 0 and (guessed := guessed_verb(tokens, first, end)):
        finite = [guessed]
    if not finite:
        return Clause(start, end, ClauseKind.FRAGMENT, opener, None)
    inverted = (finite[0] == first + 1 or opener == "als") and _goes_on(tokens, finite[0], end)  # "Als Grund nannte …"
    subordinate = (opener in words.SUBORDINATORS and not inverted) or (
        start > 0 and _is_relative(tokens, first, end, finite)
    )
    kind = ClauseKind.SUBORDINATE if subordinate else ClauseKind.MAIN
    at = finite[-1] if kind is ClauseKind.SUBORDINATE else finite[0]
    return Clause(start, end, kind, opener, verb_group(tokens, at, start, end))


def _goes_on(tokens: Sequence[SyntaxToken], at: int, end: int) -> bool:
    return sum(token.word for token in tokens[at + 1 : end]) > 1


def _is_relative(tokens: Sequence[SyntaxToken], first: int, end: int, finite: list[int]) -> bool:
    """A pronoun, perhaps behind a preposition, in front and the verb at the end: ", der gestern in Bonn sprach" """
    at = first + 1 if tokens[first].lower in words.PREPOSITIONS else first
    if at >= end or tokens[at].lower not in words.RELATIVES:
        return False
    if finite[0] == at + 1 and _goes_on(tokens, finite[0], end):
        return False  # ", das teilte die Polizei mit"
    rest = [t for t in tokens[finite[-1] + 1 : end] if t.word]
    return len(rest) <= 1 or not any(t.capital for t in tokens[at + 1 : finite[0]])


def _rejoin(tokens: Sequence[SyntaxToken], found: list[Clause]) -> list[Clause]:
    """ "Wie X, Sprecher der Y, in Bonn mitteilte, …": a subordinate clause whose verb comes behind an insertion"""
    whole: list[Clause] = []
    for clause in found:
        opened = next(
            (c for c in whole[-3:] if c.kind is ClauseKind.FRAGMENT and c.opener in words.SUBORDINATORS), None
        )
        if (
            opened
            and clause.kind is ClauseKind.MAIN
            and clause.verb
            and not _goes_on(tokens, clause.verb.finite - 1, clause.end)
        ):
            del whole[whole.index(opened) :]
            whole.append(Clause(opened.start, clause.end, ClauseKind.SUBORDINATE, opened.opener, clause.verb))
        else:
            whole.append(clause)
    return whole


def _join(tokens: Sequence[SyntaxToken], found: list[Clause]) -> Iterator[Clause]:
    """What a clause leaves behind an insertion belongs to it: "Er hat die Vorwürfe, die …, zurückgewiesen." """
    for number, clause in enumerate(found):
        if clause.verb is None or clause.verb.head != clause.verb.finite:
            yield clause
            continue
        verb = clause.verb
        for rest in found[number + 1 :]:
            if rest.kind is ClauseKind.FRAGMENT and (joined := complete(tokens, verb, rest)):
                verb = joined
                break
        yield Clause(clause.start, clause.end, clause.kind, clause.opener, verb)
