"""The articles of one language: their words are comparable, so their passages are ranked together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from content import Article
from retrieval.asked import Asked, Ear
from retrieval.excerpts import Budget
from retrieval.fusion import FusionTally
from retrieval.model import Model
from retrieval.passages import Passage
from retrieval.question import Question
from retrieval.quotes import Quote
from retrieval.quoting import Quoter
from retrieval.reading import Reading, Sentence, Tongue
from retrieval.refusal import Signals

# So many passages, those that are best by their 4-grams alone, are ranked by all fields. Among German XQuAD's passages
# and 5,000 generated ones, the first hit of each question is the same as when all are, also with an eighth of it.
_CANDIDATES = 128

# As many articles are kept as read, those asked about of late: a read one takes about half a megabyte.
_READ = 200


class Shelf:
    """Ranks the passages and the sentences of its articles."""

    def __init__(self, articles: Sequence[Article], tongue: Tongue, model: Model) -> None:
        self._tongue = tongue
        self._model = model
        self._quoter = lru_cache(_READ)(self._new_quoter)
        self._passages: list[Passage] = []
        stems: Counter[str] = Counter()
        tally = FusionTally(model.passages)
        for article in articles:
            reading = self._quoter(article).reading
            self._passages += reading.passages
            stems.update(token.stem for sentence in reading.sentences for token in sentence.tokens)
            for text in reading.passage_texts():
                tally.add(text)
        self._fusion = tally.fusion(_CANDIDATES)
        self._ear = Ear(tongue.lexicon, stems)

    def hear(self, question: Question) -> Asked:
        """The question as it is compared with these articles."""
        return self._ear.hear(question)

    def ranked(self, asked: Asked, limit: int) -> list[tuple[Passage, float]]:
        """The best passages first, at most `limit`; of equals, the one that stands first."""
        scores = self._fusion.scores(asked.tokens)
        found = np.flatnonzero(scores > 0)
        best = found[np.argsort(-scores[found], kind="stable")[:limit]].tolist()
        return [(self._passages[at], float(scores[at])) for at in best]

    def find(self, question: Question, limit: int) -> Found | None:
        """The sentences of the best `limit` passages, ranked; None when no word of the question occurs."""
        asked = self.hear(question)
        passages = self.ranked(asked, limit)
        if not passages:
            return None
        quoters = {passage.article: self._quoter(passage.article) for passage, _ in passages}
        scores: dict[Sentence, float] = {}
        for article, quoter in quoters.items():
            own = {passage: score for passage, score in passages if passage.article is article}
            scores |= quoter.scores(asked, own)
        return Found(quoters, asked, passages[0][1], scores)

    def _new_quoter(self, article: Article) -> Quoter:
        return Quoter(Reading(article, self._tongue), self._model)


@dataclass(frozen=True, eq=False)
class Found:
    """What a shelf has for a question: the score of its best passage, and those of the sentences looked at.

    `quoters` make quotes out of the articles in which these stand.
    """

    quoters: Mapping[Article, Quoter]
    asked: Asked
    score: float
    sentences: dict[Sentence, float]

    @property
    def signals(self) -> Signals:
        """What the refusal decides by."""
        best = self._ranked[0]
        return self._quoter(best).signals(self.asked, best, self.score)

    def quotes(self, budget: Budget, limit: int) -> list[Quote]:
        """The best quotes first; none repeats a sentence of one before it."""
        return list(self._quotes(budget, limit))

    def _quotes(self, budget: Budget, limit: int) -> Iterator[Quote]:
        quoted: list[Quote] = []
        for core in self._ranked:
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

    @property
    def _ranked(self) -> Sequence[Sentence]:
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
