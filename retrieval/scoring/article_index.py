"""One article, ready to be asked: its passages and sentences with their terms and vectors."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.terms import terms_of
from retrieval.base.arrays import Floats
from retrieval.base.words import words_of
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.bm25.normalized import NormalizedBM25
from retrieval.index.parsed_article import ParsedArticle, Sentence
from retrieval.query.query import Query
from retrieval.scoring.article_facts import ArticleFacts
from retrieval.scoring.speaker_index import SpeakerIndex

# How much less a word of the title or of the first sentence counts than others: all of the article is about it, and
# whoever asks has read as much. On questions by people who knew no more than that it gains .015 at the first place.
_TOPIC = 0.8

# So many sentences make a whole article: those of the sets that this was measured on have 20 to 40.
_LONG = 20


class ArticleScores(NamedTuple):
    """Of each passage, or of each sentence, the share of a query's words, and the cosine with its meaning.

    `meaning` is NaN where there is no vector of the text, or none of the query.
    """

    words: Floats
    meaning: Floats


class ArticleIndex:
    """Scores the passages and the sentences of one article. What words count is counted in it alone.

    `opening_terms` are those of its title and its first sentence, `opening_weight` says how far these speak of all of
    it, 0 to 1: of a notice of a few sentences the first one tells the most itself.
    """

    def __init__(self, parsed: ParsedArticle, vectors: CachingEncoder | None) -> None:
        self.parsed = parsed
        self.speakers = SpeakerIndex(self.parsed)
        searched = [self.parsed.searched_sentences(passage) for passage in self.parsed.passages]
        # Where each sentence's passage is: sentences are numbered through the article.
        self.passage_of = np.array([sentence.passage.number for sentence in self.parsed.sentences], np.int64)
        self.asks = np.array([sentence.asks for sentence in self.parsed.sentences], np.bool_)
        self.interviews = np.array([sentence.interviews for sentence in self.parsed.sentences], np.bool_)
        terms = [terms_of(sentence.tokens) for sentence in self.parsed.sentences]
        self.sentence_shares = NormalizedBM25(terms)
        self._passage_shares = NormalizedBM25([[t for each in some for t in terms[each.number]] for some in searched])
        self._sentence_texts = [sentence.text for sentence in self.parsed.sentences]
        self._passage_texts = [parsed.article.text[some[0].span.start : some[-1].span.end] for some in searched]
        opening = [*parsed.resources.analyzer.read(words_of(parsed.article.title)), *parsed.sentences[0].tokens]
        self.opening_terms = frozenset(terms_of(opening))
        self.opening_weight = min(1.0, len(parsed.sentences) / _LONG)
        self.vectors = vectors
        self._rows: dict[bool, NDArray[np.float32]] = {}
        self._last: dict[tuple[Query, bool], ArticleScores] = {}

    @cached_property
    def facts(self) -> ArticleFacts:
        """What questions can be held against."""
        return ArticleFacts(self.parsed)

    def passages(self, query: Query) -> ArticleScores:
        """The scores of the passages, in order."""
        return self._scores(query, self._passage_shares, self._passage_texts, whole=True)

    def sentences(self, query: Query) -> ArticleScores:
        """The scores of the sentences, in order."""
        return self._scores(query, self.sentence_shares, self._sentence_texts, whole=False)

    def cosine(self, query: Query, sentence: Sentence) -> float:
        """The cosine of one sentence with the query; 0 if it is not known."""
        return float(np.nan_to_num(self.sentences(query).meaning[sentence.number]))

    def _scores(self, query: Query, shares: NormalizedBM25, texts: Sequence[str], *, whole: bool) -> ArticleScores:
        """The last scores are remembered: what ranks a query's sentences also decides about them."""
        known = self._last.get((query, whole))
        if known is None:
            known = ArticleScores(
                shares.of(query.terms, self.opening_terms, 1 - _TOPIC * self.opening_weight),
                self._cosines(query, texts, whole=whole),
            )
            # While vectors are being made, the next question may know more.
            if query.vector is None or not np.isnan(known.meaning).any():
                # A new dictionary, put there at once: many threads ask.
                kept = [(key, scores) for key, scores in list(self._last.items()) if key[0] == query]
                self._last = dict([*kept, ((query, whole), known)])
        return known

    def _cosines(self, query: Query, texts: Sequence[str], *, whole: bool) -> Floats:
        if query.vector is None or self.vectors is None:
            return np.full(len(texts), np.nan)
        rows = self._rows.get(whole)
        if rows is None or rows.shape[1] != len(query.vector):
            rows, known = self.vectors.stored_vectors(texts)
            if not known.all() or rows.shape[1] != len(query.vector):
                return self.vectors.cosines(texts, query.vector)
            self._rows[whole] = rows
        return np.asarray(rows @ query.vector, np.float64)
