"""Who comes and who goes, and what bots hear of it (core.telegram.org/bots/api#chatmemberupdated)."""

from __future__ import annotations

from bot.simulator.delivery.posts import post
from bot.simulator.serialize import member_updated_json
from bot.simulator.world.chats import Chat, Group, PrivateChat
from bot.simulator.world.message_content.services import MemberLeft, MembersAdded
from bot.simulator.world.users import Member, Status, User
from bot.simulator.world.world import World


def add_member(world: World, group: Group, actor: User, user: User) -> None:
    """The actor adds the user, or joins when it is the same."""
    set_status(world, group, actor, user, Status.MEMBER)
    post(world, group, actor, service=MembersAdded((user,)))


def remove_member(world: World, group: Group, actor: User, user: User) -> None:
    """The actor removes the user for good, or leaves when it is the same."""
    set_status(world, group, actor, user, Status.LEFT if actor == user else Status.KICKED)
    post(world, group, actor, service=MemberLeft(user))


def set_status(world: World, group: Group, actor: User, user: User, status: Status) -> None:
    """The actor makes the member an administrator, mutes them, or makes them a plain member; nothing is posted."""
    before, after = group.set_status(user, status)
    _announce(world, group, actor, before, after)


def set_blocked(world: World, chat: PrivateChat, *, is_blocked: bool) -> None:
    """The person stops the bot, or starts it again."""
    statuses = (Status.MEMBER, Status.KICKED) if is_blocked else (Status.KICKED, Status.MEMBER)
    before, after = (Member(chat.account.user, status) for status in statuses)
    chat.is_blocked = is_blocked
    _announce(world, chat, chat.user, before, after)


def _announce(world: World, chat: Chat, actor: User, before: Member, after: Member) -> None:
    now = world.clock.now()
    content = member_updated_json(chat, actor, int(now), before, after)
    for account in world.accounts:
        if account.user == after.user:
            account.updates.add("my_chat_member", chat.id, now, content)
        elif isinstance(chat, Group) and chat.member(account.user).is_administrator:
            account.updates.add("chat_member", after.user.id, now, content)
    world.notify()
