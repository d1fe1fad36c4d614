"""Addresses that Telegram takes, held against the local one."""

import pytest

from bot.messages.formatting import link, plain
from bot.messages.links import is_linkable
from bot.messages.reply import Reply, ReplyButton
from bot.simulator.texts.links import InvalidLink, normalize_link

TAKEN = [
    "https://example.org",
    "http://example.org/a?b=c#d",
    "https://example.org:8443/x",
    "https://www.bücher.example/ä",
    "http://10.0.0.5/a",
    "http://[::1]:8080/a",
    "https://ida:hush@example.org/",
    "https://example.org./",
]
REFUSED = [
    "http://intranet/artikel/5",
    "http://localhost:8000/a",
    "https://wiki/",
    "https://stadtbote:8443/a",
    "http://./",
    "https://example.org:0/",
    "https://example.org:99999/",
    "http:///a",
    "http://[::1/",
    "ftp://example.org/a",
]


def is_taken(url: str) -> bool:
    try:
        normalize_link(url)
    except InvalidLink:
        return False
    return True


@pytest.mark.parametrize("url", [*TAKEN, *REFUSED])
def test_what_telegram_refuses_is_known(url: str) -> None:
    assert is_linkable(url) is is_taken(url) is (url in TAKEN)


def test_a_text_that_can_lead_nowhere_is_a_text() -> None:
    assert link("Der Artikel", "http://intranet/a") == plain("Der Artikel")


def test_a_button_that_can_lead_nowhere_is_left_out() -> None:
    button, other = ReplyButton("Lesen", url="http://intranet/a"), ReplyButton("Mehr", data="x")
    assert Reply(plain("Ja."), ((button,),)).keyboard is None
    keyboard = Reply(plain("Ja."), ((button, other), (button,))).keyboard
    assert keyboard is not None
    assert [[each.text for each in row] for row in keyboard.inline_keyboard] == [["Mehr"]]
