"""Whose language the bot speaks: in private the asker's client's, in groups the message's."""

import pytest

from bot.simulator import BotAccount, Group, Message, Person, PrivateChat, Telegram, TelegramServer
from tests.bot.dialogues import Dialogue, by_the_bot, shown
from tests.bot.library import BRIDGE
from tests.bot.running_bot import running, settings_for
from tests.bot.test_buttons import changed, label

REFUSED, REFUSED_IN_ENGLISH = "Das beantwortet der Artikel nicht.", "The article does not answer that."


@pytest.fixture
def dialogue(telegram: Telegram, account: BotAccount, group: Group) -> Dialogue:
    return Dialogue(telegram, account, group)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("/frage@{me} Welche Farbe haben Elefanten?", REFUSED),
        ("/frage@{me} What colour do elephants have?", REFUSED_IN_ENGLISH),
        ("/ask@{me} Welche Farbe haben Elefanten?", REFUSED),
        ("/frage@{me} Elefanten", REFUSED),  # the words tell nothing, the command does
        ("/ask@{me} Elefanten", REFUSED_IN_ENGLISH),
    ],
)
def test_in_groups_it_answers_in_the_language_of_the_message(
    dialogue: Dialogue, anna: Person, ben: Person, words: str, answer: str
) -> None:
    for person in (anna, ben):  # a German and an English client
        person.says(dialogue.chat, words.format(me=dialogue.account.username))
        assert shown(dialogue.reply()) == answer


def test_a_reply_without_a_telling_word_is_answered_in_the_clients_language(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    for person, refusal in ((anna, REFUSED), (ben, REFUSED_IN_ENGLISH)):
        anna.says(group, f"/frage@{account.username} Wer bezahlt die Reparatur?")
        person.says(group, "Elefanten?", reply_to=dialogue.reply())
        assert shown(dialogue.reply()) == refusal
    nobody = telegram.new_person("Nobody")
    anna.adds(nobody, group)
    nobody.says(group, "Elefanten?", reply_to=by_the_bot(group, account)[-1])
    assert shown(dialogue.reply()) == REFUSED, "the language of the settings"


@pytest.mark.parametrize(
    ("names", "answers"),
    [
        (("artikel", "article"), ("3 Absätze", "3 paragraphs")),
        (("quellen", "sources"), ("Der Artikel gibt niemandes Worte", "The article reports nobody's words")),
        (("hilfe", "help"), ("Stell mir eine Frage", "Ask me a question")),
        (("datenschutz", "privacy"), ("Deine Frage wird", "Your question")),
    ],
)
def test_in_groups_a_command_is_answered_in_the_language_of_its_name(
    dialogue: Dialogue, ben: Person, names: tuple[str, str], answers: tuple[str, str]
) -> None:
    for name, answer in zip(names, answers, strict=True):
        ben.says(dialogue.chat, f"/{name}@{dialogue.account.username}")
        assert answer in shown(dialogue.reply())


def test_the_message_asked_about_tells_when_the_words_do_not(
    dialogue: Dialogue, account: BotAccount, anna: Person
) -> None:
    account.privacy, before = False, account.privacy
    wondered = anna.says(dialogue.chat, "What colour do elephants have?")
    anna.says(dialogue.chat, f"@{account.username}", reply_to=wondered)
    assert shown(dialogue.reply()) == REFUSED_IN_ENGLISH
    account.privacy = before


def test_in_private_it_is_the_clients_language_whatever_is_written(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, private)
    for words in ("What colour do elephants have?", "/ask What colour do elephants have?"):
        anna.says(private, words)
        assert shown(dialogue.reply()) == REFUSED


def asked(dialogue: Dialogue, person: Person) -> Message:
    person.says(dialogue.chat, f"/frage@{dialogue.account.username} Was kostet die Reparatur der Brücke?")
    return dialogue.reply()


def test_a_message_in_a_group_keeps_its_language_whoever_taps(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    answer = asked(dialogue, anna)
    ben.taps(answer, label(answer, "▶"))
    assert ", Absatz" in changed(telegram, answer).text
    anna.says(group, f"/ask@{account.username} How much does the repair of the Brücke cost?")
    english = dialogue.reply()
    assert english.text.startswith("The article") or ", paragraph" in english.text


def test_who_asks_too_much_is_told_in_the_language_of_the_message(world: TelegramServer) -> None:
    telegram = world.telegram
    account = telegram.new_bot("PoliteBot")
    anna = telegram.new_person("Anna", language_code="de")
    with running(settings_for(world, account, questions_per_minute=1), [BRIDGE]):
        group = telegram.new_group("Eilig", [anna, account])
        telegram.wait_for(lambda: by_the_bot(group, account))
        dialogue = Dialogue(telegram, account, group)
        for _ in range(2):
            anna.says(group, "/ask@PoliteBot Who pays for it?")
        dialogue.reply()
        assert shown(dialogue.reply()).startswith("That is a lot of questions at once.")
