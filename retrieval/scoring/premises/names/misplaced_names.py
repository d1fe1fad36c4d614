"""People of an article whom the question puts where the article has another one, or nobody.

"Weshalb steht das Rad von Ronja Wittlake im Keller?": the article knows her. But without the name the question leads
to a sentence of Hannelore Quast, and hardly to any that names Ronja Wittlake or has her words. It need be nobody's
where it leads there all the more clearly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from retrieval.attribution.attribution_cache import attributions_within
from retrieval.attribution.parts import parts_of
from retrieval.attribution.syntax.first_names import FEMALE, MALE
from retrieval.base.spans import Span
from retrieval.base.words import Word, words_of
from retrieval.index.parsed_article import Sentence
from retrieval.scoring.premises.context import SAME_MATTER, PremiseContext
from retrieval.scoring.premises.part import PartKind, UnsupportedPart
from retrieval.scoring.premises.people import is_person, is_role, runs_of
from retrieval.scoring.premises.reduced_question import ReducedQuestion, reduced_question
from retrieval.scoring.premises.roles.named_roles import names_behind

# So much better than where the name stands does the article answer the rest of the question elsewhere: if it names
# another one there, and if it names nobody.
_LEAD = 0.6
_LEAD_OVER_NOBODY = 0.8

# Where no vectors are known, so much less of the question must stand near the name than near that sentence.
_LESS_MATTER = 0.25

# A pronoun that is the subject is one of so many first words.
_SUBJECT = 3

_HE = frozenset({"er", "ihn", "ihm", "he", "him"})
_SHE = frozenset({"sie", "ihr", "she", "her"})


class _Person(NamedTuple):
    """`span` is its place in the message, `forms` are all that the article may call them by.

    `key` are those of the forms without which no sentence speaks of them. `is_named`: not by a role alone.
    """

    span: Span
    forms: tuple[str, ...]
    key: tuple[str, ...]
    is_named: bool = True


def misplaced_names(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The people of the question whom the article names elsewhere alone.

    Where the rest of the question fits another one is named, or it fits there so much better that nobody need be.
    """
    for person in (*_people(context), *_bearers(context)):
        yield from _misplaced(context, person)


def _people(context: PremiseContext) -> Iterator[_Person]:
    """The names of people in the question, words beside each other as one; not of whom the article is about.

    Nor whose something is: that need not be said again where the article tells of it.
    """
    titled = {word.form for word in words_of(context.parsed.article.title)}
    for name in runs_of(word for word in context.words if is_person(context, word)):
        whose = context.text[name[-1].end : name[-1].end + 2] in ("'s", "’s")
        if name[-1].form in titled or whose:
            continue
        forms = tuple(word.form for word in name)
        yield _Person(Span(name[0].start, name[-1].end), forms, forms[-1:])


def _bearers(context: PremiseContext) -> Iterator[_Person]:
    """Whom the question calls by a role ("der Staatsanwalt") that the article has before a name."""
    for before, word in pairwise(context.words):
        definite = before.form in context.rules.premises.definite and context.text[before.end : word.start] == " "
        if definite and is_role(word.form, context.rules) and not is_person(context, word):
            names = names_behind(context, word.form)
            if names:
                yield _Person(word.span, (word.form, *names), (word.form, *names), is_named=False)


def _misplaced(context: PremiseContext, person: _Person) -> Iterator[UnsupportedPart]:
    """The name, if the article has what is asked about where it names another person, or very far from this one."""
    naming = frozenset(_naming(context, person))
    left = reduced_question(context.query, context.index, person.span) if naming else None
    if left is None or left.lead_over(naming) < _LEAD:
        return
    instead = _another_person(context, person, left.best)
    if _is_elsewhere(context, person, left, naming, is_another=instead is not None):
        yield UnsupportedPart(person.span, PartKind.NAME, instead)


def _is_elsewhere(
    context: PremiseContext, person: _Person, left: ReducedQuestion, naming: frozenset[int], *, is_another: bool
) -> bool:
    """Whether what is asked about stands too far from the person; `is_another`: somebody else is named there."""
    numbers = {context.parsed.sentences[number].passage.number for number in naming}
    before, behind = (left.best.passage.number + step in numbers for step in (-1, 1))
    if not left.cosine:
        replies = behind and _has_reported_clause(context, person)  # to what is said before
        return is_another and not replies and _words_agree(context, person, left.best, naming)
    is_far = left.lead_over(naming) >= _LEAD_OVER_NOBODY and person.is_named
    if before or behind:
        may_be = not _pronouns(context, person).isdisjoint(word.form for word in left.best.words)
        return len(person.forms) > 1 and (is_another or (is_far and not may_be))
    return is_another or is_far


