"""Groups: who comes and goes, and who has which rights there."""

from __future__ import annotations

from bot.simulator.delivery import membership
from bot.simulator.delivery.migration import upgrade
from bot.simulator.errors import ImpossibleAction
from bot.simulator.people.rights import Actor, must_be_member
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Group
from bot.simulator.world.members import Status


class GroupMember(Actor):
    """Somebody who is in groups, perhaps as their administrator."""

    def adds(self, who: Actor | BotAccount, group: Group) -> None:
        """Add somebody to a group, be it again."""
        with self._telegram.lock:
            self._must_be_in(group)
            if isinstance(who, BotAccount) and not who.can_join_groups:
                raise ImpossibleAction(f"@{who.username} cannot be added to groups")
            if group.member(who.user).is_present:
                raise ImpossibleAction(f"{who.user.first_name} is already in the group")
            membership.add_member(self._telegram, group, self.user, who.user)

    def removes(self, who: Actor | BotAccount, group: Group) -> None:
        """Kick somebody out of a group, as an administrator."""
        with self._telegram.lock:
            self._must_administer(group)
            must_be_member(group, who.user)
            membership.remove_member(self._telegram, group, self.user, who.user)

    def promotes(self, who: Actor | BotAccount, group: Group) -> None:
        """Make a member an administrator, with all rights."""
        self._ranks(who, group, Status.ADMINISTRATOR)

    def demotes(self, who: Actor | BotAccount, group: Group) -> None:
        """Make an administrator a plain member."""
        self._ranks(who, group, Status.MEMBER)

    def mutes(self, who: Actor | BotAccount, group: Group) -> None:
        """Forbid a member to write, as an administrator of a supergroup."""
        if group.type != "supergroup" or group.member(who.user).is_administrator:
            raise ImpossibleAction("only members of supergroups, and not their administrators, can be muted")
        self._ranks(who, group, Status.RESTRICTED)

    def unmutes(self, who: Actor | BotAccount, group: Group) -> None:
        """Let a member write again."""
        if not group.member(who.user).is_muted:
            raise ImpossibleAction(f"{who.user.first_name} is not muted")
        self._ranks(who, group, Status.MEMBER)

    def upgrades(self, group: Group) -> Group:
        """Make a group a supergroup, as its owner; the group that it is from then on, with another identifier."""
        with self._telegram.lock:
            self._must_own(group)
            if group.type == "supergroup" or group.upgraded_to:
                raise ImpossibleAction("the group is a supergroup already")
            return upgrade(self._telegram, group, self.user)

    def protects(self, group: Group, *, is_protected: bool = True) -> None:
        """Forbid to forward or copy what is written in the group, as its owner, or allow it again."""
        with self._telegram.lock:
            self._must_own(group)
            group.is_protected = is_protected
            self._telegram.changed()

    def leaves(self, group: Group) -> None:
        """Leave a group."""
        with self._telegram.lock:
            self._must_be_in(group)
            membership.remove_member(self._telegram, group, self.user, self.user)

    def _ranks(self, who: Actor | BotAccount, group: Group, status: Status) -> None:
        with self._telegram.lock:
            self._must_administer(group)
            must_be_member(group, who.user)
            membership.set_status(self._telegram, group, self.user, who.user, status)

    def _must_own(self, group: Group) -> None:
        if group.member(self.user).status is not Status.CREATOR:
            raise ImpossibleAction(f"{self.user.first_name} does not own the group")
