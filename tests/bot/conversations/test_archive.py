"""A library of many articles: which there are, which of them words find, and what two of them say to one question."""

from __future__ import annotations

import pytest

from bot.simulator import BotAccount, Message, Person, Telegram
from tests.support.bot.dialogues import Dialogue, changed, shown
from tests.support.bot.quotations import AT_THE_RIVER, MAY, PORTRAIT, TITLE

AUGUST = (
    "❝ Die Brücke über die **Lahn** bleibt bis August gesperrt, teilte die Stadt mit. "
    "Im Pfeiler fanden sich weitere Risse. ❞"
)
FIRST_PAGE = f"""\
10 Artikel, die neuesten zuerst (1–6):
1. „Das Freibad öffnet erst im Juni“
2. „Die Brücke bleibt noch länger zu“
3. {TITLE}
4. „Der 7. Verein feiert“ · 07.01.2020
5. „Der 6. Verein feiert“ · 06.01.2020
6. „Der 5. Verein feiert“ · 05.01.2020"""


@pytest.fixture
def dialogue(telegram: Telegram, archive: BotAccount, anna: Person) -> Dialogue:
    dialogue = Dialogue.opened_by(anna, telegram, archive)
    dialogue.reply()
    return dialogue


def rows(message: Message) -> list[list[str]]:
    """The labels of the message's buttons, row by row."""
    return [[button.text for button in row] for row in (message.keyboard.rows if message.keyboard else ())]


def test_the_greeting_names_the_newest(telegram: Telegram, archive: BotAccount, anna: Person) -> None:
    greeting = Dialogue.opened_by(anna, telegram, archive).reply()
    assert shown(greeting) == (
        "Ich beantworte Fragen zu 10 Artikeln, immer mit Zitaten daraus:\n"
        "**„Das Freibad öffnet erst im Juni“**\n"
        "**„Die Brücke bleibt noch länger zu“**\n"
        f"**{TITLE}**\n"
        "… und 7 weitere\n"
        "Frag einfach los, zum Beispiel:"
    )
    assert rows(greeting)[-1] == ["Alle Artikel"]
    anna.taps(greeting, "Alle Artikel")
    assert shown(changed(telegram, greeting)) == FIRST_PAGE


def test_the_list_is_turned_and_leads_to_each_article(telegram: Telegram, dialogue: Dialogue, anna: Person) -> None:
    anna.says(dialogue.chat, "/artikel")
    listed = dialogue.reply()
    assert shown(listed) == FIRST_PAGE
    assert rows(listed) == [["1", "2", "3", "4", "5", "6"], ["1 von 2 ▶"]]
    anna.taps(listed, "1 von 2 ▶")
    second = changed(telegram, listed)
    assert shown(second).splitlines() == [
        "10 Artikel, die neuesten zuerst (7–10):",
        "7. „Der 4. Verein feiert“ · 04.01.2020",
        "8. „Der 3. Verein feiert“ · 03.01.2020",
        "9. „Der 2. Verein feiert“ · 02.01.2020",
        "10. „Der 1. Verein feiert“ · 01.01.2020",
    ]
    anna.taps(second, "10")
    view = changed(telegram, second)
    assert shown(view).startswith("**„Der 1. Verein feiert“**\n")
    anna.taps(view, "Alle Artikel")
    assert shown(changed(telegram, view)) == shown(second), "back to the page that it came from"
    anna.taps(second, "◀ 2 von 2")
    anna.taps(changed(telegram, second), "3")
    telegram.wait_for(lambda: shown(dialogue.chat.messages[-1]) == PORTRAIT)
    dialogue.assert_silent(anna)


def test_words_find_articles_by_what_is_known_of_them_and_by_their_texts(
    telegram: Telegram, dialogue: Dialogue, anna: Person
) -> None:
    known = "1 Artikel zu „**{}**“:\n1. „Die Brücke bleibt noch länger zu“ · 07.01.2025"
    for words in ("lahnkurier", "Länger", "bruecke-august", "2025-01", "Aufzüge"):
        anna.says(dialogue.chat, f"/artikel {words}")
        assert shown(dialogue.reply()) == known.format(words)
    anna.says(dialogue.chat, "/artikel Risse Pfeiler")
    assert shown(dialogue.reply()).splitlines()[0] == "2 Artikel zu „**Risse Pfeiler**“:"
    anna.says(dialogue.chat, "/artikel Quastenflosser")
    nothing = dialogue.reply()
    assert shown(nothing) == "Zu „**Quastenflosser**“ finde ich keinen Artikel."
    anna.taps(nothing, "Alle Artikel")
    assert shown(changed(telegram, nothing)) == FIRST_PAGE


