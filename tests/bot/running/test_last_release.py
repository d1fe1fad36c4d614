"""An upgrade, and the way back: the release before runs on the store that this one has used."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from functools import partial
from pathlib import Path

import pytest

from bot.simulator import BotAccount, PrivateChat, Telegram, TelegramServer
from tests.support.bot.bot_process import environment, process
from tests.support.bot.dialogues import by_the_bot
from tests.support.databases import database
from tests.support.paths import ROOT

pytestmark = pytest.mark.slow

# Before there was a tag: the last commit whose store was of the first form that has a way back.
_FIRST = "cd395ca"
CONTENT = ROOT / "content" / "articles"
QUESTION = "Was hat Trump versprochen?"


def git(*arguments: str) -> bytes:
    done = subprocess.run(["/usr/bin/env", "git", "-C", str(ROOT), *arguments], capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else b""


@pytest.fixture(scope="module")
def last_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the last release, as far as this clone has them."""
    tag = git("describe", "--tags", "--abbrev=0", "HEAD^").decode().strip() or _FIRST
    archive = git("archive", tag)
    if not archive:
        pytest.skip(f"this clone has no {tag}")
    folder = tmp_path_factory.mktemp("release")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return folder


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_release_before_runs_on_the_store_of_this_one(last_release: Path, tmp_path: Path, kind: str) -> None:
    with TelegramServer(Telegram()) as server, database(kind, tmp_path) as store:
        account = server.telegram.new_bot("UpgradedBot")
        anna = server.telegram.new_person("Anna", language_code="de")
        chat = server.telegram.open_chat(anna, account)
        for number, code in enumerate((ROOT, last_release, ROOT), start=1):
            env = environment(server, account, PYTHONPATH=str(code), DATABASE_URL=store, CONTENT_DIR=str(CONTENT))
            del env["PYTHONWARNINGS"]  # what the release before warns of is not to be mended there
            with process([sys.executable, "-m", "bot"], env, tmp_path) as bot:
                anna.says(chat, QUESTION)
                server.telegram.wait_for(partial(is_answered, chat, account, number), timeout=90)
                bot.terminate()
                bot.communicate(timeout=20)
                assert bot.returncode == 0
        assert is_answered(chat, account, 3)


def is_answered(chat: PrivateChat, account: BotAccount, questions: int) -> bool:
    return len(by_the_bot(chat, account)) == questions
