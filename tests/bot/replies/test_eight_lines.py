"""What is not an answer is read on a phone: at most eight lines before the first button, and true where it stands."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest

from bot.articles.library import Library
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import BotIdentity, UserRequest
from bot.incoming.commands import Command
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from content import load_articles
from retrieval import WORDS_ALONE, Retriever
from tests.support.bot.articles import ARCHIVE, BRIDGE
from tests.support.bot.replying import reply_of
from tests.support.paths import ARTICLES

# So many letters a line has on a screen of 390 pixels, about.
_WIDTH = 40
_LINES = 8

LIBRARIES = {"shipped": load_articles(ARTICLES), "one": [BRIDGE], "many": ARCHIVE}
CONVERSATIONS = {
    name: Conversation(Library(Retriever(articles, WORDS_ALONE)), Catalogue(), InterfaceLanguage.GERMAN)
    for name, articles in LIBRARIES.items()
}
ME, HEARS_ALL = BotIdentity(1, "belegbot"), BotIdentity(1, "belegbot", hears_all=True)


def told(command: Command, library: str = "one", *, me: BotIdentity = ME, in_group: bool = False) -> str:
    request = UserRequest(command, "", command_name=command.names[0])
    return reply_of(CONVERSATIONS[library], request, me, "de", in_group=in_group).text.text


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("in_group", [False, True])
@pytest.mark.parametrize("command", [each for each in Command if each is not Command.ASK])
def test_it_is_eight_lines_at_most(command: Command, library: str, language: str, *, in_group: bool) -> None:
    name = command.names[0 if language == "de" else -1]
    for me in (ME, HEARS_ALL):
        request = UserRequest(command, "", command_name=name)
        text = reply_of(CONVERSATIONS[library], request, me, language, in_group=in_group).text.text
        assert lines_of(text) <= _LINES, text


def lines_of(text: str) -> int:
    return sum(len(textwrap.wrap(line, _WIDTH)) for line in text.splitlines())


@pytest.mark.parametrize("words", ["worum gehts hier", "Wer hat das geschrieben?"])
def test_a_list_of_articles_to_choose_from_is_no_longer(words: str) -> None:
    long = [replace(article, title=f"{article.title}, und warum das alle überrascht hat") for article in ARCHIVE]
    conversation = Conversation(Library(Retriever(long, WORDS_ALONE)), Catalogue(), InterfaceLanguage.GERMAN)
    text = reply_of(conversation, UserRequest(None, words), ME, "de").text.text
    assert lines_of(text) <= _LINES, text


def test_help_is_that_of_the_chat() -> None:
    assert "ganz ohne Befehl" in told(Command.HELP)
    assert "ganz ohne Befehl" not in told(Command.HELP, in_group=True)
    assert "Nur @belegbot zu schreiben, erreicht mich nicht immer." in told(Command.HELP, in_group=True)
    assert "Auch mit @belegbot in einer Nachricht." in told(Command.HELP, me=HEARS_ALL, in_group=True)
    assert "Liste; mit Wörtern: Suche" in told(Command.HELP, "many")


def test_a_group_is_greeted_with_how_to_reach_the_bot_there() -> None:
    assert told(Command.START).endswith("\nFrag einfach los, zum Beispiel:")
    assert told(Command.START, in_group=True).endswith("\nFragt mit /frage@belegbot, zum Beispiel:")


def test_what_is_kept_is_that_of_the_chat() -> None:
    assert "Sonst nichts aus der Gruppe" in told(Command.PRIVACY, in_group=True)
    assert "Sonst nichts aus der Gruppe" not in told(Command.PRIVACY)
    assert "welchen Artikel der Chat gewählt hat" in told(Command.PRIVACY, "many")
    assert "welchen Artikel" not in told(Command.PRIVACY)
