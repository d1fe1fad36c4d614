"""Fields: the views of a text that a score is made of.

A field says which part of a text it looks at (its scope) and what it counts there (its terms). The lists of fields
below are the whole scoring model: each field ranks on its own by BM25, each score is a share of the question's idf
mass, and the shares are added with equal weights. Weights fitted to one set of articles did not carry over to others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from retrieval.lexicon import Token
from retrieval.terms import Term, ngrams, ngrams_across_words, stems

Tokens = Sequence[Token]


class PassageText(NamedTuple):
    """A passage as it is ranked: the tokens of each of its sentences."""

    sentences: tuple[Tokens, ...]


class SentenceText(NamedTuple):
    """A sentence as it is ranked: its tokens, and those of the sentences next to it in its passage."""

    before: Tokens
    itself: Tokens
    after: Tokens


Text = TypeVar("Text")


@dataclass(frozen=True, slots=True)
class Field(Generic[Text]):
    """One view: `scope` gives the parts of a text that are documents of their own, `terms` what is counted in each.

    The field's score of a text is that of its best part. `by_word`: the terms of a part are those of each of its words,
    one word after another.
    """

    name: str
    terms: Callable[[Tokens], Iterable[Term]]
    scope: Callable[[Text], Iterable[Tokens]]
    by_word: bool = True


def whole(passage: PassageText) -> Iterator[Tokens]:
    """The passage as one document."""
    yield tuple(token for sentence in passage.sentences for token in sentence)


def pairs(passage: PassageText) -> Iterator[Tokens]:
    """Every two sentences in a row: where the words of a question stand close together, they are about one thing."""
    sentences = passage.sentences
    for at in range(max(1, len(sentences) - 1)):
        yield tuple(token for sentence in sentences[at : at + 2] for token in sentence)


def itself(sentence: SentenceText) -> Iterator[Tokens]:
    """The sentence alone."""
    yield sentence.itself


def neighbourhood(sentence: SentenceText) -> Iterator[Tokens]:
    """The sentence with the one before and the one after: what "Er" or "Dort" stands for is named next to it."""
    yield (*sentence.before, *sentence.itself, *sentence.after)


PASSAGE_FIELDS: tuple[Field[PassageText], ...] = (
    Field("4-grams", ngrams, whole),
    Field("4-grams across words", ngrams_across_words, whole, by_word=False),
    Field("stems", stems, whole),
    Field("4-grams of two sentences", ngrams, pairs),
    Field("stems of two sentences", stems, pairs),
)

SENTENCE_FIELDS: tuple[Field[SentenceText], ...] = (
    Field("4-grams", ngrams, itself),
    Field("4-grams across words", ngrams_across_words, itself, by_word=False),
    Field("stems", stems, itself),
    Field("4-grams of the neighbourhood", ngrams, neighbourhood),
    Field("4-grams across words of the neighbourhood", ngrams_across_words, neighbourhood, by_word=False),
    Field("stems of the neighbourhood", stems, neighbourhood),
)
