"""Which words of a quote matched the question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retrieval.lexicon import Lexicon, Token
from retrieval.spans import Span
from retrieval.terms import ngrams_of
from retrieval.words import words_of

# A word matches when this share of the shorter one's 4-grams stands in the longer one too: "Taiwan" in "Taiwans",
# "Elektroautos" in "Elektroautoherstellers".
_ALIKE = 0.6


def highlights(text: str, spans: Iterable[Span], asked: Iterable[Token], lexicon: Lexicon) -> Iterator[Span]:
    """The words in `spans` that are like a word of the question, in order, stop words left out."""
    wanted = [token for token in asked if not token.stop]
    for span in spans:
        for token in lexicon.read(words_of(text, span)):
            if not token.stop and any(_alike(token, other) for other in wanted):
                yield Span(token.start, token.end)


def _alike(one: Token, other: Token) -> bool:
    if one.stem == other.stem:
        return True
    grams, others = set(ngrams_of(one.key)), set(ngrams_of(other.key))
    return len(grams & others) >= _ALIKE * min(len(grams), len(others))
