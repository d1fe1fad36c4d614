"""A question put to articles of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.evidence import weight
from retrieval.lexicon import Lexicon, Token
from retrieval.question import Question
from retrieval.typos import Spellings


@dataclass(frozen=True, eq=False)
class Asked:
    """`tokens` are all words of the question; `weights` those of its subject, each once, and what it is as evidence."""

    question: Question
    tokens: tuple[Token, ...]
    weights: tuple[tuple[Token, float], ...]


class Ear:
    """Hears questions with the words in mind that the articles of a language use: typing errors are mended."""

    def __init__(self, lexicon: Lexicon, stems: Mapping[str, int]) -> None:
        """`stems` are those of the articles' words, and how often each occurs."""
        self._lexicon = lexicon
        self._spellings = Spellings(stems, lexicon.rules.compounds)

    def hear(self, question: Question) -> Asked:
        """The question as the articles' words are compared with it."""
        tokens = tuple(
            token if token.stop else token._replace(stem=self._spellings.known(token.stem))
            for token in question.tokens(self._lexicon)
        )
        subject = {token.key: token for token in tokens if not token.stop}
        weights = tuple((token, weight(token, question.text[token.start : token.end])) for token in subject.values())
        return Asked(question, tokens, weights)
