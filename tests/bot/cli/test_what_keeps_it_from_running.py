"""What keeps the bot from running is one line, the same from `check` as from the start, and JSON where the log is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.simulator import Telegram, TelegramServer
from tests.support.bot.bot_process import environment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bruecke.md").write_text("---\ntitle: Brücke\n---\nDie Brücke ist gesperrt.\n", "utf-8")
    (tmp_path / "locked").mkdir(mode=0)
    (tmp_path / "secret").write_text("1:hush", "utf-8")
    (tmp_path / "secret").chmod(0)
    return tmp_path


def bot(env: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The bot as it ends by itself, also where tests run as root: without the right to read what is not root's."""
    capabilities = "-dac_override,-dac_read_search"
    command = ["setpriv", f"--bounding-set={capabilities}", f"--inh-caps={capabilities}"]
    command = [*command, sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


WRONG = [
    ({"CONTENT_DIR": "nowhere"}, "nowhere: there is no such folder; create it or set CONTENT_DIR"),
    ({"CONTENT_DIR": "locked"}, "locked: the folder cannot be read (Permission denied); let this user read it"),
    (
        {"TELEGRAM_API_URL": "http://127.0.0.1:9/bot"},
        "TELEGRAM_API_URL: its path does not belong there; write a whole address without bot and token, "
        "such as https://api.telegram.org",
    ),
    (
        {"DATABASE_URL": "sqlite:///"},
        "DATABASE_URL: it names no file, so that questions would be lost; write e.g. sqlite:///belegbot.sqlite3, or "
        "sqlite:////var/lib/belegbot/belegbot.sqlite3 with its whole path",
    ),
    (
        {"DATABASE_URL": "postgresql://bot:h/u@s%h#x@db.example.org/x"},
        "DATABASE_URL: its user or password has characters that part a URL; write @ as %40, : as %3A, / as %2F",
    ),
    (
        {"WEBHOOK_URL": "http://bot.example.org", "WEBHOOK_SECRET": "x", "TELEGRAM_API_URL": ""},
        "WEBHOOK_URL: Telegram posts only to https; write the public address of this process, such as "
        "https://bot.example.org",
    ),
    (
        {"HOST": "nowhere.invalid", "PORT": "80"},
        "HOST: nowhere.invalid is no address of this machine (Name or service not known); write one of its addresses; "
        "0.0.0.0 stands for all of them, and :: for those of IPv6, too",
    ),
    (
        {"TELEGRAM_TOKEN": "", "TELEGRAM_TOKEN_FILE": "secret"},
        "TELEGRAM_TOKEN_FILE: the file that it names cannot be used (Permission denied); write the path of a file that "
        "holds the secret and that this user may read",
    ),
    (
        {"TELEGRAM_TOKEN": "1:nobodys"},
        "TELEGRAM_TOKEN: Telegram does not know this token; copy it again from @BotFather",
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(("wrong", "line"), WRONG, ids=lambda value: "-".join(value) if isinstance(value, dict) else "")
def test_the_start_and_check_tell_the_same_line(folder: Path, wrong: dict[str, str], line: str) -> None:
    own = Telegram()  # a Telegram of its own: there the refusal of a token is no fault of the bot's
    with TelegramServer(own) as server:
        env = environment(server, own.new_bot("KeptBot"), CONTENT_DIR="articles") | wrong
        started = bot(env | {"LOG_FORMAT": "json"}, folder)
        checked = bot(env, folder, "check")
    entries = [json.loads(each) for each in started.stderr.splitlines()]
    assert [each["message"] for each in entries if each["level"] == "CRITICAL"] == [line]
    assert "error" not in entries[-1], "no traceback"
    assert started.returncode in {1, 2}
    assert sum(each.startswith("✗ ") for each in checked.stdout.splitlines()) == 1, checked.stdout
    assert f": {line}\n" in checked.stdout
    assert checked.returncode == 1
    assert not any(part in started.stderr + checked.stdout for part in ("hush", "h/u", "s%h", "#x"))
