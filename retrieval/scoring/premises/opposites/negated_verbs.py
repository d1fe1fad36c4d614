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

# A claim that is as near as that to the sentence by its meaning is about the same.
_ALIKE = 0.84

_TWICE = 2

# Forms of a word begin with the same so many letters.
_STEM = 6


def negated_verbs(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """Of a question that takes for given what it says: its negation, or its verb, if the sentence has it otherwise."""
    if not context.takes_for_given or context.query.answer_type is AnswerType.NUMBER:
        return
    found = clauses_of(context, context.parsed.article.text, context.sentence.span)
    for clause in clauses_of(context, context.text, context.span):
        if context.is_claim and not clause.negations:
            continue  # what is denied of it may be a part of it only
        for theirs in found:
            if not _differ(clause, theirs) or (not theirs.negations and not _is_told(context, clause, theirs, found)):
                continue
            verb = _same_verb(context, clause, theirs)
            if verb:
                asked, there = verb
                span = (clause.negations or (asked,))[0].span
                yield UnsupportedPart(span, PartKind.NEGATION, (theirs.negations or (there,))[0].span)
                return


def _is_told(context: PremiseContext, asked: PremiseClause, clause: PremiseClause, found: list[PremiseClause]) -> bool:
    """Whether the clause, which has no negation, says that something is so.

    Who asks why something was refused asks about what was to be, and then was not.
    """
    if matches(context.rules.premises.denials, asked.words):
        return not any(each.negations or each.denied for each in found)
    planned = any(word.form in context.rules.premises.unreal for word in clause.words)
    return not planned and not _may_be_denied(context, clause, found)


def _may_be_denied(context: PremiseContext, clause: PremiseClause, found: list[PremiseClause]) -> bool:
    """Whether something beside the clause denies it; of a claim, whether that depends on it."""
    rules = context.rules
    elsewhere = any(each.negations or each.denied for each in found)
    if context.is_claim:
        return elsewhere and clause.words[0].form in rules.checking.subordinating
    return elsewhere or any(
        negations_of(each.words, rules) or matches(rules.premises.denials, each.words)
        for each in context.nearby
        if each.number > context.sentence.number
    )


def _differ(clause: PremiseClause, theirs: PremiseClause) -> bool:
    """Whether one of the two clauses is denied, and not twice."""
    twofold = any(word.form in _TWOFOLD for word in (*clause.words, *theirs.words))
    twice = len(clause.negations) == _TWICE and len(theirs.negations) == 1  # "nicht ohne" and "ohne"
    return not twofold and not theirs.denied and (twice or bool(clause.negations) != bool(theirs.negations))


def _same_verb(context: PremiseContext, clause: PremiseClause, theirs: PremiseClause) -> tuple[Word, Word] | None:
    """A verb, or what else is written small, that both have, if the question's matter is that of the clause."""
    small = [word for word in _written_small(context, context.text, clause.words) if word.form[0].isalpha()]
    verbs = [word for word in small if not _NOUN_FOLLOWS.match(context.text, word.end)]
    there = _written_small(context, context.parsed.article.text, theirs.words)
    first = theirs.words[:1] if theirs.words[0] == context.sentence.words[0] else ()
    shared = [(one, other) for one in verbs for other in (*first, *there) if _are_alike(context, one, other)]
    return shared[-1] if shared and len(context.subject()) >= 2 and _is_same_matter(context) else None


def _is_same_matter(context: PremiseContext) -> bool:
    """Whether most of the question's words are in the sentence, all near it; of a claim, whether it means the same."""
    about = context.subject()
    inside, near = context.stems_of(context.sentence), context.stems_of(*context.nearby)
    fit = sum(context.stem(form) in inside for form in about) >= _SAME_MATTER * len(about)
    alike = context.is_claim and context.cosine >= _ALIKE
    return fit or alike or all(context.stem(form) in near for form in about)


def _written_small(context: PremiseContext, text: str, words: tuple[Word, ...]) -> list[Word]:
    """The words that may be verbs, but for light ones: in English what stands behind an article is a noun."""
    rules, before = context.rules, ("", *(word.form for word in words))
    nouns = context.facts.written_large if text.islower() else frozenset()
    return [
        word
        for word, behind in zip(words, before, strict=False)
        if text[word.start].islower()
        and word.form not in rules.stop_words | nouns
        and behind not in rules.premises.determiners
    ]


def _are_alike(context: PremiseContext, one: Word, other: Word) -> bool:
    beginning = one.form[:_STEM]
    return context.stem(one.form) == context.stem(other.form) or (
        len(beginning) == _STEM and other.form.startswith(beginning)
    )
