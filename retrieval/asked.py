"""A question put to articles of one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.evidence import weight
from retrieval.fields import Text
from retrieval.fusion import Fusion
from retrieval.language import rules_of
from retrieval.lexicon import Token
from retrieval.question import Question
from retrieval.reading import Tongue
from retrieval.refusal import Distance
from retrieval.renderings import Interpreter, Rendering
from retrieval.translation import Dictionaries
from retrieval.transliteration import transliterated
from retrieval.typos import Spellings


@dataclass(frozen=True, eq=False)
class Asked:
    """`tokens` are all words of the question; `weights` those of its subject, each once, and what it is as evidence.

    `tongue` is the language that it is asked in. In another one than the articles', `weights` are the renderings of
    its words, and `tokens` those of all their ways.
    """

    question: Question
    tongue: Tongue
    tokens: tuple[Token, ...]
    weights: tuple[tuple[Token | Rendering, float], ...]

    @property
    def renderings(self) -> tuple[Rendering, ...]:
        """The renderings of its words; none when it is asked in the articles' language."""
        return tuple(word for word, _ in self.weights if isinstance(word, Rendering))

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

    @property
    def forms(self) -> frozenset[str]:
        """The words that it names itself, in every way."""
        return frozenset(word.form for word in self.question.words) | {token.form for token in self.tokens}

    def scores(self, fusion: Fusion[Text]) -> NDArray[np.float64]:
        """The scores of the texts for this question."""
        return fusion.scores_across(self.renderings) if self.foreign else fusion.scores(self.tokens)

    def field_scores(self, fusion: Fusion[Text]) -> dict[str, NDArray[np.float64]]:
        """What these scores are the mean of, by the names of the fields that count for this question."""
        if self.foreign:
            return fusion.field_scores_across(self.renderings)
        return dict(zip(fusion.names, fusion.field_scores(self.tokens), strict=True))


class Ear:
    """Hears questions with the words in mind that the articles of a language use.

    Typing errors are mended; what is asked in another language is put in the articles' own.
    """

    def __init__(self, tongue: Tongue, tokens: Iterable[Token], dictionaries: Dictionaries) -> None:
        self._tongue = tongue
        self._lexicon = tongue.lexicon
        self._spellings = Spellings((token.stem for token in tokens), tongue.rules.compounds)
        self._dictionaries = dictionaries
        self._foreign: dict[str, tuple[Tongue, Interpreter]] = {}

    def hear(self, question: Question) -> Asked:
        """The question as the articles' words are compared with it."""
        if question.language != self._tongue.rules.code and question.subject:
            return self._interpreted(question)
        tokens = tuple(
            token if token.stop else token._replace(stem=self._spellings.known(token.stem))
            for token in question.tokens(self._lexicon)
        )
        subject = {token.key: token for token in tokens if not token.stop}
        weights = tuple((token, weight(token, question.text[token.start : token.end])) for token in subject.values())
        return Asked(question, self._tongue, tokens, weights)

    def _interpreted(self, question: Question) -> Asked:
        if question.language not in self._foreign:
            tongue = Tongue(rules_of(question.language))
            interpreter = Interpreter(self._lexicon, tongue.lexicon, self._dictionaries)
            self._foreign[question.language] = tongue, interpreter
        tongue, interpreter = self._foreign[question.language]
        renderings = interpreter.renderings(question)
        tokens = tuple(dict.fromkeys(token for rendering in renderings for way in rendering.ways for token in way))
        weights = tuple(
            (rendering, weight(rendering.word, question.text[rendering.word.start : rendering.word.end]))
            for rendering in renderings
        )
        return Asked(question, tongue, tokens, weights)
