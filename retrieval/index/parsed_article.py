"""An article, read once: its passages and sentences, and their words, as they are ranked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import chain, count, pairwise

from content import Article
from retrieval.analysis.analyzer import Analyzer, Token
from retrieval.analysis.answer_type import AnswerType, AnswerTypeRules
from retrieval.analysis.interviews import asks, belongs_to_question, turns_of
from retrieval.analysis.passages import Passage, passages_of
from retrieval.analysis.phrases import PhraseList
from retrieval.analysis.terms import terms_of
from retrieval.attribution import Attribution
from retrieval.attribution.attribution_cache import attributions_of
from retrieval.base.spans import Span
from retrieval.base.words import Word, words_of
from retrieval.language import LanguageRules, rules_of


class LanguageResources:
    """What is needed of a language to read its articles, made once for all of them."""

    def __init__(self, rules: LanguageRules) -> None:
        self.rules = rules
        self.analyzer = Analyzer(rules)
        self.answer_types = AnswerTypeRules(rules)
        self.leaning = PhraseList([*((word,) for word in rules.leaning), *rules.leaning_phrases])


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of an article: its place, and the passage that it stands in.

    `number` counts the article's sentences from 0. `asks`: it is itself a question, or part of one of an interview's;
    `interviews`: it is both.
    """

    number: int
    span: Span
    passage: Passage
    asks: bool
    interviews: bool
    analyzer: Analyzer = field(repr=False)

    @property
    def text(self) -> str:
        """The sentence as it stands in the article."""
        return self.passage.article.text[self.span.start : self.span.end]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, in order."""
        return words_of(self.passage.article.text, self.span)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words as they are compared."""
        return self.analyzer.read(self.words)


class ParsedArticle:
    """An article with its passages and sentences read."""

    def __init__(self, article: Article, resources: LanguageResources) -> None:
        self.article = article
        self.resources = resources
        laid_out = tuple(passages_of(article))
        self.passages = tuple(passage for passage, _ in laid_out)
        text, number = article.text, count()
        turns = turns_of(article)

        def sentence(span: Span, passage: Passage) -> Sentence:
            turn, question = belongs_to_question(turns, span.start), asks(text[span.start : span.end])
            return Sentence(next(number), span, passage, turn or question, turn and question, resources.analyzer)

        self._of_passage = tuple(tuple(sentence(span, passage) for span in spans) for passage, spans in laid_out)
        self.sentences = tuple(chain.from_iterable(self._of_passage))
        self._by_span = {sentence.span: sentence for sentence in self.sentences}
        self._offered: dict[tuple[AnswerType, int], frozenset[str]] = {}

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says its sentences, in order."""
        return attributions_of(self.article)

    def of_passage(self, passage: Passage) -> tuple[Sentence, ...]:
        """The sentences of the passage, in order."""
        return self._of_passage[passage.number]

    def numbers_within(self, span: Span) -> range:
        """The numbers of the sentences of which a part is within the span."""
        first = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.span.end)
        return range(first, bisect_left(self.sentences, span.end, key=lambda sentence: sentence.span.start))

    def searched_sentences(self, passage: Passage) -> tuple[Sentence, ...]:
        """The sentences that the passage is searched by: the answer of an interview together with its question."""
        before = self._of_passage[passage.number - 1] if passage.number else ()
        question = before if all(sentence.asks for sentence in before) else ()
        return (*question, *self.of_passage(passage))

    def tokens(self, span: Span) -> tuple[Token, ...]:
        """The words within the span, as they are compared: those of a sentence are read once."""
        if sentence := self._by_span.get(span):
            return sentence.tokens
        return self.resources.analyzer.read(words_of(self.article.text, span))

    @cached_property
    def terms(self) -> frozenset[str]:
        """The different terms of all its sentences."""
        return frozenset(term for sentence in self.sentences for term in terms_of(sentence.tokens))

    @cached_property
    def figures(self) -> frozenset[str]:
        """The different forms of its words that begin with a digit."""
        return frozenset(
            word.form for sentence in self.sentences for word in sentence.words if word.form[0].isdecimal()
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """The spelling keys of capitalised words that stand in a row: those of names, as a rule."""
        return frozenset(chain.from_iterable(map(_names_in, self.sentences)))

    def offers(self, kind: AnswerType, sentence: Sentence) -> frozenset[str]:
        """The forms of the sentence's words that are of this kind of thing."""
        key = kind, sentence.number
        if key not in self._offered:
            self._offered[key] = self.resources.answer_types.offers(
                kind, self.article.text, sentence.span, sentence.words
            )
        return self._offered[key]


def article_parser() -> Callable[[Article], ParsedArticle]:
    """What reads articles, each in its language.

    The one that it read last is remembered: an article alone is read once for the index and its first question.
    """
    resources_of = cache(lambda language: LanguageResources(rules_of(language)))
    return lru_cache(1)(lambda article: ParsedArticle(article, resources_of(article.language)))


def _names_in(sentence: Sentence) -> Iterator[str]:
    text = sentence.passage.article.text
    for one, other in pairwise(sentence.tokens):
        if not one.stop and text[one.start].isupper() and text[other.start].isupper():
            yield from (one.key, other.key)
