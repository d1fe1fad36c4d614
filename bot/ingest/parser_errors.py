"""What parsers raise on foreign bytes, as one line."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from bot.config.errors import BotError, UnusableMaterial
from bot.messages.formatting import shorten
from content import ContentError

_LONGEST_CAUSE = 120

_LOGGER = logging.getLogger(__name__)


@contextmanager
def refuse_unreadable(name: str) -> Iterator[None]:
    """Whatever is raised within becomes an `UnusableMaterial` that names material and cause; our own errors stay.

    Parsers of pages and feeds were written for better ones: what they raise is in no documentation.
    """
    try:
        yield
    except (BotError, ContentError):
        raise
    except Exception as error:
        _LOGGER.debug("%s cannot be read", name, exc_info=True)
        raise UnusableMaterial(f"{name}: it cannot be read ({cause_of(error)}); look at it in a browser") from error


def cause_of(error: Exception) -> str:
    """The error's kind and what it says, in a few words of one line."""
    said = " ".join(str(error).encode("utf-8", "replace").decode().split())
    return shorten(f"{type(error).__name__}: {said}" if said else type(error).__name__, _LONGEST_CAUSE)
