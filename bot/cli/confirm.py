"""Questions to be answered by yes or no, in English or German: whoever reads German types "j" without thinking."""

from __future__ import annotations

import click

_ANSWERS = {"y": True, "yes": True, "j": True, "ja": True, "n": False, "no": False, "nein": False}


def confirm(question: str) -> bool:
    """Whether the person at the terminal agrees; by return, too. Asks again until it is one of the answers."""
    return bool(click.prompt(f"{question} [Y/n]", default="y", show_default=False, value_proc=_parse))


def _parse(typed: str) -> bool:
    answer = _ANSWERS.get(typed.strip().lower())
    if answer is None:
        raise click.UsageError("Type y (or j) for yes, n for no.")
    return answer
