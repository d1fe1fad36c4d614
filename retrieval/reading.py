"""An article, read once: its passages and sentences, and their words, as they are ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import accumulate, chain, pairwise
from typing import Protocol

from content import Article
from retrieval.attribution import Attribution
from retrieval.expectation import Expectation, Kind
from retrieval.fields import Tokens
from retrieval.language import LanguageRules
from retrieval.lexicon import Lexicon
from retrieval.passages import Passage, passages_of
from retrieval.phrases import Phrases
from retrieval.said import attributions_of
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
    """A sentence of an article: its place, and the passage that it stands in.

    `number` counts the article's sentences from 0.
    """

    number: int
    span: Span
    passage: Passage
    lexicon: Lexicon = field(repr=False)

    @property
    def text(self) -> str:
        """The sentence as it stands in the article."""
        return self.passage.article.text[self.span.start : self.span.end]

    @property
    def asks(self) -> bool:
        """Whether it is itself a question, as in an interview."""
        return self.text.rstrip(_CLOSING).endswith("?")

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, in order."""
        return words_of(self.passage.article.text, self.span)

    @cached_property
    def tokens(self) -> Tokens:
        """Its words as they are compared."""
        return self.lexicon.read(self.words)


class Layout(Protocol):
    """Where the passages and the sentences of an article are."""

    def passages(self) -> Iterable[Passage]:
        """The passages, in order."""
        ...

    def sentences(self, passage: Passage) -> tuple[int, Sequence[Span]]:
        """The number of the passage's first sentence, and where its sentences are, in order."""
        ...


class Read:
    """The layout of an article as its text tells it."""

    def __init__(self, article: Article) -> None:
        self._passages = tuple(passages_of(article))
        self._first = [0, *accumulate(len(spans) for _, spans in self._passages)]

    def passages(self) -> Iterable[Passage]:
        """The passages, in order."""
        return (passage for passage, _ in self._passages)

    def sentences(self, passage: Passage) -> tuple[int, Sequence[Span]]:
        """The number of the passage's first sentence, and where its sentences are, in order."""
        return self._first[passage.number], self._passages[passage.number][1]


class Reading:
    """An article with its sentences read.

    `layout` tells its passages and sentences, and `said` its attributions, if these are known already.
    """

    def __init__(
        self,
        article: Article,
        tongue: Tongue,
        layout: Layout | None = None,
        said: Callable[[], tuple[Attribution, ...]] | None = None,
    ) -> None:
        self.article = article
        self.tongue = tongue
        self._layout = layout or Read(article)
        self._said = said or partial(attributions_of, article)
        self._of_passage: dict[int, tuple[Sentence, ...]] = {}
        self._by_span: dict[Span, Sentence] = {}
        self._offered: dict[tuple[Kind, int], frozenset[str]] = {}

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says its sentences, in order."""
        return self._said()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Its passages, in order."""
        return tuple(self._layout.passages())

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        return tuple(chain.from_iterable(map(self.of_passage, self.passages)))

    def of_passage(self, passage: Passage) -> tuple[Sentence, ...]:
        """The sentences of the passage, in order. Of a question's articles mostly one passage is looked at."""
        if passage.number not in self._of_passage:
            first, spans = self._layout.sentences(passage)
            sentences = tuple(
                Sentence(number, span, passage, self.tongue.lexicon) for number, span in enumerate(spans, first)
            )
            self._of_passage[passage.number] = sentences
            self._by_span.update(zip(spans, sentences, strict=True))
        return self._of_passage[passage.number]

    def tokens(self, span: Span) -> Tokens:
        """The words within the span, as they are compared: those of a sentence are read once."""
        if sentence := self._by_span.get(span):
            return sentence.tokens
        return self.tongue.lexicon.read(words_of(self.article.text, span))

    @cached_property
    def names(self) -> frozenset[tuple[str, str]]:
        """The stems of every two capitalised words in a row: two words of a name, as a rule."""
        return frozenset(chain.from_iterable(map(names_in, self.sentences)))

    def offered(self, kind: Kind, sentence: Sentence) -> frozenset[str]:
        """The forms of the sentence's words that are of this kind of thing."""
        key = kind, sentence.number
        if key not in self._offered:
            self._offered[key] = self.tongue.expectation.offers(kind, self.article.text, sentence.words)
        return self._offered[key]


def names_in(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """The stems of every two capitalised words in a row of the sentence."""
    text = sentence.passage.article.text
    for one, other in pairwise(sentence.tokens):
        if not one.stop and text[one.start].isupper() and text[other.start].isupper():
            yield one.stem, other.stem