def test_two_articles_that_answer_equally_well_are_two_voices(
    telegram: Telegram, dialogue: Dialogue, anna: Person
) -> None:
    anna.says(dialogue.chat, AT_THE_RIVER)
    answer = dialogue.reply()
    both = (
        f"{AUGUST}\nteils laut der Stadt · „Die Brücke bleibt noch länger zu“, Absatz 1 · 07.01.2025\n\n"
        f"{MAY}\n{TITLE}, Absatz 1 · 25.10.2024"
    )
    assert shown(answer) == both
    assert rows(answer) == [["Weitere (1)", "Kontext 1", "Kontext 2"]]
    for label, opened in (
        ("Kontext 1", "❝ __Die Brücke über die Lahn bleibt bis August"),
        ("Kontext 2", "❝ __Die Brücke über die Lahn bleibt bis Mai"),
    ):
        anna.taps(answer, label)
        context = changed(telegram, answer)
        assert shown(context).startswith(opened)
        anna.taps(context, "Zurück zum Zitat")
        assert shown(changed(telegram, context)) == both
    anna.taps(answer, "Weitere (1)")
    third = changed(telegram, answer)
    assert "\n\n" not in third.text
    anna.taps(third, "◀ 2 von 2")
    assert shown(changed(telegram, third)) == both


def test_what_is_asked_on_is_about_the_first_voice_or_the_one_that_is_marked(dialogue: Dialogue, anna: Person) -> None:
    anna.says(dialogue.chat, AT_THE_RIVER)
    answer = dialogue.reply()
    anna.says(dialogue.chat, "Wer sagt das?", reply_to=answer)
    assert shown(dialogue.reply()).startswith("Das sagt dem Artikel nach: Stadt.")
    for marked in ("bleibt bis Mai gesperrt", "Absatz 1 · 25.10.2024"):
        anna.says(dialogue.chat, "Wer sagt das?", reply_to=answer, quote=marked)
        told = shown(dialogue.reply())
        assert told.startswith("Rund um diesen Satz finde ich niemanden"), marked
        assert TITLE in told
    anna.says(dialogue.chat, "Was noch?", reply_to=answer)
    more = dialogue.reply()
    assert "bis August" not in more.text, "what is shown already is not more"
    assert "bis Mai" not in more.text


def test_inline_results_have_one_voice_each_and_say_which_article(
    telegram: Telegram, archive_polling_bot: BotAccount, anna: Person
) -> None:
    query = anna.queries(archive_polling_bot, AT_THE_RIVER)
    telegram.wait_for(lambda: query.is_answered)
    assert [result.description for result in query.results[:2]] == [
        "teils laut der Stadt · Absatz 1 · „Die Brücke bleibt noch länger zu“",
        "Absatz 1 · „Die Brücke bleibt bis Mai gesperrt“",
    ]


def test_who_is_quoted_is_told_article_by_article(telegram: Telegram, dialogue: Dialogue, anna: Person) -> None:
    anna.says(dialogue.chat, "/artikel Freibad")
    listed = dialogue.reply()
    anna.taps(listed, "1")
    view = changed(telegram, listed)
    anna.taps(view, "Wer zu Wort kommt")
    voices = changed(telegram, view)
    assert shown(voices) == "Wer im Artikel zu Wort kommt:\n• Jens Holt: 1 Stelle"
    anna.taps(voices, "Jens Holt")
    passage = changed(telegram, voices)
    assert "Das Becken hat Sprünge" in passage.text
    anna.taps(passage, "Alle, die zu Wort kommen")
    again = changed(telegram, passage)
    assert shown(again) == shown(voices)
    anna.taps(again, "Zurück zum Artikel")
    assert shown(changed(telegram, again)) == shown(view)


def test_what_leans_on_a_quote_is_answered_from_its_article_alone(dialogue: Dialogue, anna: Person) -> None:
    anna.says(dialogue.chat, "Wann öffnet das Freibad?")
    answer = dialogue.reply()
    for words in ("und wie viel geld ist da?", "Und was kostet die Reparatur dort?"):
        anna.says(dialogue.chat, words, reply_to=answer)
        assert "Brücke" not in shown(dialogue.reply())
    anna.says(dialogue.chat, "Wer bezahlt die Reparatur?", reply_to=answer)
    assert "zur Hälfte das Land" in shown(dialogue.reply()), "a question of its own"
