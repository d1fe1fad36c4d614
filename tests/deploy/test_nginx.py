"""`deploy/nginx.conf` in a real nginx, with other ports and a certificate of its own: not one post is lost."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from bot.simulator import Telegram, TelegramServer
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import by_the_bot
from tests.support.bot.running_bot import SECRET, running, webhook_settings
from tests.support.paths import ROOT
from tests.support.processes import free_port

SITE = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


class Nginx:
    """An nginx of this test's, with the sample as its only site."""

    def __init__(self, folder: Path, ports: list[int]) -> None:
        self.port = free_port()
        self._folder = folder
        key, certificate = str(folder / "privkey.pem"), str(folder / "fullchain.pem")
        made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=bot.example.org"]
        subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
        # The sample as it stands, but for where this machine has what it names.
        site = SITE.replace("/etc/letsencrypt/live/bot.example.org", str(folder))
        site = site.replace("listen [::]:443 ssl;\n", "").replace("listen 443 ssl", f"listen 127.0.0.1:{self.port} ssl")
        for before, after in zip((8081, 8082), ports, strict=True):
            site = site.replace(f"127.0.0.1:{before}", f"127.0.0.1:{after}")
        (folder / "site.conf").write_text(site, "utf-8")
        bodies = "".join(
            f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        (folder / "nginx.conf").write_text(
            f"pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; daemon off; user root;\n"
            f"events {{}}\nhttp {{ access_log off; {bodies} include {folder}/site.conf; }}\n",
            "utf-8",
        )

    def command(self, *more: str) -> list[str]:
        return ["nginx", "-c", str(self._folder / "nginx.conf"), "-e", str(self._folder / "error.log"), *more]

    def errors(self) -> str:
        return (self._folder / "error.log").read_text("utf-8")


@pytest.fixture(autouse=True)
def _nginx_is_here() -> None:
    for program in ("nginx", "openssl"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not here")


def test_nginx_takes_the_sample(tmp_path: Path) -> None:
    done = subprocess.run(Nginx(tmp_path, [8081, 8082]).command("-t"), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "test is successful" in done.stderr
    assert "warn" not in done.stderr


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer(Telegram()) as server:
        yield server


@pytest.mark.slow
def test_no_post_is_lost_in_a_rolling_restart(server: TelegramServer, tmp_path: Path) -> None:
    telegram = server.telegram
    account = telegram.new_bot("RollingBot")
    store = f"sqlite:///{tmp_path}/store.sqlite3"
    settings = [webhook_settings(server, account, database_url=store) for _ in range(2)]
    nginx = Nginx(tmp_path, [each.port or 0 for each in settings])
    statuses: list[int] = []
    stop = threading.Event()

    def post() -> None:
        url = f"https://127.0.0.1:{nginx.port}/telegram"
        with httpx.Client(verify=False, trust_env=False, timeout=30) as client:  # noqa: S501 - its own certificate
            for number in itertools.count(700_000):
                if stop.wait(0.02):
                    return
                statuses.append(client.post(url, json=update(number), headers=HEADERS).status_code)

    def update(number: int) -> dict[str, object]:
        person = {"id": anna.user.id, "is_bot": False, "first_name": "Anna", "language_code": "de"}
        message = {"message_id": number, "date": 1_700_000_000, "chat": {"id": chat.id, "type": "private"}}
        return {"update_id": number, "message": {**message, "from": person, "text": "Wer bezahlt die Reparatur?"}}

    with ExitStack() as stack:
        lives = [stack.enter_context(ExitStack()) for _ in settings]
        for life, each in zip(lives, settings, strict=True):
            life.enter_context(running(each, [BRIDGE]))
        process = stack.enter_context(subprocess.Popen(nginx.command()))
        stack.callback(process.terminate)
        anna = telegram.new_person("Anna", language_code="de")
        chat = anna.opens(account)
        telegram.wait_for(lambda: by_the_bot(chat, account), timeout=20)
        posting = threading.Thread(target=post)
        posting.start()
        try:
            for life, each in zip(lives, settings, strict=True):
                time.sleep(0.5)
                life.close()
                life.enter_context(running(each, [BRIDGE]))
            time.sleep(0.5)
        finally:
            stop.set()
            posting.join()
        telegram.wait_for(lambda: len(by_the_bot(chat, account)) >= 1 + len(statuses), timeout=60)
    assert len(statuses) > 10
    assert set(statuses) == {200}, nginx.errors()
    assert len(by_the_bot(chat, account)) == 1 + len(statuses), "each is answered, and once"
