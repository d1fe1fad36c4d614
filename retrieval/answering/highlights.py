"""Which words of a quote matched the question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from retrieval.analysis.analyzer import Analyzer, Token
from retrieval.analysis.spelling import is_slip
from retrieval.analysis.terms import ngrams_of
from retrieval.base.spans import Span

# A word matches when this share of the shorter one's 4-grams stands in the longer one too, and both begin alike for
# half of the shorter one: "Taiwan" in "Taiwans", "Elektroautos" in "Elektroautoherstellers"; not "gesprochen" in
# "versprochen".
_ALIKE, _BEGINS_ALIKE = 0.6, 0.5

# Letters: a shorter word is part of too many others, and mistyped it is too easily another one.
_LEAST_PART, _LEAST_MISTYPED = 4, 5


def highlights(words: Iterable[Token], asked: Iterable[Token], analyzer: Analyzer) -> Iterator[Span]:
    """Where those of the words stand that are like a word of the question, in order, stop words left out."""
    wanted = [token for token in asked if not token.stop]
    stems = {analyzer.stem(token.form) for token in wanted}
    keys = dict.fromkeys(token.key for token in wanted)
    for token in words:
        if token.stop:
            continue
        if analyzer.stem(token.form) in stems or any(_alike(token.key, key) for key in keys):
            yield Span(token.start, token.end)


def _alike(one: str, other: str) -> bool:
    """Whether they are two forms of a word, or a compound and its last part, or a word and its misspelling."""
    shorter, longer = sorted((one, other), key=len)
    grams, among = ngrams_of(shorter), frozenset(ngrams_of(longer))
    if len(shorter) >= _LEAST_PART and longer.endswith(shorter):
        return True
    begins_alike = shorter[: ceil(_BEGINS_ALIKE * len(shorter))] == longer[: ceil(_BEGINS_ALIKE * len(shorter))]
    if begins_alike and sum(map(among.__contains__, grams)) >= _ALIKE * len(grams):
        return True
    return len(shorter) >= _LEAST_MISTYPED and shorter[0] == longer[0] and is_slip(shorter, longer)
