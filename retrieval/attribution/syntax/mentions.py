"""Mentions: how a sentence names whoever speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

from retrieval.attribution.syntax.sentence import NounPhrase, ParsedSentence
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import Form

# Mentions of a long article, and of those that are read beside it.
_KEPT = 4096

# In characters. Nobody is named at such length, and strangers' texts have as many such phrases as they like.
_LONGEST_KEPT = 500

_NUMBERED = frozenset({Form.PRESENT, Form.PLURAL, Form.PAST, Form.PAST_PLURAL})


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A phrase that names somebody, with its words. `head` is the index of its chief noun in `tokens`.

    Equal to itself alone, so that what is found out of it can be kept (`once_each`).
    """

    text: str
    tokens: tuple[SyntaxToken, ...]
    head: int
    plural: bool | None = None

    @classmethod
    def of(cls, sentence: ParsedSentence, phrase: NounPhrase) -> Mention:
        """The phrase of that sentence."""
        head = max(0, min(phrase.head, phrase.end - 1) - phrase.start)
        clause = next((c for c in sentence.clauses if c.start <= phrase.start < c.end), None)
        verb = clause.verb.form if clause and clause.verb else None
        plural = None if verb not in _NUMBERED else verb in (Form.PLURAL, Form.PAST_PLURAL)
        return cls(sentence.written(phrase).strip(" ,;:"), sentence.tokens[phrase.start : phrase.end], head, plural)

    @property
    def first(self) -> str:
        """Its first word, in lower case."""
        return self.tokens[0].lower

    @property
    def noun(self) -> str:
        """Its chief noun, in lower case."""
        return self.tokens[self.head].lower


_Others = TypeVarTuple("_Others")
_Found = TypeVar("_Found")


def once_each(find_out: Callable[[Mention, *_Others], _Found]) -> Callable[[Mention, *_Others], _Found]:
    """The function, which is run once for each of the latest mentions: many sentences ask the same of them."""
    kept = lru_cache(maxsize=_KEPT)(find_out)

    def find(mention: Mention, *others: *_Others) -> _Found:
        return kept(mention, *others) if len(mention.text) <= _LONGEST_KEPT else find_out(mention, *others)

    return find
