"""English verb forms, made from the verbs of `verb_lists`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from retrieval.attribution.english import verb_lists
from retrieval.attribution.syntax.verbs import Form, Readings, VerbReading, table

_DOUBLING = frozenset(
    {"stop", "plan", "let", "admit", "put", "win", "get", "set", "run", "sit", "begin", "slam", "rebut", "quip"}
)
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_BE = {"is": Form.PRESENT, "are": Form.PLURAL, "am": Form.PLURAL, "was": Form.PAST, "were": Form.PAST_PLURAL}


@cache
def verb_forms() -> Readings:
    """Every form of every listed verb, "says" and "said" and "saying"; modals are verbs of their own."""
    return table(_forms())


def _forms() -> Iterator[tuple[str, VerbReading]]:
    yield from ((form, VerbReading("be", kind)) for form, kind in _BE.items())
    yield "has", VerbReading("have", Form.PRESENT)
    yield from ((modal, VerbReading(modal, Form.PAST)) for modal in verb_lists.MODALS.split())
    for entry in (verb_lists.STATEMENTS + verb_lists.SPEECH_ACTS + verb_lists.OTHERS).split():
        lemma, _, irregular = entry.partition(":")
        past, _, participle = irregular.partition(":")
        yield lemma, VerbReading(lemma, Form.PLURAL)
        yield _third_person(lemma), VerbReading(lemma, Form.PRESENT)
        yield past or _past(lemma), VerbReading(lemma, Form.PAST)
        yield participle or _past(lemma), VerbReading(lemma, Form.PARTICIPLE)
        yield _gerund(lemma), VerbReading(lemma, Form.GERUND)


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if _SIBILANT.search(lemma) or lemma.endswith("o") else "s")


def _gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if lemma in _DOUBLING else "") + "ing"


def _past(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma + (lemma[-1] if lemma in _DOUBLING else "") + "ed"
