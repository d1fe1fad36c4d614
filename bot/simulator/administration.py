"""Groups: who comes and goes, and who has which rights there."""

from __future__ import annotations

from bot.simulator import membership
from bot.simulator.accounts import BotAccount
from bot.simulator.actors import Actor, must_be_member
from bot.simulator.chats import Group
from bot.simulator.errors import ImpossibleAction
from bot.simulator.members import Status


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
        self._ranks(who, group, is_administrator=True)

    def demotes(self, who: Actor | BotAccount, group: Group) -> None:
        """Make an administrator a plain member."""
        self._ranks(who, group, is_administrator=False)

    def protects(self, group: Group, *, is_protected: bool = True) -> None:
        """Forbid to forward or copy what is written in the group, as its owner, or allow it again."""
        with self._telegram.lock:
            if group.member(self.user).status is not Status.CREATOR:
                raise ImpossibleAction(f"{self.user.first_name} does not own the group")
            group.is_protected = is_protected
            self._telegram.changed()

    def leaves(self, group: Group) -> None:
        """Leave a group."""
        with self._telegram.lock:
            self._must_be_in(group)
            membership.remove_member(self._telegram, group, self.user, self.user)

    def _ranks(self, who: Actor | BotAccount, group: Group, *, is_administrator: bool) -> None:
        with self._telegram.lock:
            self._must_administer(group)
            must_be_member(group, who.user)
            membership.set_rank(self._telegram, group, self.user, who.user, is_administrator=is_administrator)
