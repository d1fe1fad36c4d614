"""The web application that Telegram posts to, asked over HTTP by others than Telegram."""

from collections.abc import Iterator

import httpx
import pytest

from bot.simulator import BotAccount, TelegramServer
from bot.simulator.telegram import Telegram
from bot.updates import ALLOWED_UPDATES
from tests.bot.library import BRIDGE
from tests.bot.running_bot import SECRET, running, webhook_settings

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture(scope="module")
def account(telegram: Telegram) -> BotAccount:
    return telegram.new_bot("WebBot")


@pytest.fixture(scope="module")
def web(world: TelegramServer, account: BotAccount) -> Iterator[httpx.Client]:
    settings = webhook_settings(world, account)
    with running(settings, [BRIDGE]), httpx.Client(base_url=settings.webhook_url or "", trust_env=False) as client:
        yield client


def test_telegram_is_told_where_to_post(web: httpx.Client, account: BotAccount) -> None:
    assert account.webhook is not None
    assert account.webhook.url == str(web.base_url.join("/telegram"))
    assert account.updates.allowed == set(ALLOWED_UPDATES)


def test_the_host_can_ask_whether_it_is_alive(web: httpx.Client) -> None:
    answer = web.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET + "x"}, {SECRET_HEADER: "ü"}])
def test_without_the_secret_nothing_is_taken(web: httpx.Client, headers: dict[str, str]) -> None:
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    answer = web.post("/telegram", json={"update_id": 1}, headers=raw)
    assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"update_id": 1, "message": {}}', b"\xff"])
def test_what_cannot_be_read_is_taken_and_skipped(web: httpx.Client, body: bytes) -> None:
    # Refused, Telegram would send it again and again, and hold back what comes after it.
    assert web.post("/telegram", content=body, headers={SECRET_HEADER: SECRET}).status_code == 200


@pytest.mark.parametrize(("method", "path"), [("GET", "/telegram"), ("POST", "/healthz"), ("GET", "/"), ("POST", "/")])
def test_there_is_nothing_else(web: httpx.Client, method: str, path: str) -> None:
    assert web.request(method, path, headers={SECRET_HEADER: SECRET}).status_code in (404, 405)
