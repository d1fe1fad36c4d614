"""The variables of the environment and of the file `.env`, as far as settings do not look at them by themselves."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, MutableMapping
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from dotenv import dotenv_values
from dotenv.parser import parse_stream

from bot.config.errors import InvalidSettings

ENV_FILE = Path(".env")
ENCODING = "utf-8-sig"  # Windows' editors put a byte order mark before it

# Names are alike from this share of letters on: TELEGRAM_BOT_TOKEN is like TELEGRAM_TOKEN, TELEGRAM_API_ID like none.
_ALIKE = 0.85

# The environment has names of other programs, too: so short ones are alike by chance.
_LONG = 8

# What httpx and OpenSSL read of the environment by themselves.
NETWORK_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR")


class UnknownName(NamedTuple):
    """A variable that is no setting, and the setting that may be meant by it, if there is one."""

    name: str
    meant: str | None


def check_env_file() -> None:
    """Looks whether the file can be read, if it is there.

    Raises:
        InvalidSettings: it cannot, is not in UTF-8, or has lines that are no settings.
    """
    try:
        if not ENV_FILE.is_file():
            return
        content = ENV_FILE.read_bytes()
    except OSError as error:
        raise InvalidSettings(f"{ENV_FILE}: it cannot be read ({error.strerror}); let this user read it") from None
    try:
        text = content.decode(ENCODING)
        wrong_at = text.find("\0")
    except UnicodeDecodeError as error:
        text, wrong_at = content.decode("latin-1"), error.start
    if wrong_at >= 0:
        line = text.count("\n", 0, wrong_at) + 1
        raise InvalidSettings(f"{ENV_FILE}: line {line} is not in UTF-8; save the file in that encoding")
    if wrong := [binding.original.line for binding in parse_stream(StringIO(text)) if binding.error]:
        raise InvalidSettings(f"{ENV_FILE}: line {wrong[0]} is no setting; write it like NAME=value, quotes closed")


def file_variables() -> Mapping[str, str]:
    """The variables of the file, by their names as they are written there; none without a file."""
    values = dotenv_values(ENV_FILE, encoding=ENCODING) if ENV_FILE.is_file() else {}
    return {name: value or "" for name, value in values.items()}


def export_network_variables(environment: MutableMapping[str, str] = os.environ) -> None:
    """Puts the file's variables for the network into the environment, where libraries look for them; those that it has
    already, in capitals or not, stay."""
    there = {name.upper() for name, value in environment.items() if value}
    for name, value in file_variables().items():
        if value and name.upper() in NETWORK_VARIABLES and name.upper() not in there:
            environment[name] = value


def variable(name: str, environment: Mapping[str, str] = os.environ) -> str:
    """The value of a variable, in capitals or not: that of the environment, else that of the file; else empty."""
    return find_variable(name, environment) or find_variable(name, file_variables())


def find_variable(name: str, variables: Mapping[str, str]) -> str:
    """The value of the variable among these, in capitals or not; empty, if it is not set."""
    return next((value.strip() for each, value in variables.items() if each.upper() == name and value.strip()), "")


def unknown_names(known: Collection[str], environment: Mapping[str, str] = os.environ) -> Iterator[UnknownName]:
    """The variables of the file that are none of the `known` ones, and those of the environment that are like one.

    Nobody is taken to mean a setting that is set anyway.
    """
    in_file = {name.upper() for name in file_variables()} - set(NETWORK_VARIABLES)
    given = in_file | {name.upper() for name in environment}
    for name in sorted(given - set(known)):
        alike = get_close_matches(name, set(known) - given, 1, _ALIKE)
        if name in in_file or (alike and len(name) >= _LONG):
            yield UnknownName(name, alike[0] if alike else None)
