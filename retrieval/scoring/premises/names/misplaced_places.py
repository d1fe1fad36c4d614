"""Places of an article that the question puts with something the article has in another place.

"Was wurde in der Werkstatt in Emshorn getauscht?": the article has "eine Werkstatt in Dornum", and Emshorn only of a
shipyard.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from retrieval.base.words import Word
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.part import PartKind, UnsupportedPart

# Shorter words do not make compounds known by their ending.
_LEAST = 5


class _Located(NamedTuple):
    """A thing, a preposition and the place behind it."""

    thing: Word
    preposition: Word
    place: Word


def misplaced_places(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The places of the question's things, where the article has the things in another place only."""
    for at in range(1, len(context.words) - 2):
        definite = context.words[at - 1].form in context.rules.premises.definite
        asked = _located(context, context.text, context.words, at) if definite else None
        instead = _in_its_place(context, asked) if asked else None
        if asked and instead:
            yield UnsupportedPart(asked.place.span, PartKind.NAME, instead.span)


def _located(context: PremiseContext, text: str, words: tuple[Word, ...], at: int) -> _Located | None:
    """The thing at this place with a preposition and a capitalised word behind it."""
    if at + 2 >= len(words):
        return None
    thing, preposition, place = words[at : at + 3]
    if text[thing.end : preposition.start] != " " or text[preposition.end : place.start] != " ":
        return None
    rules = context.rules
    if preposition.form not in rules.premises.before_names or not text[place.start].isupper():
        return None
    if rules.code == "de" and not text[thing.start].isupper():
        return None
    light = thing.form in rules.stop_words or place.form in rules.stop_words or place.form in rules.premises.months
    return None if light or place.form in rules.premises.weekdays else _Located(thing, preposition, place)


def _in_its_place(context: PremiseContext, asked: _Located) -> Word | None:
    """The place where the article has the thing; None if it is the one asked about, or not clear."""
    text, place = context.parsed.article.text, context.stem(asked.place.form)
    instead: Word | None = None
    known = False
    for sentence in context.parsed.sentences:
        things = [at for at, word in enumerate(sentence.words) if _is_same(context, word.form, asked.thing.form)]
        has_place = place in context.stems_of(sentence)
        known = known or has_place
        if things and has_place:
            return None
        for at in things:
            found = _located(context, text, sentence.words, at)
            if found and found.preposition.form == asked.preposition.form:
                instead = instead or found.place
    return instead if known else None


def _is_same(context: PremiseContext, one: str, other: str) -> bool:
    """Whether it is the same word, or the compound's last part."""
    return context.stem(one) == context.stem(other) or (len(other) >= _LEAST and one.endswith(other))
