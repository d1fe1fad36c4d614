"""What a word says that somebody is, as one of the meanings that exclude each other."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.language.premise_words import PremiseWords
from retrieval.scoring.premises.context import PremiseContext

_INFLECTION = r"(?:e?[ns]|nen)?$"

# Letters: no word for what somebody is has more, and to search one of a hundred thousand takes a minute.
_LONGEST = 60


def occupation(context: PremiseContext, form: str) -> frozenset[int]:
    """The numbers of its meanings among the occupations; none if it has no such meaning, or is not known."""
    return _meanings(context.rules.premises, form, kin=False)


def kinship(context: PremiseContext, form: str) -> frozenset[int]:
    """The numbers of its meanings among relatives; a relative is the whole word."""
    return _meanings(context.rules.premises, form, kin=True)


@lru_cache(maxsize=4096)
def _meanings(words: PremiseWords, form: str, *, kin: bool) -> frozenset[int]:
    if len(form) > _LONGEST:
        return frozenset()
    patterns = words.kin if kin else words.occupations
    match = re.match if kin else re.search
    return frozenset(at for at, each in enumerate(patterns) if match(f"(?:{each}){_INFLECTION}", form))
