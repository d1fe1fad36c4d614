"""An article, read once: its passages and sentences, and their words, as they are ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

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

# What may stand behind the question mark of a question: quotation marks, brackets, Markdown's emphasis.
_CLOSING = "\"'“”‘’»«›‹)]*_"


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

    `number` counts the article's sentences from 0. `asks`: it is itself a question, as in an interview.
    """

    number: int
    span: Span
    words: tuple[Word, ...]
    tokens: Tokens
    passage: Passage
    asks: bool


class Reading:
    """An article with its sentences read."""

    def __init__(self, article: Article, tongue: Tongue) -> None:
        self.article = article
        self.tongue = tongue
        passages = tuple(passages_of(article))
        self.passages = tuple(passage for passage, _ in passages)
        self.sentences = tuple(self._sentences(passages))

    def _sentences(self, passages: Iterable[tuple[Passage, tuple[Span, ...]]]) -> Iterator[Sentence]:
        number = 0
        for passage, spans in passages:
            for span in spans:
                words = words_of(self.article.text, span)
                asks = self.article.text[span.start : span.end].rstrip(_CLOSING).endswith("?")
                yield Sentence(number, span, words, self.tongue.lexicon.read(words), passage, asks)
                number += 1

    def passage_texts(self) -> Iterator[PassageText]:
        """The passages as they are ranked, in order: the answer of an interview together with its question."""
        question: tuple[Sentence, ...] = ()
        for sentences in self.of_passage.values():
            yield PassageText(tuple(sentence.tokens for sentence in (*question, *sentences)))
            question = sentences if all(sentence.asks for sentence in sentences) else ()

    def sentence_texts(self) -> Iterator[SentenceText]:
        """The sentences as they are ranked, in order."""
        for at, sentence in enumerate(self.sentences):
            before = self.sentences[at - 1] if at else None
            after = self.sentences[at + 1] if at + 1 < len(self.sentences) else None
            yield SentenceText(
                before.tokens if before and (before.passage is sentence.passage or before.asks) else (),
                sentence.tokens,
                after.tokens if after and after.passage is sentence.passage else (),
            )

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
    def names(self) -> frozenset[tuple[str, str]]:
        """The stems of every two capitalised words in a row: two words of a name, as a rule."""
        text = self.article.text
        return frozenset(
            (one.stem, other.stem)
            for sentence in self.sentences
            for one, other in pairwise(sentence.tokens)
            if not one.stop and text[one.start].isupper() and text[other.start].isupper()
        )

    @cached_property
    def offers(self) -> dict[Kind, tuple[frozenset[str], ...]]:
        """For each kind of thing, which words of it each sentence offers, in the order of the sentences."""
        expectation = self.tongue.expectation
        return {
            kind: tuple(expectation.offers(kind, self.article.text, sentence.words) for sentence in self.sentences)
            for kind in Kind
        }
