"""Groups: who comes and goes, and who has which rights there."""

from __future__ import annotations

from bot.simulator.delivery import membership
from bot.simulator.delivery.migration import upgrade
from bot.simulator.errors import ImpossibleAction
from bot.simulator.people.rights import check_is_administrator, check_is_in, check_is_member, check_is_owner
from bot.simulator.world.chats import Group
from bot.simulator.world.users import Status, User
from bot.simulator.world.world import World


def add_to_group(world: World, user: User, group: Group, other: User) -> None:
    """Add somebody to a group, be it again."""
    check_is_in(user, group)
    account = world.account_of(other)
    if account and not account.can_join_groups:
        raise ImpossibleAction(f"@{account.username} cannot be added to groups")
    if group.member(other).is_present:
        raise ImpossibleAction(f"{other.first_name} is already in the group")
    membership.add_member(world, group, user, other)


def remove_from_group(world: World, user: User, group: Group, other: User) -> None:
    """Kick somebody out of a group, as an administrator."""
    check_is_administrator(user, group)
    check_is_member(other, group)
    membership.remove_member(world, group, user, other)


def change_status(world: World, user: User, group: Group, other: User, status: Status) -> None:
    """Give a member other rights, as an administrator."""
    check_is_administrator(user, group)
    check_is_member(other, group)
    membership.set_status(world, group, user, other, status)


def mute(world: World, user: User, group: Group, other: User) -> None:
    """Forbid a member to write, as an administrator of a supergroup."""
    if group.type != "supergroup" or group.member(other).is_administrator:
        raise ImpossibleAction("only members of supergroups, and not their administrators, can be muted")
    change_status(world, user, group, other, Status.RESTRICTED)


def unmute(world: World, user: User, group: Group, other: User) -> None:
    """Let a member write again."""
    if not group.member(other).is_muted:
        raise ImpossibleAction(f"{other.first_name} is not muted")
    change_status(world, user, group, other, Status.MEMBER)


def upgrade_group(world: World, user: User, group: Group) -> Group:
    """Make a group a supergroup, as its owner; the group that it is from then on, with another identifier."""
    check_is_owner(user, group)
    if group.type == "supergroup" or group.upgraded_to:
        raise ImpossibleAction("the group is a supergroup already")
    return upgrade(world, group, user)


def set_protected(world: World, user: User, group: Group, *, is_protected: bool) -> None:
    """Forbid to forward or copy what is written in the group, as its owner, or allow it again."""
    check_is_owner(user, group)
    group.is_protected = is_protected
    world.notify()


def leave_group(world: World, user: User, group: Group) -> None:
    """Leave a group."""
    check_is_in(user, group)
    membership.remove_member(world, group, user, user)
