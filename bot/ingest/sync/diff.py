"""What a corrected article has that its file has not, in a few words."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from bot.messages.formatting import shorten
from content import Draft

_LONGEST = 60

# Of longer paragraphs, which no person wrote, the comparison takes quadratic time.
_MOST_WORDS = 2_000
_FIELDS = ("language", "publisher", "authors", "published", "url", "licence", "sources")


@dataclass(frozen=True, slots=True)
class DraftDiff:
    """How many paragraphs and headings were changed, added and removed, and which other keys are new.

    `title` is the old and the new one; `words` are the words that were changed, old and new, where it is one place.
    """

    title: tuple[str, str] | None = None
    changed: int = 0
    added: int = 0
    removed: int = 0
    words: tuple[str, str] | None = None
    keys: tuple[str, ...] = ()


def diff_drafts(old: Draft, new: Draft) -> DraftDiff:
    """What changes from the old to the new."""
    before, after = (draft.text.strip().split("\n\n") for draft in (old, new))
    changed = added = removed = 0
    pairs: list[tuple[str, str]] = []
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            both = min(i2 - i1, j2 - j1)
            changed, added, removed = changed + both, added + j2 - j1 - both, removed + i2 - i1 - both
            pairs += zip(before[i1 : i1 + both], after[j1 : j1 + both], strict=True)
    return DraftDiff(
        title=(old.title or "", new.title or "") if old.title != new.title else None,
        changed=changed,
        added=added,
        removed=removed,
        words=_words(*pairs[0]) if len(pairs) == 1 and not added and not removed else None,
        keys=tuple(key for key in _FIELDS if getattr(old, key) != getattr(new, key)),
    )


def _words(old: str, new: str) -> tuple[str, str] | None:
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > _MOST_WORDS:
        return None
    parts = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    places = [part for part in parts if part[0] != "equal"]
    if len(places) != 1:
        return None
    _, i1, i2, j1, j2 = places[0]
    if i1 == i2 or j1 == j2:  # with a word beside it that stays, as nothing can be shown of what is not there
        i1, j1, i2, j2 = (i1, j1, i2 + 1, j2 + 1) if i2 < len(before) and j2 < len(after) else (i1 - 1, j1 - 1, i2, j2)
    i1, j1 = max(i1, 0), max(j1, 0)
    return shorten(" ".join(before[i1:i2]), _LONGEST), shorten(" ".join(after[j1:j2]), _LONGEST)
