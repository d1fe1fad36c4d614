"""A question, reduced to what can be looked up."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.language import LanguageRules
from retrieval.terms import terms_of
from retrieval.words import Word, words_of

# A question is read up to here (code points). People ask in 10 to 300; beyond lies pasted text, whose thousands of
# different terms would cost seconds and say nothing.
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Question:
    """`words` are those that say what is asked about, in order; question words, grammar and small talk are left out."""

    text: str
    words: tuple[Word, ...]

    @classmethod
    def read(cls, text: str, languages: tuple[LanguageRules, ...]) -> Question:
        """The question as it reads in the languages of the articles asked. Any string will do."""
        words = words_of(text[:_LONGEST])
        stop_words = frozenset[str]().union(*(rules.stop_words for rules in languages))
        small_talk = frozenset[str]().union(*(rules.small_talk for rules in languages))
        subject = tuple(word for word in words if word.form not in stop_words)
        if all(word.form in small_talk for word in subject):
            subject = ()
        return cls(text, subject)

    @property
    def terms(self) -> tuple[str, ...]:
        """Its terms, each once, in order."""
        return tuple(dict.fromkeys(terms_of(word.form for word in self.words)))

    @property
    def subject(self) -> tuple[str, ...]:
        """Its words as they were written."""
        return tuple(self.text[word.start : word.end] for word in self.words)
