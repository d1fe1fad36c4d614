"""Formatted text on a terminal."""

from __future__ import annotations

import re
import shutil
import sys

import click
from telegram.constants import MessageEntityType

from bot.messages.entities import TextEntity
from bot.messages.formatting import FormattedText

_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_INDENT = "  "


def terminal_text(text: FormattedText) -> str:
    """The text with bold as a terminal's bold, quotations between ❝ and ❞, and addresses after what they stand for.

    `click.echo` leaves the bold out where output is no terminal.
    """
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in text.entities:
        before, after = _signs(entity)
        opening.setdefault(entity.offset, []).append(before)
        closing.setdefault(entity.offset + entity.length, []).insert(0, after)
    pieces = []
    for at in range(len(text.text) + 1):
        pieces += [*closing.get(at, []), *opening.get(at, []), text.text[at : at + 1]]
    return "".join(pieces)


def terminal_width() -> int | None:
    """How many columns the terminal has; None where output goes elsewhere, and lines stay whole."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def wrap(text: str, width: int | None) -> str:
    """The text in lines of at most `width` columns, broken at blanks; what goes on is indented by two.

    Words longer than a line, as addresses are, stay whole. None: the text as it is.
    """
    return text if width is None else "\n".join(_wrap(line, width) for line in text.split("\n"))


def _wrap(line: str, width: int) -> str:
    done, current = "", ""
    for word in line.split(" "):
        longer = f"{current} {word}" if current else word
        if current.strip() and _columns(longer) > width:
            done, current = f"{done}{current}\n", f"{_INDENT}{word}"
        else:
            current = longer
    return done + current


def _columns(text: str) -> int:
    return len(_STYLE.sub("", text))


def _signs(entity: TextEntity) -> tuple[str, str]:
    match entity.type:
        case MessageEntityType.BOLD:
            return click.style("", bold=True, reset=False), click.style("", reset=True)
        case MessageEntityType.BLOCKQUOTE | MessageEntityType.EXPANDABLE_BLOCKQUOTE:
            return "❝ ", " ❞"
        case MessageEntityType.TEXT_LINK:
            return "", f" <{entity.url}>"
        case _:
            return "", ""
