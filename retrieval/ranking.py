"""Texts ranked by fields, each on its own.

A score is the BM25 score, without the part that delta gives to every document, divided by the idf of the whole query,
so that scores of different fields can be added. It is 0 exactly where no term of the query occurs, and above it
elsewhere; a text that has every term about as often as its length makes likely has a score near 1.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Arrays, prefixed, under
from retrieval.bm25 import BM25Index, BM25Rows, Formula, Statistics, Tally, Weighed
from retrieval.bm25.formula import Floats
from retrieval.fields import Field, Text, Tokens

# Found best for 4-grams on German XQuAD. Lower than the usual 1.2 to 1.5 and .75: 4-grams repeat within a word,
# and paragraphs of one text are of like length.
FORMULA = Formula(k1=0.9, b=0.4, delta=1.0)

Numbers = NDArray[np.int64]

# Each term once, and what it counts.
Query = Mapping[str, float]

# The ways to say a word: a document has the word as well as it has the best of them.
Ways = Sequence[Query]


class FieldTally(Generic[Text]):
    """Counts the terms of fields, one text after another. The parts of a text that a field looks at are documents.

    All texts are in one language: a word is taken to have the same terms wherever it stands.
    """

    def __init__(self, fields: Sequence[Field[Text]]) -> None:
        self._fields = fields
        self._tally = Tally(len(fields))
        self._words: list[dict[str, array[int]]] = [{} for _ in fields]
        self._first = array("q", [0])

    def add(self, text: Text) -> None:
        """Counts one more text; it is at least one document for each field."""
        for kind, field in enumerate(self._fields):
            parts = 0
            for part in field.scope(text):
                self._tally.add(self._by_word(part, kind) if field.by_word else self._numbers(part, kind), kind)
                parts += 1
            self._first.append(self._first[-1] + parts)

    def _numbers(self, part: Tokens, kind: int) -> array[int]:
        return self._tally.numbers((term.text for term in self._fields[kind].terms(part)), kind)

    def _by_word(self, part: Tokens, kind: int) -> array[int]:
        """The same, from what is remembered of each word: a word of a large library stands there many times."""
        known = self._words[kind]
        numbers = array("i")
        for token in part:
            own = known.get(token.form)
            if own is None:
                own = known[token.form] = self._numbers((token,), kind)
            numbers += own
        return numbers

    def full(self) -> FullRanking:
        """The ranking of all the texts counted, by the one field. Nothing can be added afterwards."""
        return FullRanking(BM25Index.of(self._tally.counts(), FORMULA), np.array(self._first))

    def partial(self) -> PartialRanking:
        """The rankings of the texts counted, by each field. Nothing can be added afterwards."""
        return PartialRanking(BM25Rows(self._tally.counts(), FORMULA), np.array(self._first))


@dataclass(frozen=True, eq=False, slots=True)
class FullRanking:
    """The ranking of all texts by one field. `first` says which documents each text is: from its entry to the next."""

    _index: BM25Index
    _first: Numbers

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> FullRanking:
        """The ranking whose `arrays` these are."""
        return cls(BM25Index.from_arrays(under("index", arrays)), arrays["first"])

    def arrays(self) -> Arrays:
        """All of it, to be kept."""
        return {"first": self._first, **prefixed("index", self._index.arrays())}

    def scores(self, query: Query) -> Floats:
        """One score a text, in their order: that of its best document."""
        return self.of_texts(self._scores(query))

    def of_words(self, words: Iterable[Ways]) -> Floats:
        """For each word (rows) one score a document (columns)."""
        return np.array([np.max([self._scores(way) for way in ways], axis=0) for ways in words])

    def of_texts(self, documents: Floats) -> Floats:
        """Given one score a document, that of each text's best one."""
        return _best(documents, self._first)

    def _scores(self, query: Query) -> Floats:
        return self._index.gains(query) / (self._index.statistics.weigh(query).mass or 1.0)


@dataclass(frozen=True, eq=False, slots=True)
class PartialRanking:
    """The rankings of few texts, or few of many, by several fields.

    `first` says which documents each text is for each field: it has an entry for each field of the first text, then for
    each of the second text, and so on.
    """

    _rows: BM25Rows
    _first: Numbers

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> PartialRanking:
        """The rankings whose `arrays` these are."""
        return cls(BM25Rows.from_arrays(FORMULA, under("index", arrays)), arrays["first"])

    def arrays(self) -> Arrays:
        """All of it, to be kept."""
        return {"first": self._first, **prefixed("index", self._rows.arrays())}

    def scores(self, queries: Sequence[Query], texts: Numbers | None = None) -> Floats:
        """A score for each text (rows), of all or of those with these numbers, ascending, by each field (columns)."""
        shares = [_share(query, statistics) for query, statistics in zip(queries, self._rows.statistics, strict=True)]
        return self.of_texts(self._rows.gains(shares, self._runs(texts)), texts)

    def documents(self, field: int) -> int:
        """How many documents the texts are for this field."""
        return self._rows.statistics[field].documents

    def of_words(self, words: Iterable[Ways], fields: Sequence[int], texts: Numbers | None = None) -> Floats:
        """For each word (rows) one score a document (columns) of the texts; 0 for those of other fields than these."""
        statistics = [self._rows.statistics[field] for field in fields]
        words = tuple(words)
        shares = [Weighed.joined([_share(way, each) for each in statistics]) for ways in words for way in ways]
        first = np.cumsum([0, *map(len, words[:-1])])
        return np.asarray(np.maximum.reduceat(self._rows.each(shares, self._runs(texts)), first))

    def of_texts(self, documents: Floats, texts: Numbers | None = None) -> Floats:
        """Given one score a document of the texts, that of each text's (rows) best one for each field (columns)."""
        fields = len(self._rows.statistics)
        if texts is None:
            return _best(documents, self._first).reshape(-1, fields)
        sizes = np.diff(self._entries(texts)).ravel()
        return _best(documents, np.concatenate(([0], np.cumsum(sizes)))).reshape(-1, fields)

    def _runs(self, texts: Numbers | None) -> list[tuple[int, int]] | None:
        """From which document to which, exclusive, each text is; None for all of them."""
        if texts is None:
            return None
        first = self._entries(texts)
        return list(zip(first[:, 0].tolist(), first[:, -1].tolist(), strict=True))

    def _entries(self, texts: Numbers) -> Numbers:
        """For each text (rows) its entries in `first`, and the one after them."""
        fields = len(self._rows.statistics)
        return np.asarray(self._first[texts[:, np.newaxis] * fields + np.arange(fields + 1)])


def _share(query: Query, statistics: Statistics) -> Weighed:
    """The query weighed, so that all of its terms together weigh 1."""
    weighed = statistics.weigh(query)
    return weighed._replace(weights=weighed.weights / (weighed.mass or 1.0), mass=1.0)


def _best(scores: Floats, first: Numbers) -> Floats:
    """Of documents' scores, the best of each run that begins at an entry of `first` and ends at the next."""
    if len(first) - 1 == len(scores):
        return scores
    return np.asarray(np.maximum.reduceat(scores, first[:-1]))
