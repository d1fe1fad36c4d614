"""What is found for a query: passages of a library, and the sentences of the articles that these stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from content import Article
from retrieval.analysis.passages import Passage
from retrieval.index.parsed_article import Sentence
from retrieval.query.query import Query
from retrieval.scoring.article_index import ArticleIndex


class ScoredPassage(NamedTuple):
    """A passage, its share of the query's words, the mean of its cosines (NaN: not known), and its score.

    The score can be compared with those of the same query only.
    """

    passage: Passage
    words: float
    meaning: float
    score: float


@dataclass(frozen=True, eq=False)
class SearchResult:
    """`passages` are the best first; `sentences` have a score each, those of the articles `indexes` in their order."""

    query: Query
    indexes: Mapping[Article, ArticleIndex]
    passages: Sequence[ScoredPassage]
    sentences: Mapping[Sentence, float]

    @cached_property
    def ranked(self) -> Sequence[Sentence]:
        """The sentences, best first; of equals, the one that stands first."""
        return sorted(self.sentences, key=lambda sentence: -self.sentences[sentence])

    def index_of(self, sentence: Sentence) -> ArticleIndex:
        """The article that the sentence stands in."""
        return self.indexes[sentence.passage.article]
