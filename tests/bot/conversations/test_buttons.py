"""The buttons under a quote: more of it, in place, by any member, after a restart, from any process."""

from dataclasses import replace

import pytest

from bot.articles.library import Library
from bot.config.settings import InterfaceLanguage
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from bot.simulator import BotAccount, Group, Message, Person, PrivateChat, Telegram, TelegramServer
from content import Article
from retrieval.quotes.quote import OMISSION
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import Dialogue, by_the_bot, changed, label, rows, shown
from tests.support.bot.running_bot import running, settings_for

QUESTION = "Wie lange bleibt die Brücke gesperrt?"


@pytest.fixture
def answer(telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person) -> Message:
    dialogue = Dialogue(telegram, account, private)
    anna.says(private, QUESTION)
    return dialogue.reply()


def test_the_next_quote_and_back_in_place(
    telegram: Telegram, answer: Message, anna: Person, account: BotAccount
) -> None:
    assert rows(answer) == [["Weitere (2)", "Kontext", "Kopieren", "Zum Artikel"]], "one row"
    query = anna.taps(answer, "Weitere (2)")
    second = changed(telegram, answer)
    assert all(piece in BRIDGE.text for piece in second.text.split("\n", maxsplit=1)[0].split(OMISSION))
    assert [button.text for button in second.buttons] == ["◀", "2 von 3 ▶", "Kontext", "Kopieren", "Artikel"]
    anna.taps(second, "◀")
    assert changed(telegram, second).text == answer.text
    assert query.answer is not None
    assert query.answer.text == "Zitat 2 von 3", "in words, for those who hear what stands on buttons"
    assert len(by_the_bot(answer.chat, account)) == 2, "in place: the greeting and one answer"


LONG = Article.from_text(
    "Der Turm am Markt ist alt. Seine Glocke goss Meister Veit im Jahr 1512. Die Uhr kam erst später hinzu. "
    "Ein Blitz zerstörte das Dach. Heute brüten dort Falken.",
    title="Der Turm",
    language="de",
)


def test_the_context_shows_the_paragraph_and_the_quote_in_it(world: TelegramServer) -> None:
    telegram = world.telegram
    account = telegram.new_bot("ContextBot")
    anna = telegram.new_person("Anna", language_code="de")
    with running(settings_for(world, account), [LONG]):
        dialogue = Dialogue.opened_by(anna, telegram, account)
        dialogue.reply()
        anna.says(dialogue.chat, "Wer goss die Glocke?")
        answer = dialogue.reply()
        anna.taps(answer, "Kontext")
        context = changed(telegram, answer)
        anna.taps(context, "Zurück zum Zitat")
        again = changed(telegram, context)
    assert [entity.type for entity in context.entities[:2]] == ["expandable_blockquote", "underline"]
    assert context.text == f"{LONG.text}\nAbsatz 1"
    quoted = answer.text.split("\n", maxsplit=1)[0]
    assert "Meister Veit" in quoted
    assert f"__{quoted}__" in shown(context)
    assert again.text == answer.text


def test_the_page_is_opened_at_the_passage_and_the_citation_copied(answer: Message) -> None:
    page = next(button for button in answer.buttons if button.url)
    assert page.text == "Zum Artikel"
    assert page.url == (
        "https://example.org/bruecke#:~:text=Die%20Br%C3%BCcke%20%C3%BCber%20die,bleibt%20bis%20Mai%20gesperrt."
    ), "at the sentence that answers"
    copy = next(button for button in answer.buttons if button.copy_text)
    assert copy.copy_text == (
        "Die Brücke über die Lahn bleibt bis Mai gesperrt. („Die Brücke bleibt bis Mai gesperrt“, Absatz 1)"
    )


def test_any_member_may_tap(telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person) -> None:
    dialogue = Dialogue(telegram, account, group)
    anna.says(group, f"/frage@{account.username} {QUESTION}")
    answer = dialogue.reply()
    ben.taps(answer, label(answer, "("))
    assert "\nAbsätze" in changed(telegram, answer).text, "in the language of the message, whoever taps"


