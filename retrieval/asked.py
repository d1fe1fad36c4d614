"""A question put to articles of one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from retrieval.arrays import Numbers
from retrieval.bm25.formula import Floats
from retrieval.evidence import weight
from retrieval.expectation import Kind
from retrieval.holdings import Holdings
from retrieval.language import rules_of
from retrieval.lexicon import Token
from retrieval.question import Question
from retrieval.reading import Tongue
from retrieval.refusal import Distance
from retrieval.renderings import Interpreter, Rendering
from retrieval.terms import GRAMS, KINDS, ngrams, ngrams_of, weighed
from retrieval.translation import Dictionaries
from retrieval.transliteration import transliterated
from retrieval.typos import Spellings
from retrieval.wording import Occurrences, Ranges, Sought

# The last questions are remembered: who turns the pages of an answer asks the same one again and again.
_HEARD = 8


@dataclass(frozen=True, eq=False)
class Asked:
    """`tokens` are all words of the question; `words` those of its subject, each once, and what it is as evidence.

    `holdings` are the articles. `tongue` is the language that it is asked in. In another one than the articles',
    `words` are the renderings of its words, and `tokens` those of all their ways.
    """

    question: Question
    tongue: Tongue
    tokens: tuple[Token, ...]
    words: tuple[tuple[Token | Rendering, float], ...]
    holdings: Holdings

    @cached_property
    def renderings(self) -> tuple[Rendering, ...]:
        """The renderings of its words; none when it is asked in the articles' language."""
        return tuple(word for word, _ in self.words if isinstance(word, Rendering))

    @property
    def foreign(self) -> bool:
        """Whether it is asked in another language than the articles'."""
        return bool(self.renderings)

    @property
    def distance(self) -> Distance:
        """How far its language is from the articles'."""
        if not self.foreign:
            return Distance.NONE
        written = self.question.text.casefold()
        return Distance.LANGUAGE if transliterated(written) == written else Distance.SCRIPT

    @cached_property
    def expected(self) -> Kind | None:
        """What kind of thing it asks for; None when its words do not tell."""
        return self.tongue.expectation.of(self.question.words)

    @cached_property
    def named(self) -> frozenset[str]:
        """The forms of the words that it names itself, in every way."""
        return frozenset(word.form for word in self.question.words) | {token.form for token in self.tokens}

    @cached_property
    def grams(self) -> dict[str, float]:
        """The 4-grams of its words, in every way to say them, and what each counts."""
        return weighed(ngrams(self.tokens))

    @cached_property
    def queries(self) -> list[dict[str, float]]:
        """The terms of each query and what each counts.

        There is a query for each kind of terms; in another language than the articles' there is one of 4-grams for each
        way to say each word.
        """
        if self.foreign:
            return [weighed(ngrams(way)) for way in self._ways]
        return [self.grams if terms is ngrams else weighed(terms(self.tokens)) for terms in KINDS]

    @cached_property
    def sought(self) -> Sought:
        """All terms to look for: those of the queries, and those by which words are evidence."""
        if not self.foreign:
            return Sought.of(self.queries, self.holdings.forms)
        words = [token for way in self._ways for token in way]
        grams = dict.fromkeys(gram for token in words for gram in ngrams_of(token.key))
        return Sought.of((grams, dict.fromkeys(token.stem for token in words), ()), self.holdings.forms)

    @cached_property
    def weights(self) -> Floats:
        """What each term sought (columns) counts in each query (rows)."""
        found = np.zeros((len(self.queries), self.sought.size))
        if self.foreign:
            grams = self.sought.terms[GRAMS]
            found[:, : len(grams)] = [[query.get(gram, 0.0) for gram in grams] for query in self.queries]
        else:
            counts = [each for query in self.queries for each in query.values()]
            found[self.sought.kinds, np.arange(self.sought.size)] = counts
        return found

    def occurrences(self, runs: Ranges) -> tuple[Occurrences, Numbers]:
        """How often the terms sought occur in these runs of sentences; and the number there of each one's first.

        Of a few sentences all are counted, once for all who ask.
        """
        if everywhere := self._everywhere:
            return everywhere, runs[:, 0]
        sizes = runs[:, 1] - runs[:, 0]
        stretch = self.holdings.stretch(runs)
        return Occurrences.of(self.sought, self.holdings.forms, stretch), np.cumsum(sizes) - sizes

    @cached_property
    def _everywhere(self) -> Occurrences | None:
        few = self.holdings.all_sentences
        return Occurrences.of(self.sought, self.holdings.forms, few) if few else None

    @cached_property
    def _ways(self) -> list[tuple[Token, ...]]:
        return [way for word in self.renderings for way in word.ways]


class Ear:
    """Hears questions with the words in mind that the articles of a language use.

    Typing errors are mended; what is asked in another language is put in the articles' own.
    """

    def __init__(self, tongue: Tongue, holdings: Holdings, dictionaries: Dictionaries) -> None:
        self._tongue = tongue
        self._lexicon = tongue.lexicon
        self._spellings = Spellings(holdings.stems(), tongue.rules.compounds)
        self._holdings = holdings
        self._dictionaries = dictionaries
        self._foreign: dict[str, tuple[Tongue, Interpreter]] = {}
        self.hear = lru_cache(_HEARD)(self._heard)

    def _heard(self, question: Question) -> Asked:
        """The question as the articles' words are compared with it."""
        if question.language != self._tongue.rules.code and question.subject:
            return self._interpreted(question)
        tokens = tuple(
            token if token.stop else token._replace(stem=self._spellings.known(token.stem))
            for token in question.tokens(self._lexicon)
        )
        subject = {token.key: token for token in tokens if not token.stop}
        words = tuple((token, weight(token, question.text[token.start : token.end])) for token in subject.values())
        return Asked(question, self._tongue, tokens, words, self._holdings)

    def _interpreted(self, question: Question) -> Asked:
        if question.language not in self._foreign:
            tongue = Tongue(rules_of(question.language))
            interpreter = Interpreter(self._lexicon, tongue.lexicon, self._dictionaries)
            self._foreign[question.language] = tongue, interpreter
        tongue, interpreter = self._foreign[question.language]
        renderings = interpreter.renderings(question)
        tokens = tuple(dict.fromkeys(token for rendering in renderings for way in rendering.ways for token in way))
        words = tuple(
            (rendering, weight(rendering.word, question.text[rendering.word.start : rendering.word.end]))
            for rendering in renderings
        )
        return Asked(question, tongue, tokens, words, self._holdings)
