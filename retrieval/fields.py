"""Fields: the views of a text that a score is made of.

A field says which parts of a text it looks at (its scope) and what it counts there (its terms). The lists of fields
below are the whole scoring model: each field ranks on its own by BM25, each score is a share of the question's idf
mass, and the shares are added with equal weights. Weights fitted to one set of articles did not carry over to others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from retrieval.arrays import Numbers
from retrieval.lexicon import Token
from retrieval.terms import KINDS, Term, ngrams, ngrams_across_words, stems
from retrieval.wording import Ranges
from retrieval.wording.expanding import expanded

Tokens = Sequence[Token]


class Texts(NamedTuple):
    """Texts to be ranked, as runs of sentences: each text itself, and with the sentences next to it that belong to it.

    Both have a row a text.
    """

    itself: Ranges
    around: Ranges

    @classmethod
    def joined(cls, texts: Sequence[Texts]) -> Texts:
        """All the texts."""
        if len(texts) == 1:
            return texts[0]
        return cls(np.concatenate([each.itself for each in texts]), np.concatenate([each.around for each in texts]))


class Documents(NamedTuple):
    """The parts of texts that are documents of their own: text t has those from `first[t]` to `first[t + 1]`."""

    ranges: Ranges
    first: Numbers


@dataclass(frozen=True, slots=True)
class Field:
    """One view: `scope` gives the parts of texts that are documents of their own, `terms` what is counted in each.

    The field's score of a text is that of its best part.
    """

    name: str
    terms: Callable[[Tokens], Iterable[Term]]
    scope: Callable[[Texts], Documents]

    @property
    def kind(self) -> int:
        """The number of the kind of its terms (`retrieval.terms.KINDS`)."""
        return KINDS.index(self.terms)


def whole(texts: Texts) -> Documents:
    """Each text as one document: a passage, or a sentence alone."""
    return Documents(texts.itself, np.arange(len(texts.itself) + 1))


def pairs(texts: Texts) -> Documents:
    """Every two sentences in a row: where the words of a question stand close together, they are about one thing."""
    begins, ends = texts.itself.T
    sizes = np.maximum(ends - begins - 1, 1)
    first = expanded(begins, sizes)
    ranges = np.stack([first, np.minimum(first + 2, np.repeat(ends, sizes))], axis=1)
    return Documents(ranges, np.concatenate(([0], np.cumsum(sizes))))


def neighbourhood(texts: Texts) -> Documents:
    """Each sentence with the one before and the one after: what "Er" or "Dort" stands for is named next to it."""
    return Documents(texts.around, np.arange(len(texts.around) + 1))


PASSAGE_FIELDS = (
    Field("4-grams", ngrams, whole),
    Field("4-grams across words", ngrams_across_words, whole),
    Field("stems", stems, whole),
    Field("4-grams of two sentences", ngrams, pairs),
    Field("stems of two sentences", stems, pairs),
)

SENTENCE_FIELDS = (
    Field("4-grams", ngrams, whole),
    Field("4-grams across words", ngrams_across_words, whole),
    Field("stems", stems, whole),
    Field("4-grams of the neighbourhood", ngrams, neighbourhood),
    Field("4-grams across words of the neighbourhood", ngrams_across_words, neighbourhood),
    Field("stems of the neighbourhood", stems, neighbourhood),
)
