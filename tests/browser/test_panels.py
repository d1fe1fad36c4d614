"""What stands around the chats: the bot's process, its log, faults; language, light and dark, small screens."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.support.browser.inputs import RICHEST, STARLINK
from tests.support.browser.previewing import new_context
from tests.support.browser.screen import Screen

pytestmark = pytest.mark.slow


def test_the_log_shows_what_the_bot_writes_and_a_restart(own_screen: Screen) -> None:
    log = own_screen.panel("Protokoll")
    expect(log.get_by_text("@belegbot is at work by polling")).to_have_count(1)
    own_screen.page.get_by_role("button", name="Neu starten").click()
    expect(log.get_by_text("@belegbot is at work by polling")).to_have_count(2, timeout=30_000)


def test_messages_wait_for_a_bot_that_is_stopped(own_screen: Screen) -> None:
    own_screen.start()
    own_screen.page.get_by_role("button", name="Anhalten").click()
    expect(own_screen.page.locator("#process")).to_contain_text("Der Bot ist angehalten")
    own_screen.say(RICHEST)
    expect(own_screen.bubbles).to_have_count(3)
    own_screen.page.locator("#process").get_by_role("button", name="Starten").click()
    expect(own_screen.bubbles).to_have_count(4, timeout=30_000)


def test_a_fault_of_telegrams_is_seen_and_survived(own_screen: Screen) -> None:
    own_screen.start()
    faults = own_screen.panel("Störungen")
    faults.get_by_label("Was geschieht").select_option("502")
    faults.get_by_role("button", name="Stören").click()
    expect(faults).to_contain_text("Geplant: HTML statt einer Antwort (sendMessage)")
    own_screen.say(RICHEST)
    expect(faults).to_contain_text("Alles geht gut.")


def test_telegram_can_be_cut_off_and_come_back(own_screen: Screen) -> None:
    own_screen.start()
    faults = own_screen.panel("Störungen")
    faults.get_by_role("button", name="Telegram unerreichbar machen").click()
    expect(own_screen.page.locator("#process")).to_contain_text("Telegram ist für den Bot nicht erreichbar.")
    expect(faults.get_by_role("status")).to_have_text("Telegram ist für den Bot nicht erreichbar.")
    own_screen.say(RICHEST)
    faults.get_by_role("button", name="Telegram wieder erreichbar machen").click()
    expect(own_screen.bubbles).to_have_count(4, timeout=60_000)
    expect(own_screen.last.locator("blockquote")).to_contain_text("Forbes")


def test_it_speaks_english_and_remembers(screen: Screen) -> None:
    screen.page.get_by_role("button", name="English").click()
    expect(screen.page.locator("#chat-list")).to_contain_text("Group with topics")
    expect(screen.page.locator("html")).to_have_attribute("lang", "en")
    screen.page.reload()
    expect(screen.page.locator("#chat-list")).to_contain_text("Group with topics")


def test_it_is_dark_where_the_system_is_and_by_a_switch(browser: Browser, address: str) -> None:
    context = new_context(browser, color_scheme="dark")
    screen = Screen(context.new_page(), address)
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = screen.page.evaluate(ground)
    screen.page.get_by_role("button", name="Hell").click()
    light = screen.page.evaluate(ground)
    brightness = [sum(map(int, colour[4:-1].split(","))) for colour in (dark, light)]
    assert brightness[0] < 200
    assert brightness[1] > 600
    context.close()


def test_on_a_phone_one_thing_is_shown_at_a_time(browser: Browser, address: str) -> None:
    context = new_context(browser, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    screen = Screen(context.new_page(), address)
    expect(screen.page.locator("#chat")).to_be_hidden()
    screen.open("Leserunde")
    expect(screen.page.locator("#chats")).to_be_hidden()
    screen.asks(f"/frage@belegbot {STARLINK}")
    width = screen.page.evaluate("document.documentElement.scrollWidth")
    assert width == 360  # nothing sticks out
    screen.last.locator(".meta").tap()
    expect(screen.page.locator("#draft")).to_contain_text("Antwort an Belegbot")
    screen.last.get_by_role("button", name="Warum dieses Zitat?").tap()
    expect(screen.page.get_by_role("tabpanel")).to_contain_text(STARLINK)
    screen.page.get_by_role("button", name="Schließen").tap()
    screen.page.get_by_role("button", name="Zurück zu den Chats").click()
    expect(screen.page.locator("#chats")).to_be_visible()
    context.close()


def test_an_accessibility_checker_finds_nothing(browser: Browser, address: str) -> None:
    for scheme in ("light", "dark"):
        context = new_context(browser, color_scheme=scheme, reduced_motion="reduce")
        screen = Screen(context.new_page(), address)
        if screen.page.locator("button.start").is_visible():
            _passes(screen)
            screen.start()
        screen.asks(STARLINK)
        _passes(screen)
        screen.open("Redaktion")
        screen.asks(f"/frage@belegbot {RICHEST}")
        screen.last.locator(".text").click()
        for panel in ("Warum?", "Artikel", "Protokoll", "Störungen"):
            screen.panel(panel)
            _passes(screen)
        screen.open("Familie")
        screen.field.fill("@belegbot starlink")
        expect(screen.results.first).to_be_visible()
        _passes(screen)
        context.close()


def _passes(screen: Screen) -> None:
    found = Axe().run(screen.page)
    assert found.violations_count == 0, found.generate_report()
