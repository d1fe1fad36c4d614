"""Faults on demand: what the client gets, and whether the request was fulfilled all the same."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import httpx
import pytest
import telegram as ptb
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, TimedOut

from bot.simulator import (
    BotAccount,
    Fault,
    FaultKind,
    Faults,
    PrivateChat,
    SimulatorError,
    Telegram,
    TelegramServer,
    create_app,
)
from tests.support.simulator.client import Api

SOON = httpx.Timeout(5, read=0.1)


@pytest.fixture
def faults(telegram: Telegram) -> Iterator[Faults]:
    yield telegram.faults
    telegram.faults.clear()


def send(api: Api, chat: PrivateChat, timeout: httpx.Timeout | None = None) -> httpx.Response:
    url = f"{api.url}/bot{api.token}/sendMessage"
    parameters = {"chat_id": chat.id, "text": "Hallo"}
    return api.client.post(url, json=parameters, timeout=timeout or httpx.Timeout(5))


AFTER = pytest.mark.parametrize("after_effect", [False, True])


@AFTER
@pytest.mark.parametrize(
    ("fault", "status", "content_type", "body"),
    [
        (
            {"kind": FaultKind.STATUS},
            500,
            "application/json",
            '{"ok":false,"error_code":500,"description":"Internal Server Error"}',
        ),
        (
            {"kind": FaultKind.STATUS, "status": 400, "description": "Bad Request: chat not found"},
            400,
            "application/json",
            '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}',
        ),
        (
            {"kind": FaultKind.STATUS, "status": 429, "retry_after": 7},
            429,
            "application/json",
            '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7",'
            '"parameters":{"retry_after":7}}',
        ),
        ({"kind": FaultKind.HTML}, 502, "text/html; charset=utf-8", "<title>502 Bad Gateway</title>"),
        ({"kind": FaultKind.HTML, "status": 503}, 503, "text/html; charset=utf-8", "503 Service Unavailable"),
        ({"kind": FaultKind.GARBAGE}, 200, "application/json", '{"ok":true,"result":'),
    ],
)
def test_wrong_answers(  # noqa: PLR0917 - the parameters of the test
    api: Api,
    faults: Faults,
    chat: PrivateChat,
    fault: dict[str, object],
    status: int,
    content_type: str,
    body: str,
    *,
    after_effect: bool,
) -> None:
    faults.add(Fault(**fault, after_effect=after_effect))  # type: ignore[arg-type]
    answer = send(api, chat)

    assert (answer.status_code, answer.headers["content-type"]) == (status, content_type)
    assert body in answer.content.decode(errors="replace")
    assert len(chat.messages) == 1 + after_effect
    assert send(api, chat).is_success


@AFTER
@pytest.mark.parametrize(
    ("kind", "error", "words"),
    [
        (FaultKind.RESET, httpx.ReadError, "reset"),
        (FaultKind.TORN, httpx.RemoteProtocolError, "without sending complete message body"),
        (FaultKind.TIMEOUT, httpx.ReadTimeout, "timed out"),
        (FaultKind.LATE, httpx.ReadTimeout, "timed out"),
        (FaultKind.SLOW, httpx.ReadTimeout, "timed out"),
    ],
)
def test_broken_connections(
    api: Api,
    faults: Faults,
    chat: PrivateChat,
    kind: FaultKind,
    error: type[Exception],
    *,
    words: str,
    after_effect: bool,
) -> None:
    faults.add(Fault(kind=kind, after_effect=after_effect, seconds=60))

    with pytest.raises(error, match=words):
        send(api, chat, SOON if error is httpx.ReadTimeout else None)

    assert len(chat.messages) == 1 + after_effect
    assert send(api, chat).is_success


@AFTER
def test_late_answers_come_whole(api: Api, faults: Faults, chat: PrivateChat, *, after_effect: bool) -> None:
    faults.add(Fault(kind=FaultKind.LATE, after_effect=after_effect, seconds=0.01))

    assert send(api, chat).json()["result"]["text"] == "Hallo"
    assert len(chat.messages) == 2


def test_what_is_late_is_not_done_for_who_has_hung_up(
    api: Api, telegram: Telegram, faults: Faults, chat: PrivateChat
) -> None:
    faults.add(Fault(kind=FaultKind.LATE, seconds=60))
    with pytest.raises(httpx.ReadTimeout):
        send(api, chat, SOON)

    here = {"chat_id": str(chat.id), "text": "Hallo"}
    [request] = telegram.wait_for(lambda: [one for one in telegram.requests if one.parameters == here])
    assert (request.fault, request.ok) == (FaultKind.LATE, False)


def test_slow_answers_come_whole(api: Api, faults: Faults, chat: PrivateChat) -> None:
    faults.add(Fault(kind=FaultKind.SLOW, after_effect=True, seconds=0.01))

    assert send(api, chat).json()["result"]["text"] == "Hallo"


def test_slow_refusals(api: Api, faults: Faults, chat: PrivateChat) -> None:
    faults.add(Fault(kind=FaultKind.SLOW, seconds=0.01))

    assert send(api, chat).json()["error_code"] == 500
    assert len(chat.messages) == 1


def test_a_refusal_is_broken_too(api: Api, faults: Faults, chat: PrivateChat) -> None:
    faults.add(Fault(kind=FaultKind.TORN, after_effect=True))

    with pytest.raises(httpx.RemoteProtocolError):
        api("sendMessage", chat_id=chat.id)


def test_who_is_meant(api: Api, telegram: Telegram, faults: Faults, chat: PrivateChat) -> None:
    account = telegram.new_bot("other")
    other = Api(api.url, account.token, api.client)
    faults.add(Fault(kind=FaultKind.STATUS, method="GETME", bot=account, times=2))
    faults.add(Fault(kind=FaultKind.STATUS, method="getMe", bot="other", times=None, status=503))

    assert api("getMe")
    assert other("getMyName")
    assert [other.answer("getMe")["error_code"] for _ in range(4)] == [500, 500, 503, 503]
    assert [fault.status for fault in faults.planned] == [503]
    assert [happened.fault.status for happened in faults.happened[-4:]] == [None, None, 503, 503]
    assert {(happened.account, happened.method) for happened in faults.happened[-4:]} == {(account, "getMe")}
    faults.clear()
    assert other("getMe")
    assert chat.messages


def test_a_share_can_be_repeated(api: Api, faults: Faults) -> None:
    faults.add(Fault(kind=FaultKind.STATUS, method="getMe", times=None, share=0.2))
    runs = []
    for _ in range(2):
        faults.seed(7)
        runs.append([api.answer("getMe")["ok"] for _ in range(100)])

    assert runs[0] == runs[1]
    assert 10 <= runs[0].count(False) <= 30


@AFTER
def test_faults_are_on_record_and_no_refusals(
    api: Api, telegram: Telegram, faults: Faults, chat: PrivateChat, *, after_effect: bool
) -> None:
    refusals = len(telegram.refusals)
    faults.add(Fault(kind=FaultKind.HTML, after_effect=after_effect))
    send(api, chat)

    request = telegram.requests[-1]
    assert (request.fault, request.ok, request.parameters["text"]) == (FaultKind.HTML, after_effect, "Hallo")
    assert len(telegram.refusals) == refusals


def test_faults_that_cannot_be() -> None:
    for share in (0.0, 1.1):
        with pytest.raises(ValueError, match="above 0 and at most 1"):
            Fault(kind=FaultKind.STATUS, share=share)
    with pytest.raises(ValueError, match="once or more"):
        Fault(kind=FaultKind.STATUS, times=0)


@pytest.mark.parametrize("kind", [FaultKind.TIMEOUT, FaultKind.SLOW, FaultKind.LATE])
def test_a_server_stops_though_somebody_waits_in_vain(kind: FaultKind) -> None:
    telegram = Telegram()
    account = telegram.new_bot("waiting")
    telegram.faults.add(Fault(kind=kind, seconds=60))
    server = TelegramServer(telegram)
    server.start()
    url = f"{server.url}/bot{account.token}/getMe"
    errors: list[type[Exception]] = []

    def ask() -> None:
        try:
            httpx.get(url, timeout=20, trust_env=False)
        except httpx.HTTPError as error:
            errors.append(type(error))

    client = threading.Thread(target=ask)
    client.start()
    telegram.wait_for(lambda: telegram.faults.happened)
    server.stop()
    client.join(timeout=5)

    assert len(errors) == 1


def test_without_a_server_there_is_no_connection_to_break(
    telegram: Telegram, faults: Faults, account: BotAccount
) -> None:
    faults.add(Fault(kind=FaultKind.RESET))

    async def ask() -> None:
        transport = httpx.ASGITransport(create_app(telegram))
        async with httpx.AsyncClient(transport=transport, base_url="http://telegram") as client:
            await client.get(f"/bot{account.token}/getMe")

    with pytest.raises(SimulatorError, match="need a TelegramServer"):
        asyncio.run(ask())


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault(kind=FaultKind.STATUS), NetworkError),
        (Fault(kind=FaultKind.HTML), NetworkError),
        (Fault(kind=FaultKind.RESET), NetworkError),
        (Fault(kind=FaultKind.TORN), NetworkError),
        (Fault(kind=FaultKind.TIMEOUT), TimedOut),
        (Fault(kind=FaultKind.STATUS, status=400), BadRequest),
        (Fault(kind=FaultKind.STATUS, status=401), InvalidToken),
        (Fault(kind=FaultKind.STATUS, status=404), InvalidToken),
        (Fault(kind=FaultKind.STATUS, status=409), Conflict),
    ],
    ids=lambda value: f"{value.kind}-{value.status}" if isinstance(value, Fault) else None,
)
def test_what_python_telegram_bot_makes_of_it(
    server: TelegramServer, faults: Faults, chat: PrivateChat, fault: Fault, error: type[Exception]
) -> None:
    async def message_intent() -> None:
        async with ptb.Bot(chat.account.token, base_url=f"{server.url}/bot") as bot:
            faults.add(fault)
            with pytest.raises(error):
                await bot.send_message(chat.id, "Hallo", read_timeout=0.1)

    asyncio.run(message_intent())
