"""The way of a question: words, ranked passages, the decision whether they answer, quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from content import Article
from retrieval.answers import Answer, Hit
from retrieval.attribution import Attribution, attributions
from retrieval.coverage import TermWeights, coverage
from retrieval.errors import NothingToSearch
from retrieval.excerpts import Budget, excerpt
from retrieval.highlights import highlights
from retrieval.language import LanguageRules, rules_of
from retrieval.passages import Passage, passages_of
from retrieval.question import Question
from retrieval.quotes import Quote
from retrieval.ranking import Ranking
from retrieval.refusal import FITTED, Signals
from retrieval.spans import Span
from retrieval.terms import terms_of
from retrieval.words import words_of

# How many passages are looked at for quotes, and how many quotes an answer holds: the first is shown, the others
# are a tap away.
_CANDIDATES = 5
_QUOTES = 3


class Retriever:
    """Finds passages and quotes in a fixed library of articles. Building it costs time, asking it little.

    Raises:
        NothingToSearch: the library is empty, or one of its articles has no text.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = tuple(articles)
        if not self.articles:
            raise NothingToSearch("There is no article to search.")
        for article in self.articles:
            if not article.paragraphs:
                raise NothingToSearch(f'The article "{article.title}" has no text to search.')
        self._sources = {id(article): _Source(article) for article in self.articles}
        self._passages = [passage for source in self._sources.values() for passage in source.passages]
        self._languages = tuple({source.rules.code: source.rules for source in self._sources.values()}.values())
        self._ranking = Ranking([list(self._terms(passage.span, passage.article)) for passage in self._passages])

    def search(self, question: str, limit: int = 10) -> list[Hit]:
        """The best passages first, at most `limit`; none when no word of the question occurs."""
        return [
            Hit(passage.article, passage.paragraph, *passage.span, score)
            for passage, score in self._ranked(Question.read(question, self._languages), limit)
        ]

    def answer(self, question: str, max_sentences: int = 2, max_chars: int = 450) -> Answer:
        """Quotes that answer the question, or an honest no with at most the nearest passage.

        A quote has at most `max_sentences` sentences and, omissions not counted, `max_chars` characters.

        Raises:
            ValueError: a budget is below 1.
        """
        if max_sentences < 1 or max_chars < 1:
            raise ValueError("A quote needs room for at least one sentence and one character.")
        asked = Question.read(question, self._languages)
        candidates = self._ranked(asked, _CANDIDATES)
        budget = Budget(max_sentences, max_chars)
        quotes = [self._quote(asked, passage, budget) for passage, _ in candidates[:_QUOTES]]
        found = bool(quotes) and FITTED.answers(self._signals(asked, candidates[0][0]))
        return Answer(question, found, tuple(quotes if found else quotes[:1]), asked.subject)

    def signals(self, question: str) -> Signals:
        """What the decision to answer or to refuse looks at; all 0 when no word of the question occurs."""
        asked = Question.read(question, self._languages)
        candidates = self._ranked(asked, 1)
        return self._signals(asked, candidates[0][0]) if candidates else Signals(0.0, 0.0)

    def _ranked(self, question: Question, limit: int) -> list[tuple[Passage, float]]:
        scores = self._ranking.scores(question.terms).tolist()
        order = sorted((at for at, score in enumerate(scores) if score), key=lambda at: (-scores[at], at))
        return [(self._passages[at], scores[at]) for at in order[:limit]]

    def _quote(self, question: Question, passage: Passage, budget: Budget) -> Quote:
        source = self._sources[id(passage.article)]
        spans = excerpt(passage, source.sentence_scores(question, passage), budget)
        marked = tuple(highlights(passage.article.text, spans, question.words, source.rules))
        return Quote(passage.article, passage.paragraph, spans, marked, source.attributed(spans))

    def _signals(self, question: Question, passage: Passage) -> Signals:
        source = self._sources[id(passage.article)]
        present = set(self._terms(passage.span, passage.article))
        return Signals(
            passage=coverage(question.terms, present, source.weights),
            article=coverage(question.terms, source.weights, source.weights),
        )

    def _terms(self, span: Span, article: Article) -> Iterable[str]:
        return self._sources[id(article)].terms(span)


class _Source:
    """An article of the library, with what is worked out of it once it is needed."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.rules: LanguageRules = rules_of(article.language)
        self.passages = tuple(passages_of(article))

    def terms(self, span: Span) -> Iterable[str]:
        words = words_of(self.article.text, span)
        return terms_of(word.form for word in words if word.form not in self.rules.stop_words)

    @cached_property
    def _sentences(self) -> dict[Span, int]:
        spans = (span for passage in self.passages for span in passage.sentences)
        return {span: at for at, span in enumerate(spans)}

    @cached_property
    def _sentence_ranking(self) -> Ranking:
        return Ranking([list(self.terms(span)) for span in self._sentences])

    @cached_property
    def weights(self) -> TermWeights:
        return TermWeights([set(self.terms(span)) for span in self._sentences])

    @cached_property
    def _attributions(self) -> tuple[Attribution, ...]:
        return attributions(self.article)

    def sentence_scores(self, question: Question, passage: Passage) -> Sequence[float]:
        scores = self._sentence_ranking.scores(question.terms)
        return [float(scores[self._sentences[span]]) for span in passage.sentences]

    def attributed(self, spans: Sequence[Span]) -> tuple[Attribution, ...]:
        """The attributions of the sentences that the spans are taken from."""
        return tuple(
            found
            for found in self._attributions
            if any(found.start < span.end and span.start < found.end for span in spans)
        )
