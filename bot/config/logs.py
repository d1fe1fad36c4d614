"""Logging: lines for people, or one JSON object a line for machines. Secrets are in neither."""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

from bot.config.control_characters import visible
from bot.config.settings import LogFormat, LogLevel

# httpx logs every request's address, and the token is part of it.
_SILENCED = ("httpx", "httpcore")

_REMOVED = "[removed]"

# A line that was written is not written again for so many seconds. Meanwhile one place in the program writes so many
# different ones at the most: what strangers send must not fill a disk.
_REPEATED_AFTER = 60.0
_MOST_OF_A_PLACE = 10


def set_up_logging(level: LogLevel, form: LogFormat, secrets: Sequence[str] = ()) -> None:
    """Sends the process's log to standard error, in the given form, and errors that nobody catches into it.

    `secrets` are removed from every line, wherever they come from: a message, a traceback, another library.
    """
    handler = RepetitionHandler()
    handler.setFormatter(RedactingFormatter(JsonFormatter() if form is LogFormat.JSON else TextFormatter(), secrets))
    logging.basicConfig(level=level.value, handlers=[handler], force=True)
    for name in _SILENCED:
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.excepthook = _log_uncaught


def write_counts() -> None:
    """Writes the lines that were only counted so far, so that what is written next stands last."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, RepetitionHandler):
            handler.write_counts()


def redact(line: str, secrets: Sequence[str]) -> str:
    """The line without the secrets."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):  # one may be part of another
        line = line.replace(secret, _REMOVED)
    return line


class RedactingFormatter(logging.Formatter):
    """Another formatter's lines, without the secrets."""

    def __init__(self, formatter: logging.Formatter, secrets: Sequence[str]) -> None:
        super().__init__()
        self._formatter = formatter
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The record as the other formatter has it, secrets removed."""
        return redact(self._formatter.format(record), self._secrets)


class RepetitionHandler(logging.StreamHandler[TextIO]):
    """Writes to standard error, of each kind of warning or error one line a minute: the next one says how often it came
    meanwhile (`times`), or a line of its own, once a minute is over in which nothing more came.

    A kind is a logger's line, whatever numbers it has; beyond ten from one place in the program all are one kind.
    `clock` gives seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._since: dict[object, _Repetition] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Writes the record, or counts it."""
        now = self._clock()
        self._write_what_is_over(now)
        if record.levelno >= logging.WARNING:
            place, kind = f"{record.pathname}:{record.lineno}", _kind_of(record)
            if kind not in self._since and self._is_flooded_by(place):
                kind = place
            if known := self._since.get(kind):
                known.times, known.last = known.times + 1, record
                return
            self._since[kind] = _Repetition(place, now)
        super().emit(record)

    def _is_flooded_by(self, place: str) -> bool:
        return sum(known.place == place for known in self._since.values()) >= _MOST_OF_A_PLACE

    def write_counts(self) -> None:
        """Writes what was only counted so far."""
        self._write_what_is_over(float("inf"))

    def close(self) -> None:
        """Writes it, too."""
        self.write_counts()
        super().close()

    def _write_what_is_over(self, now: float) -> None:
        for kind, known in list(self._since.items()):
            if now - known.begun >= _REPEATED_AFTER:
                del self._since[kind]
                if known.last:
                    known.last.facts = {**_facts(known.last), "times": known.times}
                    super().emit(known.last)


@dataclass(slots=True)
class _Repetition:
    """How often a line has come again since it was written, and the last time; `place` is that in the program."""

    place: str
    begun: float
    times: int = 0
    last: logging.LogRecord | None = None


def _kind_of(record: logging.LogRecord) -> object:
    error = record.exc_info[0] if record.exc_info else None
    return record.name, record.levelno, error, re.sub(r"\d+", "#", record.getMessage())


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
