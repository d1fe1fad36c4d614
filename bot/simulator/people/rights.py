"""What somebody may do where; whatever they may not, no client offers them."""

from __future__ import annotations

from bot.simulator.errors import ImpossibleAction
from bot.simulator.world.chats import Chat, Group, PrivateChat
from bot.simulator.world.users import Status, User


def check_may_write(user: User, chat: Chat) -> None:
    """Refuse writing in a chat of others, and where the user is muted."""
    check_is_in(user, chat)
    if isinstance(chat, Group) and chat.member(user).is_muted:
        raise ImpossibleAction(f"{user.first_name} is muted there")


def check_is_in(user: User, chat: Chat) -> None:
    """Refuse what can only be done by those who are in the chat."""
    if isinstance(chat, Group):
        check_is_member(user, chat)
    elif not isinstance(chat, PrivateChat) or chat.user != user:
        raise ImpossibleAction(f"{user.first_name} cannot write there")
    elif chat.is_blocked:
        raise ImpossibleAction(f"{user.first_name} has stopped the bot")


def check_is_member(user: User, group: Group) -> None:
    """Refuse what only members of the group can do, or can have done to them."""
    if group.upgraded_to:
        raise ImpossibleAction(f"the group has become the supergroup {group.upgraded_to.id}")
    if not group.member(user).is_present:
        raise ImpossibleAction(f"{user.first_name} is not in the group")


def check_is_administrator(user: User, group: Group) -> None:
    """Refuse what only the group's administrators can do."""
    check_is_member(user, group)
    if not group.member(user).is_administrator:
        raise ImpossibleAction(f"{user.first_name} is no administrator of the group")


def check_is_owner(user: User, group: Group) -> None:
    """Refuse what only the group's owner can do."""
    if group.member(user).status is not Status.CREATOR:
        raise ImpossibleAction(f"{user.first_name} does not own the group")
