"""Logging: lines for people, or one JSON object a line for machines. Secrets are in neither."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from bot.config.control_characters import visible
from bot.config.settings import LogFormat, LogLevel

# Of one kind of fault so many lines a minute are written, the others counted: what strangers send must not fill a disk.
_MOST_LINES = 10
_MINUTE = 60.0

# httpx logs every request's address, and the token is part of it.
_SILENCED = ("httpx", "httpcore")

_REMOVED = "[removed]"


def set_up_logging(level: LogLevel, form: LogFormat, secrets: Sequence[str] = ()) -> None:
    """Sends the process's log to standard error, in the given form, and errors that nobody catches into it.

    `secrets` are removed from every line, wherever they come from: a message, a traceback, another library.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(JsonFormatter() if form is LogFormat.JSON else TextFormatter(), secrets))
    handler.addFilter(FaultLimit())
    logging.basicConfig(level=level.value, handlers=[handler], force=True)
    for name in _SILENCED:
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.excepthook = _log_uncaught


class FaultLimit(logging.Filter):
    """Lets ten warnings or errors of a kind through a minute; the first of the next minute says how many there were.

    Of one kind are those of one place in the program, whatever they are about. `clock` gives seconds that never go
    back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._counts: dict[tuple[str, int], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written."""
        if record.levelno < logging.WARNING:
            return True
        now, kind = self._clock(), (record.pathname, record.lineno)
        since, count = self._counts.get(kind, (now, 0))
        if now - since >= _MINUTE:
            if (left_out := count - _MOST_LINES) > 0:
                record.msg, record.args = f"{record.getMessage()} ({left_out} more such lines were left out.)", ()
            since, count = now, 0
        self._counts[kind] = since, count + 1
        return count < _MOST_LINES


class RedactingFormatter(logging.Formatter):
    """Another formatter's lines, without the secrets."""

    def __init__(self, formatter: logging.Formatter, secrets: Sequence[str]) -> None:
        super().__init__()
        self._formatter = formatter
        # The longest first: one may be part of another.
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The record as the other formatter has it, secrets removed."""
        line = self._formatter.format(record)
        for secret in self._secrets:
            line = line.replace(secret, _REMOVED)
        return line


class TextFormatter(logging.Formatter):
    """A line for people: time, level, logger, message, and the record's `facts` as key=value."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname:7} {name}: {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        """The line without traceback."""
        facts = "".join(f" {key}={_format_value(value)}" for key, value in _facts(record).items())
        return visible(super().formatMessage(record) + facts)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name
        """The traceback, which may quote what a stranger wrote."""
        return visible(super().formatException(ei))


class JsonFormatter(logging.Formatter):
    """One JSON object a record: `time` (ISO 8601, UTC), `level`, `logger`, `message`, the record's `facts`, and
    `error` for a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_facts(record),
        }
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return visible(json.dumps(entry, ensure_ascii=False))


def _facts(record: logging.LogRecord) -> dict[str, Any]:
    """What was logged with `extra={"facts": {...}}`."""
    facts: dict[str, Any] = getattr(record, "facts", {})
    return facts


def _format_value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _log_uncaught(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger(__name__).critical("The process ends by an error.", exc_info=(kind, error, traceback))
