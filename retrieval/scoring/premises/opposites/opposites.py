"""Negations and opposites: the question takes for given what the sentence found denies.

A question for yes or no takes nothing for given: a no answers it.
"""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.base.words import Word
from retrieval.index.parsed_article import Sentence
from retrieval.scoring.premises.context import SAME_MATTER, PremiseContext
from retrieval.scoring.premises.opposites.clauses import PremiseClause, clauses_of, matches
from retrieval.scoring.premises.part import PartKind, UnsupportedPart

# So near must the question be to the sentence, where too few of its other words stand there, before one is held to be
# denied there.
_ALIKE = 0.85

# Of two words each is the contrary of the other; of more, none is.
_CONTRARIES = 2

# Shorter words have no prefix that makes an opposite of them.
_STEM = 6

# What is left of a word without its prefix has at least so many letters, and up to so many last ones may differ.
_LEAST_BARE = 4
_ENDING = 2


def unsupported_opposites(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The words of the question that the sentence found says the opposite of."""
    if context.is_yes_no:
        return
    asked = clauses_of(context, context.text, context.span)
    text = context.parsed.article.text
    for sentence in (context.sentence, *_beside(context)):
        if matches(context.rules.premises.exceptions, sentence.words):
            continue
        yield from _opposites(context, asked, clauses_of(context, text, sentence.span), sentence)


def _beside(context: PremiseContext) -> Iterator[Sentence]:
    """The sentences beside the one found that may say the opposite of what the question takes for given."""
    if context.takes_for_given:
        yield from (s for s in context.nearby if s is not context.sentence and not s.asks and context.fit((s,)) > 0)


def _opposites(
    context: PremiseContext, asked: list[PremiseClause], found: list[PremiseClause], sentence: Sentence
) -> Iterator[UnsupportedPart]:
    there = tuple(word for clause in found for word in clause.words)
    around = tuple(word for each in context.nearby if not each.asks for word in each.words)
    for clause in asked:
        for one, other in _pairs(context, contraries=sentence is not context.sentence):
            words = matches(one, clause.words)
            if not words or matches(other, context.words):
                continue
            for word in words:
                same = matches(one, around)
                against = [(c, w) for c in found for w in matches(other, c.words)]
                denied = [(c, w) for c in found for w in matches(one, c.words) if c.denied and not c.negations]
                turned = any(negation != word for negation in clause.negations)
                straight = [w for c, w in against if any(n != w for n in c.negations) == turned and not c.denied]
                if straight and not same and _fits(context, word):
                    yield _part(word, PartKind.OPPOSITE, straight[0])
                elif denied and not turned and len(denied) == len(matches(one, there)) and _fits(context, word):
                    yield _part(word, PartKind.NEGATION, denied[0][1])
    yield from _with_prefix(context, there, around)
    yield from _prepositions(context, context.words, there)


def _prepositions(
    context: PremiseContext, asked: tuple[Word, ...], there: tuple[Word, ...]
) -> Iterator[UnsupportedPart]:
    """ "Für die Steuer" where the sentence has "gegen die Steuer" and not both."""
    pairs = context.rules.premises.opposite_prepositions
    for one, other in (*pairs, *((other, one) for one, other in pairs)):
        own = _objects(context, asked, one)
        against = _objects(context, there, other)
        both = {noun for noun, _ in _objects(context, there, one)}
        for noun, word in own:
            opposite = next((w for n, w in against if n == noun and n not in both), None)
            if opposite and _fits(context, word):
                yield _part(word, PartKind.OPPOSITE, opposite)


def _objects(context: PremiseContext, words: tuple[Word, ...], preposition: str) -> list[tuple[str, Word]]:
    """What stands behind each such preposition, as the stem of the next word that is no grammar."""
    found = []
    for at, word in enumerate(words):
        if word.form == preposition:
            behind = [w for w in words[at + 1 : at + 4] if w.form not in context.rules.stop_words]
            found += [(context.stem(behind[0].form), word)] if behind else []
    return found


def _pairs(context: PremiseContext, *, contraries: bool) -> Iterator[tuple[str, str]]:
    """Words, and those that exclude them. `contraries`: no times of day or of the year, of which texts have several."""
    for group in context.rules.premises.opposites:
        if contraries and len(group) > _CONTRARIES:
            continue
        for at, one in enumerate(group):
            yield one, "|".join((*group[:at], *group[at + 1 :]))


def _with_prefix(
    context: PremiseContext, there: tuple[Word, ...], around: tuple[Word, ...]
) -> Iterator[UnsupportedPart]:
    """ "Wahrscheinlich" for "unwahrscheinlich", "Südufer" for "Nordufer", and the other way round."""
    forms = {word.form: word for word in there}
    asked = {word.form for word in context.words}
    for word in context.words:
        if len(word.form) < _STEM or word.form in context.rules.light_words | context.rules.stop_words:
            continue
        for one, other in context.rules.premises.opposite_prefixes:
            for prefix, wanted in ((one, other), (other, one)):
                bare = word.form.removeprefix(prefix)
                if len(bare) < _LEAST_BARE or (prefix and bare == word.form):
                    continue
                beginning = wanted + bare[: max(_LEAST_BARE, len(bare) - _ENDING)]
                own = prefix + bare[:_LEAST_BARE]
                opposite = next((forms[form] for form in forms if form.startswith(beginning)), None)
                # A verb has many prefixes of which two seldom exclude each other: "abkochen" is none of "aufkochen".
                is_verb = opposite is not None and context.parsed.article.text[opposite.start].islower()
                forms_there = context.facts.forms if is_verb else {each.form for each in around}
                known = any(form.startswith(own) for form in forms_there)
                if (
                    opposite
                    and not known
                    and not any(form.startswith(beginning) for form in asked)
                    and _fits(context, word)
                ):
                    yield _part(word, PartKind.OPPOSITE, opposite)


def _fits(context: PremiseContext, word: Word) -> bool:
    span = (word.span,)
    rest = context.subject(span)
    return len(rest) >= 1 and (context.fit(context.nearby, span) >= SAME_MATTER or context.cosine >= _ALIKE)


def _part(word: Word, kind: PartKind, instead: Word) -> UnsupportedPart:
    return UnsupportedPart(word.span, kind, instead.span)
