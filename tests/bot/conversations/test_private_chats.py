"""What happens in a private chat, over HTTP, by polling and by webhook."""

import json
from collections.abc import Mapping
from typing import Literal

import pytest

from bot.simulator import BotAccount, Person, PrivateChat, Telegram
from tests.support.bot.dialogues import Dialogue, shown
from tests.support.bot.quotations import PAYING, REFUSED_IN_PRIVATE, TITLE

ASK = "Was möchtest du wissen? Stell mir eine Frage zum Artikel, zum Beispiel:"
HELLO = "Hallo! Frag mich etwas zum Artikel."


@pytest.fixture
def dialogue(telegram: Telegram, account: BotAccount, private: PrivateChat) -> Dialogue:
    return Dialogue(telegram, account, private)


def test_the_greeting_names_the_article_and_offers_questions(private: PrivateChat) -> None:
    greeting = private.messages[-1]
    assert shown(greeting) == (
        "Ich beantworte Fragen zu diesem Artikel, immer mit Zitaten daraus:\n"
        "**[„Die Brücke bleibt bis Mai gesperrt“](https://example.org/bruecke)**\n"
        "Frag einfach los, zum Beispiel:"
    )
    assert [button.text for button in greeting.buttons] == [
        "Wie lange bleibt die Brücke gesperrt?",
        "Wer bezahlt die Reparatur?",
    ]


def test_a_tap_on_a_sample_question_answers_it(dialogue: Dialogue, anna: Person, private: PrivateChat) -> None:
    query = anna.taps(private.messages[-1], "Wer bezahlt die Reparatur?")
    assert shown(dialogue.reply()) == f"**Wer bezahlt die Reparatur?**\n{PAYING}"
    dialogue.assert_silent(anna)
    assert query.answer is not None, "the button would go on spinning"


def test_every_text_is_a_question(dialogue: Dialogue, anna: Person) -> None:
    dialogue.assert_answers(
        anna,
        [
            ("Wer bezahlt die Reparatur?", PAYING),
            ("/frage Wer bezahlt die Reparatur?", PAYING),
            ("/ask Wer bezahlt die Reparatur?", PAYING),
        ],
    )


def test_typos_are_forgiven(dialogue: Dialogue, anna: Person) -> None:
    anna.says(dialogue.chat, "wer bezalt die repratur")
    assert dialogue.reply().text.startswith("Die Reparatur bezahlt zur Hälfte das Land.")


def test_signs_that_mean_something_elsewhere_are_quoted_as_they_stand(dialogue: Dialogue, anna: Person) -> None:
    quoted = "Busse der **Linie** **7** <& _neu_> fahren nicht zum Bahnhof 🚌."
    dialogue.assert_answers(anna, [("Was ist mit Linie 7?", f"❝ {quoted} ❞\nAbsatz 3")])


def test_a_question_that_the_article_does_not_answer_is_refused(dialogue: Dialogue, anna: Person) -> None:
    dialogue.assert_answers(anna, [("Welche Farbe haben Elefanten?", REFUSED_IN_PRIVATE)])


@pytest.mark.parametrize(
    ("words", "said", "buttons"),
    [
        ("/frage", ASK, 2),
        ("Hallo!", HELLO, 2),
        ("Guten Morgen zusammen", HELLO, 2),
        ("Danke dir", "Gern!", 0),
        ("👍", "Gern!", 0),
        ("🇩🇪🇩🇪", "Frag mich gern etwas zum Artikel.", 0),
        ("…", "Frag mich gern etwas zum Artikel.", 0),
    ],
)
def test_what_asks_about_nothing_gets_help_or_a_line_and_no_quote(
    dialogue: Dialogue, anna: Person, words: str, said: str, buttons: int
) -> None:
    anna.says(dialogue.chat, words)
    reply = dialogue.reply()
    assert shown(reply) == said
    assert len(reply.buttons) == buttons
    dialogue.assert_silent(anna)


def test_help_tells_how_to_ask(dialogue: Dialogue, anna: Person, account: BotAccount) -> None:
    anna.says(dialogue.chat, "/hilfe")
    help_text = shown(dialogue.reply())
    assert f"In Gruppen: /frage@{account.username}" in help_text
    assert "/artikel: worum es geht" in help_text
    anna.says(dialogue.chat, "/nonsense")
    assert shown(dialogue.reply()) == help_text


