"""Chats and their members (core.telegram.org/bots/api#getchat)."""

from __future__ import annotations

from typing import Annotated, Any, Final

from bot.simulator.api.access import chat_for, check_is_active
from bot.simulator.api.methods.method import Method
from bot.simulator.api.parameters import ChatId, Integer, Missing, Parameters
from bot.simulator.delivery import membership
from bot.simulator.errors import BadRequest
from bot.simulator.serialize import full_chat_json, member_json
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Group, PrivateChat
from bot.simulator.world.users import Member, Status
from bot.simulator.world.world import World


class InChat(Parameters):
    """Of getChat and leaveChat."""

    chat_id: ChatId


class GetChatMember(Parameters):
    """Of getChatMember."""

    chat_id: ChatId
    user_id: Annotated[Integer, Missing("invalid user_id specified")]


def get_chat(world: World, account: BotAccount, parameters: InChat) -> dict[str, Any]:
    """What is known of a chat."""
    return full_chat_json(chat_for(world, account, parameters.chat_id, to_write=False))


def get_chat_member(world: World, account: BotAccount, parameters: GetChatMember) -> dict[str, Any]:
    """What somebody is in a chat; in a private chat both are members."""
    if parameters.user_id <= 0:
        raise BadRequest("invalid user_id specified")
    chat = chat_for(world, account, parameters.chat_id, to_write=False)
    if parameters.user_id != account.user.id:
        check_is_active(chat)
    user = world.find_user(parameters.user_id)
    if user is None:
        raise BadRequest("PARTICIPANT_ID_INVALID")
    if isinstance(chat, Group):
        return member_json(chat.member(user))
    if isinstance(chat, PrivateChat) and user in (account.user, chat.user):
        return member_json(Member(user, Status.MEMBER))
    raise BadRequest("PARTICIPANT_ID_INVALID")


def leave_chat(world: World, account: BotAccount, parameters: InChat) -> bool:
    """Leave a group."""
    chat = chat_for(world, account, parameters.chat_id, to_write=False)
    if not isinstance(chat, Group):
        raise BadRequest("can't leave private chats")
    if chat.member(account.user).is_present:
        membership.remove_member(world, chat, account.user, account.user)
    return True


METHODS: Final = (
    Method("getChat", InChat, get_chat),
    Method("getChatMember", GetChatMember, get_chat_member),
    Method("leaveChat", InChat, leave_chat),
)
