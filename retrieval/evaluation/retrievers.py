"""What the questions of a set are asked: its articles together, each alone, and without what answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from content import Article
from retrieval.answering.retriever import Retriever
from retrieval.base.spans import Span
from retrieval.encoder import WORDS_ALONE
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.evaluation.sets.question_sets import GoldArticle
from retrieval.index.passage_index import Progress
from retrieval.reader import NO_READER
from retrieval.scoring.decision.answerability import BUILT_IN, DecisionModels
from retrieval.scoring.decision.windows import WindowReader

# So many passages are looked through for one of another article.
_DEEP = 50

# So many articles without a paragraph are kept ready: the questions of a paragraph stand together.
_READY = 4


@dataclass(frozen=True, eq=False, slots=True)
class RetrievalMode:
    """How articles are searched: by the vectors of an encoder, too, or by words alone; and what decides then.

    `windows` has a reader read what was found; None: it is not read.
    """

    vectors: CachingEncoder | None
    constants: DecisionModels = BUILT_IN
    windows: WindowReader | None = None

    @property
    def name(self) -> str:
        """As it is told to people."""
        if self.windows:
            return "reader"
        return "encoder" if self.vectors else "words alone"

    def retriever(self, articles: Iterable[Article], progress: Progress = iter) -> Retriever:
        """What answers from the articles in this way; `progress` goes through those whose vectors have to be made.

        Raises:
            EncoderUnavailable: not all could be made. Answers by words alone must not pass for others.
        """
        reader = self.windows or NO_READER
        vectors = self.vectors or WORDS_ALONE
        retriever = Retriever(articles, vectors, later=True, constants=self.constants, reader=reader)
        retriever.encode(progress)
        return retriever


class RetrieverSet:
    """The retrievers of the articles of a set; one in another language than the article's is never asked."""

    def __init__(self, entries: Sequence[GoldArticle], way: RetrievalMode, progress: Progress = iter) -> None:
        self._way = way
        self._in_language: dict[str, list[Article]] = {}
        for entry in entries:
            self._in_language.setdefault(entry.article.language, []).append(entry.article)
        self._libraries = {
            language: way.retriever(articles, progress) for language, articles in self._in_language.items()
        }
        self._alone: dict[Article, Retriever] = {}
        self.without = lru_cache(_READY)(self._retriever_without)

    def library(self, article: Article) -> Retriever:
        """All articles in the language of this one."""
        return self._libraries[article.language]

    def alone(self, article: Article) -> Retriever:
        """The article alone."""
        if article not in self._alone:
            self._alone[article] = self._way.retriever([article])
        return self._alone[article]

    def _retriever_without(self, entry: GoldArticle, places: tuple[Span, ...]) -> Retriever | None:
        """The article alone, without these paragraphs; None when these are none, or all."""
        rest = entry.without(places) if places else None
        return self._way.retriever([rest]) if rest else None

    def other_articles(self, article: Article) -> list[Article]:
        """The other articles in its language."""
        return [other for other in self._in_language[article.language] if other is not article]

    def most_similar(self, article: Article, question: str) -> Article | None:
        """The other article in its language that has the best passage for the question; None: none has any."""
        hits = self.library(article).search(question, limit=_DEEP)
        return next((hit.article for hit in hits if hit.article is not article), None)
