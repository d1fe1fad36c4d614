"""`python -m bot` itself."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.config.version import version
from tests.support.paths import ROOT


@pytest.fixture(autouse=True)
def _no_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("TELEGRAM_TOKEN", "WEBHOOK_URL", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_token_three_lines_tell_what_to_do() -> None:
    result = CliRunner().invoke(main, [])
    first, second, third = result.stderr.splitlines()
    assert "https://t.me/BotFather" in first
    assert "TELEGRAM_TOKEN=<the token> python -m bot" in second
    assert third == "To try the bot without Telegram, in a browser: python -m bot preview"
    assert result.exit_code == 2


def test_a_name_much_like_that_of_the_token_is_told_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKN", "1:secret")
    first, *rest = CliRunner().invoke(main, []).stderr.splitlines()
    assert first == "TELEGRAM_TOKN is no setting; did you mean TELEGRAM_TOKEN?"
    assert len(rest) == 3


def test_asking_for_a_webhook_without_an_address_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:secret")
    result = CliRunner().invoke(main, ["--webhook"])
    assert (result.exit_code, result.stderr[:20]) == (2, "error: WEBHOOK_URL: ")


def test_it_tells_its_version() -> None:
    result = CliRunner().invoke(main, ["--version"])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert (result.exit_code, result.stdout) == (0, f"Belegbot {version()}\n")
    assert version().partition("+")[0] == project["version"]


@pytest.mark.parametrize("command", [[], ["add"], ["ask"], ["check"]])
def test_everything_has_help(command: list[str]) -> None:
    result = CliRunner().invoke(main, [*command, "--help"])
    assert (result.exit_code, result.stdout[:6]) == (0, "Usage:")


@pytest.mark.slow
def test_it_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "bot", "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Usage: python -m bot" in done.stdout
