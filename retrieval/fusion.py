"""Texts ranked by several fields at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from retrieval.across import best_ways, having, word_weights
from retrieval.arrays import Numbers
from retrieval.asked import Asked
from retrieval.bm25.formula import Floats
from retrieval.fields import Documents, Field, Texts
from retrieval.presence import Presence
from retrieval.ranking import DocumentsView, Statistics, best_of_texts
from retrieval.terms import ngrams
from retrieval.wording import Occurrences, Wording


@dataclass(frozen=True, eq=False, slots=True)
class Fusion:
    """Texts, given by the occurrences of a question's terms in their sentences, each of which gets one score.

    A sentence of a text has a number in the `occurrences` that is lower by what `shifts` says for the text. The texts
    are in groups, each from its bound to the next one (`DocumentsView`), with the `statistics` of each field, or else
    with those of each group.
    """

    fields: Sequence[Field]
    wording: Wording
    occurrences: Occurrences
    texts: Texts
    shifts: Numbers
    bounds: Sequence[int]
    statistics: Sequence[Statistics] | None = None

    @classmethod
    def of_passages(
        cls, asked: Asked, fields: Sequence[Field], passages: Numbers, statistics: Sequence[Statistics]
    ) -> Fusion:
        """The passages with these numbers: `statistics`, one for each field, are those of all passages."""
        runs = asked.holdings.texts.itself[passages]
        occurrences, begins = asked.occurrences(runs)
        wording, shifts = asked.holdings.wording, runs[:, 0] - begins
        return cls(fields, wording, occurrences, Texts(runs, runs), shifts, [0, len(runs)], statistics)

    @classmethod
    def of_sentences(cls, asked: Asked, fields: Sequence[Field], articles: Sequence[int]) -> Fusion:
        """All sentences of the articles with these numbers: each article is a group."""
        holdings = asked.holdings
        runs = holdings.runs(articles)
        occurrences, begins = asked.occurrences(runs)
        sizes = runs[:, 1] - runs[:, 0]
        texts = Texts.joined([holdings.sentence_texts(article) for article in articles])
        shifts = np.repeat(runs[:, 0] - begins, sizes)
        return cls(fields, holdings.wording, occurrences, texts, shifts, [0, *np.cumsum(sizes).tolist()])

    def presence(self, group: int) -> Presence:
        """Which words of the question the sentences of this group have."""
        first = self.bounds[group]
        begin = int(self.texts.itself[first, 0] - self.shifts[first])
        return Presence(self.occurrences, begin, begin + self.bounds[group + 1] - first)

    def scores(self, asked: Asked, word_weights: Floats | None = None) -> Floats:
        """One score a text, in their order: the mean of its fields' scores (`retrieval.ranking`).

        It is 0 where the first field finds nothing, as others also count function words, which stand everywhere.

        For a question of another language only the fields of 4-grams count (`retrieval.across`), each word as much as
        the `word_weights` say, or else as the first of these fields does.
        """
        found = list(self.by_field(asked, word_weights).values())
        if not found:
            return np.zeros(len(self.texts.itself))
        total = sum(found[1:], start=found[0]) / len(found)
        return np.asarray(total if asked.foreign else np.where(found[0] > 0, total, 0.0))

    def by_field(self, asked: Asked, word_weights: Floats | None = None) -> Mapping[str, Floats]:
        """For each field that counts for this question, by its name, the scores of the texts."""
        return self._across(asked, word_weights) if asked.foreign else self._own(asked)

    def _own(self, asked: Asked) -> Mapping[str, Floats]:
        found: dict[str, Floats] = {}
        for _, fields in groupby(sorted(range(len(self.fields)), key=self._scope), self._scope):
            at = list(fields)
            documents = self.fields[at[0]].scope(self.texts)
            best = best_of_texts(self._view(documents, at).scores(asked.weights), documents.first)
            found |= {self.fields[each].name: best[self.fields[each].kind] for each in at}
        return {field.name: found[field.name] for field in self.fields}

    def _scope(self, at: int) -> int:
        """The first field that has the same scope as this one: those of one scope are scored together."""
        return next(other for other, field in enumerate(self.fields) if field.scope is self.fields[at].scope)

    def _across(self, asked: Asked, weights: Floats | None) -> Mapping[str, Floats]:
        scores = {}
        for at, field in enumerate(self.fields):
            if field.terms is ngrams:
                documents = field.scope(self.texts)
                view = self._view(documents, [at])
                had = best_ways(view.scores(asked.weights), asked.renderings)
                if weights is None:
                    weights = word_weights(asked.renderings, having(had, view.bounds), view.sizes)
                each = weights if weights.shape[1] == 1 else np.repeat(weights, view.sizes, axis=1)
                scores[field.name] = best_of_texts((had * each).sum(axis=0), documents.first)
        return scores

    def _view(self, documents: Documents, fields: Sequence[int]) -> DocumentsView:
        """The documents of these fields, which have one scope."""
        kinds = max(self.fields[at].kind for at in fields) + 1
        shifts = np.repeat(self.shifts, np.diff(documents.first))
        times = self.occurrences.times(documents.ranges - shifts[:, np.newaxis], kinds)
        lengths = self.wording.lengths(documents.ranges)[:, :kinds]
        bounds = documents.first[self.bounds].tolist()
        statistics = [self.statistics[at] for at in fields] if self.statistics else None
        return DocumentsView.of(self.occurrences.sought, times, lengths, bounds, statistics)
