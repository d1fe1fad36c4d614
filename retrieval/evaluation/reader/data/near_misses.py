"""Near-misses made by rules, out of questions that a window answers. They are counted apart from those of people."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.base.spans import Span
from retrieval.evaluation.reader.data.wording import COMPOUND, NEGATED, NEGATIONS, NO_NAMES, OPPOSITES, QUESTION_WORDS

_NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*\b")
_NAME = re.compile(r"(?<=\w )[A-ZÄÖÜ][\w'-]+(?: [A-ZÄÖÜ][\w'-]+)*")
_CAPITALISED = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß'-]+(?: [A-ZÄÖÜ][a-zäöüß'-]+)+\b")
_WORD = re.compile(r"\w+")

# How often another number comes from the window, and another name from the same article: a tempting one.
_NUMBER_OF_WINDOW, _NAME_OF_ARTICLE = 0.5, 0.4


class _Replacement(NamedTuple):
    """What is to stand in place of a stretch of a question."""

    place: Span
    text: str


class NearMiss(NamedTuple):
    """A question that a window does not answer, the kind of what was changed for that, and where that stands now.

    Nothing stands where another thing is asked for, rather than something else taken for given.
    """

    question: str
    kind: str
    changed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class NearMissMaker:
    """Changes one thing of a question.

    `names` are those of all articles. `share`: how often each kind is made where it can be.
    """

    names: Sequence[str]
    share: float = 0.5

    def made_of(
        self, question: str, window: str, own_names: Sequence[str], chance: random.Random
    ) -> Iterator[NearMiss]:
        """Questions like this one, which the window answers, that it does not. `own_names`: its article's."""
        made = (
            _replaced(question, "number", _other_number(question, window, chance)),
            _replaced(question, "name", self._other_name(question, window, own_names, chance)),
            _replaced(question, "role", *_swapped_names(question, own_names)),
            _replaced(question, "opposite", _opposite(question)),
            _replaced(question, "negation", _negation(question, window)),
            _asked_otherwise(question, window, chance),
        )
        for each in made:
            if each.question not in ("", question) and chance.random() < self.share:
                yield each

    def _other_name(
        self, question: str, window: str, own_names: Sequence[str], chance: random.Random
    ) -> _Replacement | None:
        known = _with_last_names(own_names)
        found = [match for match in _NAME.finditer(question) if match[0] in known and match[0] in window]
        if not found:
            return None
        match = chance.choice(found)
        names = own_names if chance.random() < _NAME_OF_ARTICLE else self.names
        others = [name for name in names if match[0] not in name]
        if not others:
            return None
        name = chance.choice(others)
        return _Replacement(Span(*match.span()), name if " " in match[0] else name.split()[-1])


def names_in(text: str) -> list[str]:
    """What may be names: capitalised words that stand in a row, each once."""
    found = dict.fromkeys(_CAPITALISED.findall(text))
    return [name for name in found if name.split()[0].lower() not in NO_NAMES]


def _with_last_names(names: Sequence[str]) -> set[str]:
    return {part for name in names for part in (name, *name.split()[1:])}


def _other_number(question: str, window: str, chance: random.Random) -> _Replacement | None:
    found = list(_NUMBER.finditer(question))
    if not found:
        return None
    match = chance.choice(found)
    number = match[0]
    others = [other for other in _NUMBER.findall(window) if other != number and len(other) == len(number)]
    if others and chance.random() < _NUMBER_OF_WINDOW:
        return _Replacement(Span(*match.span()), chance.choice(others))
    return _Replacement(Span(*match.span()), number[:-1] + str((int(number[-1]) + chance.randint(1, 8)) % 10))


def _swapped_names(question: str, own_names: Sequence[str]) -> tuple[_Replacement, ...]:
    """Its two names in each other's place."""
    known = _with_last_names(own_names)
    found = [match for match in _NAME.finditer(question) if match[0] in known]
    if len(found) != 2 or " and " in question or " und " in question:
        return ()
    one, other = found
    return _Replacement(Span(*one.span()), other[0]), _Replacement(Span(*other.span()), one[0])


def _opposite(question: str) -> _Replacement | None:
    for match in _WORD.finditer(question):
        if match.start() and (other := OPPOSITES.get(match[0].lower())):
            return _Replacement(Span(*match.span()), other.capitalize() if match[0][0].isupper() else other)
    return None


def _negation(question: str, window: str) -> _Replacement | None:
    """With "nicht" before the verb at its end."""
    match = NEGATED.search(question)
    if match is None or NEGATIONS.search(question) or NEGATIONS.search(window):
        return None
    return _Replacement(Span(match.start("verb"), match.start("verb")), "nicht ")


def _asked_otherwise(question: str, window: str, chance: random.Random) -> NearMiss:
    """For a reason or a time, of which the window has none."""
    fitting = [
        (asked, instead, words.kind)
        for words in QUESTION_WORDS
        for asked in words.asked
        if question.lower().startswith(f"{asked} ")
        and not COMPOUND.match(question[len(asked) + 1 :])
        and not words.telling.search(window)
        for instead in words.instead
    ]
    if not fitting:
        return NearMiss("", "")
    asked, instead, kind = chance.choice(fitting)
    return NearMiss((instead.capitalize() if question[0].isupper() else instead) + question[len(asked) :], kind)


def _replaced(question: str, kind: str, *replacements: _Replacement | None) -> NearMiss:
    """The question with these in place of what stands there; they are in order."""
    text, changed = question, list[Span]()
    for each in replacements:
        if each is not None:
            moved = len(text) - len(question)
            start = each.place.start + moved
            text = text[:start] + each.text + text[each.place.end + moved :]
            changed.append(Span(start, start + len(each.text)))
    return NearMiss(text, kind, tuple(changed))
