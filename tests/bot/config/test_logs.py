import json
import logging
import sys
from collections.abc import Iterator

import pytest

from bot.config.logs import RepetitionHandler, TextFormatter, set_up_logging
from bot.config.settings import LogFormat, LogLevel
from tests.support.clock import Clock


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, sys.excepthook
    yield
    sys.excepthook = hook
    root.handlers[:] = handlers
    root.setLevel(level)


def test_json_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogLevel.INFO, LogFormat.JSON)
    log = logging.getLogger("bot.test")
    log.debug("not shown")
    log.info("Zwei\nZeilen %s", "ü")
    log.error("failed", exc_info=RuntimeError("broken"))
    first, second = map(json.loads, capsys.readouterr().err.splitlines())
    assert (first["level"], first["logger"], first["message"]) == ("INFO", "bot.test", "Zwei\nZeilen ü")
    assert first["time"].endswith("+00:00")
    assert "RuntimeError: broken" in second["error"]


def test_text_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogLevel.WARNING, LogFormat.TEXT)
    logging.getLogger("bot.test").warning("Achtung")
    assert capsys.readouterr().err.endswith("WARNING bot.test: Achtung\n")


@pytest.mark.parametrize("name", ["httpx", "httpcore.connection"])
def test_request_addresses_which_hold_the_token_are_never_logged(name: str) -> None:
    set_up_logging(LogLevel.DEBUG, LogFormat.TEXT)
    assert not logging.getLogger(name).isEnabledFor(logging.INFO)


@pytest.mark.parametrize("form", list(LogFormat))
def test_secrets_are_in_no_line_whoever_logs_them(form: LogFormat, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogLevel.DEBUG, form, ["1:to/ken", "1:to/ken-longer", ""])
    log = logging.getLogger("somebody.else")
    log.error("POST https://api.telegram.org/bot%s/getMe", "1:to/ken")
    log.error("failed with %r", {"token": "1:to/ken"}, exc_info=RuntimeError("no 1:to/ken-longer here"))
    told = capsys.readouterr().err
    assert "to/ken" not in told
    assert told.count("[removed]") >= 3
    assert "-longer" not in told


def test_an_error_that_nobody_catches_is_logged_without_secrets(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogLevel.INFO, LogFormat.JSON, ["1:token"])
    error = ValueError("https://x/bot1:token/getMe")
    sys.excepthook(ValueError, error, None)
    entry = json.loads(capsys.readouterr().err)
    assert entry["level"] == "CRITICAL"
    assert "ValueError: https://x/bot[removed]/getMe" in entry["error"]


def test_of_each_kind_of_fault_there_is_one_line_a_minute_with_a_count(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    handler = RepetitionHandler(clock)
    handler.setFormatter(TextFormatter())
    log = logging.Logger("bot.test")
    log.addHandler(handler)

    def told() -> list[str]:
        return [line.partition("bot.test: ")[2] for line in capsys.readouterr().err.splitlines()]

    for wait in (1, 2, 4):
        log.warning("Nobody answers; trying again in %d s.", wait)
        log.info("answered")
        log.error("Something else.")
    assert told() == ["Nobody answers; trying again in 1 s.", "answered", "Something else.", "answered", "answered"]
    clock.now += 60
    log.info("answered")
    assert told() == ["Nobody answers; trying again in 4 s. times=2", "Something else. times=2", "answered"]
    log.warning("Nobody answers; trying again in %d s.", 8)
    assert told() == ["Nobody answers; trying again in 8 s."]
    log.warning("Nobody answers; trying again in %d s.", 16)
    handler.close()
    assert told() == ["Nobody answers; trying again in 16 s. times=1"], "what was only counted is told at the end"


def test_facts_are_keys_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogLevel.INFO, LogFormat.JSON)
    logging.getLogger("bot.test").info("answered", extra={"facts": {"found": True, "ms": 1.5}})
    entry = json.loads(capsys.readouterr().err)
    assert (entry["message"], entry["found"], entry["ms"]) == ("answered", True, 1.5)


def test_what_strangers_send_fills_no_disk_with_lines_that_differ(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    handler = RepetitionHandler(clock)
    log = logging.Logger("bot.test")
    log.addHandler(handler)
    for at in range(1_000):
        log.warning("No reader for %s.", "x" * at)
    log.warning("Of another place in the program.")
    assert len(capsys.readouterr().err.splitlines()) == 10 + 1 + 1, "ten, one for all others, and the other"
    clock.now += 60
    log.info("answered")
    assert len(capsys.readouterr().err.splitlines()) == 1 + 1, "the last of the others, with their number"
