"""Command menus (core.telegram.org/bots/api#setmycommands)."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import Field

from bot.simulator import limits
from bot.simulator.api.access import chat_for
from bot.simulator.api.arguments.language import read_language_code
from bot.simulator.api.methods.method import Method
from bot.simulator.api.parameters import FromJson, Parameters, Part, Within
from bot.simulator.errors import BadRequest
from bot.simulator.world.accounts import BotAccount, BotCommand
from bot.simulator.world.world import World

_COMMAND: Final = re.compile(r"[a-z0-9_]+", re.ASCII)
_WIDE: Final = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_OF_A_CHAT: Final = frozenset({"chat", "chat_administrators", "chat_member"})


class InputCommand(Part):
    """BotCommand."""

    command: str
    description: str


class CommandScope(Part):
    """BotCommandScope."""

    type: str
    chat_id: int | str | None = None
    user_id: int | None = None


class InScope(Parameters):
    """Of getMyCommands and deleteMyCommands."""

    scope: Annotated[CommandScope, FromJson, Within("Can't parse BotCommandScope: ")] = Field(
        default_factory=lambda: CommandScope(type="default")
    )
    language_code: str = ""


class SetMyCommands(InScope):
    """Of setMyCommands."""

    commands: Annotated[list[InputCommand], FromJson, Within("Can't parse BotCommand: ")] = Field(default_factory=list)


def set_my_commands(world: World, account: BotAccount, parameters: SetMyCommands) -> bool:
    """Set the menu of a scope and language."""
    key = _key(world, account, parameters)
    if len(parameters.commands) > limits.COMMANDS:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    account.commands[key] = tuple(map(_read_command, parameters.commands))
    world.notify()
    return True


def get_my_commands(world: World, account: BotAccount, parameters: InScope) -> list[dict[str, Any]]:
    """The menu of exactly this scope and language; empty when none is set."""
    commands = account.commands.get(_key(world, account, parameters), ())
    return [{"command": line.command, "description": line.description} for line in commands]


def delete_my_commands(world: World, account: BotAccount, parameters: InScope) -> bool:
    """Remove the menu of a scope and language."""
    account.commands.pop(_key(world, account, parameters), None)
    world.notify()
    return True


def _key(world: World, account: BotAccount, parameters: InScope) -> tuple[str, str]:
    return _read_scope(world, account, parameters.scope), read_language_code(parameters.language_code)


def _read_scope(world: World, account: BotAccount, scope: CommandScope) -> str:
    if scope.type in _WIDE:
        return scope.type
    if scope.type not in _OF_A_CHAT:
        raise BadRequest("can't parse BotCommandScope: Unsupported type specified")
    if scope.chat_id is None:
        raise BadRequest("can't parse BotCommandScope: Can't find field \"chat_id\"")
    chat = chat_for(world, account, str(scope.chat_id), to_write=False)
    if scope.type != "chat_member":
        return f"{scope.type} {chat.id}"
    if (scope.user_id or 0) <= 0:
        raise BadRequest("can't parse BotCommandScope: Invalid user_id specified")
    return f"{scope.type} {chat.id} {scope.user_id}"


def _read_command(line: InputCommand) -> BotCommand:
    command, description = line.command.strip().removeprefix("/"), line.description.strip()
    if not command:
        raise BadRequest("command must be non-empty")
    if len(command) > limits.COMMAND:
        raise BadRequest(f"command length must not exceed {limits.COMMAND}")
    if not description:
        raise BadRequest("command description must be non-empty")
    if len(description) > limits.COMMAND_DESCRIPTION:
        raise BadRequest(f"command description length must not exceed {limits.COMMAND_DESCRIPTION}")
    if not _COMMAND.fullmatch(command):
        raise BadRequest("BOT_COMMAND_INVALID")
    return BotCommand(command, description)


METHODS: Final = (
    Method("setMyCommands", SetMyCommands, set_my_commands),
    Method("getMyCommands", InScope, get_my_commands),
    Method("deleteMyCommands", InScope, delete_my_commands),
)
