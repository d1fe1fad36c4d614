"""Roles of a question that the article gives to whom it tells something else of.

"Hat der Präsident das Dekret unterschrieben?": the article has a president, but without him the question leads to a
sentence of the minister, and hardly to any that the president is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.base.words import Word
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.occupations import occupation
from retrieval.scoring.premises.part import PartKind, UnsupportedPart
from retrieval.scoring.premises.people import is_person, is_role
from retrieval.scoring.premises.reduced_question import reduced_question, sentences_beside
from retrieval.scoring.premises.roles.named_roles import is_same_role, names_behind

# So much better than where the role stands does the article answer the rest of the question elsewhere.
_LEAD = 1.0

# So near is what it then has to the rest of the question by its meaning.
_ALIKE = 0.83


def misplaced_roles(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The roles without a name in the question whose bearers the article has elsewhere alone."""
    if any(is_person(context, word) for word in context.words):
        return  # who has the role is then what is asked of them: "Was warf Drees der Bürgermeisterin vor?"
    for word in context.words:
        instead = _in_its_place(context, word) if _is_role(context, context.text, word) else None
        if instead:
            yield UnsupportedPart(word.span, PartKind.NAME, instead.span)


def _in_its_place(context: PremiseContext, asked: Word) -> Word | None:
    """The role that stands where the article has the rest of the question; None if it is the one asked about."""
    names = names_behind(context, asked.form)
    where = sentences_beside(context, lambda form: form in names or is_same_role(form, asked.form))
    left = reduced_question(context.query, context.index, asked.span) if where else None
    if left is None or left.lead_over(where) < _LEAD or left.cosine < _ALIKE:
        return None
    meanings = occupation(context, asked.form)
    if any(occupation(context, word.form) & meanings for word in left.best.words):
        return None
    return next((word for word in left.best.words if _is_another(context, word)), None)


def _is_another(context: PremiseContext, word: Word) -> bool:
    """Whether the word of the article is a role, and none of the question."""
    asked = any(is_same_role(word.form, each.form) for each in context.words)
    return not asked and _is_role(context, context.parsed.article.text, word)


def _is_role(context: PremiseContext, text: str, word: Word) -> bool:
    """Whether the word says what somebody is: in German a noun, by a list, its ending, or a name behind it."""
    rules, facts = context.rules, context.facts
    noun = text[word.start].isupper() or (text.islower() and word.form not in facts.written_small)
    if rules.code != "de" or not noun or word.form in facts.people | rules.premises.anybodies:
        return False
    if is_role(word.form, rules) or occupation(context, word.form):
        return True
    ends = re.search(rules.premises.occupation_endings, word.form)
    return bool(ends and (word.form.endswith("in") or names_behind(context, word.form)))
