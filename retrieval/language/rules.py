"""The shape of a language's rules."""

from __future__ import annotations

from dataclasses import dataclass, field


def words(listed: str) -> frozenset[str]:
    """The blank-separated words of a list in source code."""
    return frozenset(listed.split())


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """Word lists of one language, all in lower case. Every list may be empty: the code then knows less, but works.

    `stop_words` carry grammar, not subject; question words are among them.
    `small_talk` is what people say around a question: greetings, thanks, filler.
    `abbreviations` end with a full stop, which they are listed without, that ends no sentence.
    `ordinals_end_with_full_stop`: "8. Februar" is how the language writes "8th of February".
    """

    code: str
    stop_words: frozenset[str] = field(default=frozenset(), repr=False)
    small_talk: frozenset[str] = field(default=frozenset(), repr=False)
    abbreviations: frozenset[str] = field(default=frozenset(), repr=False)
    ordinals_end_with_full_stop: bool = False
