"""The catalogue of a shelf: what has to be known of its articles before one of them is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from content import Article
from retrieval.arrays import Arrays, packed, prefixed, under, unpacked
from retrieval.asked import Asked
from retrieval.fields import Field, PassageText
from retrieval.fusion import Fusion, FusionTally
from retrieval.passages import Passage
from retrieval.reading import Reading
from retrieval.spans import Span

# So many passages, those that are best by their 4-grams alone, are ranked by all fields. Among German XQuAD's passages
# and 5,000 generated ones, the first hit of each question is the same as when all are, also with an eighth of it; so is
# that of 200 questions in English.
_CANDIDATES = 128


@dataclass(frozen=True, eq=False, slots=True)
class Catalogue:
    """The passages of the articles, how often each stem occurs in them, and how they rank.

    `places` has for every passage, in order: which article it stands in, its number there, that of its paragraph, and
    where it starts and ends.
    """

    articles: Sequence[Article]
    places: NDArray[np.int64]
    stems: Mapping[str, int]
    fusion: Fusion[PassageText]

    @classmethod
    def of(cls, readings: Iterable[Reading], fields: Sequence[Field[PassageText]]) -> Catalogue:
        """The catalogue of articles, each of which is read once."""
        articles: list[Article] = []
        places: list[tuple[int, ...]] = []
        stems: Counter[str] = Counter()
        tally = FusionTally(fields)
        for reading in readings:
            places += ((len(articles), each.number, each.paragraph.number, *each.span) for each in reading.passages)
            articles.append(reading.article)
            stems.update(token.stem for sentence in reading.sentences for token in sentence.tokens)
            for text in reading.passage_texts():
                tally.add(text)
        return cls(articles, np.array(places, np.int64), stems, tally.fusion(_CANDIDATES))

    @classmethod
    def from_arrays(
        cls, articles: Sequence[Article], fields: Sequence[Field[PassageText]], arrays: Arrays
    ) -> Catalogue:
        """The catalogue of the same articles whose `arrays` these are."""
        stems = dict(zip(unpacked(arrays["stems"]), arrays["stem_times"].tolist(), strict=True))
        fusion = Fusion.from_arrays(fields, _CANDIDATES, under("fusion", arrays))
        return cls(articles, arrays["places"], stems, fusion)

    def arrays(self) -> Arrays:
        """All of it but the articles, to be kept."""
        return {
            "places": self.places,
            "stems": packed(self.stems),
            "stem_times": np.fromiter(self.stems.values(), np.int64, len(self.stems)),
            **prefixed("fusion", self.fusion.arrays()),
        }

    def ranked(self, asked: Asked, limit: int) -> list[tuple[Passage, float]]:
        """The best passages first, at most `limit`; of equals, the one that stands first."""
        scores = asked.scores(self.fusion)
        found = np.flatnonzero(scores > 0)
        best = found[np.argsort(-scores[found], kind="stable")[:limit]].tolist()
        return [(self._passage(at), float(scores[at])) for at in best]

    def by_field(self, asked: Asked, passage: Passage) -> dict[str, float]:
        """The passage's score by each field that counts for this question, by the fields' names."""
        own = (self.places[:, 0] == self.articles.index(passage.article)) & (self.places[:, 1] == passage.number)
        scores = asked.field_scores(self.fusion, np.flatnonzero(own))
        return {name: float(score) for name, (score,) in scores.items()}

    def _passage(self, at: int) -> Passage:
        which, number, paragraph, start, end = self.places[at].tolist()
        article = self.articles[which]
        return Passage(article, number, article.paragraphs[paragraph - 1], Span(start, end))
