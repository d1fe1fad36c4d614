"""The parameter reply_markup: from JSON to a `Keyboard`, or Telegram's refusal.

Only inline keyboards are modelled. Telegram takes the first of several actions of one button; here a button has exactly
one, as core.telegram.org/bots/api#inlinekeyboardbutton demands.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field

from bot.simulator import limits
from bot.simulator.api.parameters import FromJson, Part, Within, complaint
from bot.simulator.errors import BadRequest
from bot.simulator.texts.links import InvalidLink, normalize_link
from bot.simulator.world.message_content.keyboards import Button, Keyboard

_ACTIONS: Final = (
    "url",
    "callback_data",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
)


class CopyText(Part):
    """CopyTextButton."""

    text: str


class InlineButton(Part):
    """InlineKeyboardButton, without Web Apps, logins, games and payments."""

    text: str
    style: Literal["primary", "success", "danger"] | None = None
    url: str | None = None
    callback_data: str | None = None
    copy_text: CopyText | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None


class InlineMarkup(Part):
    """InlineKeyboardMarkup."""

    inline_keyboard: list[list[InlineButton]] = Field(default_factory=list)


def _check_is_inline(value: Any) -> Any:
    if not isinstance(value, dict):
        raise complaint("object expected as reply markup")
    if value and "inline_keyboard" not in value:
        raise complaint("this simulator models no reply markup but the inline keyboard")
    rows = value.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise complaint('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    return value


# The validator that stands last runs first: JSON is decoded, then looked at.
InlineMarkupPart = Annotated[
    InlineMarkup, BeforeValidator(_check_is_inline), Within("Can't parse inline keyboard button: ")
]
ReplyMarkup = Annotated[InlineMarkupPart, FromJson]


def read_keyboard(markup: InlineMarkup | None) -> Keyboard | None:
    """The keyboard that a message gets; None without any button, as with Telegram.

    Raises:
        BadRequest: a button that Telegram does not take, or too many of them.
    """
    rows = tuple(tuple(map(_read_button, row)) for row in markup.inline_keyboard if row) if markup else ()
    if sum(map(len, rows)) > limits.KEYBOARD_BUTTONS:
        raise BadRequest("reply markup is too long")
    return Keyboard(rows) if rows else None


def _read_button(button: InlineButton) -> Button:
    if not button.text.strip():
        raise BadRequest("inline keyboard button text must be non-empty")
    _check_action(button)
    if len((button.callback_data or "").encode()) > limits.CALLBACK_DATA_BYTES:
        raise BadRequest("BUTTON_DATA_INVALID")
    copied = button.copy_text.text if button.copy_text else None
    if copied is not None and not 1 <= len(copied) <= limits.COPY_TEXT:
        raise BadRequest("BUTTON_COPY_TEXT_INVALID")
    return Button(
        text=button.text,
        style=button.style,
        url=_read_url(button.url) if button.url else None,
        callback_data=button.callback_data or None,
        copy_text=copied,
        switch_inline_query=button.switch_inline_query,
        switch_inline_query_current_chat=button.switch_inline_query_current_chat,
    )


def _check_action(button: InlineButton) -> None:
    # Of these two an empty one is none; an inline query may be empty.
    given = [
        name for name in _ACTIONS if getattr(button, name) not in ((None, "") if name in _ACTIONS[:2] else (None,))
    ]
    if not given:
        raise BadRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(given) > 1:
        raise BadRequest(f"this simulator takes one action a button, not {' and '.join(given)}")


def _read_url(url: str) -> str:
    try:
        return normalize_link(url)
    except InvalidLink as error:
        raise BadRequest(f"inline keyboard button {error}") from None
