"""Whether a feed gives an article's whole text or a teaser."""

from __future__ import annotations

import re

# A trailer such as WordPress' stands below the teaser, so the last two paragraphs are looked at.
_LAST = 2

# Characters at the end of a paragraph in which the sign of a teaser is looked for.
_TAIL = 200
_CUT_OFF = re.compile(
    r"(?:\[?(?:…|\.{3})\]?|\b(?:read (?:more|on)|continue reading|keep reading|weiter ?lesen|mehr (?:lesen|erfahren)|"
    r"zum (?:ganzen )?(?:artikel|beitrag)|full (?:story|article))\b[^.!?]{0,80})[\s»›→>.…]*$",
    re.IGNORECASE,
)

# A description is a teaser, unless it is as long as an article: this many paragraphs and words at least.
_PARAGRAPHS = 3
_WORDS = 150

# What stands in the place for the whole text, but has fewer words, is asked for at its page.
_FEWEST_WORDS = 20


def is_full_text(text: str, *, is_content: bool) -> bool:
    """Whether it is all of an article. `is_content`: of `content` or `content:encoded`, where whole texts stand."""
    blocks = text.split("\n\n")
    if any(_CUT_OFF.search(block[-_TAIL:]) for block in blocks[-_LAST:]):
        return False
    words = len(text.split())
    return words >= _FEWEST_WORDS if is_content else len(blocks) >= _PARAGRAPHS and words >= _WORDS
