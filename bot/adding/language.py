"""Which language a text is written in, of those that articles can have."""

from __future__ import annotations

from content.language import Language
from retrieval.language import rules_of
from retrieval.words import words_of

# Of the words of a text this share at least are function words of its language: of German and English news 39 to 47 in
# a hundred are; by the same lists, at most 12 of French, Dutch, Italian, Spanish, Polish or Swedish ones.
_LEAST = 0.25


def article_language(text: str) -> str | None:
    """The code of the language that most of the function words belong to; None when it is none of ours."""
    words = [word.form for word in words_of(text)]
    counts = {language.value: sum(word in rules_of(language).stop_words for word in words) for language in Language}
    best = max(counts, key=counts.__getitem__)
    return best if words and counts[best] >= _LEAST * len(words) else None
