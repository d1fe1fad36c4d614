"""Which words of a quote matched the question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retrieval.language import LanguageRules
from retrieval.spans import Span
from retrieval.terms import ngrams
from retrieval.words import Word, words_of

# A word matches when this share of the shorter one's 4-grams stands in the longer one too: "Taiwan" in "Taiwans",
# "Elektroautos" in "Elektroautoherstellers", "Kirijenko" in "Kiriyenko" not yet by this alone.
_ALIKE = 0.6


def highlights(text: str, spans: Iterable[Span], asked: Iterable[Word], rules: LanguageRules) -> Iterator[Span]:
    """The words in `spans` that are like a word of the question, in order, stop words left out."""
    wanted = [frozenset(ngrams(word.form)) for word in asked]
    for span in spans:
        for word in words_of(text, span):
            grams = frozenset(ngrams(word.form))
            if word.form not in rules.stop_words and any(_alike(grams, other) for other in wanted):
                yield Span(word.start, word.end)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * min(len(one), len(other))
