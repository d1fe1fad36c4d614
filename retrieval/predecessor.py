"""The index that was kept before this one: what it has counted need not be counted again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.counting import statistics_of
from retrieval.field_statistics import FieldStatistics
from retrieval.fields import Field
from retrieval.holdings import Holdings


@dataclass(frozen=True, eq=False, slots=True)
class Predecessor:
    """An index of articles of which some were `removed` since, and others `added` (their numbers).

    The forms of the words have the numbers that they had.
    """

    holdings: Holdings
    statistics: Sequence[FieldStatistics]
    removed: Sequence[int]
    added: Sequence[int]

    def statistics_of(self, holdings: Holdings, fields: Sequence[Field]) -> list[FieldStatistics]:
        """The statistics of the fields now."""
        statistics = []
        for field, was in zip(fields, self.statistics, strict=True):
            gone = statistics_of(
                field, self.holdings.forms, self.holdings.wording, self.holdings.texts_of(self.removed)
            )
            new = statistics_of(field, holdings.forms, holdings.wording, holdings.texts_of(self.added))
            statistics.append(was.plus(gone, -1).plus(new))
        return statistics
