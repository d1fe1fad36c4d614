"""Who the bot is, and what its profile says (core.telegram.org/bots/api#getme, #setmydescription)."""

from __future__ import annotations

from typing import Any, Final

from bot.simulator import limits
from bot.simulator.api.arguments.language import read_language_code
from bot.simulator.api.methods.method import Method, NoParameters
from bot.simulator.api.parameters import Parameters
from bot.simulator.errors import BadRequest
from bot.simulator.serialize import me_json
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.world import World


class InLanguage(Parameters):
    """Of the methods that read a text."""

    language_code: str = ""


class SetMyName(InLanguage):
    """Of setMyName."""

    name: str = ""


class SetMyDescription(InLanguage):
    """Of setMyDescription."""

    description: str = ""


class SetMyShortDescription(InLanguage):
    """Of setMyShortDescription."""

    short_description: str = ""


def get_me(world: World, account: BotAccount, parameters: NoParameters) -> dict[str, Any]:
    """The bot itself."""
    del world, parameters
    return me_json(account)


def set_my_name(world: World, account: BotAccount, parameters: SetMyName) -> bool:
    """Set the name for a language."""
    return _set(world, account, parameters, "name", limits.BOT_NAME)


def set_my_description(world: World, account: BotAccount, parameters: SetMyDescription) -> bool:
    """Set what an empty chat with the bot says."""
    return _set(world, account, parameters, "description", limits.BOT_DESCRIPTION)


def set_my_short_description(world: World, account: BotAccount, parameters: SetMyShortDescription) -> bool:
    """Set what the bot's profile says."""
    return _set(world, account, parameters, "short_description", limits.BOT_SHORT_DESCRIPTION)


def get_my_name(world: World, account: BotAccount, parameters: InLanguage) -> dict[str, str]:
    """The name for a language."""
    del world
    return {"name": _get(account, "name", parameters.language_code) or account.user.first_name}


def get_my_description(world: World, account: BotAccount, parameters: InLanguage) -> dict[str, str]:
    """What an empty chat with the bot says."""
    del world
    return {"description": _get(account, "description", parameters.language_code)}


def get_my_short_description(world: World, account: BotAccount, parameters: InLanguage) -> dict[str, str]:
    """What the bot's profile says."""
    del world
    return {"short_description": _get(account, "short_description", parameters.language_code)}


def _set(world: World, account: BotAccount, parameters: InLanguage, field: str, longest: int) -> bool:
    key = (field, read_language_code(parameters.language_code))
    text: str = getattr(parameters, field)
    if len(text) > longest:
        raise BadRequest(f"this simulator takes at most {longest} characters for the bot's {field}, not {len(text)}")
    if text:
        account.texts[key] = text
    else:
        account.texts.pop(key, None)
    world.notify()
    return True


def _get(account: BotAccount, field: str, language: str) -> str:
    """The text for the language, or else the one for all languages without their own."""
    key = (field, read_language_code(language))
    return account.texts.get(key) or account.texts.get((field, ""), "")


METHODS: Final = (
    Method("getMe", NoParameters, get_me),
    Method("setMyName", SetMyName, set_my_name),
    Method("getMyName", InLanguage, get_my_name),
    Method("setMyDescription", SetMyDescription, set_my_description),
    Method("getMyDescription", InLanguage, get_my_description),
    Method("setMyShortDescription", SetMyShortDescription, set_my_short_description),
    Method("getMyShortDescription", InLanguage, get_my_short_description),
)
