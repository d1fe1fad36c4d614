"""Licences that may be named; all else that feeds call "rights" is a notice of whose the text is."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ADDRESS = re.compile(
    r"creativecommons\.org/(?:licenses|publicdomain)/(?P<kind>by(?:-nc)?(?:-nd|-sa)?|zero|mark)/(?P<version>\d\.\d)",
    re.I,
)
_WORDS = re.compile(r"\b(?:CC|Creative Commons)[ -](?P<kind>BY(?:-NC)?(?:-ND|-SA)?)[ -](?P<version>\d\.\d)\b")
_ZERO = re.compile(r"\bCC0(?:[ -](?P<version>\d\.\d))?\b")


def find_licence(stated: Iterable[str]) -> str | None:
    """The first Creative Commons licence that is stated by its address or its name, e.g. "CC BY-SA 4.0"."""
    for each in stated:
        if found := _ADDRESS.search(each) or _WORDS.search(each):
            return _format(found["kind"].upper(), found["version"])
        if zero := _ZERO.search(each):
            return _format("ZERO", zero["version"] or "1.0")
    return None


def _format(kind: str, version: str) -> str:
    return {"ZERO": f"CC0 {version}", "MARK": f"Public Domain Mark {version}"}.get(kind, f"CC {kind} {version}")
