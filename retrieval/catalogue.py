"""The catalogue of a shelf: how its passages rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.across import best_ways, having, word_weights
from retrieval.arrays import Arrays, Numbers, prefixed, under
from retrieval.asked import Asked
from retrieval.bm25 import BM25Index
from retrieval.bm25.best import best_places
from retrieval.bm25.formula import Floats
from retrieval.counting import counts_of, statistics_of
from retrieval.field_statistics import FieldStatistics
from retrieval.fields import Field, whole
from retrieval.fusion import Fusion
from retrieval.holdings import Holdings
from retrieval.passages import Passage
from retrieval.predecessor import Predecessor
from retrieval.ranking import FORMULA, FullRanking
from retrieval.terms import ngrams

# So many passages, those that are best by their 4-grams alone, are ranked by all fields. Of 632 German questions about
# passages of XQuAD among 5,000 generated ones, one gets another first quote than when all are ranked so, 15 any other
# quote (with twice as many: one and 11); of 211 in English and 211 in Russian none does.
_CANDIDATES = 64


@dataclass(frozen=True, eq=False, slots=True)
class Catalogue:
    """`leading` ranks all passages by the first field; None where all are few enough to be ranked by all fields.

    `candidates` is how many of them are then ranked by all fields, and any as good as the last of these.
    """

    holdings: Holdings
    fields: Sequence[Field]
    statistics: Sequence[FieldStatistics]
    leading: FullRanking | None
    candidates: int = _CANDIDATES

    @classmethod
    def of(
        cls,
        holdings: Holdings,
        fields: Sequence[Field],
        candidates: int = _CANDIDATES,
        before: Predecessor | None = None,
    ) -> Catalogue:
        """The catalogue of what is held. Of most articles that stood in the one before nothing is counted again."""
        parts = holdings.forms, holdings.wording, holdings.texts
        if before:
            statistics = before.statistics_of(holdings, fields)
        else:
            statistics = [statistics_of(field, *parts) for field in fields]
        leading = None
        if len(holdings.passages) > candidates and fields and fields[0].terms is ngrams and fields[0].scope is whole:
            leading = FullRanking(BM25Index.of(counts_of(fields[0], *parts), FORMULA))
        return cls(holdings, fields, statistics, leading, candidates)

    @classmethod
    def from_arrays(cls, holdings: Holdings, fields: Sequence[Field], arrays: Arrays) -> Catalogue:
        """The catalogue of the same holdings and fields whose `arrays` these are."""
        statistics = [
            FieldStatistics.from_arrays(field.kind, under(f"field-{at}", arrays)) for at, field in enumerate(fields)
        ]
        leading = under("leading", arrays)
        return cls(holdings, fields, statistics, FullRanking(BM25Index.from_arrays(leading)) if leading else None)

    def arrays(self) -> Arrays:
        """All of it but the holdings and the fields, to be kept."""
        arrays = prefixed("leading", self.leading.index.arrays() if self.leading else {})
        for at, statistics in enumerate(self.statistics):
            arrays |= prefixed(f"field-{at}", statistics.arrays())
        return arrays

    def ranked(self, asked: Asked, limit: int) -> list[tuple[Passage, float]]:
        """The best passages first, at most `limit`; of equals, the one that stands first."""
        return self.holdings.best(*self.scores(asked), limit)

    def scores(self, asked: Asked) -> tuple[Numbers, Floats]:
        """The numbers of the passages that are candidates, ascending, and the score of each."""
        chosen, weights = self._candidates(asked)
        return chosen, self._fusion(asked, chosen).scores(asked, weights)

    def by_field(self, asked: Asked, passage: Passage) -> dict[str, float]:
        """The passage's score by each field that counts for this question, by the fields' names."""
        number = self.holdings.number_of(passage)
        # What a word of another language counts depends on all passages: they are looked at, or its weight is known.
        chosen, weights = self._candidates(asked)
        own = chosen if self.leading is None else np.array([number])
        at = int(np.searchsorted(own, number))
        scores = self._fusion(asked, own).by_field(asked, weights)
        return {name: float(score[at]) for name, score in scores.items()}

    def _candidates(self, asked: Asked) -> tuple[Numbers, Floats | None]:
        """The numbers of the passages to be ranked by all fields; and what each word of another language counts."""
        if self.leading is None:
            return np.arange(len(self.holdings.passages)), None
        if not asked.foreign:
            return self.leading.best(asked.queries[0], self.candidates), None
        had = best_ways(np.array([self.leading.scores(query) for query in asked.queries]), asked.renderings)
        passages = had.shape[1]
        weights = word_weights(asked.renderings, having(had, [0, passages]), np.array([passages]))
        return best_places(weights[:, 0] @ had, self.candidates), weights

    def _fusion(self, asked: Asked, passages: Numbers) -> Fusion:
        return Fusion.of_passages(asked, self.fields, passages, self.statistics)
