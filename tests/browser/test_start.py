"""The page as it opens, before anybody has written."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browser.previewing import new_context
from tests.support.browser.screen import Screen

pytestmark = pytest.mark.slow


def test_the_panel_is_closed_and_its_button_says_what_it_is(screen: Screen) -> None:
    button = screen.page.get_by_role("button", name="Werkzeuge", exact=True)
    expect(screen.page.locator("#panel")).to_be_hidden()
    expect(button).to_have_text("Werkzeuge")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(screen.page.get_by_role("tab", name="Warum?")).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    expect(screen.page.locator("#panel")).to_be_hidden()


def test_the_start_button_stands_where_the_text_field_will_be(own_screen: Screen) -> None:
    expect(own_screen.field).to_have_count(0)
    expect(own_screen.page.locator("#composer")).to_have_text("Starten")
    own_screen.start()
    expect(own_screen.field).to_be_visible()
    expect(own_screen.page.locator("button.start")).to_have_count(0)


LANGUAGES = {
    "de-DE": ("Anna", "Was kann dieser Bot?", "Ich beantworte Fragen", "Starten"),
    "en-GB": ("Ben", "What can this bot do?", "I answer questions", "Start"),
}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_start_screen_is_in_one_language(browser: Browser, own_address: str, locale: str) -> None:
    context = new_context(browser, locale=locale)
    screen = Screen(context.new_page(), own_address)
    expect_language(screen, locale)
    # The other one's Telegram is in another language, and so is their start screen.
    other = next(name for name in LANGUAGES if name != locale)
    screen.speak_as(LANGUAGES[other][0])
    expect_language(screen, other)
    context.close()


def test_another_language_of_the_page_is_one_of_the_start_screen_too(browser: Browser, own_address: str) -> None:
    context = new_context(browser)
    screen = Screen(context.new_page(), own_address)
    screen.page.get_by_role("button", name="English").click()
    expect_language(screen, "en-GB")
    context.close()


def expect_language(screen: Screen, locale: str) -> None:
    person, heading, description, start = LANGUAGES[locale]
    expect(screen.page.locator("#speak-as option:checked")).to_contain_text(person)
    about = screen.page.locator("#about")
    expect(about.get_by_role("heading")).to_have_text(heading)
    expect(about).to_contain_text(description)
    expect(screen.page.locator("button.start")).to_have_text(start)


def test_the_text_field_is_whole_on_a_narrow_page(browser: Browser, own_address: str) -> None:
    context = new_context(browser, viewport={"width": 440, "height": 600})
    screen = Screen(context.new_page(), own_address)
    screen.open("Leserunde")
    box = screen.field.bounding_box()
    assert box
    assert box["height"] >= 36
    assert screen.field.evaluate("field => field.scrollHeight <= field.clientHeight")
    context.close()


def test_long_buttons_stay_within_a_narrow_chat(browser: Browser, own_address: str) -> None:
    context = new_context(browser, viewport={"width": 390, "height": 760})
    screen = Screen(context.new_page(), own_address)
    screen.open("Belegbot")
    screen.start()
    keyboard = screen.last.locator(".keyboard").bounding_box()
    chat = screen.page.locator("#scroll").bounding_box()
    assert keyboard
    assert chat
    assert keyboard["x"] + keyboard["width"] <= chat["x"] + chat["width"]
    context.close()