def test_buttons_work_after_a_restart_and_say_when_the_article_has_changed(world: TelegramServer) -> None:
    telegram = world.telegram
    account = telegram.new_bot("RestartBot")
    anna = telegram.new_person("Anna", language_code="de")
    settings = settings_for(world, account)
    with running(settings, [BRIDGE]):
        dialogue = Dialogue.opened_by(anna, telegram, account)
        dialogue.reply()
        anna.says(dialogue.chat, QUESTION)
        answer = dialogue.reply()
    with running(settings, [BRIDGE]):
        anna.taps(answer, label(answer, "("))
        second = changed(telegram, answer)
    edited = Article.from_text(BRIDGE.text.replace("Mai", "Juni"), title=BRIDGE.title, language="de")
    with running(settings, [edited]):
        query = anna.taps(second, label(second, "◀"))
        told = telegram.wait_for(lambda: query.answer)
        assert told is not None
        assert told.show_alert
        assert told.text == (
            "Der Artikel hat sich geändert, diese Stelle gibt es so nicht mehr. Frag mich einfach noch einmal."
        )
    assert shown(answer.chat.message(answer.id) or answer) == shown(second)


def test_a_tap_that_is_too_old_to_be_confirmed_still_does_its_work() -> None:
    telegram = Telegram(callback_query_seconds=0)
    account = telegram.new_bot("SlowBot")
    anna = telegram.new_person("Anna", language_code="de")
    with TelegramServer(telegram) as server, running(settings_for(server, account), [BRIDGE]):
        dialogue = Dialogue.opened_by(anna, telegram, account)
        dialogue.reply()
        anna.says(dialogue.chat, QUESTION)
        answer = dialogue.reply()
        anna.taps(answer, label(answer, "("))
        changed(telegram, answer)
    assert [request.error for request in telegram.refusals if "too old" in (request.error or "")]


def test_the_question_of_a_tapped_sample_stays_above_its_answer(world: TelegramServer) -> None:
    telegram = world.telegram
    account = telegram.new_bot("SampleBot")
    anna = telegram.new_person("Anna", language_code="de")
    question = "Wer goss die Glocke?"
    with running(settings_for(world, account), [replace(LONG, questions=(question,))]):
        dialogue = Dialogue.opened_by(anna, telegram, account)
        anna.taps(dialogue.reply(), question)
        answer = dialogue.reply()
        heading = f"**{question}**\n❝ "
        assert shown(answer).startswith(heading)
        anna.taps(answer, "Kontext")
        context = changed(telegram, answer)
        assert shown(context).startswith(heading)
        anna.taps(context, "Zurück zum Zitat")
        assert shown(changed(telegram, context)) == shown(answer)


def test_what_only_comes_nearest_stays_called_so(world: TelegramServer) -> None:
    telegram = world.telegram
    account = telegram.new_bot("HeadingBot")
    anna = telegram.new_person("Anna", language_code="de")
    settings = settings_for(world, account)
    with running(settings, [LONG]):
        dialogue = Dialogue.opened_by(anna, telegram, account)
        dialogue.reply()
        anna.says(dialogue.chat, "Wie viele Glocken hat der Turm in Pisa?")
        answer = dialogue.reply()
        heading = "Am ehesten dazu:\n❝ "
        assert shown(answer).startswith(heading)
    with running(settings, [LONG]):  # after a restart
        anna.taps(answer, "Kontext")
        context = changed(telegram, answer)
        assert shown(context).startswith(heading)
        anna.taps(context, "Zurück zum Zitat")
        assert shown(changed(telegram, context)) == shown(answer)


def test_a_tap_is_answered_the_same_by_every_process(answer: Message) -> None:
    one, other = (Conversation(Library([BRIDGE]), Catalogue(), InterfaceLanguage.GERMAN) for _ in range(2))
    taps = [button.callback_data for button in answer.buttons if button.callback_data]
    assert taps
    for tap in taps:
        shown_by_one, shown_by_other = one.reply_to_callback(tap, "de"), other.reply_to_callback(tap, "de")
        assert shown_by_one is not None
        assert shown_by_one == shown_by_other
