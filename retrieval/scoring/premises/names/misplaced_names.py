"""People of an article whom the question puts where the article has another one.

"Warum sah Mats Kurowski in der 41. Minute die Rote Karte?": the article knows him, but what is asked about stands in a
passage that names Lasse Behn, and nothing of it where he is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from retrieval.attribution.attribution_cache import attributions_within
from retrieval.base.spans import Span
from retrieval.base.words import words_of
from retrieval.index.parsed_article import Sentence
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.part import PartKind, UnsupportedPart
from retrieval.scoring.premises.people import is_person, is_role, runs_of
from retrieval.scoring.premises.roles.named_roles import names_behind

# What is asked about must stand near the sentence found to this share, and to so much less where the name stands: of
# 2,000 true questions (XQuAD, gold, fit) six were doubted so, and 53 of 83 with another person's name.
_SAME_MATTER = 0.5
_LESS_MATTER = 0.25

# The same for other sentences, and at most this where the name stands.
_SAME_MATTER_ELSEWHERE = 0.6
_LESS_MATTER_ELSEWHERE = 0.5


class _Person(NamedTuple):
    """`span` is its place in the message, `forms` are all that the article may call them by.

    `key` are those of the forms without which no sentence speaks of them.
    """

    span: Span
    forms: tuple[str, ...]
    key: tuple[str, ...]


def misplaced_names(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The people of the question whom the article names elsewhere alone, while another one is named where it fits."""
    for person in (*_people(context), *_bearers(context)):
        instead = _in_its_place(context, person)
        if instead:
            yield UnsupportedPart(person.span, PartKind.NAME, instead)


def _people(context: PremiseContext) -> Iterator[_Person]:
    """The names of people in the question, words beside each other as one."""
    for name in runs_of(word for word in context.words if is_person(context, word)):
        forms = tuple(word.form for word in name)
        yield _Person(Span(name[0].start, name[-1].end), forms, forms[-1:])


def _bearers(context: PremiseContext) -> Iterator[_Person]:
    """Whom the question calls by a role ("der Staatsanwalt") that the article has before a name."""
    for before, word in pairwise(context.words):
        definite = before.form in context.rules.premises.definite and context.text[before.end : word.start] == " "
        if definite and is_role(word.form, context.rules) and not is_person(context, word):
            names = names_behind(context, word.form)
            if names:
                yield _Person(word.span, (word.form, *names), (word.form, *names))


def _in_its_place(context: PremiseContext, person: _Person) -> Span | None:
    """Another person's name where the article has what is asked about; None if it is this one's, or not clear."""
    without = (person.span,)
    about = len(context.subject(without))
    if about < 2:
        return None
    naming = [each for each in context.parsed.sentences if _names(each, person.key)]
    there = max((context.fit(context.around(each), without) for each in naming), default=1.0)
    for sentence in context.parsed.sentences:
        if there > _LESS_MATTER_ELSEWHERE and not (sentence is context.sentence or _has_its_figure(context, sentence)):
            continue
        here = context.fit(context.around(sentence), without)
        found = sentence is context.sentence and here >= _SAME_MATTER and here - there >= _LESS_MATTER
        fits = found or _fits_elsewhere(about, here, there) or _has_its_figure(context, sentence)
        if fits and _is_elsewhere(context, person, sentence):
            instead = _another_person(context, sentence)
            if instead:
                return instead
    return None


def _fits_elsewhere(about: int, here: float, there: float) -> bool:
    """Whether another sentence than the one found fits; of two words it has both, and the name's sentences none."""
    if about == 2:
        return here == 1 and there == 0
    return here >= _SAME_MATTER_ELSEWHERE and here - there >= _LESS_MATTER_ELSEWHERE


def _has_its_figure(context: PremiseContext, sentence: Sentence) -> bool:
    """Whether a figure of the question stands in this sentence, and in no other of the article."""
    figures = {word.form for word in context.words if word.form.isdecimal() and len(word.form) > 1}
    if not figures & {word.form for word in sentence.words}:
        return False
    having = [each for each in context.parsed.sentences if figures & {word.form for word in each.words}]
    return having == [sentence]


def _is_elsewhere(context: PremiseContext, person: _Person, sentence: Sentence) -> bool:
    """Whether no sentence near it names the person or lets them speak.

    Near are those of its passage, and where it is asked what somebody thinks of it ("…, that …"), of the next one:
    there whoever doubts or answers it does so.
    """
    at, reach = sentence.passage.number, 2 if _has_reported_clause(context, person) else 1
    passages = context.parsed.passages[at : at + reach]
    near = [each for passage in passages for each in context.parsed.searched_sentences(passage)]
    said = attributions_within(context.parsed.article, [each.span for each in near])
    speakers = {word.form for each in said for word in words_of(each.speaker or "")}
    return not speakers.intersection(person.forms) and not any(_names(each, person.forms) for each in near)


def _has_reported_clause(context: PremiseContext, person: _Person) -> bool:
    """Whether the question goes on with what the person says, thinks or doubts."""
    subordinating = context.rules.checking.subordinating
    return any(word.start >= person.span.end and word.form in subordinating for word in context.words)


def _names(sentence: Sentence, forms: tuple[str, ...]) -> bool:
    """Whether one of the forms stands in the sentence, or begins another word: "Victorian" for "Victoria"."""
    return any(word.form.startswith(forms) for word in sentence.words)


def _another_person(context: PremiseContext, sentence: Sentence) -> Span | None:
    """The name of a person in the sentence, or in the one before it, whom the question does not name."""
    asked = {word.form for word in context.words}
    for each in (sentence, *reversed(context.around(sentence))):
        words = [word for word in each.words if word.form in context.facts.people]
        names = [name for name in runs_of(words) if not is_role(name[-1].form, context.rules)]
        if any(asked & {word.form for word in name} for name in names):
            return None
        if names:
            return Span(names[0][0].start, names[0][-1].end)
    return None
