"""Units of measure: what each measures, and how many of the smallest unit of that it is."""

from __future__ import annotations

from collections.abc import Mapping

_FACTORS = {
    "time": {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800, "month": 2_628_000}
    | {"year": 31_536_000, "decade": 315_360_000},
    "length": {"millimetre": 1, "centimetre": 10, "metre": 1_000, "kilometre": 1_000_000},
    "weight": {"gram": 1, "kilogram": 1_000, "tonne": 1_000_000},
}

_GERMAN = {
    "second": "sekunde sekunden",
    "minute": "minute minuten",
    "hour": "stunde stunden",
    "day": "tag tage tagen tages",
    "week": "woche wochen",
    "month": "monat monate monaten monats",
    "year": "jahr jahre jahren jahres",
    "decade": "jahrzehnt jahrzehnte jahrzehnten",
    "millimetre": "millimeter millimetern mm",
    "centimetre": "zentimeter zentimetern cm",
    "metre": "meter metern",
    "kilometre": "kilometer kilometern km",
    "gram": "gramm",
    "kilogram": "kilo kilos kilogramm kg",
    "tonne": "tonne tonnen",
}

_ENGLISH = {
    "second": "second seconds",
    "minute": "minute minutes",
    "hour": "hour hours",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years",
    "decade": "decade decades",
    "millimetre": "millimetre millimetres millimeter millimeters mm",
    "centimetre": "centimetre centimetres centimeter centimeters cm",
    "metre": "metre metres meter meters",
    "kilometre": "kilometre kilometres kilometer kilometers km",
    "gram": "gram grams",
    "kilogram": "kilo kilos kilogram kilograms kg",
    "tonne": "tonne tonnes",
}


def _measures(names: Mapping[str, str]) -> Mapping[str, tuple[str, float]]:
    return {
        form: (measured, float(factor))
        for measured, factors in _FACTORS.items()
        for unit, factor in factors.items()
        for form in names[unit].split()
    }


GERMAN_MEASURES = _measures(_GERMAN)
ENGLISH_MEASURES = _measures(_ENGLISH)
