"""Which language a short text is in: by its script, then by the words that carry grammar. Nothing is loaded for it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from retrieval.base.words import words_of
from retrieval.language import KNOWN, rules_of

# A question word opens the question that it belongs to: it tells more than "in", which many languages have.
_QUESTION_WORD = 1.5

# A word of every text's subject tells less than one that carries grammar.
_LIGHT_WORD = 0.5

# One little word may be a part of a name ("Rio de Janeiro"): alone it does not speak for a language nobody expects.
# Of languages of which only such words are known, it takes two: "Quelle?" is asked in German, too.
_ENOUGH, _ENOUGH_OF_LITTLE_KNOWN = 1.5, 2.5

# More letters than anybody needs to see which script a text is in.
_LONGEST = 2000

# The words of an address on the web are in the language of whoever chose it.
_ADDRESS = re.compile(r"\b[a-z]+://\S+")

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
_BEYOND_LATIN = "\u0250"
_LATIN, _CYRILLIC = "LATIN", "CYRILLIC"


def language_of(text: str, expected: Sequence[str] = ()) -> str | None:
    """The ISO 639-1 code of the language that the text is in, None when nothing tells.

    Of equal evidence, a language in `expected` wins, the first before the others, and it needs no more than one word.
    Text in Cyrillic letters is Russian unless it tells otherwise.
    """
    text = _sample(text)
    script = _script(text)
    if script in _SCRIPTS:
        return _SCRIPTS[script]
    forms = [word.form for word in words_of(text)]
    evidence = {
        each: sum(each.telling.get(form, 0.0) for form in forms) for each in _candidates(script, tuple(expected))
    }
    if script == _CYRILLIC:
        return max(evidence, key=evidence.__getitem__).code
    enough = (each for each, found in evidence.items() if found and found >= each.needed)
    best = max(enough, key=evidence.__getitem__, default=None)  # the first of equals
    return best.code if best else None


def certain_language_of(text: str, among: Sequence[str]) -> str | None:
    """The language of `among` that the text is surely in: one of its words belongs to no other of them.

    "Was Trump elected?" is none, as German has "was", too.
    """
    language = language_of(text, among)
    if language not in among:
        return None
    others = frozenset[str]().union(*(_markers(code) for code in among if code != language))
    forms = (word.form for word in words_of(_sample(text)))
    return language if any(form in _markers(language) and form not in others for form in forms) else None


@dataclass(frozen=True, eq=False, slots=True)
class _Candidate:
    """A language, what each word that it is known by tells, and how much they must tell together."""

    code: str
    telling: dict[str, float]
    needed: float


def _sample(text: str) -> str:
    """As much of the text as is looked at, without addresses."""
    return _ADDRESS.sub(" ", text[:_LONGEST])


def _script(text: str) -> str:
    """The beginning of the Unicode name of most of the letters."""
    if max(text, default="") < _BEYOND_LATIN:
        return _LATIN
    names = Counter(unicodedata.name(letter, "").split(" ", 1)[0] for letter in text if letter.isalpha())
    return max(names, key=names.__getitem__, default="")


@lru_cache(maxsize=100)
def _candidates(script: str, expected: tuple[str, ...]) -> tuple[_Candidate, ...]:
    """The languages written in the script, those expected first."""
    codes = [rules.code for rules in KNOWN if rules.script == script]
    ordered = [*(code for code in expected if code in codes), *(code for code in codes if code not in expected)]
    return tuple(_Candidate(code, _markers(code), 0.0 if code in expected else _threshold(code)) for code in ordered)


def _threshold(code: str) -> float:
    return _ENOUGH if rules_of(code).light_words else _ENOUGH_OF_LITTLE_KNOWN


@cache
def _markers(code: str) -> dict[str, float]:
    rules = rules_of(code)
    return {
        **dict.fromkeys(rules.light_words, _LIGHT_WORD),
        **dict.fromkeys(rules.stop_words | rules.small_talk, 1.0),
        **dict.fromkeys(rules.question_words, _QUESTION_WORD),
    }
