"""The articles of one language: their words are comparable, so their passages are ranked together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from content import Article, newest_first
from retrieval.asked import Asked, Ear
from retrieval.engine import Engine, Engines, RemoteEngine
from retrieval.evidence import Evidence
from retrieval.excerpts import Budget
from retrieval.fusion import Fusion
from retrieval.indexing import Indexing, Progress
from retrieval.model import Model
from retrieval.passages import Passage
from retrieval.presence import Presence
from retrieval.question import Question
from retrieval.quotes import Quote
from retrieval.quoting import Quoter
from retrieval.reading import Sentence, Tongue
from retrieval.refusal import Signals
from retrieval.surroundings import Surroundings
from retrieval.translation import Dictionaries

# A sentence answers about as well as the best one when its score is at least this share of that one's. Among XQuAD's
# articles, which speak of different things, five of 632 questions then get a second voice, in German as in English; of
# eleven about pairs of news on one matter, written for this, seven do. Of questions in another language, whose scores
# say less, 1.4 of 100 in English and 3.2 in Russian do with the higher share.
_ABREAST, _ABREAST_ACROSS = 0.85, 0.95

# As many articles are kept as read, those asked about of late: a read one takes about half a megabyte.
_READ = 200

# What was found for the last questions is remembered: who turns the pages of an answer asks the same one again.
_FOUND = 8


class Shelf:
    """Ranks the passages and the sentences of its articles."""

    def __init__(
        self,
        articles: Sequence[Article],
        tongue: Tongue,
        model: Model,
        dictionaries: Dictionaries,
        *,
        kept: Path | None = None,
        progress: Progress = iter,
        engines: Engines | None = None,
    ) -> None:
        """`kept`: the folder in which the index is kept; without one it is made anew.

        `engines` makes what ranks the passages instead of a catalogue in this process.
        """
        self._tongue = tongue
        self._model = model
        self._quoters = lru_cache(_READ)(self._new_quoter)
        self._found = lru_cache(_FOUND)(self._find)
        indexing = Indexing(articles, tongue, () if engines else model.passages, progress)
        self._engine: Engine
        self._holdings, self._engine = indexing.kept(kept / tongue.rules.code) if kept else indexing.made()
        self._remote: RemoteEngine | None = None
        if engines is not None:
            self._engine = self._remote = engines.of(articles, tongue, model.passages)
        self._ear = Ear(tongue, self._holdings, dictionaries)

    def prepare(self) -> None:
        """Makes ready what ranks the passages, which otherwise the first question waits for.

        Raises:
            EngineUnavailable: it cannot be reached.
        """
        if self._remote:
            self._remote.prepare()

    def hear(self, question: Question) -> Asked:
        """The question as it is compared with these articles."""
        return self._ear.hear(question)

    def ranked(self, asked: Asked, limit: int) -> list[tuple[Passage, float]]:
        """The best passages first, at most `limit`; of equals, the one that stands first."""
        return self._engine.ranked(asked, limit)

    def has(self, article: Article) -> bool:
        """Whether the article stands here."""
        return article in self._holdings.numbers

    def find(self, question: Question, limit: int, near: Surroundings | None = None) -> Found | None:
        """The sentences of the best `limit` passages, ranked; None when no word of the question occurs.

        Those gain that are `near` to a quote which the question follows on.
        """
        if near or self._remote:  # elsewhere, what ranks passages may change
            return self._find(question, limit, near)
        return self._found(question, limit)

    def _find(self, question: Question, limit: int, near: Surroundings | None = None) -> Found | None:
        asked = self.hear(question)
        passages = self.ranked(asked, limit)
        if not passages:
            return None
        articles = list(dict.fromkeys(passage.article for passage, _ in passages))
        quoters = {article: self.quoter(article) for article in articles}
        numbers = [self._holdings.numbers[article] for article in articles]
        fusion = Fusion.of_sentences(asked, self._model.sentences, numbers)
        own = fusion.scores(asked).tolist()
        scores: dict[Sentence, float] = {}
        for article, first, end in zip(articles, fusion.bounds, fusion.bounds[1:], strict=False):
            chosen = {passage: score for passage, score in passages if passage.article is article}
            scores |= quoters[article].scores(asked, chosen, own[first:end])
        presences = {article: fusion.presence(group) for group, article in enumerate(articles)}
        return Found(self, quoters, presences, asked, passages, near.pull(scores) if near else scores)

    def by_field(self, asked: Asked, passages: Iterable[Passage]) -> list[dict[str, float]]:
        """Of the score of each passage, what every field has found: the score is their mean."""
        return [self._engine.by_field(asked, passage) for passage in passages]

    def quoter(self, article: Article) -> Quoter:
        """What makes quotes out of the article."""
        return self._quoters(article)

    def _new_quoter(self, article: Article) -> Quoter:
        return Quoter(self._holdings.reading(article, self._tongue), self._model)


@dataclass(frozen=True, eq=False)
class Found:
    """What a shelf has for a question: its best passages and their sentences, each with its score.

    `quoters` make quotes out of the articles in which these stand; `presences` tell what words these have.
    """

    shelf: Shelf
    quoters: Mapping[Article, Quoter]
    presences: Mapping[Article, Presence]
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
        article = best.passage.article
        return self.quoters[article].evidence(self.asked, best, self.score, self.presences[article])

    def quotes(self, budget: Budget, limit: int, first: Sequence[Sentence] = ()) -> list[Quote]:
        """The quotes of the `first` sentences, then the best; none repeats a sentence of one before it."""
        return list(self._quotes(budget, limit, first))

    def abreast(self, answers: Callable[[Signals], bool]) -> Sequence[Sentence]:
        """The best sentence of each article that `answers` about as well as the best of all, the newest first.

        Where the articles' dates do not tell, the better one is first. What two articles say in the same words is
        there once. Of one article alone it is the best sentence.
        """
        if len(self.quoters) == 1:
            return self.ranked[:1]
        least = (_ABREAST_ACROSS if self.asked.foreign else _ABREAST) * self.sentences[self.ranked[0]]
        heads: dict[Article, Sentence] = {}
        for sentence in self.ranked:
            if self.sentences[sentence] >= least:
                heads.setdefault(sentence.passage.article, sentence)
        answering = [head for at, head in enumerate(heads.values()) if at == 0 or answers(self._signals(head))]
        said: dict[tuple[str, ...], Sentence] = {}
        for head in newest_first(answering, lambda sentence: sentence.passage.article):
            said.setdefault(tuple(word.form for word in head.words), head)
        return tuple(said.values())

    def _signals(self, sentence: Sentence) -> Signals:
        """What the decision to answer would look at, if there were only this sentence's article."""
        article = sentence.passage.article
        score = max(score for passage, score in self.passages if passage.article is article)
        return self.quoters[article].evidence(self.asked, sentence, score, self.presences[article]).signals

    def _quotes(self, budget: Budget, limit: int, first: Sequence[Sentence]) -> Iterator[Quote]:
        quoted: list[Quote] = []
        for core in (*first, *self.ranked):
            if len(quoted) == limit:
                return
            if not any(_contains(quote, core) for quote in quoted):
                article = core.passage.article
                own = {
                    each: score
                    for each, score in self.sentences.items()
                    if each.passage.article is article and not any(_contains(quote, each) for quote in quoted)
                }
                quote = self.quoters[article].quote(self.asked, core, own, budget, self.presences[article])
                if not any(_overlap(quote, other) for other in quoted):
                    quoted.append(quote)
                    yield quote

    @cached_property
    def ranked(self) -> Sequence[Sentence]:
        """The sentences, best first; of equals, the one that stands first."""
        return sorted(self.sentences, key=lambda sentence: (-self.sentences[sentence], sentence.number))


def _overlap(one: Quote, other: Quote) -> bool:
    return one.article is other.article and any(
        a.start < b.end and b.start < a.end for a in one.spans for b in other.spans
    )


def _contains(quote: Quote, sentence: Sentence) -> bool:
    return quote.article is sentence.passage.article and any(span.covers(sentence.span) for span in quote.spans)
