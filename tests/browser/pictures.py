"""The pictures of the README and of `docs/`, taken of the page itself: `python -m tests.browser.pictures`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.previewing import ROOT, launched, new_context, previewing
from tests.browser.screen import Screen
from tests.browser.test_articles import PAGE
from tests.browser.test_chats import RICHEST, STARLINK

FOLDER = ROOT / "docs" / "pictures"


def private(screen: Screen) -> None:
    """A question in the private chat."""
    screen.open("Belegbot")
    screen.start()
    screen.asks(STARLINK)
    screen.last.get_by_role("button", name="Ganzes Zitat zeigen").click()
    screen.page.locator("#scroll").evaluate("list => list.scrollTo(0, list.scrollHeight)")


def phone(screen: Screen) -> None:
    """The same on a phone."""
    screen.open("Belegbot")
    screen.start()
    screen.asks(RICHEST)


def group(screen: Screen) -> None:
    """Somebody's message in a group, and a question about it."""
    screen.open("Leserunde")
    screen.speak_as("Ben")
    screen.say("Der Musk redet doch ständig mit Putin, worum geht es da eigentlich?")
    screen.last.locator(".text").click()
    screen.speak_as("Anna")
    screen.asks("/frage@belegbot")


def topics(screen: Screen) -> None:
    """An answer in a topic, its context shown."""
    screen.open("Redaktion")
    screen.page.get_by_role("button", name="Technik").click()
    screen.asks(f"/frage@belegbot {RICHEST}")
    screen.tap("Kontext")
    expect(screen.last.locator("u").first).to_be_visible()


def inline(screen: Screen) -> None:
    """Results of inline mode."""
    screen.open("Familie")
    screen.say("Habt ihr das mit Musk gelesen? Ist das nicht gefährlich?")
    screen.field.press_sequentially("@belegbot sicherheitsrisiko usa")
    expect(screen.results.nth(1)).to_be_visible()


def guest(screen: Screen) -> None:
    """A guest in a group."""
    screen.open("Nachbarschaft")
    screen.asks("@belegbot Was hat Trump versprochen?")


def why(screen: Screen) -> None:
    """The panel that explains."""
    screen.open("Belegbot")
    screen.start()
    screen.tool(screen.asks(STARLINK), "Warum dieses Zitat?")
    expect(screen.page.locator("mark").first).to_be_visible()


def article(screen: Screen) -> None:
    """A dropped page, about to become an article."""
    screen.panel("Artikel")
    screen.page.locator("#file").set_input_files(
        {"name": "bruecke.html", "mimeType": "text/html", "buffer": PAGE.encode()}
    )
    screen.page.get_by_label("Beispielfragen").fill("Wie lange bleibt die Brücke gesperrt?")


def faults(screen: Screen) -> None:
    """The fault menu."""
    panel = screen.panel("Störungen")
    panel.get_by_role("button", name="Stören").click()
    expect(panel).to_contain_text("Geplant")


Window = dict[str, object]

PHONE: Window = {"viewport": {"width": 380, "height": 680}, "has_touch": True, "is_mobile": True}
WINDOW: Window = {"viewport": {"width": 1100, "height": 680}}
NARROW: Window = {"viewport": {"width": 860, "height": 640}}

# Name, what is done, and in what a window.
SHOTS: tuple[tuple[str, Callable[[Screen], None], Window], ...] = (
    ("private", private, NARROW),
    ("group", group, NARROW),
    ("topics", topics, NARROW),
    ("inline", inline, NARROW),
    ("guest-dark", guest, NARROW | {"color_scheme": "dark"}),
    ("phone", phone, PHONE),
    ("why", why, WINDOW),
    ("article", article, WINDOW),
    ("faults", faults, WINDOW | {"color_scheme": "dark"}),
)


def take(browser: Browser, address: str) -> None:
    """Takes every picture, each in a browser that knows nothing of the others."""
    for name, act, how in SHOTS:
        context = new_context(browser, reduced_motion="reduce", **how)
        screen = Screen(context.new_page(), address)
        act(screen)
        screen.page.mouse.move(0, 0)
        screen.page.wait_for_timeout(200)  # what moves has come to rest
        save(screen.page.screenshot(), FOLDER / f"{name}.png")
        context.close()


def save(picture: bytes, path: Path) -> None:
    """Writes it with 256 colours, as many as such a page needs: a third of the size."""
    with Image.open(BytesIO(picture)) as image:
        image.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Each with a preview of its own, so that no chat shows what another picture is of."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        articles = Path(shutil.copytree(ROOT / "content" / "articles", Path(folder) / "articles"))
        # With the encoder, as readers of the README have it.
        with previewing(articles, ENCODER="auto", INDEX_DIR=f"{folder}/index") as address:
            take(launched(playwright), address)


if __name__ == "__main__":
    main()
