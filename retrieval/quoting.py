"""Quotes out of an article: which sentence answers best, and which others it needs to be understood and complete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from retrieval.asked import Asked
from retrieval.clauses import cut
from retrieval.evidence import coverage, weigh
from retrieval.excerpts import Budget, Cut, excerpt
from retrieval.expectation import offers_something_new
from retrieval.fields import SentenceText
from retrieval.fusion import Fusion, weighed
from retrieval.highlights import highlights
from retrieval.model import Model
from retrieval.passages import Passage
from retrieval.quotes import Quote
from retrieval.ranking import Ranking
from retrieval.reading import Reading, Sentence
from retrieval.refusal import Signals
from retrieval.said import attributions_within
from retrieval.spans import Span
from retrieval.terms import ngrams
from retrieval.words import words_of

# A sentence's score is that of its own fields and of its neighbourhood's, and, weighing as much as each of the two, the
# score of its passage.
_OWN, _PASSAGE = 2 / 3, 1 / 3

# What a sentence gains that offers what the question asks for. From .1 to .3 the gain on XQuAD is the same.
_OFFER = 1.2

# What a sentence that gives a reason gains as companion of the one before it, when the question asks why.
_REASON = 2.0

# A sentence of another passage joins a quote only when its score is at least this share of the core sentence's.
_ELSEWHERE = 0.5

Scores = Mapping[Sentence, float]


class Quoter:
    """Makes quotes out of one article."""

    def __init__(self, reading: Reading, model: Model) -> None:
        self._reading = reading
        self._tongue = reading.tongue
        self._model = model

    def scores(self, asked: Asked, passages: Mapping[Passage, float]) -> dict[Sentence, float]:
        """How well each sentence answers, given the scores of passages; sentences of other passages are left out."""
        own = self._fusion.scores(asked.tokens).tolist()
        gains = self._gains(asked)
        evidence = _PASSAGE if self._model.passage_evidence else 0.0
        return {
            sentence: gains[sentence.number] * (own[sentence.number] * _OWN + passages[sentence.passage] * evidence)
            for sentence in self._reading.sentences
            if sentence.passage in passages
        }

    def signals(self, asked: Asked, best: Sentence, score: float) -> Signals:
        """What the refusal decides by, for the best sentence and the score of the best passage."""
        words = weigh(asked.weights, self._reading.vocabularies)
        return Signals(
            sentence=coverage(words, self._reading.vocabularies[best.number]),
            article=coverage(words, self._reading.vocabulary),
            score=score,
        )

    def quote(self, asked: Asked, core: Sentence, scores: Scores, budget: Budget) -> Quote:
        """The quote around the sentence `core`."""
        article = self._reading.article
        spans = excerpt(core.span, self._companions(asked, core, scores), budget, self._cut(asked))
        marked = tuple(highlights(article.text, spans, asked.tokens, self._tongue.lexicon))
        return Quote(article, core.passage.paragraph, spans, marked, attributions_within(article, spans))

    def _companions(self, asked: Asked, core: Sentence, scores: Scores) -> Iterator[tuple[Span, bool]]:
        """The other sentences, the most wanted first, and whether each must stand whole."""
        brought = {core, *(self._leant_on(core) if self._model.context else ())}
        for sentence in sorted(brought - {core}, key=lambda sentence: -sentence.number):
            yield sentence.span, True
        wanted = self._wanted(asked, core, scores)
        for sentence in sorted(wanted, key=lambda sentence: (-wanted[sentence], sentence.number)):
            if sentence not in brought:
                yield sentence.span, False

    def _leant_on(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences before, as far as each cannot be understood without the one before it."""
        passage = self._reading.of_passage[sentence.passage]
        at = passage.index(sentence)
        while at > 0 and self._tongue.leaning.open(passage[at].words):
            at -= 1
            yield passage[at]

    def _wanted(self, asked: Asked, core: Sentence, scores: Scores) -> dict[Sentence, float]:
        """The sentences that may complete the quote, and how much each is wanted."""
        enough = scores[core] * _ELSEWHERE
        wanted = {other: score for other, score in scores.items() if other.passage is core.passage or score >= enough}
        if any(self._tongue.why.find(asked.question.words)):
            for other in wanted:
                if other.number == core.number + 1 and self._gives_reason(other):
                    wanted[other] *= _REASON
        return wanted

    def _gives_reason(self, sentence: Sentence) -> bool:
        return any(word.form in self._tongue.rules.reasons for word in sentence.words)

    def _gains(self, asked: Asked) -> Sequence[float]:
        words = asked.question.words
        kind = self._tongue.expectation.of(words) if self._model.expectations else None
        if kind is None:
            return [1.0] * len(self._reading.sentences)
        return [_OFFER if offers_something_new(offered, words) else 1.0 for offered in self._reading.offers[kind]]

    def _cut(self, asked: Asked) -> Cut:
        """How to shorten a sentence: to the clauses that hold most of the question's idf mass."""
        text = self._reading.article.text
        weights = weighed(ngrams(asked.tokens))

        def worth(span: Span) -> float:
            terms = weighed(ngrams(self._tongue.lexicon.read(words_of(text, span))))
            return sum(weights[term] * self._idf.idf(term) for term in terms if term in weights)

        return lambda sentence, limit: cut(text, sentence, limit, worth if self._model.clauses else _alike)

    @cached_property
    def _fusion(self) -> Fusion[SentenceText]:
        return Fusion(tuple(self._reading.sentence_texts()), self._model.sentences)

    @cached_property
    def _idf(self) -> Ranking:
        return Ranking([[term.text for term in ngrams(sentence.tokens)] for sentence in self._reading.sentences])


def _alike(_: Span) -> float:
    return 0.0
