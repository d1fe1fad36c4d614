"""What the question affirms and the article denies, or the other way round.

A verb or adjective of the question is looked up in the article, beside the question's other words. If it is denied
wherever it stands there and not in the question ("Wie oft muss er sich melden, dessen Urteil rechtskräftig ist?"), or
in the question and nowhere there, the question has it wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from retrieval.base.spans import Span
from retrieval.base.words import Word
from retrieval.index.parsed_article import Sentence
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.opposites.clauses import Clause, clauses_of
from retrieval.scoring.premises.part import PartKind, UnsupportedPart

# So many of the question's other words must stand in a sentence that has the word; of its clause one is enough.
_SAME_MATTER = 0.4

# Forms of a word begin with the same so many letters.
_STEM = 6

# A noun behind what is written small: that is an adjective, as a rule.
_NOUN_FOLLOWS = re.compile(r" [^\W\d_a-zäöü]")


class _Polarity(Enum):
    """Whether a clause has it so, or denies it; a wish or a possibility does neither."""

    AFFIRMED = auto()
    DENIED = auto()
    OPEN = auto()


class _Occurrence(NamedTuple):
    """A word of the question in the article."""

    word: Word
    polarity: _Polarity
    negation: Word | None


def polarity_conflicts(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The words of the question that the article denies, and the negations of what it affirms."""
    if context.is_yes_no:
        return
    for clause in clauses_of(context, context.text, context.span):
        for word in reversed(_predicates(context, clause)):
            part = _conflict(context, clause, word)
            if part:
                yield part
                break


def _conflict(context: PremiseContext, clause: Clause, asked: Word) -> UnsupportedPart | None:
    found = list(_occurrences(context, asked))
    if not found or clause.denied:
        return None
    denied = clause.negation_of([asked])
    if denied and all(each.polarity is _Polarity.AFFIRMED for each in found):
        return UnsupportedPart(denied.span, PartKind.NEGATION, found[0].word.span)
    if not denied and not clause.negations and all(each.polarity is _Polarity.DENIED for each in found):
        negation = found[0].negation or found[0].word
        return UnsupportedPart(_with_already(context, clause, asked), PartKind.NEGATION, negation.span)
    return None


def _with_already(context: PremiseContext, clause: Clause, word: Word) -> Span:
    before = [each for each in clause.words if each.end <= word.start][-1:]
    already = before and before[0].form in context.rules.premises.already
    return Span(before[0].start if already else word.start, word.end)


def _predicates(context: PremiseContext, clause: Clause) -> list[Word]:
    """The words of a clause that can be what it says of its nouns: written small, and part of no noun phrase."""
    rules, text = context.rules, context.text
    before = ("", *(word.form for word in clause.words))
    inside = rules.premises.determiners | rules.premises.before_names
    return [
        word
        for word, behind in zip(clause.words, before, strict=False)
        if text[word.start].islower()
        and len(word.form) > 3
        and word.form not in rules.stop_words | rules.light_words | rules.question_words | rules.premises.negations
        and behind not in inside
        and not (rules.code == "de" and _NOUN_FOLLOWS.match(text, word.end))
    ]


def _occurrences(context: PremiseContext, asked: Word) -> Iterator[_Occurrence]:
    """Where the article has the word beside others of the question."""
    rest = {context.stem(form) for form in context.subject((asked.span,))}
    for sentence in context.parsed.sentences:
        if sentence.asks or not any(_are_alike(context, asked, word) for word in sentence.words):
            continue
        shared = rest & context.stems_of(sentence)
        for clause in clauses_of(context, context.parsed.article.text, sentence.span):
            for word in clause.words:
                if _are_alike(context, asked, word) and _is_same_matter(context, sentence, clause, rest, shared):
                    yield _occurrence(context, clause, word)


def _is_same_matter(
    context: PremiseContext, sentence: Sentence, clause: Clause, rest: set[str], shared: frozenset[str] | set[str]
) -> bool:
    inside = rest & {context.stem(word.form) for word in clause.words}
    return bool(inside) or (len(shared) >= _SAME_MATTER * len(rest) and bool(shared)) or sentence is context.sentence


def _occurrence(context: PremiseContext, clause: Clause, word: Word) -> _Occurrence:
    negation = clause.negation_of([word])
    if negation or clause.denied:
        return _Occurrence(word, _Polarity.DENIED, negation)
    before = [each.form for each in clause.words if each.end <= word.start][-1:]
    possible = any(each.form in context.rules.premises.modals for each in clause.words)
    is_open = possible or before in (["to"], ["zu"])
    return _Occurrence(word, _Polarity.OPEN if is_open else _Polarity.AFFIRMED, None)


def _are_alike(context: PremiseContext, one: Word, other: Word) -> bool:
    beginning = one.form[:_STEM]
    return context.stem(one.form) == context.stem(other.form) or (
        len(beginning) == _STEM and other.form.startswith(beginning)
    )
