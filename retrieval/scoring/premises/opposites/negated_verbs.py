"""The same verb in question and sentence, denied in one of the two only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.analysis.answer_type import AnswerType
from retrieval.base.words import Word
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.opposites.clauses import PremiseClause, clauses_of, matches
from retrieval.scoring.premises.opposites.negations import negations_of
from retrieval.scoring.premises.part import PartKind, UnsupportedPart

# A noun behind what is written small: that is an adjective, as a rule.
_NOUN_FOLLOWS = re.compile(r" [^\W\d_a-zäöü]")

# What they deny is told by more than one word.
_TWOFOLD = frozenset({"weder", "neither"})

# So many of the question's words must stand in the sentence.
_SAME_MATTER = 0.6

# Forms of a word begin with the same so many letters.
_STEM = 6


def negated_verbs(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """Of a question that takes for given what it says: its negation, or its verb, if the sentence has it otherwise."""
    if not context.takes_for_given or context.query.answer_type is AnswerType.NUMBER:
        return
    found = clauses_of(context, context.parsed.article.text, context.sentence.span)
    for clause in clauses_of(context, context.text, context.span):
        for theirs in found:
            if not _differ(clause, theirs) or (not theirs.negations and _may_be_denied(context, found)):
                continue
            verb = _same_verb(context, clause, theirs)
            if verb:
                asked, there = verb
                span = (clause.negations or (asked,))[0].span
                yield UnsupportedPart(span, PartKind.NEGATION, (theirs.negations or (there,))[0].span)
                return


def _may_be_denied(context: PremiseContext, found: list[PremiseClause]) -> bool:
    """Whether something denies elsewhere in the sentence or behind it, or it tells only what was to be."""
    if any(each.negations or each.denied for each in found):
        return True
    rules = context.rules.premises
    sentence = tuple(word for clause in found for word in clause.words)
    behind = tuple(word for each in context.nearby if each.number > context.sentence.number for word in each.words)
    unreal = any(word.form in rules.unreal for word in sentence)
    return unreal or bool(negations_of(behind, context.rules) or matches(rules.denials, behind))


def _differ(clause: PremiseClause, theirs: PremiseClause) -> bool:
    """Whether one of the two clauses is denied, and not twice."""
    twofold = any(word.form in _TWOFOLD for word in (*clause.words, *theirs.words))
    return not twofold and not theirs.denied and bool(clause.negations) != bool(theirs.negations)


def _same_verb(context: PremiseContext, clause: PremiseClause, theirs: PremiseClause) -> tuple[Word, Word] | None:
    """A verb, or what else is written small, that both have, if most of the question's words are in that clause."""
    small = [word for word in _written_small(context, context.text, clause.words) if word.form[0].isalpha()]
    verbs = [word for word in small if not _NOUN_FOLLOWS.match(context.text, word.end)]
    there = _written_small(context, context.parsed.article.text, theirs.words)
    shared = [(one, other) for one in verbs for other in there if _are_alike(context, one, other)]
    about = context.subject()
    inside, near = context.stems_of(context.sentence), context.stems_of(*context.nearby)
    fit = sum(context.stem(form) in inside for form in about) >= _SAME_MATTER * len(about)
    fits_near = all(context.stem(form) in near for form in about)
    return shared[-1] if shared and len(about) >= 2 and (fit or fits_near) else None


def _written_small(context: PremiseContext, text: str, words: tuple[Word, ...]) -> list[Word]:
    """The words that may be verbs, but for light ones: in English what stands behind an article is a noun."""
    rules, before = context.rules, ("", *(word.form for word in words))
    return [
        word
        for word, behind in zip(words, before, strict=False)
        if text[word.start].islower() and word.form not in rules.stop_words and behind not in rules.premises.determiners
    ]


def _are_alike(context: PremiseContext, one: Word, other: Word) -> bool:
    beginning = one.form[:_STEM]
    return context.stem(one.form) == context.stem(other.form) or (
        len(beginning) == _STEM and other.form.startswith(beginning)
    )
