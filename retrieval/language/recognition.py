"""Which language a short message is written in, by its function words."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from retrieval.language.english import ENGLISH
from retrieval.language.german import GERMAN
from retrieval.words import words_of

# A message is read up to here (code points).
_LONGEST = 1000


def recognised(text: str) -> str | None:
    """The ISO 639-1 code of the known language that most of the text's telling words are of; None when none is ahead.

    Telling are function words, small talk and the most common verbs and nouns, as far as only one language has them
    ("the", "wer"; not "was", "in", "super"). Names tell nothing.
    """
    counts = Counter(code for word in words_of(text[:_LONGEST]) if (code := _telling().get(word.form)))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


@lru_cache(maxsize=1)
def _telling() -> dict[str, str]:
    """The words that only one language has, and its code."""
    known = {rules.code: rules.stop_words | rules.small_talk | rules.light_words for rules in (GERMAN, ENGLISH)}
    several = Counter(word for words in known.values() for word in words)
    return {word: code for code, words in known.items() for word in words if several[word] == 1}
