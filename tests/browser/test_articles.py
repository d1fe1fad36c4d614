"""Why a quote is as it is, and an own article in one step."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, JSHandle, Route, expect

from tests.support.browser.inputs import PAGE, RICHEST, STARLINK
from tests.support.browser.previewing import new_context, previewing
from tests.support.browser.screen import Screen
from tests.support.paths import ROOT

pytestmark = pytest.mark.slow

BRIDGE = "Wie lange bleibt die Brücke gesperrt?"


@pytest.fixture
def content_dir(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content" / "articles", tmp_path / "articles"))


@pytest.fixture
def editor(browser: Browser, content_dir: Path) -> Iterator[Screen]:
    """The page before a folder of articles that may be changed."""
    with previewing(content_dir) as address:
        context = new_context(browser)
        yield Screen(context.new_page(), address)
        context.close()


def made_file(screen: Screen, name: str, words: str, times: int = 1) -> JSHandle:
    """A file of these words, so many times, as somebody holds it over the page."""
    made = """([name, words, times]) => {
        const held = new DataTransfer();
        held.items.add(new File([words.repeat(times)], name));
        return held;
    }"""
    return screen.page.evaluate_handle(made, [name, words, times])


def drop(screen: Screen, file: JSHandle) -> None:
    screen.page.dispatch_event("body", "drop", {"dataTransfer": file})


def test_an_answer_is_explained(screen: Screen) -> None:
    screen.start()
    screen.tool(screen.asks(STARLINK), "Warum dieses Zitat?")
    why = screen.page.get_by_role("tabpanel")
    expect(why.locator(".asked").first).to_have_text(STARLINK)
    expect(why.locator("li.sentence .label")).to_have_text(["Starlink", "Taiwan"])
    expect(why.locator("li.passage").first).to_contain_text("Absatz 4")
    expect(why).to_contain_text("Also: eine Antwort.")
    expect(why.locator(".speakers")).to_have_count(0)  # a request to Musk is the article's own report
    why.locator(".article").scroll_into_view_if_needed()
    lit = why.locator("mark")  # the article itself is scrolled to it
    expect(lit).to_contain_text("Musk wurde einst von russischer Seite aufgefordert")
    expect(lit).to_be_in_viewport()
    screen.tool(screen.asks(RICHEST), "Warum dieses Zitat?")
    expect(why.locator(".speakers")).to_contain_text("Quellenangabe: „…, so X“ · erkannt an „so“")


def test_what_only_comes_nearest_is_explained_with_its_doubts(screen: Screen) -> None:
    screen.start()
    answer = screen.asks("Wie viele Einwohner hat Taiwan?")
    expect(answer).to_contain_text("Am ehesten dazu:")
    screen.tool(answer, "Warum dieses Zitat?")
    why = screen.page.get_by_role("tabpanel")
    expect(why.locator("li.missing .label")).to_contain_text(["Einwohner"])
    expect(why.locator(".doubt")).to_have_text("Zweifel: Gefragt ist eine Zahl, und der Satz nennt keine.")
    expect(why).to_contain_text("Also: was am ehesten dazu passt.")


def test_a_refusal_is_explained(screen: Screen) -> None:
    screen.start()
    screen.tool(screen.asks("Was kostet ein Brot in Portugal?"), "Warum dieses Zitat?")
    why = screen.page.get_by_role("tabpanel")
    expect(why.locator("li.missing .label")).to_contain_text(["Brot", "Portugal"])
    expect(why).to_contain_text("Also: keine Antwort.")


def test_a_dropped_file_is_an_article_within_seconds(editor: Screen, content_dir: Path) -> None:
    editor.start()
    files = made_file(editor, "bruecke.html", PAGE)
    editor.page.dispatch_event("body", "dragover", {"dataTransfer": files})
    expect(editor.page.locator("body")).to_have_class("drop-here")
    drop(editor, files)
    expect(editor.page.get_by_label("Titel")).to_have_value("Die Brücke bleibt bis Mai gesperrt")
    expect(editor.page.get_by_label("Text", exact=True)).not_to_have_value("Startseite")
    editor.page.get_by_label("Beispielfragen").fill(BRIDGE)
    editor.page.get_by_role("button", name="Artikel anlegen").click()
    expect(editor.page.locator(".done")).to_contain_text("die-bruecke-bleibt-bis-mai-gesperrt.md")
    expect(editor.panel("Protokoll")).to_contain_text("die-bruecke-bleibt-bis-mai-gesperrt added")
    answer = editor.asks(BRIDGE)
    expect(answer.locator("blockquote")).to_contain_text("bis Mai über die Neustadt geleitet")
    assert BRIDGE in (content_dir / "die-bruecke-bleibt-bis-mai-gesperrt.md").read_text("utf-8")


def test_what_is_dropped_is_being_read_at_once(screen: Screen) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    screen.page.route("**/draft?*", hold)
    drop(screen, made_file(screen, "lang.txt", "Die Brücke ist zu. ", times=50_000))
    reading = screen.page.get_by_role("tabpanel").get_by_role("status")
    expect(reading).to_have_text("lang.txt wird gelesen …")
    expect(reading.get_by_role("progressbar")).to_be_visible()
    held[0].continue_()
    expect(screen.page.get_by_label("Text", exact=True)).to_have_value(re.compile("^Die Brücke ist zu. Die Brücke"))
    screen.page.get_by_role("button", name="Abbrechen").click()


@pytest.mark.parametrize(
    ("megabytes", "refusal"),
    [
        (3, "Der Artikel hat 3,1 MB, mehr als 2 MB; teile ihn in mehrere auf, oder setze LARGEST_ARTICLE (in MB)."),
        (21, "die Datei hat mehr als 20 MB; ein Artikel ist ein Text"),
    ],
)
def test_a_text_that_is_too_large_is_refused(screen: Screen, megabytes: int, refusal: str) -> None:
    drop(screen, made_file(screen, "lang.txt", "Wort ", times=megabytes * 200_000))
    expect(screen.page.locator(".toast", has_text=refusal)).to_be_visible()
    expect(screen.page.locator("#reading")).to_have_count(0)
    expect(screen.page.get_by_label("Datei wählen")).to_be_visible()
    screen.complaints.clear()  # the browser's own line about the answer


def test_what_is_no_article_is_refused_in_the_language_of_the_page(screen: Screen) -> None:
    files = [{"name": "bruecke.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}]
    screen.panel("Artikel")
    screen.page.locator("#file").set_input_files(files)  # type: ignore[arg-type]  # a FilePayload in all but name
    refusal = "bruecke.pdf: das ist kein Text, sondern ein PDF; speichere den Text als .txt-Datei in UTF-8"
    expect(screen.page.locator(".toast")).to_have_text(refusal)
    screen.complaints.clear()  # the browser's own line about the answer 409


def test_a_broken_file_is_told_and_the_last_good_state_answers(editor: Screen, content_dir: Path) -> None:
    editor.start()
    broken = content_dir / "kaputt.md"
    broken.write_text("---\ntitel: Ohne Titel\n---\n\nText.\n", "utf-8")
    warning = editor.page.locator("#process .warning")
    expect(warning).to_contain_text("kaputt.md:2", timeout=10_000)
    expect(editor.asks(RICHEST).locator("blockquote")).to_contain_text("Forbes")
    # It starts without the broken file, and the page says which that is.
    editor.page.get_by_role("button", name="Neu starten").click()
    expect(editor.page.locator("#process.running")).to_be_visible(timeout=30_000)
    expect(warning).to_contain_text("kaputt.md:2", timeout=10_000)
    broken.unlink()
    expect(editor.asks(RICHEST).locator("blockquote")).to_contain_text("Forbes")


def test_a_mended_file_is_taken_up_again(editor: Screen, content_dir: Path) -> None:
    broken = content_dir / "kaputt.md"
    broken.write_text("---\ntitel: Ohne Titel\n---\n\nText.\n", "utf-8")
    warning = editor.page.locator("#process .warning")
    expect(warning).to_contain_text("kaputt.md:2")
    broken.unlink()
    expect(warning).to_have_count(0)
