"""Which language a short text is in: by its script, then by the words that carry grammar. Nothing is loaded for it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from retrieval.language import KNOWN, LanguageRules
from retrieval.words import words_of

# A question word opens the question that it belongs to: it tells more than "in", which many languages have.
_QUESTION_WORD = 1.5

# One little word may be a part of a name ("Rio de Janeiro"): alone it does not speak for a language nobody expects.
_ENOUGH = 1.5

# More letters than anybody needs to see which script a text is in.
_LONGEST = 2000

# Scripts, as the names of their letters in Unicode begin, that one language has nearly for itself.
_SCRIPTS = {
    "GREEK": "el",
    "HEBREW": "he",
    "ARABIC": "ar",
    "DEVANAGARI": "hi",
    "THAI": "th",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
}
_CYRILLIC = "CYRILLIC"


def language_of(text: str, expected: Sequence[str] = ()) -> str | None:
    """The ISO 639-1 code of the language that the text is in, None when nothing tells.

    Of equal evidence, a language in `expected` wins, the first before the others, and it needs no more than one word.
    """
    script = _script(text[:_LONGEST])
    if script in _SCRIPTS:
        return _SCRIPTS[script]
    forms = [word.form for word in words_of(text[:_LONGEST])]
    evidence = {rules.code: _evidence(forms, rules) for rules in _candidates(script, expected)}
    best = max(evidence, key=evidence.__getitem__, default=None)  # the first of equals
    if best is None or not evidence[best]:
        return "ru" if script == _CYRILLIC else None
    needed = 0.0 if best in expected or script == _CYRILLIC else _ENOUGH
    others = [code for code in expected if code in evidence]
    return best if evidence[best] >= needed else max(others, key=evidence.__getitem__, default=None)


def _script(text: str) -> str:
    """The beginning of the Unicode name of most of the letters."""
    names = Counter(unicodedata.name(letter, "").split(" ", 1)[0] for letter in text if letter.isalpha())
    return max(names, key=names.__getitem__, default="")


def _candidates(script: str, expected: Sequence[str]) -> list[LanguageRules]:
    """The languages written in the script, those expected first."""
    order = {code: at for at, code in enumerate(expected)}
    candidates = [rules for rules in KNOWN if rules.script == script]
    return sorted(candidates, key=lambda rules: order.get(rules.code, len(order)))


def _evidence(forms: Iterable[str], rules: LanguageRules) -> float:
    """How many of the words carry grammar in the language, or belong to its small talk."""
    return sum(
        _QUESTION_WORD if form in rules.question_words else 1.0
        for form in forms
        if form in rules.stop_words or form in rules.small_talk
    )
