"""The languages that an article can be written in.

A language here means: `retrieval` has its stop words and abbreviations. A new one is added in both places;
a test holds them together.
"""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """ISO 639-1 code of an article's language."""

    GERMAN = "de"
    ENGLISH = "en"
