"""Looks queries up in a library: passages out of all articles, then sentences of the articles that these stand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from content import Article, newest_first
from retrieval.base.arrays import Arrays, Numbers
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.array_check import is_index
from retrieval.index.index_files import IndexVersion, keep
from retrieval.index.parsed_article import article_parser
from retrieval.index.passage_index import FORMAT, PassageIndex, Progress, arrays_of, key_of
from retrieval.index.passage_vectors import PassageVectors
from retrieval.query.query import Query
from retrieval.scoring.article_index import ArticleIndex
from retrieval.scoring.candidates import CandidateFinder, CandidateFinderFactory, LocalCandidateFinder
from retrieval.scoring.passage_scores import passage_scores
from retrieval.scoring.search_result import ScoredPassage, SearchResult
from retrieval.scoring.sentence_scores import sentence_scores

# As many articles are kept ready, those asked about of late: each takes about half a megabyte.
_READY = 200

# What was found for the last questions is remembered: who turns the pages of an answer asks the same one again.
_REMEMBERED = 8


class Searcher:
    """Searches articles. `index` is a folder in which their index is kept; without one it is made anew.

    `engines` finds the candidates elsewhere, in place of postings in this process.

    Raises:
        NothingToSearch: an article has no text.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        vectors: CachingEncoder | None,
        *,
        index: Path | None = None,
        progress: Progress = iter,
        engines: CandidateFinderFactory | None = None,
    ) -> None:
        self._vectors = vectors
        self._parse = article_parser()
        self.index = _passage_index(
            articles, index, partial(arrays_of, progress=progress, parse=self._parse), postings=engines is None
        )
        self.passage_vectors = PassageVectors(self.index, vectors) if vectors else None
        finder = engines.of if engines else LocalCandidateFinder
        self.candidates: CandidateFinder = finder(self.index, self.passage_vectors)
        self._changes = engines is not None
        self._tried: set[Article] = set()  # a text that no vector can be made of is not tried for ever
        self.article_index = lru_cache(_READY)(self._article_index)
        # What was found before vectors were made is not what is found with them.
        self._generation = 0
        self._remembered = lru_cache(_REMEMBERED)(lambda query, limit, _generation: self._find(query, limit))

    def search(self, query: Query, limit: int) -> list[ScoredPassage]:
        """The best passages first, at most `limit`; of equals, the one that stands first.

        None of those that have no word of the question, if there is nothing else to go by.
        """
        numbers = self.candidates.find(query)
        scores = passage_scores(query, self.index, numbers, self._vectors)
        order = np.argsort(-scores.total, kind="stable")
        found = [
            ScoredPassage(self.index.passage(int(numbers[at])), *(float(score[at]) for score in scores))
            for at in order.tolist()
            if scores.words[at] > 0 or not np.isnan(scores.meaning[at])
        ]
        return found[:limit]

    def find(self, query: Query, limit: int) -> SearchResult | None:
        """The sentences of the articles in which the best `limit` passages stand; None when there are none.

        Of at most half as many articles: to read one costs most of the time that an answer takes.
        """
        # What finds candidates elsewhere may answer otherwise the next time.
        return self._find(query, limit) if self._changes else self._remembered(query, limit, self._generation)

    def encode(self, progress: Progress) -> None:
        """Makes the vectors that articles lack, of the newest first; `progress` goes through these, and may stop.

        Raises:
            EncoderUnavailable: the encoder cannot be used.
        """
        if self._vectors is None or self.passage_vectors is None:
            return
        own = self.without_vectors()
        for article in progress(newest_first(list(own), lambda each: each)):
            passages = own[article].tolist()
            # Passages last: whoever has those has everything.
            self._vectors.make([text for at in passages for text in self.index.sentence_texts(at)])
            self._vectors.make([self.index.text(at) for at in passages])
            self.passage_vectors.refresh(own[article])
            self._tried.add(article)
            self._generation += 1

    def without_vectors(self) -> dict[Article, Numbers]:
        """The articles that lack vectors, and the numbers of their passages; none without an encoder."""
        if self.passage_vectors is None or self.passage_vectors.known.all():
            return {}
        known, first = self.passage_vectors.known, [*self.index.first_passages().tolist(), len(self.index)]
        complete = np.logical_and.reduceat(known, first[:-1])
        return {
            article: np.arange(*first[at : at + 2])
            for at in np.flatnonzero(~complete).tolist()
            if (article := self.index.articles[at]) not in self._tried
        }

    def _find(self, query: Query, limit: int) -> SearchResult | None:
        passages = self.search(query, limit)
        if not passages:
            return None
        articles = list(dict.fromkeys(each.passage.article for each in passages))[: (limit + 1) // 2]
        passages = [each for each in passages if each.passage.article in articles]
        indexes = {article: self.article_index(article) for article in articles}
        scores = {
            sentence: score
            for index in indexes.values()
            for sentence, score in zip(index.parsed.sentences, sentence_scores(query, index).tolist(), strict=True)
        }
        return SearchResult(query, indexes, passages, scores)

    def _article_index(self, article: Article) -> ArticleIndex:
        return ArticleIndex(self._parse(article), self._vectors)


def _passage_index(
    articles: Sequence[Article], folder: Path | None, read: Callable[..., Arrays], *, postings: bool
) -> PassageIndex:
    if folder is None:
        return PassageIndex.of(articles, read(articles), postings=postings)

    def build(before: Arrays | None) -> Arrays:
        return PassageIndex.of(articles, read(articles, before), postings=postings).arrays()

    making = f"{FORMAT} {'postings' if postings else 'terms'} numpy {np.__version__}"
    lengths = {key_of(article): len(article.text) for article in articles}
    arrays = keep(folder, IndexVersion.of(making, map(key_of, articles)), build, partial(is_index, lengths=lengths))
    return PassageIndex.of(articles, arrays, postings=postings)
