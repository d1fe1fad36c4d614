"""Formatted text: a text with the entities that Telegram draws it by.

Never Telegram's parse modes: an article holds <, &, _ and asterisks, which would have to be escaped and could break a
message. While a text is put together its entities count code points; only `for_telegram` turns them into UTF-16.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from telegram import MessageEntity
from telegram.constants import MessageEntityType

# What Telegram's clients and server find in a text by themselves, generously: addresses, mentions, commands, hashtags.
_LIVE = re.compile(
    r"""
      [a-z][a-z0-9+.-]*://[^\s<>„“”»«"]+                          # https://example.org/page
    | (?:[\w.%+-]+@)?(?:[\w-]+\.)+[a-z]{2,}(?![\w.-])(?:[/?\#][^\s<>„“”»«"]*)?   # example.org, anna@example.org
    | (?<!\w)[@/\#$][A-Za-z_]\w*(?:@\w+)?                        # @anna, /start@bot, #tag, $USD
    """,
    re.VERBOSE,
)

# Telegram drops what is more than a hundred entities in a message, without a word.
_MOST_CODES = 25

# Formats that have code within them.
_AROUND = (MessageEntityType.BLOCKQUOTE, MessageEntityType.EXPANDABLE_BLOCKQUOTE, MessageEntityType.TEXT_LINK)


class Mark(NamedTuple):
    """A format over part of a text: offset and length in code points."""

    type: MessageEntityType
    offset: int
    length: int
    url: str | None = None

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.offset + self.length

    def overlaps(self, other: Mark) -> bool:
        """Whether they have a character in common."""
        return self.offset < other.end and other.offset < self.end


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and its marks. Adding and joining keep the marks in place."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: Formatted | str) -> Formatted:
        other = plain(other)
        moved = (mark._replace(offset=mark.offset + len(self.text)) for mark in other.marks)
        return Formatted(self.text + other.text, (*self.marks, *moved))

    def __bool__(self) -> bool:
        return bool(self.text)

    def for_telegram(self) -> tuple[str, tuple[MessageEntity, ...]]:
        """The text and its entities, offsets in UTF-16 code units, the outer of two nested ones first."""
        marks = sorted(reconciled(self.marks), key=lambda mark: (mark.offset, -mark.length))
        entities = [MessageEntity(mark.type, mark.offset, mark.length, url=mark.url) for mark in marks if mark.length]
        return self.text, tuple(MessageEntity.adjust_message_entities_to_utf_16(self.text, entities))


def plain(text: Formatted | str) -> Formatted:
    """The text without a format of its own."""
    return text if isinstance(text, Formatted) else Formatted(text)


def bold(text: Formatted | str) -> Formatted:
    """The text in bold."""
    return _marked(MessageEntityType.BOLD, text)


def blockquote(text: Formatted | str) -> Formatted:
    """The text as a quotation. Telegram does not allow one within another."""
    return _marked(MessageEntityType.BLOCKQUOTE, text)


def expandable_blockquote(text: Formatted | str) -> Formatted:
    """The text as a quotation that clients show the first lines of, the rest at a tap."""
    return _marked(MessageEntityType.EXPANDABLE_BLOCKQUOTE, text)


def inert(text: Formatted | str) -> Formatted:
    """The text of somebody else, with what Telegram would make a mention, a command, a hashtag or a link of as code.

    So an @name in an article calls nobody, and a tap on a /command sends nothing; every character stays. There is no
    other way to keep Telegram from it (`find_entities` in td/telegram/MessageEntity.cpp skips code).
    """
    text = plain(text)
    found = [match.span() for match in _LIVE.finditer(text.text)]
    if len(found) > _MOST_CODES:
        found = [(found[0][0], found[-1][1])]
    codes = (Mark(MessageEntityType.CODE, start, end - start) for start, end in found)
    return Formatted(text.text, (*text.marks, *codes))


def underline(text: Formatted | str) -> Formatted:
    """The text underlined."""
    return _marked(MessageEntityType.UNDERLINE, text)


def link(text: Formatted | str, url: str) -> Formatted:
    """The text, leading to an address."""
    return _marked(MessageEntityType.TEXT_LINK, text, url)


def join(separator: str, parts: Iterable[Formatted | str]) -> Formatted:
    """The parts that are not empty, with the separator between them."""
    joined = Formatted()
    for part in parts:
        if part:
            joined = joined + separator + part if joined else plain(part)
    return joined


def utf16_length(text: str) -> int:
    """The length in UTF-16 code units, in which Telegram measures."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def lines_within(limit: int, lines: Sequence[Formatted | str], more: Callable[[int], str]) -> Formatted:
    """As many of the lines as `limit` UTF-16 code units hold; a last line, `more(count)`, tells of those left out."""
    shown = plain("")
    for number, line in enumerate(lines):
        extended = shown + "\n" + line if number else plain(line)
        rest = len(lines) - number
        if utf16_length(extended.text) > limit - (utf16_length(more(rest)) + 1 if rest > 1 else 0):
            return shown + "\n" + more(rest)
        shown = extended
    return shown


def shorten(text: str, limit: int) -> str:
    """The text in at most `limit` code points, cut at white space where it has any, its omission marked by "…"."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    at = head.rfind(" ")
    return head[: at if at > limit // 2 else limit - 1].rstrip() + "…"


def reconciled(marks: Iterable[Mark]) -> list[Mark]:
    """The marks as Telegram allows them beside each other: within a link no code, within code nothing else."""
    marks = list(marks)
    links = [mark for mark in marks if mark.type == MessageEntityType.TEXT_LINK]
    codes = [
        mark for mark in marks if mark.type == MessageEntityType.CODE and not any(mark.overlaps(link) for link in links)
    ]
    others = [mark for mark in marks if mark.type != MessageEntityType.CODE]
    return codes + [part for mark in others for part in ([mark] if mark.type in _AROUND else _around(mark, codes))]


def _around(mark: Mark, codes: Iterable[Mark]) -> list[Mark]:
    """What is left of the mark beside these."""
    parts = [mark]
    for code in codes:
        parts = [
            part._replace(offset=start, length=end - start)
            for part in parts
            for start, end in (
                ((part.offset, min(part.end, code.offset)), (max(part.offset, code.end), part.end))
                if part.overlaps(code)
                else ((part.offset, part.end),)
            )
            if start < end
        ]
    return parts


def _marked(type_: MessageEntityType, text: Formatted | str, url: str | None = None) -> Formatted:
    text = plain(text)
    return Formatted(text.text, (Mark(type_, 0, len(text.text), url), *text.marks))
