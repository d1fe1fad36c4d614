"""A question in another language than the articles: each of its words as it may be said in theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from retrieval.lexicon import Lexicon, Token
from retrieval.question import Question
from retrieval.translation import Dictionaries
from retrieval.transliteration import transliterated
from retrieval.words import Word, words_of


class Rendering(NamedTuple):
    """A word of a question and the ways to say it: the word itself, for names, and its translations.

    `word` is placed in the question. Each of the `ways` has at least one token, read as the articles' words are.
    """

    word: Token
    ways: tuple[tuple[Token, ...], ...]

    @property
    def stem(self) -> str:
        """The stem of the word itself."""
        return self.word.stem

    @property
    def start(self) -> int:
        """Where it stands in the question, in code points."""
        return self.word.start

    @property
    def end(self) -> int:
        """Where it ends there, exclusive."""
        return self.word.end

    @property
    def weight(self) -> float:
        """What it counts in a question (`retrieval.lexicon`)."""
        return self.word.weight


class Interpreter:
    """Says what is asked in the words of the articles' language, as far as dictionaries are installed."""

    def __init__(self, lexicon: Lexicon, asking: Lexicon, dictionaries: Dictionaries) -> None:
        self._lexicon = lexicon
        self._asking = asking
        self._dictionaries = dictionaries

    def renderings(self, question: Question) -> tuple[Rendering, ...]:
        """The different words of the question's subject, rendered, in their order."""
        words = {word.form: word for word in question.subject}
        return tuple(self._rendering(word, question) for word in words.values())

    def _rendering(self, word: Word, question: Question) -> Rendering:
        written = question.text[word.start : word.end]
        translations = tuple(self._translations(written))
        own = self._read(transliterated(word.form)) or self._lexicon.read([word])
        # A word is light when its own language says so, or when what it is mostly translated by is light.
        weights = [max(token.weight for token in way) for way in translations[:1]]
        counts = min([self._asking.read([word])[0].weight, *weights])
        token = own[0]._replace(stop=False, weight=counts, start=word.start, end=word.end)
        return Rendering(token, tuple(dict.fromkeys((own, *translations))))

    def _translations(self, written: str) -> Iterator[tuple[Token, ...]]:
        source, target = self._asking.rules.code, self._lexicon.rules.code
        for translation in self._dictionaries.translations(written, source, target):
            if tokens := self._read(translation):
                yield tokens

    def _read(self, text: str) -> tuple[Token, ...]:
        tokens = self._lexicon.read(words_of(text))
        return tuple(token for token in tokens if not token.stop)
