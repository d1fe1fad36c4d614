"""The headline of a page, without the site's name that titles carry along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# A heading of fewer words may stand in any title ("Kultur").
_FEWEST_WORDS = 2

_WORD = re.compile(r"\w{3,}")


def headline(title: str | None, headings: Sequence[str], site: Iterable[str | None]) -> str | None:
    """The longest of the page's main headings that its title holds; else the title without the names of its site.

    A page without a title is called by its only main heading, if it has just one.
    """
    title = " ".join((title or "").split())
    if not title:
        return headings[0] or None if len(headings) == 1 else None
    within = [each for each in headings if each.casefold() in title.casefold() and len(each.split()) >= _FEWEST_WORDS]
    if within:
        return " ".join(max(within, key=len).split())
    for name in filter(None, site):
        title = re.sub(rf" [|·•–—-] {re.escape(name)}$|^{re.escape(name)} [|·•–—-] ", "", title, flags=re.I)
    return title


def page_title(found: str | None, stated: Sequence[str], text: str) -> str | None:
    """The title that was found, unless it shares no word with what the page calls itself (og:title, <title>).

    Then one of the two is that of a menu or the site ("Hauptmenü", "Seeblatt"): that of the text has more of its words.
    Where that does not tell, it is what the page calls itself.
    """
    if not stated or (found and any(_share(found, each) for each in stated)):
        return found
    words = _words(text)
    return max((stated[0], found or ""), key=lambda each: len(_words(each) & words))


def _share(one: str, other: str) -> bool:
    """Whether a word of one is a word of the other, or a part of one ("Geschichte", "Chorgeschichte")."""
    pairs = [(word, another) for word in _words(one) for another in _words(other)]
    return not pairs or any(word in another or another in word for word, another in pairs)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
