"""The parameter language_code."""

from __future__ import annotations

import re
from typing import Final

from bot.simulator.errors import BadRequest

_LANGUAGE: Final = re.compile(r"(?:[a-z]{2})?", re.ASCII)


def read_language_code(code: str) -> str:
    """The code: two letters, or "" for all other languages.

    Raises:
        BadRequest: anything else, such as "de-AT".
    """
    if not _LANGUAGE.fullmatch(code):
        raise BadRequest("invalid language code specified")
    return code
