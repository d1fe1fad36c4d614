"""People of an article in a question."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retrieval.base.words import Word
from retrieval.language import LanguageRules
from retrieval.scoring.premises.context import PremiseContext


def runs_of(words: Iterable[Word]) -> list[list[Word]]:
    """The words, those beside each other together."""
    runs = list[list[Word]]()
    for word in words:
        if runs and word.start - runs[-1][-1].end == 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def is_person(context: PremiseContext, word: Word) -> bool:
    """Whether the word is part of a name of the article, and capitalised as far as the message has capitals."""
    written_as_name = context.text[word.start].isupper() or (
        context.text.islower() and word.form not in context.facts.written_small
    )
    if not written_as_name or word.form in context.rules.stop_words:
        return False
    rules = context.rules.premises
    listed = word.form in rules.not_names or word.form in rules.places or word.form in rules.months
    return word.form in context.facts.people and not listed


def is_role(form: str, rules: LanguageRules) -> bool:
    """Whether the word says what somebody is, as it stands before a name."""
    return bool(re.search(rf"(?:{rules.premises.roles})$", form))
