"""Words of a question that the article has only behind a negation.

"Wie oft muss sich der Uhrmacher melden, dessen Urteil rechtskräftig ist?": of the judgment it says "noch nicht
rechtskräftig", and nowhere else has it the word.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from retrieval.base.spans import Span
from retrieval.base.words import Word
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.part import PartKind, UnsupportedPart

# Forms of a word begin with the same so many letters.
_STEM = 6

# Between a negation and the word that it denies stand at most so many others: "nicht mehr rechtskräftig".
_REACH = 2


def negated_words(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The adjectives and verbs of the question that the article denies wherever it has them."""
    if context.is_yes_no or context.may_be_denied_in_part:
        return
    if _negation(context, context.words, len(context.words), None):
        return
    for before, word in pairwise(context.words):
        if not _is_predicate(context, before, word):
            continue
        negations = list(_negations(context, word))
        if negations and all(negations) and negations[0]:
            start = before.start if before.form in context.rules.premises.already else word.start
            place = negations[0].span
            yield UnsupportedPart(Span(start, word.end), PartKind.NEGATION, place)


def _is_predicate(context: PremiseContext, before: Word, word: Word) -> bool:
    """Whether the word can be what is denied: written small, and part of no noun phrase."""
    rules, text = context.rules, context.text
    if len(word.form) < _STEM or not text[word.start].islower() or word.form in rules.light_words:
        return False
    attribute = (
        rules.code == "de" and text[word.end : word.end + 1] == " " and text[word.end + 1 : word.end + 2].isupper()
    )
    inside = before.form in rules.premises.determiners | rules.premises.before_names | rules.question_words
    return not (attribute or inside)


def _negations(context: PremiseContext, asked: Word) -> Iterator[Word | None]:
    """For each place where the article has the word beside another one of the question, what denies it there."""
    rest = {context.stem(form) for form in context.subject((asked.span,))}
    forms = context.facts.forms_like(lambda form: form.startswith(asked.form[:_STEM]))
    for sentence in context.facts.sentences_with(forms):
        for at, word in enumerate(sentence.words):
            if word.form in forms:
                beside = rest & context.stems_of(sentence)
                yield _negation(context, sentence.words, at, _REACH) if beside else None


def _negation(context: PremiseContext, words: tuple[Word, ...], at: int, reach: int | None) -> Word | None:
    before = words[max(0, at - reach - 1) if reach is not None else 0 : at]
    return next((word for word in reversed(before) if word.form in context.rules.premises.negations), None)
