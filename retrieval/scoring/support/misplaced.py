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

# What is asked about must stand near the sentence found to this share, and at most to that where the name stands.
_SAME_MATTER = 0.6
_OTHER_MATTER = 0.5

# Whoever is named in more than this share of the passages is meant where no name stands, too.
_MAIN_PERSON = 0.25


def misplaced_names(context: SupportContext) -> Iterator[UnsupportedPart]:
    """The person of the question that the article names elsewhere alone, while another one is named where it fits."""
    if context.is_foreign:
        return
    name = [word for word in context.words if _is_person(context, word)]
    if not name or name[-1].start - name[0].end > 1:
        return
    span = Span(name[0].start, name[-1].end)
    naming = _naming(context, name)
    there = max((context.fit(context.around(each), (span,)) for each in naming), default=1.0)
    for sentence in _candidates(context, span):
        here = context.fit(context.around(sentence), (span,))
        instead = _another_person(context, sentence)
        clear = here >= _SAME_MATTER and there <= min(_OTHER_MATTER, here - 0.3)
        if instead and (clear or _has_its_figure(context, sentence)) and _is_elsewhere(context, name, sentence):
            yield UnsupportedPart(span, PartKind.NAME, instead)
            return


def _candidates(context: SupportContext, span: Span) -> list[Sentence]:
    """The sentence found, and others that have the same figure as the question, or as much of its words."""
    if len(context.subject((span,))) < 2:
        return []
    return [context.sentence, *(each for each in context.parsed.sentences if _has_its_figure(context, each))]


def _has_its_figure(context: SupportContext, sentence: Sentence) -> bool:
    """Whether a figure of the question stands in this sentence, and in no other of the article."""
    figures = {word.form for word in context.words if word.form.isdecimal() and len(word.form) > 1}
    having = [each for each in context.parsed.sentences if figures & {word.form for word in each.words}]
    return having == [sentence]


def _is_person(context: SupportContext, word: Word) -> bool:
    """Whether the word is capitalised, and part of a name of the article: of two words, or behind a title."""
    if not context.text[word.start].isupper() or word.form in context.rules.stop_words:
        return False
    rules = context.rules.support
    listed = word.form in rules.not_names or word.form in rules.places or word.form in rules.months
    return word.form in context.facts.people and not listed


def _is_elsewhere(context: SupportContext, name: list[Word], sentence: Sentence) -> bool:
    """Whether the passage of the sentence neither names the person nor lets them speak, nor is all about them."""
    forms = {word.form for word in name}
    passage = context.parsed.searched(sentence.passage)
    said = attributions_in(context.parsed.attributions, [each.span for each in passage])
    speakers = {word.form for each in said for word in words_of(each.speaker or "")}
    if forms & speakers or any(word.form in forms for each in passage for word in each.words):
        return False
    naming = {each.passage.number for each in _naming(context, name)}
    return bool(naming) and len(naming) <= max(1.0, _MAIN_PERSON * len(context.parsed.passages))


def _naming(context: SupportContext, name: list[Word]) -> list[Sentence]:
    last = name[-1].form
    return [each for each in context.parsed.sentences if any(word.form == last for word in each.words)]


def _another_person(context: SupportContext, sentence: Sentence) -> Span | None:
    """The name of a person in the sentence, or in the one before it."""
    for each in (sentence, *reversed(context.around(sentence))):
        words = [word for word in each.words if word.form in context.facts.people]
        names = [word for word in words if not is_role(word.form, context.rules)]
        if names and each.number <= sentence.number:
            last = next((b for a, b in pairwise(names) if b.start == a.end + 1), names[0])
            return Span(names[0].start, last.end)
    return None
