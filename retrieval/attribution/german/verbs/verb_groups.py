"""German verb groups: the finite verb and what belongs to it, near or far."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.attribution.german import words
from retrieval.attribution.german.verbs.conjugation import particle_verbs
from retrieval.attribution.german.verbs.readings import AUXILIARIES, HELPING, MODALS, readings
from retrieval.attribution.syntax.sentence import Clause, VerbGroup
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import FINITE, Form, VerbReading


def verb_group(tokens: Sequence[SyntaxToken], at: int, start: int, end: int) -> VerbGroup:
    finite = next(r for r in (*readings(tokens[at]), VerbReading("", Form.REPORTING)) if r.form in FINITE)
    if finite.form is Form.REPORTING and any(t.lower == "ich" for t in tokens[start:end]):
        finite = VerbReading(finite.lemma, Form.PRESENT)  # "ich habe" is the indicative
    if finite.lemma in HELPING:
        return _compound(tokens, at, start, end, finite)
    for index in range(end - 1, at, -1):
        token = tokens[index]
        if (
            token.word
            and not token.quoted
            and _can_end(tokens, index, end)
            and (verb := particle_verbs().get((finite.lemma, token.lower)))
        ):
            return VerbGroup(at, at, verb, finite.form)
    return VerbGroup(at, at, _with_particle(tokens, at, finite.lemma), finite.form)


def _can_end(tokens: Sequence[SyntaxToken], index: int, end: int) -> bool:
    """Whether a separable particle can stand here: it closes its clause."""
    following = tokens[index + 1] if index + 1 < end else None
    return (
        following is None
        or not following.word
        or following.lower in words.COORDINATORS | {"dass", "als", "bekannt"}
        or tokens[index].lower in ("bekannt", "davon", "fest")
    )


def _compound(tokens: Sequence[SyntaxToken], at: int, start: int, end: int, finite: VerbReading) -> VerbGroup:
    """hat … gesagt, soll … gesagt haben, wurde … gefordert"""
    modal = finite.lemma if finite.lemma in MODALS else None
    for index in range(end - 1, start - 1, -1):
        if index == at or tokens[index].quoted or tokens[index].capital or not tokens[index].word:
            continue
        content = next(
            (
                r
                for r in reversed(readings(tokens[index]))
                if r.form in (Form.PARTICIPLE, Form.PLURAL) and r.lemma not in HELPING
            ),
            None,
        )
        if content is None or (content.form is Form.PLURAL and modal is None and finite.lemma != "werden"):
            continue
        lemma = _with_particle(tokens, index, content.lemma)
        passive = content.form is Form.PARTICIPLE and (
            finite.lemma in ("werden", "sein") or any(t.lower in ("worden", "werden") for t in tokens[index + 1 : end])
        )
        return VerbGroup(at, index, lemma, finite.form, passive, modal)
    return VerbGroup(at, at, finite.lemma, finite.form, False, modal)


def _with_particle(tokens: Sequence[SyntaxToken], index: int, lemma: str) -> str:
    """ "bekannt gegeben" in two words"""
    return particle_verbs().get((lemma, tokens[index - 1].lower), lemma) if index else lemma


def complete(tokens: Sequence[SyntaxToken], verb: VerbGroup, rest: Clause) -> VerbGroup | None:
    last = next((i for i in range(rest.end - 1, rest.start - 1, -1) if tokens[i].word), None)
    if last is None or tokens[last].quoted:
        return None
    if joined := particle_verbs().get((verb.lemma, tokens[last].lower)):
        return VerbGroup(verb.finite, verb.head, joined, verb.form, verb.passive, verb.modal)
    if verb.lemma in AUXILIARIES:
        participle = next((r for r in readings(tokens[last]) if r.form is Form.PARTICIPLE), None)
        if participle and participle.lemma not in AUXILIARIES:
            return VerbGroup(verb.finite, last, participle.lemma, verb.form, verb.lemma != "haben", verb.modal)
    return None
