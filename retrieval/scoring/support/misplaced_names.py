"""People of an article whom the question puts where the article has another one.

"Warum sah Mats Kurowski in der 41. Minute die Rote Karte?": the article knows him, but what is asked about stands in a
passage that names Lasse Behn, and nothing of it where he is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from retrieval.attribution.attribution_cache import attributions_in
from retrieval.base.spans import Span
from retrieval.base.words import Word, words_of
from retrieval.index.parsed_article import Sentence
from retrieval.scoring.support.context import SupportContext
from retrieval.scoring.support.names import is_role
from retrieval.scoring.support.part import PartKind, UnsupportedPart
from retrieval.scoring.support.people import is_person, runs_of

# What is asked about must stand near the sentence found to this share, and to so much less where the name stands: of
# 2,000 true questions (XQuAD, gold, fit) six were doubted so, and 53 of 83 with another person's name.
_SAME_MATTER = 0.5
_LESS_MATTER = 0.25

# The same for other sentences, and at most this where the name stands.
_SAME_MATTER_ELSEWHERE = 0.6
_LESS_MATTER_ELSEWHERE = 0.5


def misplaced_names(context: SupportContext) -> Iterator[UnsupportedPart]:
    """The people of the question whom the article names elsewhere alone, while another one is named where it fits."""
    if context.is_foreign:
        return
    for name in _people(context):
        span = Span(name[0].start, name[-1].end)
        instead = _in_its_place(context, name, span)
        if instead:
            yield UnsupportedPart(span, PartKind.NAME, instead)


def _people(context: SupportContext) -> list[list[Word]]:
    """The names of people in the question, words beside each other as one."""
    people = runs_of(word for word in context.words if is_person(context, word))
    return [*people, *([role] for role in _bearers_roles(context))]


def _bearers_roles(context: SupportContext) -> Iterator[Word]:
    """The roles that the question has in place of a name: "der Staatsanwalt", whom the article names."""
    for before, word in pairwise(context.words):
        if before.form in context.rules.support.definite and is_role(word.form, context.rules):
            if context.text[before.end : word.start] == " " and not is_person(context, word):
                yield word


def _in_its_place(context: SupportContext, name: list[Word], span: Span) -> Span | None:
    """Another person's name where the article has what is asked about; None if it is this one's, or not clear."""
    about = len(context.subject((span,)))
    if about < 2:
        return None
    naming = [each for each in context.parsed.sentences if _names(each, name[-1:])]
    there = max((context.fit(context.around(each), (span,)) for each in naming), default=1.0)
    for sentence in context.parsed.sentences:
        if there > _LESS_MATTER_ELSEWHERE and not (sentence is context.sentence or _has_its_figure(context, sentence)):
            continue
        here = context.fit(context.around(sentence), (span,))
        found = sentence is context.sentence and here >= _SAME_MATTER and here - there >= _LESS_MATTER
        least = _SAME_MATTER_ELSEWHERE if about > 2 else 1.0
        other = here >= least and here - there >= (_LESS_MATTER_ELSEWHERE if about > 2 else 1.0)
        if (found or other or _has_its_figure(context, sentence)) and _is_elsewhere(context, name, sentence):
            instead = _another_person(context, sentence)
            if instead:
                return instead
    return None


def _has_its_figure(context: SupportContext, sentence: Sentence) -> bool:
    """Whether a figure of the question stands in this sentence, and in no other of the article."""
    figures = {word.form for word in context.words if word.form.isdecimal() and len(word.form) > 1}
    if not figures & {word.form for word in sentence.words}:
        return False
    having = [each for each in context.parsed.sentences if figures & {word.form for word in each.words}]
    return having == [sentence]


def _is_elsewhere(context: SupportContext, name: list[Word], sentence: Sentence) -> bool:
    """Whether the passage of the sentence neither names the person nor lets them speak."""
    forms = {word.form for word in name}
    passage = context.parsed.searched(sentence.passage)
    said = attributions_in(context.parsed.attributions, [each.span for each in passage])
    speakers = {word.form for each in said for word in words_of(each.speaker or "")}
    return not forms & speakers and not any(_names(each, name) for each in passage)


def _names(sentence: Sentence, name: list[Word]) -> bool:
    """Whether one of the words stands in the sentence, or the beginning of another: "Victorian" for "Victoria"."""
    return any(word.form.startswith(part.form) for word in sentence.words for part in name)


def _another_person(context: SupportContext, sentence: Sentence) -> Span | None:
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
