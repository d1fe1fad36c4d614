"""Whose role something is by the article: the names that stand behind it ("Bürgermeister Henrik Asmus")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.base.words import Word
from retrieval.scoring.premises.context import PremiseContext

_BLANK = (" ",)
_APPOSITION = (" ", ", ")

# Shorter words are no roles by their ending: "Rat" of "Stadtrat".
_LEAST = 4

_FEMALE = re.compile(r"in(?:nen)?$")
_INFLECTION = re.compile(r"(?:e[nmrs]?|[ns])?$")
_ADJECTIVE = re.compile(r"(?<=[dt])e[nmrs]?$")


def names_behind(context: PremiseContext, role: str) -> frozenset[str]:
    """The forms of all names that the article has directly behind the role."""
    return frozenset().union(*_bearers(context, role))


def _bearers(context: PremiseContext, role: str) -> Iterator[frozenset[str]]:
    forms = context.facts.forms_like(lambda form: _is_same_role(form, role))
    for sentence in context.facts.sentences_with(forms):
        for at, word in enumerate(sentence.words):
            if word.form in forms:
                yield _bearer(context, sentence.words, at)


def _is_same_role(one: str, other: str) -> bool:
    """Whether the words are one role: inflected, of a woman or a man, or the last part of a compound."""
    first, second = _FEMALE.sub("", one), _FEMALE.sub("", other)
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= _LEAST and longer.endswith(shorter):
        return True
    if longer.startswith(shorter):
        return bool(_INFLECTION.fullmatch(longer[len(shorter) :]))
    return bool(_ADJECTIVE.search(first) and _ADJECTIVE.search(second)) and _stem(first) == _stem(second)


def _stem(form: str) -> str:
    return _ADJECTIVE.sub("", form)


def _bearer(context: PremiseContext, words: tuple[Word, ...], at: int) -> frozenset[str]:
    """The forms of the name behind a role in the article, none if there is no name."""
    text, end = context.parsed.article.text, at + 1
    while end < len(words) and words[end].form in context.facts.people:
        if text[words[end - 1].end : words[end].start] not in (_APPOSITION if end == at + 1 else _BLANK):
            break
        end += 1
    return frozenset(word.form for word in words[at + 1 : end])
