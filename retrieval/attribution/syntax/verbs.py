"""Verb forms: what a word can be a form of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple


class Form(Enum):
    """What a verb form tells of its clause."""

    PRESENT = auto()  # sagt, says
    PLURAL = auto()  # sagen, say: the infinitive too
    PAST = auto()  # sagte, said
    PAST_PLURAL = auto()  # sagten
    REPORTING = auto()  # sage, habe, sei: German Konjunktiv I, the mood of reported speech
    UNREAL = auto()  # hätte, wäre, würde: German Konjunktiv II
    PARTICIPLE = auto()  # gesagt, said
    INFINITIVE = auto()  # sein, where it differs from the plural
    TO_INFINITIVE = auto()  # mitzuteilen
    GERUND = auto()  # saying

    __hash__ = object.__hash__  # each is itself alone; an Enum's own hash is of its name, and takes five times as long


FINITE = frozenset({Form.PRESENT, Form.PLURAL, Form.PAST, Form.PAST_PLURAL, Form.REPORTING, Form.UNREAL})


class VerbReading(NamedTuple):
    """One thing that a word can be: a form of the verb `lemma`."""

    lemma: str
    form: Form


Readings = Mapping[str, tuple[VerbReading, ...]]


def table(readings: Iterable[tuple[str, VerbReading]]) -> Readings:
    """All readings of each word, in the order given."""
    collected: dict[str, dict[VerbReading, None]] = defaultdict(dict)
    for word, reading in readings:
        collected[word][reading] = None
    return {word: tuple(found) for word, found in collected.items()}
