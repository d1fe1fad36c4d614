"""The units' command, under the restrictions that they put on it and that can be had without a systemd."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.simulator import Telegram, TelegramServer
from tests.support.bot.bot_process import environment, process
from tests.support.bot.dialogues import by_the_bot

# Of the machine only the bot's folder can be written, and nothing is gained by whatever is run.
CONFINED = """mount --make-rprivate / && mount --bind "$STATE" "$STATE" && mount -o remount,ro,bind / &&
mount -o remount,rw,bind "$STATE" && cd "$STATE" &&
exec setpriv --no-new-privs --bounding-set=-all --inh-caps=-all "$PYTHON" -m bot --polling
"""


@pytest.mark.slow
def test_it_answers_where_it_may_write_to_its_folder_alone(tmp_path: Path) -> None:
    for program in ("unshare", "setpriv"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not here")
    if subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode:  # noqa: S607
        pytest.skip("nobody may mount here")
    state = tmp_path / "state"
    state.mkdir(0o750)
    with TelegramServer(Telegram()) as server:
        telegram, account = server.telegram, server.telegram.new_bot("ConfinedBot")
        env = environment(server, account, STATE=str(state), PYTHON=sys.executable, PYTHONDONTWRITEBYTECODE="1")
        env["PATH"] = os.environ["PATH"]
        with process(["unshare", "-m", "bash", "-c", CONFINED], env, tmp_path) as bot:
            chat = telegram.new_person("Anna", language_code="de").opens(account)
            telegram.wait_for(lambda: by_the_bot(chat, account), timeout=60)
            bot.terminate()
            _, log = bot.communicate(timeout=60)
    assert bot.returncode == 0, log
    assert "WARNING" not in log
    assert {path.name for path in state.iterdir()} >= {"belegbot.sqlite3", "belegbot.index"}
