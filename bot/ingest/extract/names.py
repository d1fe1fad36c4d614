"""Names of people, as they are written: what content systems put into their place is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from retrieval.language.rules import fold_case

_LONGEST = 80
_MOST_WORDS = 8

# What may stand before a name, and a date behind it.
_KIND = (
    r"(?:ein\s+)?(?:text|artikel|beitrag|bericht|kommentar|interview|article|posted|published|written|veröffentlicht|"
    r"verfasst|autor(?:en|in)?|authors?)"
)
_BEFORE = re.compile(rf"^(?:{_KIND}\s*:\s*)?(?:(?:{_KIND}\s+)?(?:von|by)\b:?(?:\s+|$))?", re.IGNORECASE)
_MONTHS = "jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec"
_DATE_BEHIND = re.compile(
    rf"[\s,|·•–—-]*(?:\b(?:on|am|vom|updated|aktualisiert)\s+)?"
    rf"(?:\b(?:{_MONTHS})[a-zä]*\.?\s+\d|\b\d{{1,2}}(?:\.|st|nd|rd|th)?\s*(?:{_MONTHS})|\d{{1,4}}[./-]\d{{1,2}}[./-]).*$",
    re.IGNORECASE,
)

# Buttons, and links to more of somebody: the name stands behind "by".
_BUTTON = re.compile(
    r"\b(?:zeigen?|alle|anzeigen|ansehen|beiträge|artikel|mehr|weitere|folgen|teilen|abonnieren|anmelden|kontakt|"
    r"kommentare?|profil|startseite|menü|veröffentlicht|aktualisiert|foto|fotos|photo|view|show|posts|articles|stories|"
    r"posted|published|updated|follow|following|share|subscribe|login|contact|comments?|profile|click|e-?mail|twitter|"
    r"facebook|instagram|linkedin|reporter|correspondent|copyright|read more|more from|more by|see all|sign in|"
    r"min read)\b",
    re.IGNORECASE,
)
_LAST_BY = re.compile(r".*\b(?:von|by)\s+(?=[^\W\d_])", re.IGNORECASE)

# Lower case in a name are its particles; what else is, is a verb or the like, and the words are a sentence.
_PARTICLES = fold_case("""
    von vom van der den dem des die das zu zum zur und and of the for für de del della di da do dos du la las le les los
    el al bin ibn ben af av ter ten y e i d' l' mit im in am aus bei
""")
_HOST = re.compile(r"(?:^|[\s(])(?:https?:|www\.|[\w-]+\.(?=[a-z]{2,}))[a-z]*(?:[\s/.)]|$)")

# What content systems call whoever has no name there.
_NOBODY = fold_case("admin administrator webmaster editor unknown anonymous noreply root user autor author")
_WORD = re.compile(r"\w+")

# Code points of what can hold a name, beside dates and words of buttons.
_LONGEST_STATED = 500

# "Jr.", "M.": a full stop behind a longer word is that of a sentence.
_SHORT_WORD = 4


def clean_name(stated: str) -> str | None:
    """The name that was stated, without "von" or "by" before it and a date behind it; None where it is none.

    No name are addresses and hosts, accounts, words of buttons, and what has digits, or a verb.
    """
    if len(stated) > _LONGEST_STATED:
        return None
    name = _BEFORE.sub("", " ".join(stated.split()), count=1)
    if _BUTTON.search(name):
        name = _LAST_BY.sub("", name, count=1)
    name = _DATE_BEHIND.sub("", name).strip(" ,;:|·•–—-")
    return name if _is_name(name) else None


def as_written(name: str, sources: Iterable[str]) -> str:
    """The name with the letters and full stops that it has in one of the sources; as it is where none has it.

    `name` has words in capitals and no full stops, as trafilatura makes them of whatever a page says.
    """
    words = _WORD.findall(name)
    if not words:
        return name
    pattern = re.compile(rf"(?<!\w){''.join(_spelling(words))}(?!\w)", re.IGNORECASE)
    found = [" ".join(each[0].split()) for source in sources for each in pattern.finditer(source)]
    if name in found:
        return name
    # All in capitals, or none: that is a style, or part of an address; but agencies are one word, and hosts have dots.
    plain = [each for each in found if not each.islower() and (len(words) == 1 or not each.isupper())]
    lower = [each for each in found if each.islower() and (len(words) == 1 or _HOST.search(each))]
    return (*plain, *lower, name)[0]


def _spelling(words: Sequence[str]) -> Iterator[str]:
    """Patterns of the words, each with what may stand behind it."""
    for at, word in enumerate(words):
        stop = r"\.?" if len(word) < _SHORT_WORD else ""
        behind = rf"(?:{stop}\s|\.(?=\w)|[-'’])[-'’(]?" if at < len(words) - 1 else stop
        yield f"{re.escape(word)}{behind}"


def is_same_name(name: str, other: str | None) -> bool:
    """Whether the two have the same letters ("FOCUS-Online", "Focus Online")."""
    return other is not None and "".join(_WORD.findall(name)).casefold() == "".join(_WORD.findall(other)).casefold()


def _is_name(name: str) -> bool:
    words = name.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and len(name) <= _LONGEST
        and not any(map(str.isdigit, name))
        and sum(map(str.isalpha, name)) > 1
        and "@" not in name
        and name.lower() not in _NOBODY
        and not _HOST.search(name)
        and not _BUTTON.search(name)
        and not _has_verb(words)
    )


def _has_verb(words: Sequence[str]) -> bool:
    """Whether one is in lower case among others that are not, and no particle of a name: a verb or the like."""
    strange = (word.islower() and word.strip(".,'’()") not in _PARTICLES for word in words)
    return any(word[:1].isupper() for word in words) and any(strange)
