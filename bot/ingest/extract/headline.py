"""The headline of a page, without the site's name that titles carry along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# A heading of fewer words may stand in any title ("Kultur").
_FEWEST_WORDS = 2


def headline(title: str | None, headings: Sequence[str], site: Iterable[str | None]) -> str | None:
    """The longest of the page's main headings that its title holds; else the title without the names of its site.

    A page without a title is called by its only main heading, if it has just one.
    """
    if not title:
        return headings[0] or None if len(headings) == 1 else None
    within = [each for each in headings if each.casefold() in title.casefold() and len(each.split()) >= _FEWEST_WORDS]
    if within:
        return " ".join(max(within, key=len).split())
    for name in filter(None, site):
        title = re.sub(rf"\s+[|·•–—-]\s+{re.escape(name)}$|^{re.escape(name)}\s+[|·•–—-]\s+", "", title, flags=re.I)
    return title
