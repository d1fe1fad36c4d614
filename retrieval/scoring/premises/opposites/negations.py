"""The words of a text that deny."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.base.words import Word
from retrieval.language import LanguageRules

# "Nicht nur", "not only" and "nicht zuletzt" deny nothing.
_IDIOMS = frozenset({"nur", "zuletzt", "only", "least", "einmal", "just"})


def negations_of(words: Sequence[Word], rules: LanguageRules) -> tuple[Word, ...]:
    """Those among the words that deny, in order; of a contraction ("didn't") all of it."""
    following = [*(word.form for word in words[1:]), ""]
    return tuple(
        _whole(words, at)
        for at, word in enumerate(words)
        if word.form in rules.premises.negations and following[at] not in _IDIOMS
    )


def _whole(words: Sequence[Word], at: int) -> Word:
    word, before = words[at], words[at - 1] if at else None
    contracted = word.form == "t" and before is not None and before.end + 1 == word.start
    return Word(word.form, before.start, word.end) if before and contracted else word
