"""Numbers written as words, with what they count to: up to 999, ordinals and halves among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

_DE_ONES = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
_DE_TEENS = ["dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
_DE_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_DE_ORDINALS = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}
_DE_ENDINGS = ("e", "en", "er", "es", "em")

_EN_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_EN_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_EN_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}


@cache
def german_numerals() -> Mapping[str, float]:
    """The values of German number words, case folded; not "ein", which is mostly an article."""
    found: dict[str, float] = {word.casefold(): float(value) for value, word in _german()}
    found |= {f"{word}einhalb": value + 0.5 for word, value in list(found.items()) if 1 < value < 13}
    found |= {"anderthalb": 1.5, "eineinhalb": 1.5, "zwo": 2.0, "dutzend": 12.0}
    for word, value in list(found.items()):
        if value >= 2 and value == int(value) and word not in ("drei", "sieben", "acht", "zwo", "dutzend"):
            stem = word + ("t" if value % 100 < 20 and value % 100 else "st")
            found |= {stem + ending: value for ending in _DE_ENDINGS}
    found |= {stem + ending: float(value) for stem, value in _DE_ORDINALS.items() for ending in _DE_ENDINGS}
    return found


def _german() -> Iterator[tuple[int, str]]:
    below: list[tuple[int, str]] = list(enumerate([*_DE_ONES, *_DE_TEENS]))
    for tens, word in enumerate(_DE_TENS, start=2):
        below.append((tens * 10, word))
        below += [(tens * 10 + one, f"{'ein' if one == 1 else _DE_ONES[one]}und{word}") for one in range(1, 10)]
    yield from below
    for hundreds in range(1, 10):
        prefixes = ("hundert", "einhundert") if hundreds == 1 else (f"{_DE_ONES[hundreds]}hundert",)
        for prefix in prefixes:
            yield hundreds * 100, prefix
            yield from ((hundreds * 100 + value, prefix + word) for value, word in below if value)


@cache
def english_numerals() -> Mapping[str, float]:
    """The values of English number words up to 99, case folded; not "one", which is mostly a pronoun."""
    found = {word: float(value) for value, word in enumerate([*_EN_ONES, *_EN_TEENS]) if value != 1}
    found |= {
        f"{word}-{_EN_ONES[one]}": tens * 10.0 + one
        for tens, word in enumerate(_EN_TENS, start=2)
        for one in range(1, 10)
    }
    found |= {word: tens * 10.0 for tens, word in enumerate(_EN_TENS, start=2)}
    found |= {
        (word.removesuffix("y") + "ieth" if word.endswith("y") else word + "th"): value for word, value in found.items()
    }
    return found | {word: float(value) for word, value in _EN_ORDINALS.items()} | {"dozen": 12.0}
