"""A reply: everything of a message but where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import MessageLimit

from bot.config.settings import InterfaceLanguage
from bot.messages.formatting import FormattedText, utf16_length
from bot.messages.links import is_linkable
from retrieval import Verdict

# A card with a picture of the linked page would push the quote out of sight.
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class ReplyButton:
    """A button under a message: what stands on it, and what a tap does.

    One of: `data` is sent to the bot, the page at `url` is opened, `copy_text` is put into the clipboard.
    """

    label: str
    data: str | None = None
    url: str | None = None
    copy_text: str | None = None

    @property
    def is_allowed(self) -> bool:
        """Whether Telegram takes it: a button of an address that it refuses costs the whole message."""
        return self.url is None or is_linkable(self.url)

    def for_telegram(self) -> InlineKeyboardButton:
        """The button as Telegram takes it."""
        copy_text = CopyTextButton(self.copy_text) if self.copy_text else None
        return InlineKeyboardButton(self.label, callback_data=self.data, url=self.url, copy_text=copy_text)


class AnswerOutcome(NamedTuple):
    """What became of a question: whether the articles answer it, and the language that it was told in.

    Not `was_looked_up`: it could not be looked up, and whether they answer is not known. `reason` is why, in a word or
    some, for the log: what the best sentence lacks ("no-date"), or what decided; nothing of the question or the text.
    `likelihood`: how likely it seemed that it answers, 0 to 1, where that was computed.
    """

    verdict: Verdict
    language: InterfaceLanguage
    was_looked_up: bool = True
    reason: str = ""
    likelihood: float | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A message to be sent: formatted text and the rows of buttons under it.

    `in_place`: it takes the place of the message whose button was tapped. `outcome`: of what it answers; None when it
    answers no question. `as_reply`: also in a private chat it replies to the message that it answers. `confirmation`
    is what whoever tapped the button is told at once, and screen readers read out: an arrow on a button says little.

    Raises:
        ValueError: the text is blank, or longer than Telegram takes (in UTF-16 code units, the stricter count).
    """

    text: FormattedText
    buttons: tuple[tuple[ReplyButton, ...], ...] = ()
    in_place: bool = False
    outcome: AnswerOutcome | None = None
    as_reply: bool = False
    confirmation: str = ""

    def __post_init__(self) -> None:
        length = utf16_length(self.text.text)
        if not self.text.text.strip() or length > MessageLimit.MAX_TEXT_LENGTH:
            raise ValueError(f"A message of {length} UTF-16 code units cannot be sent.")

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons as Telegram takes them, without those whose address it refuses; None when there are none."""
        rows = [[button.for_telegram() for button in row if button.is_allowed] for row in self.buttons]
        rows = [row for row in rows if row]
        return InlineKeyboardMarkup(rows) if rows else None
