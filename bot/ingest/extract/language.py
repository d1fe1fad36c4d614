"""Which language a text is written in, of those that articles can have."""

from __future__ import annotations

from content.language import Language
from retrieval.base.words import words_of
from retrieval.language import rules_of

# Of the words of a text this share at least are function words of its language: of German and English news 39 to 47 in
# a hundred are; by the same lists, at most 12 of French, Dutch, Italian, Spanish, Polish or Swedish ones.
_MIN_SHARE = 0.25
_MAX_SHARE_OF_OTHERS = 0.15

# With so many words a text of a language has some of its function words.
_ENOUGH = 20


def detect_language(text: str) -> str | None:
    """The code of the language that most of the function words belong to; None when it is none of ours."""
    words = _forms(text)
    shares = {language.value: _share(words, language) for language in Language}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= _MIN_SHARE else None


def is_plausible(text: str, language: str) -> bool:
    """Whether the text may be in the language, as somebody states; of a few words, or a strange language, it may."""
    words = _forms(text)
    is_known = language in list(Language) and len(words) >= _ENOUGH
    return not is_known or _share(words, language) > _MAX_SHARE_OF_OTHERS


def _forms(text: str) -> list[str]:
    return [word.form for word in words_of(text)]


def _share(words: list[str], language: str) -> float:
    """The share of the words that are function words of the language."""
    stop_words = rules_of(language).stop_words
    return sum(word in stop_words for word in words) / len(words) if words else 0.0
