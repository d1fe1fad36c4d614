"""Entries of dictionaries: a headword and what it is in another language, without what is written around the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# A longer translation explains, it does not translate.
_LONGEST = 3

# [fields], <grammar>, {references}, (remarks), /pronunciation/, "examples".
_MARKS = re.compile(r"\[[^\]]*\]|<[^>]*>|\{[^}]*\}|\([^)]*\)|/[^/\n]*/|\"[^\"\n]*\"")
_REMARKS = re.compile(r"^ +(?:Note|Synonyms?|Antonyms?|see|\").*$", re.MULTILINE)
# "1)", "2.", "а)", and Mueller's "_n.": what counts or classifies meanings.
_NUMBERING = re.compile(r"\b\d+[.)>]|\b\w\)|_\S+")
_BETWEEN = re.compile(r"[,;\n]")
# What a verb or noun is listed with that is no part of it.
_SUPPORT = re.compile(r"^(?:to|the|an?|der|die|das|sich)\s+|\b(?:etw|jdn|jdm|jmd|jds|sth|sb)\b\.?/?|…", re.IGNORECASE)


class Entry(NamedTuple):
    """A headword and its translations, as they are written."""

    headword: str
    translations: tuple[str, ...]


def dictd_entry(text: str) -> Entry:
    """The entry of a dictd dictionary: its headword stands in the first line, the translations in those below."""
    head, _, body = text.partition("\n")
    return Entry(unmarked(head), tuple(phrases(_NUMBERING.sub(";", _MARKS.sub(" ", _REMARKS.sub("", body))))))


def phrases(listed: str) -> Iterator[str]:
    """The phrases of a list, marks and supporting words taken off, without those that explain."""
    for phrase in _BETWEEN.split(listed):
        plain = unmarked(phrase)
        if plain and len(plain.split()) <= _LONGEST:
            yield plain


def unmarked(phrase: str) -> str:
    """The phrase without marks and supporting words: "to write sth. [Br.]" is "write"."""
    plain = " ".join(_MARKS.sub(" ", phrase).split())
    return " ".join(_SUPPORT.sub(" ", plain).split()).strip(" .!?:-")
