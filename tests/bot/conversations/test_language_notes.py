"""The note that a quote is in the article's language: wherever it is shown to somebody who asked in another one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.articles.library import Library
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import UserRequest
from bot.incoming.commands import Command
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from bot.simulator import BotAccount, Message, Person, Telegram, TelegramServer
from content import Article
from tests.support.bot.articles import ARCHIVE
from tests.support.bot.dialogues import Dialogue, answered, by_the_bot, changed, label, shown
from tests.support.bot.incoming import ME
from tests.support.bot.replies import read_back
from tests.support.bot.replying import reply_of
from tests.support.bot.running_bot import running, settings_for

NOTE = "The quote is in German, the language of the article."
BOTH = "The quotes are in German, the language of the articles."
# With German words, by which they are found without an encoder.
ONE_ARTICLE = "Who bezahlt the Reparatur of the gesperrt Brücke?"
TWO_QUESTIONS = "Who bezahlt the Reparatur? And how is the Verkehr geleitet?"
TWO_ARTICLES = "What happens on the Lahn?"


@pytest.fixture(scope="module")
def bot(world: TelegramServer, telegram: Telegram) -> Iterator[BotAccount]:
    """A running bot with German articles."""
    account = telegram.new_bot("NoteBot", name="Notiz")
    account.supports_inline_queries = account.supports_guest_queries = True
    with running(settings_for(world, account), ARCHIVE):
        yield account


@pytest.fixture
def dialogue(telegram: Telegram, bot: BotAccount, anna: Person) -> Dialogue:
    dialogue = Dialogue.opened_by(anna, telegram, bot)
    dialogue.reply()
    return dialogue


def notes(message: Message) -> list[str]:
    """The lines of the message that tell which language a quote is in."""
    return [line for line in message.text.splitlines() if "language of the" in line or "Sprache de" in line]


def signs(message: Message) -> str:
    """What stands on the buttons under the message."""
    return " ".join(button.text for button in message.buttons)


def turned(telegram: Telegram, person: Person, message: Message, sign: str) -> list[Message]:
    """The message after each tap on the button with this sign, until it has none. "More (2)" leads on, too."""
    signs_of = {"▶": ("(", "▶"), "◀": ("◀",)}
    views = []
    while onward := next((each for each in signs_of[sign] if each in signs(message)), ""):
        person.taps(message, label(message, onward))
        message = changed(telegram, message)
        views.append(message)
    return views


def test_it_stays_while_pages_are_turned(telegram: Telegram, dialogue: Dialogue, anna: Person) -> None:
    anna.says(dialogue.chat, ONE_ARTICLE)
    answer = dialogue.reply()
    on = turned(telegram, anna, answer, "▶")
    back = turned(telegram, anna, on[-1], "◀")
    assert len(on) == len(back) == 2
    for view in (answer, *on, *back):
        assert notes(view) == [NOTE]
        assert view.text.endswith(f"\n{NOTE}")
    assert shown(back[-1]) == shown(answer)


def test_it_stands_under_two_voices_and_under_the_context_of_each(
    telegram: Telegram, dialogue: Dialogue, anna: Person
) -> None:
    anna.says(dialogue.chat, TWO_ARTICLES)
    answer = dialogue.reply()
    assert notes(answer) == [BOTH]
    anna.taps(answer, "Context 2")
    context = changed(telegram, answer)
    assert notes(context) == [NOTE]
    anna.taps(context, "Back to the quote")
    assert shown(changed(telegram, context)) == shown(answer)
    on = turned(telegram, anna, answer, "▶")
    assert [notes(view) for view in on] == [[NOTE]]
    assert [notes(view) for view in turned(telegram, anna, on[-1], "◀")][-1] == [BOTH]


def test_it_stands_once_under_two_quotes_of_one_article(dialogue: Dialogue, anna: Person) -> None:
    anna.says(dialogue.chat, TWO_QUESTIONS)
    assert notes(dialogue.reply()) == ["The quotes are in German, the language of the article."]


def test_what_follows_on_a_quote_goes_by_the_language_that_it_is_asked_in(
    telegram: Telegram, dialogue: Dialogue, anna: Person
) -> None:
    anna.says(dialogue.chat, ONE_ARTICLE)
    answer = dialogue.reply()
    for words, note in (("What else?", [NOTE]), ("Was noch?", []), ("How long?", [NOTE])):
        anna.says(dialogue.chat, words, reply_to=answer)
        reply = dialogue.reply()
        assert notes(reply) == note
        views = turned(telegram, anna, reply, "▶")
        assert views or words == "How long?", "the only quote"
        assert all(notes(view) == note for view in views)


def test_more_of_a_voice_is_noted_for_who_asks_in_another_language() -> None:
    text = "Jo Amari sagte, die Brücke sei alt.\n\nDer Turm ist hoch.\n\nJo Amari sagte, der Turm sei neu."
    article = Article.from_text(text, title="Brücke", language="de")
    conversation = Conversation(Library([article]), Catalogue(), InterfaceLanguage.GERMAN)
    listed = reply_of(conversation, UserRequest(Command.SOURCES, ""), ME, "de")
    passage = conversation.reply_to_callback(listed.buttons[0][0].data or "", "de")
    assert passage is not None
    last_lines = [
        reply_of(conversation, UserRequest(None, words, answer=read_back(passage)), ME, "de").text.text.splitlines()[-1]
        for words in ("What else?", "Was noch?")
    ]
    assert last_lines == [NOTE, "laut Jo Amari · Absatz 3"]


def test_a_question_in_the_articles_language_is_never_noted(
    telegram: Telegram, bot: BotAccount, ben: Person, anna: Person
) -> None:
    for person in (anna, ben):  # a German and an English client
        dialogue = Dialogue.opened_by(person, telegram, bot)
        dialogue.reply()
        for words in ("Wie lange bleibt die Brücke über die Lahn gesperrt?", "Wer bezahlt die Reparatur der Brücke?"):
            person.says(dialogue.chat, words)
            answer = dialogue.reply()
            assert "❝" in shown(answer)
            views = (answer, *turned(telegram, person, answer, "▶"))
            assert [note for view in views for note in notes(view)] == []


def test_it_goes_out_with_inline_results(telegram: Telegram, bot: BotAccount, anna: Person, ben: Person) -> None:
    elsewhere = telegram.new_group("Anderswo", [anna, ben])
    for words, note in ((ONE_ARTICLE, [NOTE]), ("reparatur bezahlt", [])):
        query = anna.queries(bot, words)
        answered(telegram, query)
        assert notes(anna.chooses(query, query.results[0], elsewhere)) == note


def test_a_guests_answer_keeps_it_while_pages_are_turned(
    telegram: Telegram, bot: BotAccount, anna: Person, ben: Person
) -> None:
    elsewhere = telegram.new_group("Anderswo", [anna, ben])
    anna.says(elsewhere, f"@{bot.username} {ONE_ARTICLE}")
    answer = telegram.wait_for(lambda: by_the_bot(elsewhere, bot))[0]
    assert notes(answer) == [NOTE]
    on = turned(telegram, ben, answer, "▶")
    assert [notes(view) for view in on] == [[NOTE], [NOTE]]
