"""Quotes out of an article: which sentence answers best, and which others it needs to be understood and complete."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from retrieval.asked import Asked
from retrieval.clauses import cut
from retrieval.evidence import HAD, Evidence, Vocabulary, WordEvidence, weigh
from retrieval.excerpts import Budget, Cut, excerpt
from retrieval.expectation import Kind, offers_something_new
from retrieval.highlights import highlights
from retrieval.lexicon import Token
from retrieval.model import Model
from retrieval.passages import Passage
from retrieval.presence import Presence
from retrieval.quotes import Quote
from retrieval.reading import Reading, Sentence, names_in
from retrieval.said import within
from retrieval.spans import Span
from retrieval.terms import ngrams, weighed
from retrieval.testimony import Testimony

# A sentence's score is that of its own fields and of its neighbourhood's, and, weighing as much as each of the two, the
# score of its passage.
_OWN, _PASSAGE = 2 / 3, 1 / 3

# What a sentence gains that offers what the question asks for. From .1 to .3 the gain on XQuAD is the same.
_OFFER = 1.2

# What is left of the score of a sentence that is itself a question: it seldom answers one.
_ASKS = 0.3

# A sentence of another passage joins a quote only when its score is at least this share of the core sentence's.
_ELSEWHERE = 0.5

# What a sentence of the speaker whom the question names gains, as a share of the best score.
_SPEAKER = 1.0

Scores = Mapping[Sentence, float]


class Quoter:
    """Makes quotes out of one article, which is given as it was read."""

    def __init__(self, reading: Reading, model: Model) -> None:
        self.reading = reading
        self._tongue = reading.tongue
        self._model = model
        self._testimony = Testimony(reading)

    def scores(self, asked: Asked, passages: Mapping[Passage, float], own: Sequence[float]) -> dict[Sentence, float]:
        """How well each sentence answers, given the scores of passages; sentences of other passages are left out.

        `own` has the score of each sentence by its own fields, by its number.
        """
        evidence = _PASSAGE if self._model.passage_evidence else 0.0
        gain = self._gain(asked)
        scores = {
            sentence: gain(sentence) * (own[sentence.number] * _OWN + score * evidence)
            for passage, score in sorted(passages.items(), key=lambda each: each[0].number)
            for sentence in self.reading.of_passage(passage)
        }
        spoken = self._testimony.given(asked)
        bonus = _SPEAKER * max(scores.values(), default=0.0)
        return {sentence: score + bonus * (sentence.number in spoken) for sentence, score in scores.items()}

    def evidence(self, asked: Asked, best: Sentence, score: float, presence: Presence) -> Evidence:
        """What speaks for an answer, given the best sentence and the score of the best passage."""
        having = [presence.having(word) for word, _ in asked.words]
        rarities = weigh(asked.words, having, presence.sentences, partial(self._is_name, presence))
        speaker = self._testimony.given(asked).get(best.number, ())
        sentence = Vocabulary.of((*best.tokens, *speaker))
        return Evidence(
            tuple(
                WordEvidence(token, counts, rarity, sentence.has(token), presence.has(token))
                for (token, counts), (_, rarity) in zip(asked.words, rarities, strict=True)
            ),
            score,
            self._offer(asked, best),
            asked.distance,
        )

    def _is_name(self, presence: Presence, one: str, other: str) -> bool:
        """Whether words of these stems stand side by side somewhere as parts of a name."""
        both = (self.reading.sentences[number] for number in presence.with_both(one, other))
        return any((one, other) in names_in(sentence) for sentence in both)

    def quote(self, asked: Asked, core: Sentence, scores: Scores, budget: Budget, presence: Presence) -> Quote:
        """The quote around the sentence `core`."""
        article = self.reading.article
        spans = excerpt(core.span, self._companions(asked, core, scores), budget, self._cut(asked, presence))
        words = chain.from_iterable(map(self.reading.tokens, spans))
        marked = tuple(highlights(words, self._wanted(asked, core)))
        return Quote(article, core.passage.paragraph, spans, marked, within(self.reading.attributions, spans))

    def _wanted(self, asked: Asked, core: Sentence) -> Iterator[Token]:
        """The words to look for in a quote: of those in another language, the ways to say them that it has."""
        if not asked.foreign:
            yield from asked.tokens
        vocabulary = Vocabulary.of(core.tokens)
        for rendering in asked.renderings:
            best = vocabulary.has(rendering)
            for way in rendering.ways:
                if best >= HAD and vocabulary.has_way(way) == best:
                    yield from way

    def _companions(self, asked: Asked, core: Sentence, scores: Scores) -> Iterator[tuple[Span, bool]]:
        """The other sentences, the most wanted first, and whether each must stand whole."""
        brought = [core]
        if any(asked.tongue.why.find(asked.question.words)):
            brought += self._reasons(core)
        if self._model.context:
            brought += self._leant_on(core)
        for sentence in brought[1:]:
            yield sentence.span, True
        enough = scores[core] * _ELSEWHERE
        for sentence in sorted(scores, key=lambda sentence: (-scores[sentence], sentence.number)):
            if sentence not in brought and (sentence.passage is core.passage or scores[sentence] >= enough):
                yield sentence.span, False

    def _reasons(self, sentence: Sentence) -> Iterator[Sentence]:
        """The next sentence, if it gives a reason ("Damit wollte …") and the sentence itself does not."""
        following = (each for each in self.reading.of_passage(sentence.passage) if each.number == sentence.number + 1)
        if not self._gives_reason(sentence):
            yield from (each for each in following if self._gives_reason(each))

    def _leant_on(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences before, as far as each cannot be understood without the one before it."""
        passage = self.reading.of_passage(sentence.passage)
        at = passage.index(sentence)
        while at > 0 and self._tongue.leaning.open(passage[at].words):
            at -= 1
            yield passage[at]

    def _gives_reason(self, sentence: Sentence) -> bool:
        return any(word.form in self._tongue.rules.reasons for word in sentence.words)

    def _gain(self, asked: Asked) -> Callable[[Sentence], float]:
        """What the score of a sentence is multiplied by."""
        kind = asked.expected if self._model.expectations else None

        def gain(sentence: Sentence) -> float:
            offer = kind is not None and offers_something_new(self.reading.offered(kind, sentence), asked.named)
            return (_ASKS if sentence.asks else 1.0) * (_OFFER if offer else 1.0)

        return gain

    def _offer(self, asked: Asked, best: Sentence) -> float:
        kind = asked.expected
        if kind not in (Kind.DATE, Kind.NUMBER):
            return 1.0
        near = (self.reading.offered(kind, sentence) for sentence in self.reading.of_passage(best.passage))
        return float(any(offers_something_new(offered, asked.named) for offered in near))

    def _cut(self, asked: Asked, presence: Presence) -> Cut:
        """How to shorten a sentence: to the clauses that hold most of the question's idf mass."""
        text = self.reading.article.text

        def worth(span: Span) -> float:
            weights = asked.grams
            terms = weighed(ngrams(self.reading.tokens(span)))
            return sum(weights[term] * presence.idf(term) for term in terms if term in weights)

        return lambda sentence, limit: cut(text, sentence, limit, worth if self._model.clauses else _alike)


def _alike(_: Span) -> float:
    return 0.0
