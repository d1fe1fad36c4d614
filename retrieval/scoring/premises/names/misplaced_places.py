"""Places and other names of a question where the article has another one in the same place of the sentence.

"Did she line up frozen supplies from Iceland?": the sentence found has "frozen supplies from Norway". "Was wurde in
der Werkstatt in Emshorn getauscht?": the article has "eine Werkstatt in Dornum".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from retrieval.base.words import Word, words_of
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.part import PartKind, UnsupportedPart
from retrieval.scoring.premises.reduced_question import reduced_question, sentences_beside

# Shorter words do not make compounds known by their ending.
_LEAST = 5

# So near must the question be to the sentence by its meaning.
_ALIKE = 0.8

# So much better than where the place stands does the article answer the rest of the question elsewhere: if it has
# another place there, and if it has none.
_LEAST_LEAD = 0.2
_LEAD = 0.7

_COMMON = re.compile(r"(?:ung|heit|keit|schaft|tion|tät|nis|ment)(?:en)?$")


# Behind these stands no place, behind those whoever has something, where that is told ("über dem von Torvald").
_NO_PLACE = frozenset({"für", "gegen", "for", "against"})
_OWNERS = frozenset({"von", "of"})


class _Place(NamedTuple):
    """A name behind a preposition, or at once behind a thing; `thing` is None if there is none."""

    thing: Word | None
    preposition: str
    name: Word


def misplaced_places(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The places of the question for which the article has others."""
    for asked in _places(context, context.text, context.words):
        absent = asked.name.form not in context.facts.forms
        if absent and context.facts.has_name(asked.name.form):
            continue  # misspelt, or inflected
        lead = _lead(context, asked)
        if lead is not None and lead < _LEAST_LEAD:
            continue  # what is asked about stands where the article has it
        instead = _of_thing(context, asked) or _of_preposition(context, asked) or _of_kind(context, asked)
        if instead or (lead is not None and lead >= _LEAD and _must_be_named(context, asked)):
            yield UnsupportedPart(asked.name.span, PartKind.NAME, instead and instead.span, absent)


def _must_be_named(context: PremiseContext, asked: _Place) -> bool:
    """Whether the article says it where it tells of the place: that of its title, or an owner, need not be repeated."""
    titled = _has(context, words_of(context.parsed.article.title), asked.name)
    return not titled and (asked.thing is not None or asked.preposition not in _OWNERS)


def _places(context: PremiseContext, text: str, words: Sequence[Word]) -> Iterator[_Place]:
    """The names of a sentence behind prepositions, streets also behind "der"."""
    rules = context.rules
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1]
        is_street = bool(re.search(rules.premises.street_endings, word.form))
        if before.form in rules.premises.definite and is_street and at > 1:
            before, thing = words[at - 2], words[at - 3] if at > 2 else None
        else:
            thing = words[at - 2] if at > 1 else None
        if before.form not in rules.premises.before_names - _NO_PLACE or not _is_name(context, text, word):
            continue
        if thing and at > 2 and words[at - 3].form in rules.question_words:
            continue  # "Welche Werkstatt in Emshorn …?" takes none for given
        if (before.form in rules.premises.contracted and not is_street) or _is_genitive(text, words, at):
            continue
        yield _Place(thing if thing and _is_thing(context, text, thing) else None, before.form, word)


def _is_genitive(text: str, words: Sequence[Word], at: int) -> bool:
    """ "An Ohlbachs Auftritt"."""
    behind = words[at + 1] if at + 1 < len(words) else None
    joined = behind is not None and text[words[at].end : behind.start] == " " and text[behind.start].isupper()
    return joined and words[at].form.endswith("s")


def _is_name(context: PremiseContext, text: str, word: Word) -> bool:
    rules = context.rules
    capital = text[word.start].isupper() or (text.islower() and word.form in context.facts.written_large)
    listed = rules.stop_words | rules.light_words | rules.premises.not_names
    dated = word.form in rules.premises.months or word.form in rules.premises.weekdays
    return capital and word.form not in listed and not dated and not _COMMON.search(word.form)


