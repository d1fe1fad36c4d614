"""Articles found by words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles.article_search import find_articles, newest_articles
from bot.articles.library import Library
from bot.callback.callback_data import LONGEST_SEARCH
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import BotIdentity, UserRequest
from bot.incoming.commands import Command
from bot.messages.formatting import utf16_length
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from content import Article
from retrieval import WORDS_ALONE, Retriever
from tests.support.bot.articles import ARCHIVE, BRIDGE, CLUBS, LATER, POOL
from tests.support.bot.replies import read_back
from tests.support.bot.replying import reply_of
from tests.support.retrieval.fake_encoder import FakeEncoder

RETRIEVER = Retriever(ARCHIVE, WORDS_ALONE)
CONVERSATION = Conversation(Library(RETRIEVER), Catalogue(), InterfaceLanguage.GERMAN)
ME = BotIdentity(1, "belegbot")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Fechner", [BRIDGE]),
        ("jo amari stadtbote", [BRIDGE]),
        ("brucke", [LATER, BRIDGE]),
        ("Bruecke 2024", [BRIDGE]),
        ("freibad", [POOL]),
        ("Verkehr Neustadt", [BRIDGE]),
        ("Aufzüge Bahnhof", [LATER]),
        ("der Aufzug am Bahnhof", [LATER]),
        ("Aufzüge Freibad", []),
        ("Verein feiert", [*reversed(CLUBS)]),
        ("7. Verein", [CLUBS[6]]),
        ("Quastenflosser", []),
        ("xyzzy", []),
        ("?!", []),
    ],
)
def test_what_is_known_of_an_article_and_what_it_says(words: str, found: list[Article]) -> None:
    assert list(find_articles(words, RETRIEVER)) == found


def test_what_means_something_similar_is_not_what_is_looked_for() -> None:
    retriever = Retriever(ARCHIVE, FakeEncoder(synonyms={"Quastenflosser": "Aufzüge"}))
    assert retriever.search("Quastenflosser"), "by meaning"
    assert list(find_articles("Quastenflosser", retriever)) == []
    assert list(find_articles("Aufzüge Bahnhof", retriever)) == [LATER]


def test_the_newest_are_first_and_the_undated_last() -> None:
    undated = replace(BRIDGE, published=None, slug="ohne")
    assert list(newest_articles([undated, *ARCHIVE])) == [POOL, LATER, BRIDGE, *reversed(CLUBS), undated]


@pytest.mark.parametrize(
    "words", ["Verein", "verein " * 12, "e @anna.example.org e /start e #eee e " * 2, "e " * 300, "e:e"]
)
def test_pages_are_turned_however_long_the_words_are(words: str) -> None:
    others = [replace(BRIDGE, slug=str(at), title=f"Verein {words} {at}") for at in range(20)]
    conversation = Conversation(Library(others), Catalogue(), InterfaceLanguage.GERMAN)
    first = reply_of(conversation, UserRequest(Command.ARTICLE, words), ME, "de")
    turn = first.buttons[-1][-1].data or ""
    second = conversation.reply_to_callback(turn, "de", read_back(first), me=ME)
    assert second is not None
    assert first.text.text.startswith("20 Artikel zu")
    assert second.text.text.splitlines()[0] == first.text.text.splitlines()[0].replace("(1–6)", "(7–12)")
    back = conversation.reply_to_callback(second.buttons[-1][0].data or "", "de", read_back(second), me=ME)
    assert back is not None
    assert back.text == first.text


def test_a_page_that_is_no_longer_there_is_the_last_one() -> None:
    reply = CONVERSATION.reply_to_callback("list:99999999999:", "de")
    assert reply is not None
    assert reply.text.text.startswith("10 Artikel, die neuesten zuerst (7–10):")


@pytest.mark.slow
@settings(max_examples=25)  # each builds the index of a library
@given(st.text(max_size=400), st.text(min_size=1, max_size=400), st.booleans())
def test_any_words_and_any_titles_make_a_message_that_telegram_takes(words: str, title: str, in_group: bool) -> None:
    odd = [replace(BRIDGE, slug=str(at), title=title + "x", publisher=title, authors=(title,)) for at in range(9)]
    conversation = Conversation(Library(odd), Catalogue(), InterfaceLanguage.GERMAN)
    for asked in (words, "", title):
        reply = reply_of(conversation, UserRequest(Command.ARTICLE, asked), ME, "en", in_group=in_group)
        assert utf16_length(reply.text.text) <= 4096
        data = [button.data or "" for row in reply.buttons for button in row]
        assert all(len(each.encode()) <= 64 for each in data)
        for each in data:
            tapped = conversation.reply_to_callback(each, "en", read_back(reply), me=ME)
            assert tapped is not None
            assert all(len(button.copy_text or "") <= 256 for row in tapped.buttons for button in row)


def test_words_are_cut_at_what_a_heading_has_room_for() -> None:
    reply = reply_of(CONVERSATION, UserRequest(Command.ARTICLE, "q" * 5000), ME, "de")
    assert reply.text.text == f"Zu „{'q' * LONGEST_SEARCH}“ finde ich keinen Artikel."


def test_of_very_many_articles_who_is_quoted_is_told_one_by_one() -> None:
    many = [replace(POOL, slug=str(at), title=f"Bad {at}") for at in range(21)]
    conversation = Conversation(Library(many), Catalogue(), InterfaceLanguage.GERMAN)
    listed = reply_of(conversation, UserRequest(Command.SOURCES, ""), ME, "de")
    assert listed.text.text.startswith("Wer zu Wort kommt, zeige ich je Artikel. Wähle einen:\n1. „Bad 0“")
    view = conversation.reply_to_callback(listed.buttons[0][0].data or "", "de", me=ME)
    assert view is not None
    labelled = {button.label: button.data or "" for row in view.buttons for button in row}
    heard = conversation.reply_to_callback(labelled["Wer zu Wort kommt"], "de", me=ME)
    assert heard is not None
    assert heard.text.text == "Wer im Artikel zu Wort kommt:\n• Jens Holt: 1 Stelle"
    settled = reply_of(conversation, UserRequest(Command.SOURCES, ""), ME, "de", scope=conversation.scope_of("3"))
    assert settled.text.text == heard.text.text
    assert conversation.reply_to_callback("voices", "de") is None, "from when there were few"


@pytest.mark.parametrize("words", ["", "Verein"])
@pytest.mark.parametrize(("code", "other"), [("de", "en"), ("en", "de")])
def test_a_list_in_a_group_keeps_its_language_whoever_taps(words: str, code: str, other: str) -> None:
    listed = reply_of(CONVERSATION, UserRequest(Command.ARTICLE, words), ME, code)
    tap = next(button.data for row in listed.buttons for button in row if button.data)
    turned, in_own = (CONVERSATION.reply_to_callback(tap, each, read_back(listed), me=ME) for each in (other, code))
    assert turned is not None
    assert turned == in_own