def test_the_article_is_described_by_what_is_known(dialogue: Dialogue, anna: Person) -> None:
    anna.says(dialogue.chat, "/artikel")
    reply = dialogue.reply()
    assert shown(reply) == (
        f"**{TITLE}**\n"
        "Herkunft: Der Stadtbote · von Ida Fechner, Jo Amari · 25.10.2024\n"
        "Gliederung:\n"
        "• Umleitung (ab Absatz 3)"
    )
    assert [(b.text, b.url) for b in reply.buttons if b.url] == [("Zum Artikel", "https://example.org/bruecke")]


def test_the_bot_speaks_the_askers_language_and_quotes_the_articles(
    telegram: Telegram, account: BotAccount, ben: Person
) -> None:
    dialogue = Dialogue.opened_by(ben, telegram, account)
    assert shown(dialogue.reply()).startswith("I answer questions about this article")
    quoted = PAYING.split("\n", maxsplit=1)[0]
    dialogue.assert_answers(ben, [("Reparatur bezahlt", f"{quoted}\nparagraph 2")])


def test_a_person_without_language_gets_that_of_the_settings(telegram: Telegram, account: BotAccount) -> None:
    somebody = telegram.new_person("Somebody")
    dialogue = Dialogue.opened_by(somebody, telegram, account)
    assert shown(dialogue.reply()).startswith("Ich beantworte Fragen")


def test_edits_are_not_asked_again(dialogue: Dialogue, anna: Person) -> None:
    said = anna.says(dialogue.chat, "Wer bezahlt die Reparatur?")
    assert shown(dialogue.reply()) == PAYING
    anna.edits(said, "Wer bezahlt die Reparatur??")
    dialogue.assert_silent(anna)


def test_menus_and_descriptions_are_set_in_both_languages(telegram: Telegram, account: BotAccount) -> None:
    set_up = [request for request in telegram.requests if request.bot == account.username]
    commands = [request.parameters for request in set_up if request.method == "setMyCommands"]
    assert {(c.get("language_code", ""), "group" in c["scope"]) for c in commands} == {
        ("", False),
        ("", True),
        ("de", False),
        ("de", True),
    }
    for one in commands:
        german, in_groups = one.get("language_code") == "de", "group" in one["scope"]
        assert ('"artikel"' in one["commands"]) is german
        assert ('"frage"' in one["commands"] or '"ask"' in one["commands"]) is in_groups
        assert ('"datenschutz"' in one["commands"] or '"privacy"' in one["commands"]) is not in_groups
        assert ("Worum es geht und woher es stammt" in _described(one)) is german
    for method in ("setMyDescription", "setMyShortDescription"):
        assert [r.parameters.get("language_code", "") for r in set_up if r.method == method] == ["", "de"]


def _described(parameters: Mapping[str, str]) -> list[str]:
    return [command["description"] for command in json.loads(parameters["commands"])]


def described(telegram: Telegram, account: BotAccount) -> list[tuple[str, str]]:
    """What the bot's menus say of its commands, and for which language, in the order in which they were set."""
    return [
        (request.parameters.get("language_code", ""), text)
        for request in list(telegram.requests)
        if request.bot == account.username and request.method == "setMyCommands"
        for text in _described(request.parameters)
    ]


def test_the_menu_of_many_articles_tells_of_list_and_search(telegram: Telegram, archive: BotAccount) -> None:
    telegram.wait_for(lambda: ("de", "Artikel: Liste und Suche") in described(telegram, archive))
    telegram.wait_for(lambda: ("", "Articles: list and search") in described(telegram, archive))
    said = {text for _, text in described(telegram, archive)}
    assert {"Worum es geht und woher es stammt", "Eine Frage zum Artikel stellen"} & said == set()


@pytest.mark.parametrize("kind", ["photo", "video"])
def test_a_caption_is_a_question_too(dialogue: Dialogue, anna: Person, kind: Literal["photo", "video"]) -> None:
    anna.shows(dialogue.chat, "Wer bezahlt die Reparatur?", kind=kind)
    assert shown(dialogue.reply()) == PAYING
    dialogue.assert_silent(anna)


ONLY_TEXT = "Ich kann nur auf Text antworten. Schreib mir deine Frage bitte."


def test_what_has_no_words_is_told_so_once_in_a_while(dialogue: Dialogue, anna: Person) -> None:
    anna.shows(dialogue.chat)
    assert shown(dialogue.reply()) == ONLY_TEXT
    anna.shows(dialogue.chat, kind="video")
    anna.shows(dialogue.chat, "Wer bezahlt die Reparatur?")
    assert shown(dialogue.reply()) == PAYING
    dialogue.assert_silent(anna)
