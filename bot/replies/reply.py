"""A reply: everything of a message but where it goes."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import MessageLimit

from bot.formatting import Formatted, utf16_length


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: what stands on it, and either what a tap sends to the bot or the page it opens."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A message to be sent: formatted text and the rows of buttons under it.

    `in_place`: it takes the place of the message whose button was tapped.

    Raises:
        ValueError: the text is blank, or longer than Telegram takes (in UTF-16 code units, the stricter count).
    """

    text: Formatted
    buttons: tuple[tuple[Button, ...], ...] = ()
    in_place: bool = False

    def __post_init__(self) -> None:
        length = utf16_length(self.text.text)
        if not self.text.text.strip() or length > MessageLimit.MAX_TEXT_LENGTH:
            raise ValueError(f"A message of {length} UTF-16 code units cannot be sent.")

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons as Telegram takes them; None when there are none."""
        if not self.buttons:
            return None
        return InlineKeyboardMarkup(
            [[InlineKeyboardButton(b.label, callback_data=b.data, url=b.url) for b in row] for row in self.buttons]
        )
