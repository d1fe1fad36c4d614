"""The entities that a client finds by itself in what is written: commands, mentions, links, hashtags.

After the rules of `find_entities` in td/telegram/MessageEntity.cpp, with one simplification: a link without "http" is
found only when it ends in a common top-level domain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.simulator.world.message_content.entities import Entity, utf16_length

_DOMAIN: Final = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
_TOP_LEVEL: Final = r"(?:de|at|ch|eu|com|org|net|info|io|dev|me|tv|co|uk|fr|ru|us)"
# The first that matches at a place wins: an address is neither a link nor a mention.
_PATTERNS: Final = (
    ("email", re.compile(rf"(?<![\w.@+-])[a-z0-9._%+-]+@{_DOMAIN}[a-z]{{2,}}\b", re.IGNORECASE)),
    ("url", re.compile(r"(?<![\w@])https?://[^\s<>\"„“”»«]+", re.IGNORECASE)),
    ("url", re.compile(rf"(?<![\w@./-]){_DOMAIN}{_TOP_LEVEL}\b(?![\w@-])(?:[/?#][^\s<>\"„“”»«]*)?", re.IGNORECASE)),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
)
_CLOSING: Final = ".,:;!?'…)]}"


def find_entities(text: str) -> tuple[Entity, ...]:
    """The entities of a plain text, in order, not overlapping."""
    found: list[Entity] = []
    for kind, start, end in _matches(text):
        entity = Entity(type=kind, offset=utf16_length(text[:start]), length=utf16_length(text[start:end]))
        if not any(entity.overlaps(other) for other in found):
            found.append(entity)
    return tuple(sorted(found, key=lambda entity: entity.offset))


def _matches(text: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            written = match[0].rstrip(_CLOSING) if kind == "url" else match[0]
            yield kind, match.start(), match.start() + len(written)
