"""What a stranger wrote reaches no terminal as a command, and no log as a line of its own."""

from __future__ import annotations

import json
import logging

import pytest

from bot.config.control_characters import visible
from bot.config.logs import JsonFormatter, TextFormatter

HOSTILE = "\x1b]0;title\x07 \x1b[8mhidden\x1b[0m \x9b2J \r over \u202emrofeb \u2067x"


def record(message: str, level: int = logging.WARNING, line: int = 1) -> logging.LogRecord:
    return logging.LogRecord("bot.test", level, "file.py", line, message, (), None)


def test_control_characters_are_shown_as_such() -> None:
    assert visible(HOSTILE) == (
        "\\u001b]0;title\\u0007 \\u001b[8mhidden\x1b[0m \\u009b2J \\u000d over \\u202emrofeb \\u2067x"
    )


@pytest.mark.parametrize("text", ["", "Zwei\nZeilen\tund Ü 👍 שלום", "\x1b[31merror:\x1b[0m"])
def test_all_else_stays(text: str) -> None:
    assert visible(text) == text


def test_json_stays_json() -> None:
    line = JsonFormatter().format(record(HOSTILE))
    assert json.loads(line)["message"] == HOSTILE
    assert "\x9b" not in line
    assert "\u202e" not in line


def test_a_line_of_the_log_holds_none() -> None:
    assert visible(HOSTILE) in TextFormatter().format(record(HOSTILE))
