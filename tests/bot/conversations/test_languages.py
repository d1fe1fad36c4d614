"""Whose language the bot speaks: the question's; where it does not tell, in private the client's."""

import pytest

from bot.simulator import BotAccount, Group, Message, Person, PrivateChat, Telegram, TelegramServer
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import Dialogue, by_the_bot, changed, label, shown
from tests.support.bot.running_bot import running, settings_for

TWO_QUESTIONS = "Wer bezahlt die Reparatur? Und wie lange bleibt die Brücke gesperrt?"

# English and German words, since these tests have no encoder.
TWO_ENGLISH_QUESTIONS = "Who bezahlt the Reparatur? And how long is the Brücke gesperrt?"

REFUSED, REFUSED_IN_ENGLISH = "Das beantwortet der Artikel nicht.", "The article does not answer that."

# These tests have no encoder: only the words of an article's own language can be found.
UNREAD, UNREAD_IN_ENGLISH = "Ich verstehe hier nur Fragen auf Deutsch.", "I only understand questions in German here."


@pytest.fixture
def dialogue(telegram: Telegram, account: BotAccount, group: Group) -> Dialogue:
    return Dialogue(telegram, account, group)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("/frage@{me} Welche Farbe haben Elefanten?", REFUSED),
        ("/frage@{me} What colour do elephants have?", UNREAD_IN_ENGLISH),
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
        (("artikel", "article"), ("Herkunft:", "Source:")),
        (("quellen", "sources"), ("Der Artikel gibt niemandes Worte", "The article reports nobody's words")),
        (("hilfe", "help"), ("und eure Frage", "and your question")),
        (("datenschutz", "privacy"), ("Ich speichere nur:", "All I keep:")),
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
    assert shown(dialogue.reply()) == UNREAD_IN_ENGLISH
    account.privacy = before


RUSSIAN = "Какого цвета слоны?"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Welche Farbe haben Elefanten?", (REFUSED, REFUSED)),
        ("What colour do elephants have?", (UNREAD_IN_ENGLISH, UNREAD_IN_ENGLISH)),
        ("/ask What colour do elephants have?", (UNREAD_IN_ENGLISH, UNREAD_IN_ENGLISH)),
        ("/frage Welche Farbe haben Elefanten?", (REFUSED, REFUSED)),
        # Nothing tells, or not surely: then the client's language, whatever the command is called.
        ("/ask Elefanten", (REFUSED, REFUSED_IN_ENGLISH)),
        ("Was Hannibal elected?", (REFUSED, REFUSED_IN_ENGLISH)),
        ("Hannibal in Portugal", (REFUSED, REFUSED_IN_ENGLISH)),
        ("https://example.org/what-is-this", (REFUSED, REFUSED_IN_ENGLISH)),
        # Languages that the bot does not speak
        (RUSSIAN, (UNREAD, UNREAD_IN_ENGLISH)),
        ("Quelle est la couleur des éléphants ?", (UNREAD, UNREAD_IN_ENGLISH)),
    ],
)
def test_in_private_it_answers_in_the_language_of_a_question_where_that_is_sure(
    telegram: Telegram, account: BotAccount, words: str, told: tuple[str, str]
) -> None:
    for code, refusal in zip(("de", "en-GB"), told, strict=True):
        person = telegram.new_person("Somebody", language_code=code)
        dialogue = Dialogue.opened_by(person, telegram, account)
        dialogue.reply()
        person.says(dialogue.chat, words)
        assert shown(dialogue.reply()).startswith(refusal)


def test_a_question_that_does_not_tell_from_nobody_knows_where_gets_the_language_of_the_settings(
    telegram: Telegram, account: BotAccount
) -> None:
    nobody = telegram.new_person("Nobody")
    dialogue = Dialogue.opened_by(nobody, telegram, account)
    dialogue.reply()
    for words, refusal in ((RUSSIAN, UNREAD), ("Elefanten", REFUSED)):
        nobody.says(dialogue.chat, words)
        assert shown(dialogue.reply()).startswith(refusal)


def test_in_private_commands_are_answered_in_the_clients_language(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, private)
    for command, answer in (("/help", "Schreib deine Frage"), ("/article what is it about?", "Herkunft:")):
        anna.says(private, command)
        assert answer in shown(dialogue.reply())


def test_in_private_an_answer_keeps_the_language_of_its_question(
    telegram: Telegram, account: BotAccount, anna: Person, ben: Person
) -> None:
    questions = {ben: (TWO_QUESTIONS, "\nAbsatz"), anna: (TWO_ENGLISH_QUESTIONS, "\nparagraph")}
    for person, (question, source) in questions.items():
        dialogue = Dialogue.opened_by(person, telegram, account)
        dialogue.reply()
        person.says(dialogue.chat, question)
        answer = dialogue.reply()
        assert source in answer.text
        labels = {button.text for button in answer.buttons if button.text[0].isalpha()}
        person.taps(answer, label(answer, "("))
        answer = changed(telegram, answer)
        assert source in answer.text
        person.taps(answer, label(answer, "◀"))
        answer = changed(telegram, answer)
        assert source in answer.text
        assert {button.text for button in answer.buttons if button.text[0].isalpha()} == labels


def test_an_edited_question_changes_the_language_of_its_answer(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, private)
    said = anna.says(private, "Welche Farbe haben Elefanten?")
    answer = dialogue.reply()
    anna.edits(said, "What colour do elephants have?")
    assert shown(changed(telegram, answer)).startswith(UNREAD_IN_ENGLISH)


def test_who_names_no_subject_is_helped_in_their_language_and_stays_in_it(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, private)
    anna.says(private, "Thank you!")
    assert shown(dialogue.reply()) == "You’re welcome!"
    anna.says(private, "Can you tell me?")
    help_ = dialogue.reply()
    assert shown(help_).startswith("What would you like to know?")
    anna.taps(help_, "Wer bezahlt die Reparatur?")
    assert "paragraph 2" in shown(dialogue.reply())


@pytest.mark.parametrize(("command", "answer"), [("frage", UNREAD), ("ask", UNREAD_IN_ENGLISH)])
def test_a_language_that_the_bot_does_not_speak_leaves_it_to_the_commands_name_in_groups(
    dialogue: Dialogue, anna: Person, ben: Person, command: str, answer: str
) -> None:
    for person in (anna, ben):
        person.says(dialogue.chat, f"/{command}@{dialogue.account.username} {RUSSIAN}")
        assert shown(dialogue.reply()) == answer


def asked(dialogue: Dialogue, person: Person) -> Message:
    person.says(dialogue.chat, f"/frage@{dialogue.account.username} {TWO_QUESTIONS}")
    return dialogue.reply()


def test_a_message_in_a_group_keeps_its_language_whoever_taps(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    answer = asked(dialogue, anna)
    ben.taps(answer, label(answer, "("))
    assert "\nAbsatz" in changed(telegram, answer).text
    anna.says(group, f"/ask@{account.username} How much does the repair of the Brücke cost?")
    english = dialogue.reply()
    assert "\nparagraph" in english.text or english.text == UNREAD_IN_ENGLISH


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
        for code, words, told in (
            ("de", "Who pays for it?", "That is a lot of questions at once."),
            ("en", "Wer bezahlt das?", "Das sind viele Fragen auf einmal."),
        ):
            somebody = telegram.new_person("Somebody", language_code=code)
            alone = Dialogue.opened_by(somebody, telegram, account)
            alone.reply()
            somebody.says(alone.chat, words)
            assert shown(alone.reply()).startswith(told)
