"""Everything that a bot can send looks like what it is; here the test itself is the bot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from bot.articles.retrievers import RetrieverSource
from bot.config.settings import Settings
from bot.preview.app import create_app
from bot.preview.bot_process import BotProcess
from bot.preview.events import Events
from bot.preview.explainer import Explainer
from bot.preview.preview import PageServer
from bot.preview.scene import Scene, set_up_scene
from bot.simulator import TelegramServer
from tests.support.browser.previewing import new_context

pytestmark = pytest.mark.slow


class Bot:
    """Sends what it is told into Anna's private chat."""

    def __init__(self, scene: Scene, server: TelegramServer) -> None:
        self._scene = scene
        self._url = f"{server.url}/bot{scene.account.token}/"
        self._anna = scene.telegram.people[0].user.id

    def does(self, method: str, **parameters: Any) -> None:
        answer = httpx.post(self._url + method, json={"chat_id": self._anna, **parameters}, trust_env=False).json()
        assert answer["ok"], answer


@pytest.fixture
def scene() -> Scene:
    return set_up_scene()


@pytest.fixture
def server(scene: Scene) -> Iterator[TelegramServer]:
    with TelegramServer(scene.telegram) as server:
        yield server


@pytest.fixture
def bot(scene: Scene, server: TelegramServer) -> Bot:
    return Bot(scene, server)


@pytest.fixture
def page(browser: Browser, scene: Scene, server: TelegramServer, tmp_path: Path) -> Iterator[Page]:
    process = BotProcess({}, scene.telegram.notify)
    events = Events(scene, process)
    explainer = Explainer(scene.account, tmp_path, lambda: RetrieverSource(tmp_path).load_whole().retriever)
    app = create_app(server, process, events, explainer, Settings(content_dir=tmp_path))
    with PageServer(app, events, 0) as served:
        context = new_context(browser)
        page = context.new_page()
        page.goto(f"{served.url}/")
        yield page
        context.close()


MARKED = ("bold", "italic", "underline", "strikethrough", "code", "spoiler")
TAGS = {"bold": "strong", "italic": "em", "underline": "u", "strikethrough": "s", "code": "code", "spoiler": ".spoiler"}


def test_every_entity_has_its_look(page: Page, bot: Bot) -> None:
    # The emoji counts as two units, which shifts all that comes after it.
    text = "🎉 " + " ".join(MARKED)
    entities = [{"type": kind, "offset": 3 + " ".join(MARKED).index(kind), "length": len(kind)} for kind in MARKED]
    bot.does("sendMessage", text=text, entities=entities)
    for kind in MARKED:
        expect(page.locator(f".text {TAGS[kind]}")).to_have_text(kind)


def test_entities_within_a_quotation_and_lines_around_it(page: Page, bot: Bot) -> None:
    text = "Davor\nEin wörtliches Zitat\nDanach <b>kein Markup</b>"
    entities = [
        {"type": "blockquote", "offset": 6, "length": 20},
        {"type": "bold", "offset": 10, "length": 10},
        {"type": "text_link", "offset": 27, "length": 6, "url": "https://example.org/a"},
    ]
    bot.does("sendMessage", text=text, entities=entities)
    expect(page.locator("blockquote")).to_have_text("Ein wörtliches Zitat")
    expect(page.locator("blockquote strong")).to_have_text("wörtliches")
    link = page.get_by_role("link", name="Danach")
    expect(link).to_have_attribute("href", "https://example.org/a")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(page.locator(".text")).to_contain_text("<b>kein Markup</b>")
    # The line breaks at its edges are the quotation's own: no empty line.
    before = page.locator(".text").evaluate("text => text.firstChild.data")
    after = page.locator("blockquote").evaluate("quote => quote.nextSibling.textContent")
    assert (before, after) == ("Davor", "Danach")


