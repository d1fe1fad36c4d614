"""The chats: what people do in them, and what they see of the bot."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser.inputs import RICHEST, STARLINK
from tests.support.browser.screen import Screen

pytestmark = pytest.mark.slow


def test_a_private_chat(screen: Screen) -> None:
    screen.speak_as("Cem")
    expect(screen.page.locator("#about")).to_contain_text("Was kann dieser Bot?")
    expect(screen.page.locator("#about")).to_contain_text("Ich beantworte Fragen zu einem Artikel")
    screen.start()
    expect(screen.last).to_contain_text("Ich beantworte Fragen zu diesem Artikel")
    answer = screen.asks(STARLINK)
    expect(answer.locator("blockquote")).to_contain_text("Musk wurde einst von russischer Seite aufgefordert")
    expect(answer.locator("blockquote strong")).to_have_text(["Starlink", "Taiwan", "Taiwan"])
    expect(answer).to_contain_text("Absatz 4")
    expect(answer).not_to_contain_text("laut")


def test_buttons_page_in_place_and_keep_the_focus(screen: Screen) -> None:
    screen.start()
    answer = screen.asks(RICHEST)
    count = screen.bubbles.count()
    screen.tap("Kontext")
    expect(answer.locator("blockquote u").first).to_be_visible()
    expect(answer).to_contain_text("bearbeitet")
    back = answer.get_by_role("button", name="Zurück zum Zitat")
    expect(back).to_be_focused()
    screen.page.keyboard.press("Enter")
    expect(answer.locator("blockquote strong").first).to_be_visible()
    expect(screen.bubbles).to_have_count(count)


def test_a_sample_question_is_one_tap_away(screen: Screen) -> None:
    screen.start()
    greeting = screen.bubbles.nth(1)
    greeting.get_by_role("button", name="Was hat Trump versprochen?").click()
    expect(screen.last.locator("blockquote")).to_contain_text("Leitung eines Ausschusses")


def test_copying_copies(screen: Screen) -> None:
    screen.start()
    screen.asks(STARLINK)
    screen.tap("Kopieren")
    expect(screen.page.locator(".toast")).to_have_text("In die Zwischenablage kopiert")
    assert "Absatz 4" in screen.page.evaluate("navigator.clipboard.readText()")


def test_commands_come_from_the_menu_of_the_chat_and_the_language(screen: Screen) -> None:
    screen.start()
    screen.page.get_by_role("button", name="Menü").click()
    names = ("artikel", "quellen", "pruefen", "hilfe", "daten")
    expect(screen.results).to_have_text([re.compile(f"^/{name}") for name in names])
    screen.results.first.click()
    expect(screen.last).to_contain_text("Herkunft")
    screen.speak_as("Ben")
    screen.start()
    screen.field.press_sequentially("/ar")
    expect(screen.results).to_have_count(1)
    expect(screen.results).to_contain_text("/article")
    screen.field.press("ArrowDown")
    screen.field.press("Enter")
    expect(screen.last).to_contain_text("Source")


def test_in_a_group_it_answers_whoever_means_it(screen: Screen) -> None:
    screen.open("Leserunde")
    expect(screen.bubbles.first).to_contain_text("So fragt ihr")
    count = screen.bubbles.count()
    screen.say("Heute Abend jemand Lust auf Kino?")
    screen.speak_as("Ben")
    screen.say("What did Trump promise?")
    screen.speak_as("Anna")
    answer = screen.asks(f"/frage@belegbot {RICHEST}")
    expect(answer.locator(".replied")).to_contain_text("Anna")
    expect(answer.locator("blockquote")).to_contain_text("Forbes")
    # Nothing came between: those were not meant for it.
    expect(screen.bubbles).to_have_count(count + 4)


def test_tapping_a_message_replies_to_it(screen: Screen) -> None:
    screen.open("Leserunde")
    expect(screen.bubbles.first).to_contain_text("So fragt ihr")
    screen.speak_as("Cem")
    screen.say("Der Musk redet doch ständig mit Putin")
    screen.speak_as("Anna")
    screen.last.locator(".text").click()
    expect(screen.page.locator("#draft")).to_contain_text("Antwort an Cem")
    answer = screen.asks("/frage@belegbot")
    expect(answer.locator("blockquote")).to_contain_text("in Kontakt gestanden")


def test_an_edited_question_edits_its_answer_and_a_deleted_message_is_gone(screen: Screen) -> None:
    screen.start()
    answer = screen.asks(STARLINK)
    count = screen.bubbles.count()
    question = screen.bubbles.nth(count - 2)
    screen.tool(question, "Bearbeiten")
    expect(screen.field).to_have_value(STARLINK)
    screen.send(RICHEST)
    expect(answer.locator("blockquote")).to_contain_text("Forbes")
    screen.tool(question, "Löschen")
    expect(screen.bubbles).to_have_count(count - 1)


def test_privacy_mode_decides_what_reaches_it(screen: Screen) -> None:
    screen.open("Leserunde")
    box = screen.page.get_by_role("checkbox", name="Datenschutzmodus")
    expect(box).to_be_checked()
    count = screen.bubbles.count()
    screen.say("Heute Abend jemand Lust auf Kino?")
    expect(screen.last).to_contain_text("hat den Bot nicht erreicht")
    box.uncheck()
    screen.say("Oder morgen?")
    expect(screen.last).to_contain_text("hat den Bot erreicht")
    expect(screen.bubbles).to_have_count(count + 2)  # it hears, and is silent
    box.check()


def test_topics_are_chats_of_their_own(screen: Screen) -> None:
    screen.open("Redaktion")
    screen.page.get_by_role("button", name="Technik").click()
    answer = screen.asks(f"/frage@belegbot {STARLINK}")
    expect(answer.locator("blockquote")).to_be_visible()
    screen.page.get_by_role("button", name="Außenpolitik").click()
    expect(screen.bubbles).to_have_count(0)


def test_inline_mode_lists_and_sends(screen: Screen) -> None:
    screen.open("Familie")
    screen.field.press_sequentially("@belegbot starlink taiwan")
    expect(screen.results.first).to_contain_text("Musk wurde einst von russischer Seite aufgefordert")
    screen.results.first.click()
    expect(screen.last).to_contain_text("über @belegbot")
    expect(screen.last.locator("blockquote")).to_be_visible()
    expect(screen.field).to_have_value("")
    expect(screen.results).to_have_count(0)


def test_a_guest_answers_where_it_is_no_member(screen: Screen) -> None:
    screen.open("Nachbarschaft")
    screen.page.locator(".chip").click()
    expect(screen.field).to_have_value(f"@belegbot {STARLINK}")
    screen.field.press("Enter")
    expect(screen.last.locator("blockquote")).to_be_visible()
    expect(screen.last.locator(".name").first).to_contain_text("Belegbot")


def test_what_people_write_is_never_markup(screen: Screen) -> None:
    page: Page = screen.page
    screen.open("Familie")
    screen.say('<img src=x onerror="document.title=1"><b>fett</b>')
    expect(screen.last.locator(".text")).to_contain_text('<img src=x onerror="document.title=1"><b>fett</b>')
    expect(screen.last.locator("img, b")).to_have_count(0)
    assert page.title() == "Belegbot"
