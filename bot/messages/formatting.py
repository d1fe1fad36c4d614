"""Formatted text: a text with the entities that Telegram draws it by.

Never Telegram's parse modes: an article holds <, &, _ and asterisks, which would have to be escaped and could break a
message. While a text is put together its entities count code points; only `for_telegram` turns them into UTF-16.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from telegram import MessageEntity
from telegram.constants import MessageEntityType

from bot.messages.entities import TextEntity, reconcile
from bot.messages.links import is_linkable

# What Telegram's clients and server find in a text by themselves, generously: addresses, mentions, commands, hashtags.
_LIVE = re.compile(
    r"""
      [a-z][a-z0-9+.-]{0,20}://[^\s<>„“”»«"]+                          # https://example.org/page
    | (?:(?<![\w.%+-])[\w.%+-]+@|(?<![\w-])(?<![\w-]\.))(?:[\w-]+\.)+[a-z]{2,}(?![\w.-])(?:[/?\#][^\s<>„“”»«"]*)?
                                                                # example.org, anna@example.org
    | (?<!\w)[@/\#$][A-Za-z_]\w*(?:[@.-]\w+)*                   # @anna, /start@bot, #tag, $USD
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A text and its marks. Adding and joining keep the marks in place."""

    text: str = ""
    entities: tuple[TextEntity, ...] = ()

    def __add__(self, other: FormattedText | str) -> FormattedText:
        other = plain(other)
        moved = (mark._replace(offset=mark.offset + len(self.text)) for mark in other.entities)
        return FormattedText(self.text + other.text, (*self.entities, *moved))

    def __bool__(self) -> bool:
        return bool(self.text)

    def for_telegram(self) -> tuple[str, tuple[MessageEntity, ...]]:
        """The text and its entities, offsets in UTF-16 code units, the outer of two nested ones first."""
        marks = sorted(reconcile(self.entities), key=lambda mark: (mark.offset, -mark.length))
        entities = [MessageEntity(mark.type, mark.offset, mark.length, url=mark.url) for mark in marks]
        return self.text, tuple(MessageEntity.adjust_message_entities_to_utf_16(self.text, entities))


def plain(text: FormattedText | str) -> FormattedText:
    """The text without a format of its own."""
    return text if isinstance(text, FormattedText) else FormattedText(text)


def bold(text: FormattedText | str) -> FormattedText:
    """The text in bold."""
    return _wrap(MessageEntityType.BOLD, text)


def blockquote(text: FormattedText | str) -> FormattedText:
    """The text as a quotation. Telegram does not allow one within another."""
    return _wrap(MessageEntityType.BLOCKQUOTE, text)


def expandable_blockquote(text: FormattedText | str) -> FormattedText:
    """The text as a quotation that clients show the first lines of, the rest at a tap."""
    return _wrap(MessageEntityType.EXPANDABLE_BLOCKQUOTE, text)


def without_autolinks(text: FormattedText | str) -> FormattedText:
    """The text of somebody else, with what Telegram would make a mention, a command, a hashtag or a link of as code.

    So an @name in an article calls nobody, and a tap on a /command sends nothing; every character stays. There is no
    other way to keep Telegram from it (`find_entities` in td/telegram/MessageEntity.cpp skips code).
    """
    text = plain(text)
    found = (match.span() for match in _LIVE.finditer(text.text))
    codes = (TextEntity(MessageEntityType.CODE, start, end - start) for start, end in found)
    return FormattedText(text.text, (*text.entities, *codes))


def underline(text: FormattedText | str) -> FormattedText:
    """The text underlined."""
    return _wrap(MessageEntityType.UNDERLINE, text)


def link(text: FormattedText | str, url: str) -> FormattedText:
    """The text, leading to an address, if Telegram takes it."""
    return _wrap(MessageEntityType.TEXT_LINK, text, url) if is_linkable(url) else without_autolinks(text)


def join(separator: str, parts: Iterable[FormattedText | str]) -> FormattedText:
    """The parts that are not empty, with the separator between them."""
    joined = FormattedText()
    for part in parts:
        if part:
            joined = joined + separator + part if joined else plain(part)
    return joined


def utf16_length(text: str) -> int:
    """The length in UTF-16 code units, in which Telegram measures."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def lines_within(limit: int, lines: Sequence[FormattedText | str], more: Callable[[int], str]) -> FormattedText:
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


def _wrap(type_: MessageEntityType, text: FormattedText | str, url: str | None = None) -> FormattedText:
    text = plain(text)
    return FormattedText(text.text, (TextEntity(type_, 0, len(text.text), url), *text.entities))
