"""The pictures of the README and of `docs/`, taken of the page itself.

`python -m tests.browser.pictures` takes them all, `python -m tests.browser.pictures why conversation` only those named.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect, sync_playwright

from tests.support.browser.inputs import PAGE, STARLINK
from tests.support.browser.previewing import launched, new_context, previewing
from tests.support.browser.screen import Screen
from tests.support.paths import ROOT

# What the article answers with sentences that are good German: it was translated by a machine.
TRUMP = "Was hat Trump versprochen?"
TALKS = "Worum ging es in den Gesprächen zwischen Musk und Putin?"

FOLDER = ROOT / "docs" / "pictures"


def answer(screen: Screen) -> None:
    """A question and its quote, and nothing else."""
    screen.open("Belegbot")
    screen.start()
    before = screen.bubbles.count()
    screen.asks(STARLINK)
    _unfold(screen)
    for bubble in screen.bubbles.all()[:before]:
        bubble.evaluate("bubble => bubble.style.visibility = 'hidden'")


def private(screen: Screen) -> None:
    """A question in the private chat."""
    screen.open("Belegbot")
    screen.start()
    screen.asks(STARLINK)
    _unfold(screen)


def _unfold(screen: Screen) -> None:
    """Shows all of the newest quote, should it be folded."""
    button = screen.last.get_by_role("button", name="Ganzes Zitat zeigen")
    if button.is_visible():
        button.click()
    screen.page.locator("#scroll").evaluate("list => list.scrollTo(0, list.scrollHeight)")


def phone(screen: Screen) -> None:
    """The same on a phone."""
    screen.open("Belegbot")
    screen.start()
    screen.asks(TALKS)


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
    screen.asks(f"/frage@belegbot {TALKS}")
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
    screen.asks(f"@belegbot {TRUMP}")


def why(screen: Screen) -> None:
    """The panel that explains."""
    screen.open("Belegbot")
    screen.start()
    screen.tool(screen.asks(STARLINK), "Warum dieses Zitat?")
    expect(screen.page.locator("mark").first).to_be_visible()


def _talk(screen: Screen) -> None:
    """So that the chat beside the panel isn't empty."""
    screen.open("Belegbot")
    screen.start()
    screen.asks(TALKS)


def article(screen: Screen) -> None:
    """A dropped page, about to become an article."""
    _talk(screen)
    screen.panel("Artikel")
    screen.page.locator("#file").set_input_files(
        {"name": "bruecke.html", "mimeType": "text/html", "buffer": PAGE.encode()}
    )
    screen.page.get_by_label("Beispielfragen").fill("Wie lange bleibt die Brücke gesperrt?")


def faults(screen: Screen) -> None:
    """The fault menu."""
    _talk(screen)
    panel = screen.panel("Störungen")
    panel.get_by_role("button", name="Stören").click()
    expect(panel).to_contain_text("Geplant")


def conversation(screen: Screen) -> Iterator[int]:
    """The promise as a film: a question, its quote, who says it, an honest no.

    Yields for how many milliseconds each state is shown.
    """
    screen.open("Belegbot")
    screen.start()
    yield 1200
    yield from _asked(screen, TRUMP)
    _unfold(screen)
    yield 3600
    screen.last.locator(".text").click()
    yield 700
    yield from _asked(screen, "Wer sagt das?")
    yield 3600
    yield from _asked(screen, "Wie viele Einwohner hat Berlin?")
    yield 4000


def _asked(screen: Screen, question: str) -> Iterator[int]:
    """Typed as by a person, sent, answered."""
    for end in range(3, len(question) + 3, 3):
        screen.field.fill(question[:end])
        yield 110
    yield 250
    screen.asks(question)


Window = dict[str, object]

PHONE: Window = {"viewport": {"width": 380, "height": 680}, "has_touch": True, "is_mobile": True}
WINDOW: Window = {"viewport": {"width": 1100, "height": 680}}
NARROW: Window = {"viewport": {"width": 860, "height": 640}}

# A chat alone, as sharp as a good screen.
CHAT: Window = {"viewport": {"width": 440, "height": 600}, "device_scale_factor": 2}

# Name, what is done, and in what a window.
SHOTS: tuple[tuple[str, Callable[[Screen], None], Window], ...] = (
    ("answer", answer, CHAT | {"viewport": {"width": 440, "height": 530}}),
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


# The file of the film, and its palette: as many colours as the format has.
FILM = "conversation"
COLOURS = 256


def take(browser: Browser, names: Sequence[str], articles: Path, index: Path) -> None:
    """Takes the pictures, each of a preview of its own, so that no chat shows what another picture is of."""

    @contextmanager
    def opened(how: Window) -> Iterator[Screen]:
        # With the encoder, as readers of the README have it.
        with previewing(articles, ENCODER="auto", INDEX_DIR=str(index)) as address:
            context = new_context(browser, reduced_motion="reduce", **how)
            yield Screen(context.new_page(), address)
            context.close()

    for name, act, how in SHOTS:
        if name in names:
            with opened(how) as screen:
                act(screen)
                save(still(screen), FOLDER / f"{name}.png")
    if FILM in names:
        with opened(CHAT) as screen:
            save_film([(still(screen), shown) for shown in conversation(screen)], FOLDER / f"{FILM}.gif")


def still(screen: Screen) -> bytes:
    """How the page looks once all that moves has come to rest."""
    screen.page.mouse.move(0, 0)
    screen.page.wait_for_timeout(200)
    return screen.page.screenshot()


def save(picture: bytes, path: Path) -> None:
    """Writes it with 256 colours, as many as such a page needs: a third of the size."""
    with Image.open(BytesIO(picture)) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def save_film(pictures: Sequence[tuple[bytes, int]], path: Path) -> None:
    """Writes an endless GIF of pictures and the milliseconds that each is shown, all with the colours of the last."""
    images = [Image.open(BytesIO(picture)).convert("RGB") for picture, _ in pictures]
    palette = images[-1].quantize(COLOURS, dither=Image.Dither.NONE)
    first, *others = (image.quantize(palette=palette, dither=Image.Dither.NONE) for image in images)
    durations = [shown for _, shown in pictures]
    first.save(path, save_all=True, append_images=others, duration=durations, loop=0, optimize=False)


def main(names: Sequence[str]) -> None:
    """All pictures if none is named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        articles = Path(shutil.copytree(ROOT / "content" / "articles", Path(folder) / "articles"))
        take(launched(playwright), names or [FILM, *(name for name, _, _ in SHOTS)], articles, Path(folder) / "index")


if __name__ == "__main__":
    main(sys.argv[1:])
