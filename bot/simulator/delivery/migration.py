"""Groups that become supergroups: the same people in a new chat (core.telegram.org/api/channel#migration).

The old chat stays, with all that was written in it, and takes nothing new.
"""

from __future__ import annotations

from bot.simulator.delivery.posts import post
from bot.simulator.world.chats import Group
from bot.simulator.world.message_content.services import MigratedFrom, MigratedTo
from bot.simulator.world.users import GROUP_ANONYMOUS_BOT, User
from bot.simulator.world.world import World


def upgrade(world: World, group: Group, actor: User) -> Group:
    """Make the group a supergroup; each of the two chats gets a service message that names the other."""
    supergroup = world.add_group(group.title, is_supergroup=True, is_upgraded=True)
    supergroup.is_protected = group.is_protected
    supergroup.copy_members(group)
    post(world, group, actor, service=MigratedTo(supergroup.id))
    group.upgraded_to = supergroup
    post(world, supergroup, GROUP_ANONYMOUS_BOT, sender_chat=supergroup, service=MigratedFrom(group.id))
    return supergroup
