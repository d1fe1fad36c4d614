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
    `ordinal_nouns` follow a number with a full stop that makes it an ordinal ("8. Februar"); None: the language
    writes its ordinals in another way, and a number with a full stop ends a sentence.
    """

    code: str
    stop_words: frozenset[str] = field(default=frozenset(), repr=False)
    small_talk: frozenset[str] = field(default=frozenset(), repr=False)
    abbreviations: frozenset[str] = field(default=frozenset(), repr=False)
    ordinal_nouns: frozenset[str] | None = field(default=None, repr=False)
