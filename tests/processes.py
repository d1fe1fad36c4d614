"""Processes that tests start."""

from __future__ import annotations

import os

_SET_BY_TESTS = ("ENCODER", "INDEX_DIR")


def environment(**more: str) -> dict[str, str]:
    """Variables for a process of the bot's: of those around the tests only what `tests.conftest` sets, and these."""
    own = {name: os.environ[name] for name in _SET_BY_TESTS if name in os.environ}
    return {"PATH": "/usr/bin:/bin", **own, **more}
