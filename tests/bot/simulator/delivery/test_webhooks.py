"""Webhooks: setting them, and delivery to a server that is there, or fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.simulator import BotAccount, ManualClock, Person, PrivateChat, Telegram
from bot.simulator.delivery.webhooks import SECRET_HEADER
from tests.support.simulator.client import Api


class Receiver:
    """A bot's own server: notes what is posted to it, and answers what it is told to."""

    def __init__(self) -> None:
        self.bodies: list[str] = []
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []
        self.may_answer = threading.Event()
        self.may_answer.set()

        class Handler(BaseHTTPRequestHandler):
            def do_POST(handler) -> None:  # noqa: N805 - the outer self is meant
                body = handler.rfile.read(int(handler.headers["content-length"])).decode()
                self.bodies.append(body)
                self.secrets.append(handler.headers.get(SECRET_HEADER))
                status = self.statuses.pop(0) if self.statuses else 200
                self.may_answer.wait(5)
                handler.send_response(status)
                handler.send_header("content-length", "0")
                handler.end_headers()

            def log_message(handler, *arguments: object) -> None:  # noqa: N805
                del arguments

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"

    def got(self, text: str) -> int:
        """How many updates contained the text."""
        return sum(text in body for body in self.bodies)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    thread = threading.Thread(target=receiver.server.serve_forever, args=(0.01,))
    thread.start()
    yield receiver
    receiver.may_answer.set()
    receiver.server.shutdown()
    thread.join()
    receiver.server.server_close()


def test_updates_are_posted_in_order_with_the_secret(
    api: Api, telegram: Telegram, account: BotAccount, anna: Person, receiver: Receiver
) -> None:
    chat = anna.opens(account)
    api("setWebhook", url=receiver.url, secret_token="hush")
    anna.says(chat, "zwei")
    anna.says(chat, "drei")

    telegram.wait_for(lambda: account.pending_updates == 0)

    assert [text for body in receiver.bodies for text in ("/start", "zwei", "drei") if text in body] == [
        "/start",
        "zwei",
        "drei",
    ]
    assert receiver.secrets == ["hush"] * 3


@pytest.mark.usefixtures("chat")
def test_what_fails_is_tried_again_later_and_later(
    api: Api, telegram: Telegram, account: BotAccount, receiver: Receiver, *, clock: ManualClock
) -> None:
    receiver.statuses = [500, 302]
    api("setWebhook", url=receiver.url)
    webhook = account.webhook
    assert webhook
    telegram.wait_for(lambda: webhook.last_error)
    info = api("getWebhookInfo")

    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert info["pending_update_count"] == 1
    clock.advance(1)
    telegram.wait_for(lambda: "302" in (webhook.last_error or ""))
    assert [queue.ready_at for queue in webhook.queues.values()] == [clock.now() + 2]
    clock.advance(2)
    telegram.wait_for(lambda: account.pending_updates == 0)
    assert receiver.got("/start") == 3


def test_one_chat_does_not_hold_up_the_others(
    api: Api, telegram: Telegram, account: BotAccount, chat: PrivateChat, receiver: Receiver, *, anna: Person
) -> None:
    receiver.statuses = [500]
    api("setWebhook", url=receiver.url)
    telegram.wait_for(lambda: account.webhook and account.webhook.last_error)
    anna.says(chat, "zwei")
    telegram.new_person("Ben").opens(account)

    telegram.wait_for(lambda: receiver.got("Ben") and account.pending_updates == 2)
    assert [update.content["from"]["first_name"] for update in account.updates.pending] == ["Anna", "Anna"]


def test_no_more_connections_than_wanted(api: Api, telegram: Telegram, account: BotAccount, receiver: Receiver) -> None:
    receiver.may_answer.clear()
    for name in ("Anna", "Ben", "Carla"):
        telegram.new_person(name).opens(account)
    api("setWebhook", url=receiver.url, max_connections=2)
    webhook = account.webhook
    assert webhook

    telegram.wait_for(lambda: any(queue.is_busy for queue in webhook.queues.values()))
    assert sum(queue.is_busy for queue in webhook.queues.values()) == 2
    receiver.may_answer.set()
    telegram.wait_for(lambda: account.pending_updates == 0)
    assert len(receiver.bodies) == 3


def test_edits_do_not_overtake_messages(
    api: Api,
    telegram: Telegram,
    account: BotAccount,
    chat: PrivateChat,
    receiver: Receiver,
    *,
    anna: Person,
    clock: ManualClock,
) -> None:
    receiver.statuses = [500]
    api("setWebhook", url=receiver.url)
    telegram.wait_for(lambda: account.webhook and account.webhook.last_error)
    anna.edits(chat.messages[-1], "/start jetzt")
    telegram.new_person("Ben").opens(account)
    telegram.wait_for(lambda: receiver.got("Ben") and account.pending_updates == 2)

    clock.advance(1)
    telegram.wait_for(lambda: account.pending_updates == 0)
    assert ["edited_message" in body for body in receiver.bodies] == [False, False, False, True]


