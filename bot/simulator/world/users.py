"""Users, people or bots, and their places in chats (core.telegram.org/bots/api#user, #chatmember)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
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


class Status(StrEnum):
    """What somebody is in a chat; who is restricted reads there and may not write."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    KICKED = "kicked"


PRESENT: Final = frozenset({Status.CREATOR, Status.ADMINISTRATOR, Status.MEMBER, Status.RESTRICTED})
ADMINISTRATORS: Final = frozenset({Status.CREATOR, Status.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's place in a chat; kept, with another status, after they have gone."""

    user: User
    status: Status

    @property
    def is_present(self) -> bool:
        """Whether they read there, and write unless they are muted."""
        return self.status in PRESENT

    @property
    def is_muted(self) -> bool:
        """Whether they may not write there; a restricted member of the simulator may do nothing but read."""
        return self.status is Status.RESTRICTED

    @property
    def is_administrator(self) -> bool:
        """Whether they have an administrator's rights; an administrator of the simulator has all of them."""
        return self.status in ADMINISTRATORS
