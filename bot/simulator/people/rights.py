"""What every part of a person's doings needs: who it is, and what they may do where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.simulator.errors import ImpossibleAction
from bot.simulator.world.chats import Chat, Group, PrivateChat
from bot.simulator.world.users import User

if TYPE_CHECKING:
    from bot.simulator.telegram import Telegram


class Actor:
    """Somebody with a Telegram client."""

    def __init__(self, telegram: Telegram, user: User) -> None:
        self.user = user
        self._telegram = telegram

    def _must_write_in(self, chat: Chat) -> None:
        self._must_be_in(chat)
        if isinstance(chat, Group) and chat.member(self.user).is_muted:
            raise ImpossibleAction(f"{self.user.first_name} is muted there")

    def _must_be_in(self, chat: Chat) -> None:
        if isinstance(chat, Group):
            must_be_member(chat, self.user)
        elif not isinstance(chat, PrivateChat) or chat.person.user != self.user:
            raise ImpossibleAction(f"{self.user.first_name} cannot write there")
        elif chat.is_blocked:
            raise ImpossibleAction(f"{self.user.first_name} has stopped the bot")

    def _must_administer(self, group: Group) -> None:
        must_be_member(group, self.user)
        if not group.member(self.user).is_administrator:
            raise ImpossibleAction(f"{self.user.first_name} is no administrator of the group")


def must_be_member(group: Group, user: User) -> None:
    """Refuse what only members of the group can do, or can have done to them."""
    if group.upgraded_to:
        raise ImpossibleAction(f"the group has become the supergroup {group.upgraded_to.id}")
    if not group.member(user).is_present:
        raise ImpossibleAction(f"{user.first_name} is not in the group")
