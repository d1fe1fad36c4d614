"""The variables of the environment and of the file `.env`, as far as settings do not look at them by themselves."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
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


class UnknownName(NamedTuple):
    """A variable that is no setting, and the setting that may be meant by it, if there is one."""

    name: str
    meant: str | None


def check_env_file() -> None:
    """Looks whether the file can be read, if it is there.

    Raises:
        InvalidSettings: it cannot, is not in UTF-8, or has lines that are no settings.
    """
    if not ENV_FILE.is_file():
        return
    try:
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


def unknown_names(known: Collection[str], environment: Mapping[str, str] = os.environ) -> Iterator[UnknownName]:
    """The variables of the file that are none of the `known` ones, and those of the environment that are like one.

    Nobody is taken to mean a setting that is set anyway.
    """
    in_file = {name.upper() for name in dotenv_values(ENV_FILE, encoding=ENCODING)} if ENV_FILE.is_file() else set()
    given = in_file | {name.upper() for name in environment}
    for name in sorted(given - set(known)):
        alike = get_close_matches(name, set(known) - given, 1, _ALIKE)
        if name in in_file or (alike and len(name) >= _LONG):
            yield UnknownName(name, alike[0] if alike else None)
