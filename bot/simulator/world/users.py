"""A user as everybody sees them: a person or a bot (core.telegram.org/bots/api#user)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Who somebody is. `username` is written without the @; `language_code` is an IETF tag such as "de" or "pt-br"."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False


# Telegram's own two accounts that stand in for a sender who is not a user (core.telegram.org/bots/api#message, "from").
GROUP_ANONYMOUS_BOT: Final = User(id=1087968824, first_name="Group", username="GroupAnonymousBot", is_bot=True)
TELEGRAM: Final = User(id=777000, first_name="Telegram")