def test_a_long_quotation_unfolds_by_a_tap_on_its_words(page: Page, bot: Bot) -> None:
    text = "Ein langes Zitat. " * 30
    bot.does("sendMessage", text=text, entities=[{"type": "expandable_blockquote", "offset": 0, "length": len(text)}])
    quoted = page.locator(".quoted")
    folded = quoted.evaluate("quoted => quoted.clientHeight")
    quoted.click()
    expect(page.get_by_role("button", name="Zitat einklappen")).to_have_attribute("aria-expanded", "true")
    assert quoted.evaluate("quoted => quoted.clientHeight") > 2 * folded
    expect(page.locator("#draft")).to_be_empty()  # it was no tap on the message, which would be answered
    page.get_by_role("button", name="Zitat einklappen").press("Enter")
    expect(page.get_by_role("button", name="Ganzes Zitat zeigen")).to_have_attribute("aria-expanded", "false")


def test_a_short_quotation_has_nothing_to_unfold(page: Page, bot: Bot) -> None:
    bot.does("sendMessage", text="Kurz", entities=[{"type": "expandable_blockquote", "offset": 0, "length": 4}])
    expect(page.locator("blockquote")).to_have_text("Kurz")
    expect(page.get_by_role("button", name="Ganzes Zitat zeigen")).to_be_hidden()


def test_tools_stand_beside_the_words(page: Page, bot: Bot) -> None:
    bot.does("sendMessage", text="Ein Satz, der so lang ist, dass er die ganze Breite einer Nachricht braucht. " * 3)
    for width in (1180, 860, 390):
        page.set_viewport_size({"width": width, "height": 700})
        if width == 390:
            page.locator("#chat-list button").first.click()
        page.locator(".bubble .meta").click()  # on a phone they come by a tap, elsewhere by the mouse
        bubble, tools = (page.locator(f".message {part}").bounding_box() for part in (".bubble", ".tools"))
        assert bubble
        assert tools
        beside = tools["x"] >= bubble["x"] + bubble["width"] or tools["x"] + tools["width"] <= bubble["x"]
        assert beside or tools["y"] >= bubble["y"] + bubble["height"], width
        assert tools["x"] + tools["width"] <= width


def test_buttons_of_every_kind(page: Page, bot: Bot) -> None:
    rows = [
        [{"text": "Frage", "callback_data": "x"}, {"text": "Seite", "url": "https://example.org/"}],
        [{"text": "Kopie", "copy_text": {"text": "kopiert"}}],
        [{"text": "Inline", "switch_inline_query_current_chat": "wort"}],
    ]
    bot.does("sendMessage", text="Wähle", reply_markup={"inline_keyboard": rows})
    expect(page.locator(".keyboard .row")).to_have_count(3)
    expect(page.get_by_role("link", name="Seite (öffnet eine Seite)")).to_have_attribute("target", "_blank")
    page.get_by_role("button", name="Inline", exact=True).click()
    expect(page.locator("#field")).to_have_value("@belegbot wort")
    page.get_by_role("button", name="Frage", exact=True).click()
    expect(page.locator(".key.waits")).to_have_text("Frage")


def test_a_button_shows_what_the_bot_answers(page: Page, bot: Bot, scene: Scene) -> None:
    bot.does("sendMessage", text="Wähle", reply_markup={"inline_keyboard": [[{"text": "Frage", "callback_data": "x"}]]})
    page.get_by_role("button", name="Frage", exact=True).click()
    taps = scene.telegram.wait_for(
        lambda: [one for one in scene.account.updates.pending if one.kind == "callback_query"]
    )
    bot.does("answerCallbackQuery", chat_id=None, callback_query_id=taps[0].content["id"], text="Verstanden")
    expect(page.locator(".toast")).to_have_text("Verstanden")


def test_typing_is_seen_until_the_message_comes(page: Page, bot: Bot) -> None:
    expect(page.locator("#status")).to_have_text("Bot")
    bot.does("sendChatAction", action="typing")
    expect(page.locator("#status")).to_have_text("schreibt …")
    expect(page.locator("#typing")).to_contain_text("Belegbot schreibt …")
    bot.does("sendMessage", text="Da.")
    expect(page.locator("#status")).to_have_text("Bot")
    expect(page.locator(".dots")).to_have_count(0)
