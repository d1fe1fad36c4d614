"""Formatted text on a terminal."""

from __future__ import annotations

import click
from telegram.constants import MessageEntityType

from bot.messages.entities import TextEntity
from bot.messages.formatting import FormattedText


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
