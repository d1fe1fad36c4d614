"""An article, read once: its passages and sentences, and their words, as they are ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain, groupby, pairwise

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


class Reading:
    """An article with its sentences read.

    `passages` are those of the article with their sentences (`passages_of`), and `said` gives its attributions, if
    these are known already.
    """

    def __init__(
        self,
        article: Article,
        tongue: Tongue,
        passages: Iterable[tuple[Passage, Sequence[Span]]] | None = None,
        said: Callable[[], tuple[Attribution, ...]] | None = None,
    ) -> None:
        self.article = article
        self.tongue = tongue
        known = tuple(passages_of(article) if passages is None else passages)
        self.passages = tuple(passage for passage, _ in known)
        placed = ((passage, span) for passage, spans in known for span in spans)
        self.sentences = tuple(
            Sentence(number, span, passage, tongue.lexicon) for number, (passage, span) in enumerate(placed)
        )
        self._said = said or partial(attributions_of, article)
        self._offered: dict[tuple[Kind, int], frozenset[str]] = {}

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says its sentences, in order."""
        return self._said()

    @cached_property
    def of_passage(self) -> dict[Passage, tuple[Sentence, ...]]:
        """The sentences of each passage, in order."""
        return {passage: tuple(own) for passage, own in groupby(self.sentences, lambda sentence: sentence.passage)}

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
