"""The Bot API over HTTP: addresses, tokens, the ways to send parameters, starting and stopping."""

from __future__ import annotations

import asyncio
import socket
import threading

import httpx
import pytest

from bot.simulator import BotAccount, PrivateChat, Telegram, TelegramServer, create_app
from tests.support.simulator.client import Api


def test_get_me_tells_the_bot_what_botfather_has_set(api: Api, account: BotAccount) -> None:
    me = api("getMe")

    assert (me["id"], me["username"], me["first_name"], me["is_bot"]) == (
        account.user.id,
        "belegbot",
        "Belegbot",
        True,
    )
    assert me["can_read_all_group_messages"] is False


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/bot{token}/getYou", 404, "Not Found: method not found"),
        ("/bot{token}", 404, "Not Found"),
        ("/elsewhere", 404, "Not Found"),
    ],
)
def test_wrong_addresses(api: Api, http: httpx.Client, path: str, code: int, description: str) -> None:
    answer = http.get(api.url + path.format(token=api.token))

    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": description}


def test_method_names_in_any_capitals(api: Api) -> None:
    assert api("GETme")["username"] == "belegbot"


@pytest.mark.parametrize("way", ["query", "form", "multipart", "json"])
def test_every_way_to_send_parameters(
    server: TelegramServer, http: httpx.Client, account: BotAccount, chat: PrivateChat, way: str
) -> None:
    url = f"{server.url}/bot{account.token}/sendMessage"
    entities = '[{"type": "bold", "offset": 0, "length": 2}]'
    fields = {"chat_id": str(chat.id), "text": "Ää", "entities": entities}
    if way == "query":
        answer = http.get(url, params=fields)
    elif way == "form":
        answer = http.post(url, data=fields)
    elif way == "multipart":
        answer = http.post(url, files={name: (None, value) for name, value in fields.items()})
    else:
        bold = {"type": "bold", "offset": 0, "length": 2}
        answer = http.post(url, json={"chat_id": chat.id, "text": "Ää", "entities": [bold]})

    assert answer.json()["result"]["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    assert chat.messages[-1].text == "Ää"


@pytest.mark.parametrize("body", [b"{", b"[]"])
def test_a_body_that_is_no_json_object(
    server: TelegramServer, http: httpx.Client, account: BotAccount, body: bytes
) -> None:
    url = f"{server.url}/bot{account.token}/getMe"

    answer = http.post(url, content=body, headers={"content-type": "application/json"})

    assert answer.status_code == 400


def test_files_are_refused(server: TelegramServer, http: httpx.Client, account: BotAccount) -> None:
    answer = http.post(f"{server.url}/bot{account.token}/getMe", files={"photo": b"..."})

    assert answer.json()["description"] == "Bad Request: this simulator takes no files"


def test_requests_and_refusals_are_on_record(http: httpx.Client) -> None:
    telegram = Telegram()
    account = telegram.new_bot("recorded")
    chat = telegram.new_person("Anna").opens(account)
    with TelegramServer(telegram) as server:
        api = Api(server.url, account.token, http)
        api("sendMessage", chat_id=chat.id, text="Hallo")
        api.refused("sendMessage", chat_id=chat.id)

    assert [(request.method, request.ok, request.bot) for request in telegram.requests] == [
        ("sendMessage", True, "recorded"),
        ("sendMessage", False, "recorded"),
    ]
    assert telegram.requests[0].parameters == {"chat_id": str(chat.id), "text": "Hallo"}
    assert [(refusal.code, refusal.error) for refusal in telegram.refusals] == [
        (400, "Bad Request: message text is empty")
    ]


def test_a_stopped_server_answers_who_waits_and_frees_the_port() -> None:
    telegram = Telegram()
    account = telegram.new_bot("waiting")
    server = TelegramServer(telegram)
    server.start()
    answers: list[object] = []
    url = f"{server.url}/bot{account.token}/getUpdates?timeout=50"
    poller = threading.Thread(target=lambda: answers.append(httpx.get(url, timeout=20, trust_env=False).json()))
    poller.start()
    telegram.wait_for(lambda: account.poll)

    server.stop()
    poller.join(timeout=5)

    assert answers == [{"ok": True, "result": []}]
    with socket.create_server(("127.0.0.1", int(server.url.rpartition(":")[2]))):
        pass


def test_a_server_can_be_started_again(http: httpx.Client) -> None:
    telegram = Telegram()
    account = telegram.new_bot("restarted")
    server = TelegramServer(telegram)
    for _ in range(2):
        with server:
            assert http.get(f"{server.url}/bot{account.token}/getMe").is_success


def test_as_an_application_without_a_server(telegram: Telegram, account: BotAccount) -> None:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(create_app(telegram))
        async with httpx.AsyncClient(transport=transport, base_url="http://telegram") as client:
            return await client.get(f"/bot{account.token}/getMe")

    assert asyncio.run(ask()).json()["result"]["id"] == account.user.id


def test_a_port_in_use_is_said_at_once(telegram: Telegram, server: TelegramServer) -> None:
    port = int(server.url.rpartition(":")[2])

    with pytest.raises(OSError, match="in use"):
        TelegramServer(telegram, port).start()
