"""An article, read once: its passages and sentences, and their words, as they are ranked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from content import Article
from retrieval.evidence import Vocabulary
from retrieval.expectation import Expectation, Kind
from retrieval.fields import PassageText, SentenceText, Tokens
from retrieval.language import LanguageRules
from retrieval.lexicon import Lexicon
from retrieval.passages import Passage, passages_of
from retrieval.phrases import Phrases
from retrieval.spans import Span
from retrieval.words import Word, words_of


class Tongue:
    """What is needed of a language to read its articles, made once for all of them."""

    def __init__(self, rules: LanguageRules) -> None:
        self.rules = rules
        self.lexicon = Lexicon(rules)
        self.expectation = Expectation(rules)
        self.leaning = Phrases([*((word,) for word in rules.leaning), *rules.leaning_phrases])
        self.why = Phrases(rules.why)


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of an article: its place, its words, and the passage that it stands in.

    `number` counts the article's sentences from 0.
    """

    number: int
    span: Span
    words: tuple[Word, ...]
    tokens: Tokens
    passage: Passage


class Reading:
    """An article with its sentences read."""

    def __init__(self, article: Article, tongue: Tongue) -> None:
        self.article = article
        self.tongue = tongue
        self.passages = tuple(passages_of(article))
        self.sentences = tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        number = 0
        for passage in self.passages:
            for span in passage.sentences:
                words = words_of(self.article.text, span)
                yield Sentence(number, span, words, self.tongue.lexicon.read(words), passage)
                number += 1

    def passage_texts(self) -> Iterator[PassageText]:
        """The passages as they are ranked, in order."""
        title = self.tongue.lexicon.read(words_of(self.article.title))
        for passage in self.passages:
            yield PassageText(tuple(sentence.tokens for sentence in self.of_passage[passage]), title)

    def sentence_texts(self) -> Iterator[SentenceText]:
        """The sentences as they are ranked, in order."""
        for sentences in self.of_passage.values():
            tokens: list[Tokens] = [(), *(sentence.tokens for sentence in sentences), ()]
            for at in range(1, len(tokens) - 1):
                yield SentenceText(tokens[at - 1], tokens[at], tokens[at + 1])

    @cached_property
    def of_passage(self) -> dict[Passage, tuple[Sentence, ...]]:
        """The sentences of each passage, in order."""
        return {
            passage: tuple(sentence for sentence in self.sentences if sentence.passage is passage)
            for passage in self.passages
        }

    @cached_property
    def vocabularies(self) -> tuple[Vocabulary, ...]:
        """The words of each sentence, in the order of the sentences."""
        return tuple(Vocabulary.of(sentence.tokens) for sentence in self.sentences)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the whole article."""
        return Vocabulary.union(self.vocabularies)

    @cached_property
    def offers(self) -> dict[Kind, tuple[frozenset[str], ...]]:
        """For each kind of thing, which words of it each sentence offers, in the order of the sentences."""
        expectation = self.tongue.expectation
        return {
            kind: tuple(expectation.offers(kind, self.article.text, sentence.words) for sentence in self.sentences)
            for kind in Kind
        }
