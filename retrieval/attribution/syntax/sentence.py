"""A sentence of an article, taken apart: its tokens, quotations, clauses and their verbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from retrieval.attribution.syntax.quotation import Quotation
from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.attribution.syntax.verbs import Form
from retrieval.base.spans import Span

_LONGEST_NOTE = 5  # words and brackets


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase or a pronoun: tokens `start` to `end` (exclusive) of its sentence; `head` is its chief noun."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verb of a clause. `finite` and `head` are tokens: in "hat … mitgeteilt" they are "hat" and "mitgeteilt"."""

    finite: int
    head: int
    lemma: str
    form: Form
    passive: bool = False
    modal: str | None = None


class ClauseKind(Enum):
    """What a clause is to its sentence."""

    MAIN = auto()
    SUBORDINATE = auto()
    FRAGMENT = auto()  # has no verb: an apposition, an item of a list, the rest of an interrupted clause


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `start` to `end` (exclusive) of a sentence between two commas or the like. `opener` is its first word."""

    start: int
    end: int
    kind: ClauseKind
    opener: str
    verb: VerbGroup | None


@dataclass(frozen=True)
class ParsedSentence:
    """A sentence: its place in the article and its parts. `paragraph` is the paragraph's number, from 1.

    `is_entry`: the time of a ticker's entry stands before it; the tokens begin behind that.
    """

    text: str
    span: Span
    paragraph: int
    tokens: tuple[SyntaxToken, ...]
    quotations: tuple[Quotation, ...]
    clauses: tuple[Clause, ...]
    is_entry: bool = False

    def written(self, phrase: NounPhrase) -> str:
        """The phrase as the article writes it."""
        return self.between(phrase.start, phrase.end)

    def between(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end`, exclusive."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if start < end else ""

    def lower(self, at: int) -> str:
        """The token at `at` in lower case; empty outside the sentence."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def plain(self) -> Iterator[tuple[int, SyntaxToken]]:
        """The words that are not within quoted speech, with their indices."""
        return ((index, token) for index, token in enumerate(self.tokens) if token.word and not token.quoted)

    def has(self, *lower: str) -> bool:
        """Whether one of these words occurs outside quoted speech."""
        return any(token.lower in lower for _, token in self.plain())

    @cached_property
    def speech(self) -> tuple[Quotation, ...]:
        """The quotations that are somebody's words."""
        return tuple(quotation for quotation in self.quotations if quotation.speech)

    @cached_property
    def quoted_share(self) -> float:
        """The share of its words that is quoted speech."""
        words = [token.quoted for token in self.tokens if token.word]
        return sum(words) / len(words) if words else 0.0

    @property
    def is_note(self) -> bool:
        """Whether it is the article's own note between words of others: "(Applause.)" """
        inner = [token.form for token in self.tokens if token.word or token.form in "()[]"]
        return "".join(inner[:1] + inner[-1:]) in ("()", "[]") and len(inner) <= _LONGEST_NOTE

    @property
    def introduces(self) -> bool:
        """Whether it ends with a colon, so that what is said follows."""
        return bool(self.tokens) and self.tokens[-1].form == ":"
