"""PostgreSQL stands still, as while its machine is moved: the bot says so, and answers each question once."""

from __future__ import annotations

import contextlib
import time
from functools import partial
from pathlib import Path

import httpx
import pytest
from sqlalchemy import make_url

from tests.support.bot.crowd import Crowd, running_process
from tests.support.bot.running_bot import SECRET
from tests.support.databases import database
from tests.support.processes import free_port, resident_memory
from tests.support.stalling_proxy import stalling_proxy
from tests.support.waiting import wait_until

pytestmark = pytest.mark.slow

# Longer than the bot takes to tell of it, and than its leases last.
FROZEN = 22.0

# What a process may take for the questions that come meanwhile, in bytes.
MEMORY = 50_000_000


def is_ready(url: str) -> bool:
    return httpx.get(f"{url}/readyz", trust_env=False).status_code == 200


@pytest.mark.parametrize("processes", [1, 2])
def test_a_server_that_stands_still(crowd: Crowd, tmp_path: Path, processes: int) -> None:
    with database("postgresql", tmp_path) as direct, contextlib.ExitStack() as stack:
        address = make_url(direct)
        proxy = stack.enter_context(stalling_proxy(address.host or "127.0.0.1", address.port or 5432))
        store = address.set(host="127.0.0.1", port=proxy.port).render_as_string(hide_password=False)
        bots, urls = [], []
        for _ in range(processes):
            port = str(free_port())
            urls.append(f"http://127.0.0.1:{port}")
            web = {"WEBHOOK_URL": urls[-1], "WEBHOOK_SECRET": SECRET, "PORT": port} if processes > 1 else {"PORT": port}
            bots.append(stack.enter_context(running_process(crowd, tmp_path, DATABASE_URL=store, **web)))
        crowd.ask_until(answers=5)
        before = [resident_memory(bot.pid) for bot in bots]
        with proxy.stalled():
            until = time.monotonic() + FROZEN
            while time.monotonic() < until:
                crowd.ask()
                time.sleep(6)
            for url in urls:
                ready = httpx.get(f"{url}/readyz", trust_env=False)
                assert (ready.status_code, "the store does not answer" in ready.text) == (503, True)
                assert httpx.get(f"{url}/healthz", trust_env=False).status_code == 200
        crowd.wait_for_all(timeout=120)
        for url in urls:
            wait_until(partial(is_ready, url))
        for bot, memory in zip(bots, before, strict=True):
            assert resident_memory(bot.pid) < memory + MEMORY
        assert set(crowd.answers_by_chat) == {1}
