"""How the bot behaves among people: edits, refusals, limits, joining, being turned away."""

import pytest

from bot.simulator import BotAccount, Group, Person, PrivateChat, Telegram, TelegramServer
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import Dialogue, by_the_bot, shown
from tests.support.bot.quotations import PAYING, REFUSED_IN_PRIVATE
from tests.support.bot.running_bot import running, settings_for

QUESTION = "Wer bezahlt die Reparatur?"
UNANSWERED = "Welche Farbe haben Elefanten?"
REFUSED = "Das beantwortet der Artikel nicht."


def test_an_edited_question_edits_its_answer(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, private)
    said = anna.says(private, UNANSWERED)
    answer = dialogue.reply()
    assert shown(answer) == REFUSED_IN_PRIVATE
    anna.edits(said, QUESTION)
    telegram.wait_for(lambda: shown(private.message(answer.id) or answer) == PAYING)
    anna.edits(said, UNANSWERED)
    telegram.wait_for(lambda: shown(private.message(answer.id) or answer) == REFUSED_IN_PRIVATE)
    dialogue.assert_silent(anna)


def test_an_edit_of_what_was_not_asked_is_left_alone(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    said = anna.says(group, QUESTION)
    anna.edits(said, f"/frage@{account.username} {QUESTION}")
    asked = anna.says(group, f"/frage@{account.username} {QUESTION}")
    answer = dialogue.reply()
    assert answer.reply_to_id == asked.id
    anna.edits(asked, "Ach, egal.")
    dialogue.assert_silent(anna)
    assert shown(group.message(answer.id) or answer) == PAYING


def test_an_answer_that_is_gone_is_left_alone(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    asked = anna.says(group, f"/frage@{account.username} {QUESTION}")
    answer = dialogue.reply()
    with telegram.lock:
        group.remove(answer)
        anna.edits(asked, f"/frage@{account.username} {UNANSWERED}")
    dialogue.forget()
    dialogue.assert_silent(anna)


def test_refusals_in_groups_are_one_line(telegram: Telegram, account: BotAccount, group: Group, anna: Person) -> None:
    dialogue = Dialogue(telegram, account, group)
    dialogue.assert_answers(anna, [(f"/frage@{account.username} Wer hat den Eiffelturm gebaut?", REFUSED)])


def test_it_introduces_itself_once_and_honestly(
    telegram: Telegram, account: BotAccount, anna: Person, ben: Person
) -> None:
    group = telegram.new_group("Neu", [anna, ben, account])
    first, second = shown(telegram.wait_for(lambda: by_the_bot(group, account))[0]).split("\n")
    assert first.startswith("Guten Tag! Ich beantworte Fragen zu [„Die Brücke bleibt bis Mai gesperrt“]")
    assert f"/frage@{account.username}" in second
    uncertain = f"nur @{account.username} zu schreiben, erreicht mich vielleicht nicht."
    assert (uncertain in second) is account.privacy
    anna.promotes(account, group)
    Dialogue(telegram, account, group).assert_silent(anna)


def test_who_turns_it_away_is_left_in_peace(telegram: Telegram, account: BotAccount, anna: Person, ben: Person) -> None:
    group = telegram.new_group("Streng", [anna, ben, account])
    telegram.wait_for(lambda: by_the_bot(group, account))
    with telegram.lock:  # removed before it can answer
        anna.says(group, f"/frage@{account.username} {QUESTION}")
        anna.removes(account, group)
    dialogue = Dialogue.opened_by(ben, telegram, account)
    dialogue.reply()
    dialogue.assert_silent(ben)
    assert len(by_the_bot(group, account)) == 1


def test_who_asks_too_much_is_told_once_and_then_waits(world: TelegramServer) -> None:
    telegram = world.telegram
    account = telegram.new_bot("PatientBot2")
    anna, ben = telegram.new_person("Anna", language_code="de"), telegram.new_person("Ben", language_code="de")
    with running(settings_for(world, account, questions_per_minute=3), [BRIDGE]):
        group = telegram.new_group("Eilig", [anna, ben, account])
        telegram.wait_for(lambda: by_the_bot(group, account))
        dialogue = Dialogue(telegram, account, group)
        for _ in range(6):
            anna.says(group, f"/frage@PatientBot2 {QUESTION}")
        told = "Das sind viele Fragen auf einmal. In einer Minute antworte ich dir wieder."
        assert [shown(dialogue.reply()) for _ in range(4)] == [PAYING, PAYING, PAYING, told]
        ben.says(group, f"/frage@PatientBot2 {QUESTION}")
        assert shown(dialogue.reply()) == PAYING
        dialogue.assert_silent(ben)


@pytest.mark.parametrize("command", ["/datenschutz", "/privacy"])
def test_it_says_what_is_kept(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person, command: str
) -> None:
    dialogue = Dialogue(telegram, account, private)
    anna.says(private, command)
    assert shown(dialogue.reply()).startswith("Ich speichere nur:\n• deine Frage, bis sie beantwortet ist\n")


def test_a_muted_bot_stays_quiet_and_may_speak_again(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person
) -> None:
    anna.mutes(account, group)
    anna.says(group, f"/frage@{account.username} {QUESTION}")
    telegram.wait_for(
        lambda: [r for r in telegram.refusals if r.bot == account.username and "rights" in (r.error or "")]
    )
    assert len(by_the_bot(group, account)) == 1, "its introduction"
    anna.unmutes(account, group)
    dialogue = Dialogue(telegram, account, group)
    anna.says(group, f"/frage@{account.username} {QUESTION}")
    assert shown(dialogue.reply()) == PAYING
    dialogue.assert_silent(anna)
