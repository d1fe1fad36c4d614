"""Roles and titles beside a name of the question that the article gives to somebody else.

"Wofür hat Elektriker Asmus geworben?": the article has "Bürgermeister Henrik Asmus", and "Elektriker Malte Grothe".
A role that the article does not have at all may be another word for the right one: it is told only where the two
exclude each other ("Pfarrerin" and "Biologin").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.base.spans import Span
from retrieval.base.words import Word
from retrieval.index.parsed_article import Sentence
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.occupations import occupation
from retrieval.scoring.premises.part import PartKind, UnsupportedPart
from retrieval.scoring.premises.people import is_person, is_role, runs_of

_BLANK = (" ",)
_APPOSITION = (" ", ", ")

# Shorter words are no roles by their ending: "Rat" of "Stadtrat".
_LEAST = 4

# Words of one kind end with the same so many letters: "Baumeister" and "Handwerksmeister".
_STEM = 6

_FEMALE = re.compile(r"in(?:nen)?$")
_INFLECTION = re.compile(r"(?:e[nmrs]?|[ns])?$")
_ABSTRACT = re.compile(r"(?:ung|heit|keit|schaft|tion)$")  # "die Regierung Korvessa": nobody's role
_ADJECTIVE = re.compile(r"(?<=[dt])e[nmrs]?$")


class _Named(NamedTuple):
    """A role in the question, and the name of whom it is said."""

    role: tuple[Word, ...]
    name: tuple[Word, ...]


def misnamed_roles(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The roles of the question's people that only others have in the article."""
    for named in _roles(context):
        if _is_of_others(context, named):
            own = _own_role(context, named.name)
            place = own.span if own else None
            yield UnsupportedPart(Span(named.role[0].start, named.role[-1].end), PartKind.NAME, place)


def _roles(context: PremiseContext) -> Iterator[_Named]:
    """The words directly before a name, and those set off behind it: "Rosa Quill, the farmer, …"."""
    words = context.words
    for run in runs_of(word for word in words if is_person(context, word)):
        titles = 1 if len(run) > 1 and is_role(run[0].form, context.rules) else 0
        name, first = tuple(run[titles:]), words.index(run[titles])
        before = words[first - 1] if first else None
        joined = before and _between(context.text, before, name[0]) in _BLANK
        if before and joined and _may_be_role(context, before) and not _is_verb(context, words, first - 1):
            yield _Named((before,), name)
        behind = _set_off(context, words, words.index(run[-1]) + 1)
        if behind:
            yield _Named(behind, name)


def _may_be_role(context: PremiseContext, word: Word) -> bool:
    """Whether the word can say what somebody is: in German, it is a noun."""
    if word.form in context.rules.stop_words or word.form in context.rules.premises.not_names:
        return False
    typed_small = context.text.islower() and (word.form in context.facts.written_large or _is_listed(context, word))
    written_as_noun = context.text[word.start].isupper() or typed_small or context.rules.code == "en"
    return len(word.form) >= _LEAST and written_as_noun and word.form not in context.rules.question_words


def _is_listed(context: PremiseContext, word: Word) -> bool:
    return is_role(word.form, context.rules) or bool(occupation(context, word.form))


def _is_verb(context: PremiseContext, words: Sequence[Word], at: int) -> bool:
    """Whether a word of an English question may be its verb: there is none before it that opens a phrase."""
    return context.rules.code == "en" and at > 0 and words[at - 1].form not in context.rules.premises.before_roles


def _set_off(context: PremiseContext, words: Sequence[Word], start: int) -> tuple[Word, ...]:
    """The words between two commas, from a determiner to a role."""
    if not 0 < start < len(words) or _between(context.text, words[start - 1], words[start]) != ", ":
        return ()
    if words[start].form not in context.rules.premises.determiners:
        return ()
    for end in range(start + 1, min(start + 4, len(words))):
        if context.text[words[end].end : words[end].end + 1] == ",":
            return tuple(words[start : end + 1]) if _may_be_role(context, words[end]) else ()
    return ()


def _is_of_others(context: PremiseContext, named: _Named) -> bool:
    """Whether the article has the role, of somebody else and never near the name; or another one that excludes it."""
    own_role = _own_role(context, named.name)
    naming = {each.number for each in context.facts.sentences_with([named.name[-1].form])}
    if own_role is None or not naming or _ABSTRACT.search(own_role.form):
        return False
    asked, theirs = occupation(context, named.role[-1].form), occupation(context, own_role.form)
    if asked & theirs:
        return False
    own, near = {word.form for word in named.name}, {number + step for number in naming for step in (-1, 0, 1)}
    known = False
    for sentence, bearer in _bearers(context, named.role[-1].form, asked if theirs else frozenset()):
        if own & bearer or (not bearer and sentence.number in near):
            return False
        known = True
    return known or bool(asked and theirs) or _are_occupations(context, named.role[-1], own_role)


def _are_occupations(context: PremiseContext, one: Word, other: Word) -> bool:
    """Whether both words say by their endings what somebody works as, and neither is the other's second part."""
    words, both = context.rules.premises, (one.form, other.form)
    if any(re.search(words.wide_occupations, form) for form in both):
        return False  # an electrician is a craftsman, too
    specific = all(re.search(words.occupation_endings, form) and not is_role(form, context.rules) for form in both)
    return specific and one.form[-_STEM:] != other.form[-_STEM:]


def _bearers(
    context: PremiseContext, role: str, meanings: frozenset[int] = frozenset()
) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """Where the article has the role, or a word of such a meaning, and the forms of the name behind it."""

    def fits(form: str) -> bool:
        return is_same_role(form, role) or bool(occupation(context, form) & meanings)

    forms = context.facts.forms_like(fits)
    for sentence in context.facts.sentences_with(forms):
        for at, word in enumerate(sentence.words):
            if word.form in forms:
                yield sentence, _bearer(context, sentence.words, at)


def names_behind(context: PremiseContext, role: str) -> frozenset[str]:
    """The forms of all names that the article has directly behind the role."""
    return frozenset().union(*(bearer for _, bearer in _bearers(context, role)))


def is_same_role(one: str, other: str) -> bool:
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
        if _between(text, words[end - 1], words[end]) not in (_APPOSITION if end == at + 1 else _BLANK):
            break
        end += 1
    return frozenset(word.form for word in words[at + 1 : end])


def _own_role(context: PremiseContext, name: tuple[Word, ...]) -> Word | None:
    """What the article has directly before the name: a noun, and not another part of the name."""
    text = context.parsed.article.text
    for sentence in context.facts.sentences_with([name[-1].form]):
        words = sentence.words
        for at, word in enumerate(words):
            if word.form != name[-1].form:
                continue
            first = at
            while first and words[first - 1].form in context.facts.people and _joined(text, words, first):
                first -= 1
            if first and _joined(text, words, first) and _is_noun(context, words[first - 1]):
                return words[first - 1]
    return None


def _joined(text: str, words: tuple[Word, ...], at: int) -> bool:
    return _between(text, words[at - 1], words[at]) in _BLANK


def _is_noun(context: PremiseContext, word: Word) -> bool:
    rules = context.rules
    if word.form in rules.stop_words or word.form in rules.premises.not_names or len(word.form) < _LEAST:
        return False
    return context.parsed.article.text[word.start].isupper() or rules.code == "en"


def _between(text: str, one: Word, other: Word) -> str:
    return text[one.end : other.start]
