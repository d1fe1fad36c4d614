"""The articles of one language: their words are comparable, so their passages are ranked together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from content import Article
from retrieval.asked import Asked, Ear
from retrieval.catalogue import Catalogue
from retrieval.engine import Engine, Engines
from retrieval.errors import NothingToSearch
from retrieval.evidence import Evidence
from retrieval.excerpts import Budget
from retrieval.keeping import keep, version_of
from retrieval.model import Model
from retrieval.passages import Passage
from retrieval.question import Question
from retrieval.quotes import Quote
from retrieval.quoting import Quoter
from retrieval.reading import Reading, Sentence, Tongue
from retrieval.surroundings import Surroundings
from retrieval.translation import Dictionaries

# As many articles are kept as read, those asked about of late: a read one takes about half a megabyte.
_READ = 200


class Shelf:
    """Ranks the passages and the sentences of its articles."""

    def __init__(
        self,
        articles: Sequence[Article],
        tongue: Tongue,
        model: Model,
        dictionaries: Dictionaries,
        kept: Path | None = None,
        *,
        engines: Engines | None = None,
    ) -> None:
        """`kept`: the folder in which the catalogue is kept; without one it is made anew.

        `engines` makes what ranks the passages instead of a catalogue in this process.
        """
        self._tongue = tongue
        self._model = model
        self._dictionaries = dictionaries
        self._articles = frozenset(articles)
        self._quoters = lru_cache(_READ)(self._new_quoter)
        self._engine: Engine
        if engines is not None:
            self._engine = engines.of(articles, tongue, model.passages)
        elif kept is None:
            self._engine = self._new_catalogue(articles)
        else:
            version = version_of(articles, [field.name for field in model.passages])
            arrays = keep(kept / tongue.rules.code, version, lambda: self._new_catalogue(articles).arrays())
            self._engine = Catalogue.from_arrays(articles, model.passages, arrays)

    def prepare(self) -> None:
        """Makes ready what ranks the passages, which otherwise the first question waits for.

        Raises:
            EngineUnavailable: it cannot be reached.
        """
        _ = self._engine.stems, self._ear

    def hear(self, question: Question) -> Asked:
        """The question as it is compared with these articles."""
        return self._ear.hear(question)

    def ranked(self, asked: Asked, limit: int) -> list[tuple[Passage, float]]:
        """The best passages first, at most `limit`; of equals, the one that stands first."""
        return self._engine.ranked(asked, limit)

    def has(self, article: Article) -> bool:
        """Whether the article stands here."""
        return article in self._articles

    def find(self, question: Question, limit: int, near: Surroundings | None = None) -> Found | None:
        """The sentences of the best `limit` passages, ranked; None when no word of the question occurs.

        Those gain that are `near` to a quote which the question follows on.
        """
        asked = self.hear(question)
        passages = self.ranked(asked, limit)
        if not passages:
            return None
        quoters = {passage.article: self.quoter(passage.article) for passage, _ in passages}
        scores: dict[Sentence, float] = {}
        for article, quoter in quoters.items():
            own = {passage: score for passage, score in passages if passage.article is article}
            scores |= quoter.scores(asked, own)
        return Found(self, quoters, asked, passages, near.pull(scores) if near else scores)

    def by_field(self, asked: Asked, passages: Iterable[Passage]) -> list[dict[str, float]]:
        """Of the score of each passage, what every field has found: the score is their mean."""
        return [self._engine.by_field(asked, passage) for passage in passages]

    def quoter(self, article: Article) -> Quoter:
        """What makes quotes out of the article."""
        return self._quoters(article)

    @cached_property
    def _ear(self) -> Ear:
        return Ear(self._tongue, self._engine.stems, self._dictionaries)

    def _new_catalogue(self, articles: Sequence[Article]) -> Catalogue:
        for article in articles:
            if not article.paragraphs:
                raise NothingToSearch(f'The article "{article.title}" has no text to search.')
        return Catalogue.of((self.quoter(article).reading for article in articles), self._model.passages)

    def _new_quoter(self, article: Article) -> Quoter:
        return Quoter(Reading(article, self._tongue), self._model)


@dataclass(frozen=True, eq=False)
class Found:
    """What a shelf has for a question: its best passages and their sentences, each with its score.

    `quoters` make quotes out of the articles in which these stand.
    """

    shelf: Shelf
    quoters: Mapping[Article, Quoter]
    asked: Asked
    passages: list[tuple[Passage, float]]
    sentences: dict[Sentence, float]

    @property
    def score(self) -> float:
        """The score of the best passage."""
        return self.passages[0][1]

    @cached_property
    def evidence(self) -> Evidence:
        """What speaks for an answer, and against it."""
        best = self.ranked[0]
        return self._quoter(best).evidence(self.asked, best, self.score)

    def quotes(self, budget: Budget, limit: int) -> list[Quote]:
        """The best quotes first; none repeats a sentence of one before it."""
        return list(self._quotes(budget, limit))

    def _quotes(self, budget: Budget, limit: int) -> Iterator[Quote]:
        quoted: list[Quote] = []
        for core in self.ranked:
            if len(quoted) == limit:
                return
            if not any(_contains(quote, core) for quote in quoted):
                article = core.passage.article
                own = {
                    each: score
                    for each, score in self.sentences.items()
                    if each.passage.article is article and not any(_contains(quote, each) for quote in quoted)
                }
                quote = self._quoter(core).quote(self.asked, core, own, budget)
                if not any(_overlap(quote, other) for other in quoted):
                    quoted.append(quote)
                    yield quote

    @cached_property
    def ranked(self) -> Sequence[Sentence]:
        """The sentences, best first; of equals, the one that stands first."""
        return sorted(self.sentences, key=lambda sentence: (-self.sentences[sentence], sentence.number))

    def _quoter(self, sentence: Sentence) -> Quoter:
        return self.quoters[sentence.passage.article]


def _overlap(one: Quote, other: Quote) -> bool:
    return one.article is other.article and any(
        a.start < b.end and b.start < a.end for a in one.spans for b in other.spans
    )


def _contains(quote: Quote, sentence: Sentence) -> bool:
    return quote.article is sentence.passage.article and any(span.covers(sentence.span) for span in quote.spans)
