"""The command that adds articles."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

# What the fixture `add` does: runs `python -m bot add --yes` with these arguments.
Add = Callable[..., Result]
