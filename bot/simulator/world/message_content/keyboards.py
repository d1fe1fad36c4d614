"""Inline keyboards: what a message carries (core.telegram.org/bots/api#inlinekeyboardmarkup)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One button; exactly one of the fields after `style` is set."""

    text: str
    style: str | None = None
    url: str | None = None
    callback_data: str | None = None
    copy_text: str | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Rows of buttons below a message; at least one button."""

    rows: tuple[tuple[Button, ...], ...]

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, row by row."""
        return tuple(button for row in self.rows for button in row)