def test_what_has_waited_too_long_is_not_posted(
    api: Api, telegram: Telegram, account: BotAccount, anna: Person, receiver: Receiver, *, clock: ManualClock
) -> None:
    account.supports_inline_queries = True
    receiver.statuses = [500]
    api("setWebhook", url=receiver.url)
    anna.queries(account, "starlink")
    telegram.wait_for(lambda: account.webhook and account.webhook.last_error)
    clock.advance(30)

    telegram.wait_for(lambda: account.pending_updates == 0)
    assert len(receiver.bodies) == 1


def test_taps_overtake_messages(
    api: Api, telegram: Telegram, account: BotAccount, chat: PrivateChat, receiver: Receiver, *, anna: Person
) -> None:
    row = [{"text": "Mehr", "callback_data": "more"}]
    api("sendMessage", chat_id=chat.id, text="Hallo", reply_markup={"inline_keyboard": [row]})
    receiver.statuses = [500]
    api("setWebhook", url=receiver.url)
    telegram.wait_for(lambda: account.webhook and account.webhook.last_error)
    anna.taps(chat.messages[-1], "Mehr")

    telegram.wait_for(lambda: receiver.got("callback_query") and account.pending_updates == 1)
    assert [update.kind for update in account.updates.pending] == ["message"]


def test_several_chats_at_once_each_in_order(
    api: Api, telegram: Telegram, account: BotAccount, receiver: Receiver
) -> None:
    receiver.may_answer.clear()
    people = [telegram.new_person(f"P{number}.") for number in range(4)]
    chats = [person.opens(account) for person in people]
    api("setWebhook", url=receiver.url, max_connections=4)
    webhook = account.webhook
    assert webhook
    telegram.wait_for(lambda: sum(queue.is_busy for queue in webhook.queues.values()) == 4)
    for person, chat in zip(people, chats, strict=True):
        person.says(chat, "zwei")
    receiver.may_answer.set()

    telegram.wait_for(lambda: account.pending_updates == 0)
    for chat in chats:
        heard = [body for body in receiver.bodies if f'"{chat.user.first_name}"' in body]
        assert ["/start" in body for body in heard] == [True, False]


def test_odd_updates_go_the_same_way(
    api: Api, telegram: Telegram, account: BotAccount, chat: PrivateChat, receiver: Receiver, *, anna: Person
) -> None:
    api("setWebhook", url=receiver.url)
    telegram.wait_for(lambda: account.pending_updates == 0)
    telegram.faults.repeat(account)
    telegram.faults.malform(account, {"message": "nichts"}, chat)
    anna.says(chat, "zwei")
    telegram.wait_for(lambda: account.pending_updates == 0)

    assert receiver.bodies[0] == receiver.bodies[1]
    assert '"message":"nichts"' in receiver.bodies[2].replace(" ", "")
    assert receiver.got("zwei") == 1


def test_nobody_there(api: Api, telegram: Telegram, account: BotAccount, chat: PrivateChat) -> None:
    api("setWebhook", url="http://127.0.0.1:9/")
    webhook = account.webhook
    assert webhook

    telegram.wait_for(lambda: webhook.last_error)

    assert api("getWebhookInfo")["last_error_message"].startswith("Connection failed")
    assert (chat.messages[0].text, account.pending_updates, account.unfetched_updates) == ("/start", 1, 1)


def test_what_the_webhook_is_told_of_itself(api: Api) -> None:
    assert api("getWebhookInfo") == {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
    api("setWebhook", url="http://localhost:9/a", max_connections=7, allowed_updates=["message"])
    assert api("getWebhookInfo") == {
        "url": "http://localhost:9/a",
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 7,
        "ip_address": "127.0.0.1",
        "allowed_updates": ["message"],
    }
    api("setWebhook", url="")
    assert api("getWebhookInfo")["url"] == ""


@pytest.mark.parametrize("method", ["setWebhook", "deleteWebhook"])
def test_pending_updates_can_be_dropped(api: Api, account: BotAccount, chat: PrivateChat, method: str) -> None:
    assert (account.pending_updates, len(chat.messages)) == (1, 1)
    api(method, drop_pending_updates=True)
    assert account.pending_updates == 0


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"url": "nonsense"}, "invalid webhook URL specified"),
        ({"url": "https://example.org:x"}, "invalid webhook URL specified"),
        ({"url": "http://example.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.org:8080/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "http://127.0.0.1/", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "http://127.0.0.1/", "secret_token": "a" * 257}, "secret token is too long"),
        (
            {"url": "http://127.0.0.1/", "ip_address": "127.0.0.1"},
            'this simulator does not model the parameter "ip_address" of setWebhook',
        ),
    ],
)
def test_faulty_webhooks(api: Api, parameters: dict[str, object], sentence: str) -> None:
    assert api.refused("setWebhook", **parameters) == f"Bad Request: {sentence}"
    assert api("getWebhookInfo")["url"] == ""