def _words_agree(context: PremiseContext, person: _Person, best: Sentence, naming: frozenset[int]) -> bool:
    """Whether the rest of the question stands near the best sentence, and much less of it where the person is named."""
    without, sentences = (person.span,), context.parsed.sentences
    here = context.fit(context.around(best), without)
    there = max(context.fit(context.around(sentences[number]), without) for number in naming)
    return here >= SAME_MATTER and here - there >= _LESS_MATTER


def _has_reported_clause(context: PremiseContext, person: _Person) -> bool:
    """Whether the question goes on with what the person says, thinks or doubts."""
    subordinating = context.rules.checking.subordinating
    return any(word.start >= person.span.end and word.form in subordinating for word in context.words)


def _naming(context: PremiseContext, person: _Person) -> Iterator[int]:
    """The numbers of the sentences of those passages that name the person or let them speak."""
    parsed = context.parsed
    # "Victorian" names "Victoria", too.
    naming = context.facts.sentences_with(context.facts.forms_like(lambda form: form.startswith(person.key)))
    own = {sentence.number for sentence in naming}
    # Whoever speaks in a part of a long article is named there.
    parts = parts_of(parsed.article)
    read = [part for part in parts if len(parts) == 1 or any(part.covers(each.span) for each in naming)]
    for said in attributions_within(parsed.article, read):
        if any(word.form in person.forms for word in words_of(said.speaker or "")):
            own.update(parsed.numbers_within(Span(said.start, said.end)))
    for passage in parsed.passages if own else ():
        numbers = [sentence.number for sentence in parsed.searched_sentences(passage)]
        if not own.isdisjoint(numbers):
            yield from numbers


def _pronouns(context: PremiseContext, person: _Person) -> frozenset[str]:
    """The pronouns that may stand for the person: not those before its name in the question."""
    asked = {word.form for word in context.words if word.end <= person.span.start}
    if person.forms[0] in MALE - FEMALE:
        return _HE - asked
    return (_SHE if person.forms[0] in FEMALE - MALE else _HE | _SHE) - asked


def _another_person(context: PremiseContext, person: _Person, sentence: Sentence) -> Span | None:
    """Whom the article names in the sentence, or before it in its passage; else whose words it has; else behind it.

    None if that is whom the question names, or a pronoun may be.
    """
    passage = context.parsed.searched_sentences(sentence.passage)
    before = [each for each in passage if each.number < sentence.number]
    behind = [each for each in passage if each.number > sentence.number]
    pronouns = _pronouns(context, person)
    pronoun = next((word.start for word in sentence.words[:_SUBJECT] if word.form in pronouns), sentence.span.end)
    names = chain(
        (name for name in _names_in(context, [sentence]) if name[0].start < pronoun),
        _names_in(context, reversed(before)),
        _speaker(context, sentence),
        _names_in(context, behind if pronoun == sentence.span.end else ()),
    )
    asked = {word.form for word in context.words}
    name = next(names, None)
    return None if name is None or asked & {word.form for word in name} else Span(name[0].start, name[-1].end)


def _names_in(context: PremiseContext, sentences: Iterable[Sentence]) -> Iterator[list[Word]]:
    """The names of people in the sentences; of one sentence, one that the question has comes first."""
    asked = {word.form for word in context.words}
    for each in sentences:
        names = runs_of(word for word in each.words if word.form in context.facts.people)
        yield from sorted(
            (name for name in names if not is_role(name[-1].form, context.rules)),
            key=lambda name: not asked & {word.form for word in name},
        )


def _speaker(context: PremiseContext, sentence: Sentence) -> Iterator[list[Word]]:
    """The last mention before the sentence of whoever says it."""
    for said in attributions_within(context.parsed.article, [sentence.span]):
        forms = {word.form for word in words_of(said.speaker or "")} & context.facts.people
        words = [word for word in context.facts.words if word.end <= sentence.span.start and word.form in forms]
        yield from reversed(runs_of(words))
