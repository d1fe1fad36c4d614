"""The articles of one language: their words are comparable, so their passages are ranked together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from content import Article
from retrieval.asked import Asked, Ear
from retrieval.evidence import Evidence
from retrieval.excerpts import Budget
from retrieval.fusion import Fusion
from retrieval.model import Model
from retrieval.passages import Passage
from retrieval.question import Question
from retrieval.quotes import Quote
from retrieval.quoting import Quoter
from retrieval.reading import Reading, Sentence, Tongue
from retrieval.surroundings import Surroundings
from retrieval.translation import Dictionaries


class Shelf:
    """Ranks the passages and the sentences of its articles."""

    def __init__(self, articles: Sequence[Article], tongue: Tongue, model: Model, dictionaries: Dictionaries) -> None:
        readings = [Reading(article, tongue) for article in articles]
        self._quoters = {id(reading.article): Quoter(reading, model) for reading in readings}
        self._passages = [passage for reading in readings for passage in reading.passages]
        self._fusion = Fusion([text for reading in readings for text in reading.passage_texts()], model.passages)
        self._ear = Ear(
            tongue,
            (token for reading in readings for sentence in reading.sentences for token in sentence.tokens),
            dictionaries,
        )

    def hear(self, question: Question) -> Asked:
        """The question as it is compared with these articles."""
        return self._ear.hear(question)

    def ranked(self, asked: Asked, limit: int) -> list[tuple[Passage, float]]:
        """The best passages first, at most `limit`; of equals, the one that stands first."""
        scores = asked.scores(self._fusion).tolist()
        order = sorted((at for at, score in enumerate(scores) if score), key=lambda at: (-scores[at], at))
        return [(self._passages[at], scores[at]) for at in order[:limit]]

    def has(self, article: Article) -> bool:
        """Whether the article stands here."""
        return id(article) in self._quoters

    def find(self, question: Question, limit: int, near: Surroundings | None = None) -> Found | None:
        """The sentences of the best `limit` passages, ranked; None when no word of the question occurs.

        Those gain that are `near` to a quote which the question follows on.
        """
        asked = self.hear(question)
        passages = self.ranked(asked, limit)
        if not passages:
            return None
        scores: dict[Sentence, float] = {}
        for article in {id(passage.article) for passage, _ in passages}:
            own = {passage: score for passage, score in passages if id(passage.article) == article}
            scores |= self.quoter(article).scores(asked, own)
        return Found(self, asked, passages, near.pull(scores) if near else scores)

    def by_field(self, asked: Asked, passages: Iterable[Passage]) -> Iterator[dict[str, float]]:
        """Of the score of each passage, what every field has found: the score is their mean."""
        fields = asked.field_scores(self._fusion)
        for passage in passages:
            at = self._passages.index(passage)
            yield {name: float(scores[at]) for name, scores in fields.items()}

    def quoter(self, article: int) -> Quoter:
        """What makes quotes out of the article with this id."""
        return self._quoters[article]


@dataclass(frozen=True, eq=False)
class Found:
    """What a shelf has for a question: its best passages and their sentences, each with its score."""

    shelf: Shelf
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
        return self.shelf.quoter(id(sentence.passage.article))


def _overlap(one: Quote, other: Quote) -> bool:
    return one.article is other.article and any(
        a.start < b.end and b.start < a.end for a in one.spans for b in other.spans
    )


def _contains(quote: Quote, sentence: Sentence) -> bool:
    return quote.article is sentence.passage.article and any(span.covers(sentence.span) for span in quote.spans)