def _is_thing(context: PremiseContext, text: str, word: Word) -> bool:
    noun = text[word.start].isupper() or text.islower() or context.rules.code == "en"
    return noun and word.form not in context.rules.stop_words


def _of_thing(context: PremiseContext, asked: _Place) -> Word | None:
    """The place where the article has the thing; None if it is the one asked about, or not clear."""
    thing = asked.thing
    if thing is None or not _is_known(context, asked.name):
        return None
    text, instead = context.parsed.article.text, None
    forms = context.facts.forms_like(lambda form: _is_same(context, form, thing.form))
    for sentence in context.facts.sentences_with(forms):
        if _has(context, sentence.words, asked.name):
            return None
        for at in (at for at, word in enumerate(sentence.words) if word.form in forms):
            behind = sentence.words[at + 1 : at + 3]
            if len(behind) == 2 and behind[0].form == asked.preposition and _is_own_name(context, behind[1]):
                instead = instead or behind[1]
            elif behind and _is_named_so(context, text, sentence.words[at], behind):
                instead = instead or behind[0]
    return instead


def _is_named_so(context: PremiseContext, text: str, thing: Word, behind: Sequence[Word]) -> bool:
    """Whether a name stands at once behind the thing, and not that of a person: "Werkstatt Dornum"."""
    if text[thing.end : behind[0].start] != " " or not _is_own_name(context, behind[0]):
        return False
    joined = len(behind) > 1 and text[behind[0].end : behind[1].start] == " "
    return not (joined and behind[0].form in context.facts.people and _is_name(context, text, behind[1]))


def _of_preposition(context: PremiseContext, asked: _Place) -> Word | None:
    """The name behind the same preposition in the sentence found, where nothing near has the one asked about."""
    near = context.parsed.searched_sentences(context.sentence.passage)
    if any(_has(context, each.words, asked.name) for each in near) or not context.is_near(_ALIKE):
        return None
    words = context.sentence.words
    names = [
        words[at]
        for at in range(1, len(words))
        if words[at - 1].form == asked.preposition and _is_own_name(context, words[at])
    ]
    return _not_asked(context, names)


def _of_kind(context: PremiseContext, asked: _Place) -> Word | None:
    """The street in the sentence found, where the question has another one."""
    endings = context.rules.premises.street_endings
    near = [word for each in context.nearby for word in each.words]
    if not re.search(endings, asked.name.form) or _has(context, near, asked.name):
        return None
    return _not_asked(context, [word for word in near if re.search(endings, word.form)])


def _lead(context: PremiseContext, asked: _Place) -> float | None:
    """How much better than where it has the name the article answers the rest elsewhere; None: it does not have it."""
    where = sentences_beside(context, _forms_of(context, asked.name))
    left = reduced_question(context.query, context.index, asked.name.span) if where else None
    return left.lead_over(where) if left else None


def _not_asked(context: PremiseContext, names: Iterable[Word]) -> Word | None:
    """The first of the names, if the question has none of them."""
    listed = list(names)
    asked = any(_has(context, context.words, name) for name in listed)
    return listed[0] if listed and not asked else None


def _is_own_name(context: PremiseContext, word: Word) -> bool:
    """Whether a word of the article is a name: it never stands behind a determiner there."""
    text = context.parsed.article.text
    if not _is_name(context, text, word):
        return False
    return context.rules.code == "en" or not (
        context.rules.premises.determiners & context.facts.forms_before[word.form]
    )


def _is_known(context: PremiseContext, name: Word) -> bool:
    return bool(context.facts.forms_like(_forms_of(context, name)))


def _has(context: PremiseContext, words: Iterable[Word], name: Word) -> bool:
    return any(map(_forms_of(context, name), (word.form for word in words)))


def _forms_of(context: PremiseContext, name: Word) -> Callable[[str], bool]:
    """What tells whether a form is the name, inflected, or begins with it."""
    stem = context.stem(name.form)
    return lambda form: form.startswith(name.form) or context.stem(form) == stem


def _is_same(context: PremiseContext, one: str, other: str) -> bool:
    """Whether it is the same word, or the compound's last part."""
    return context.stem(one) == context.stem(other) or (len(other) >= _LEAST and one.endswith(other))
