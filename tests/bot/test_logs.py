import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import set_up_logging
from bot.settings import LogFormat, LogLevel


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
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
