"""Which words of a quote matched the question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retrieval.analysis.analyzer import Analyzer, Token
from retrieval.analysis.terms import ngrams_of
from retrieval.base.spans import Span

# A word matches when this share of the shorter one's 4-grams stands in the longer one too: "Taiwan" in "Taiwans",
# "Elektroautos" in "Elektroautoherstellers".
_ALIKE = 0.6


def highlights(words: Iterable[Token], asked: Iterable[Token], analyzer: Analyzer) -> Iterator[Span]:
    """Where those of the words stand that are like a word of the question, in order, stop words left out."""
    wanted = [token for token in asked if not token.stop]
    stems = {analyzer.stem(token.form) for token in wanted}
    grams = [frozenset(ngrams_of(token.key)) for token in wanted]
    any_of_them = frozenset().union(*grams)
    for token in words:
        if token.stop:
            continue
        alike = not any_of_them.isdisjoint(ngrams_of(token.key)) and _alike(token, grams)
        if alike or analyzer.stem(token.form) in stems:
            yield Span(token.start, token.end)


def _alike(token: Token, wanted: Iterable[frozenset[str]]) -> bool:
    grams = ngrams_of(token.key)
    return any(sum(map(other.__contains__, grams)) >= _ALIKE * min(len(grams), len(other)) for other in wanted)
