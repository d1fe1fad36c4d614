"""What happens in groups: the bot answers who speaks to it, where they asked, and is silent otherwise."""

import pytest

from bot.simulator import BotAccount, Group, Person, Telegram
from bot.simulator.delivery.topics import create_topic
from tests.support.bot.dialogues import SILENCE, Dialogue, by_the_bot, shown
from tests.support.bot.quotations import PAYING

QUESTION = "Wer bezahlt die Reparatur?"


@pytest.fixture
def dialogue(telegram: Telegram, account: BotAccount, group: Group) -> Dialogue:
    return Dialogue(telegram, account, group)


def test_it_answers_commands_and_mentions_and_nothing_else(
    dialogue: Dialogue, anna: Person, account: BotAccount
) -> None:
    me = account.username
    dialogue.assert_answers(
        anna,
        [
            (QUESTION, SILENCE),
            (f"/frage@{me} {QUESTION}", PAYING),
            ("Das ist aber viel.", SILENCE),
            (f"@{me} {QUESTION}", PAYING),
            (f"Sag mal, @{me.lower()}: {QUESTION}", PAYING),
            (f"{me}, {QUESTION}", SILENCE),
            (f"/frage@uhrbot {QUESTION}", SILENCE),
            ("/start", SILENCE),
            ("/help", SILENCE),
            (f"/frage {QUESTION}", PAYING),
        ],
    )


def test_every_answer_replies_to_its_question(
    dialogue: Dialogue, anna: Person, ben: Person, account: BotAccount
) -> None:
    asked = [who.says(dialogue.chat, f"/frage@{account.username} {QUESTION}") for who in (anna, ben, anna)]
    assert [dialogue.reply().reply_to_id for _ in asked] == [message.id for message in asked]


def test_a_reply_to_the_bot_is_a_question(dialogue: Dialogue, anna: Person, ben: Person, account: BotAccount) -> None:
    anna.says(dialogue.chat, f"/frage@{account.username} {QUESTION}")
    answer = dialogue.reply()
    ben.says(dialogue.chat, "Wie lange bleibt die Brücke gesperrt?", reply_to=answer)
    assert shown(dialogue.reply()).startswith("❝ Die **Brücke** über die Lahn **bleibt** bis Mai **gesperrt**.")
    ben.says(dialogue.chat, "Wie lange bleibt die Brücke gesperrt?", reply_to=dialogue.chat.messages[-2])
    dialogue.assert_silent(anna)


def test_greetings_get_silence_and_a_mention_alone_gets_help(
    dialogue: Dialogue, anna: Person, account: BotAccount
) -> None:
    anna.says(dialogue.chat, f"@{account.username} 👋")
    dialogue.assert_silent(anna)
    anna.says(dialogue.chat, f"@{account.username}")
    assert shown(dialogue.reply()).startswith("Was möchtest du wissen?")
    dialogue.assert_silent(anna)


def test_in_a_topic_the_answer_stays_there(telegram: Telegram, account: BotAccount, forum: Group, anna: Person) -> None:
    dialogue = Dialogue(telegram, account, forum)
    asked = anna.says(forum, f"/frage@{account.username} {QUESTION}", topic="Politik")
    answer = dialogue.reply()
    assert (answer.topic, answer.reply_to_id) == (asked.topic, asked.id)
    anna.says(forum, QUESTION, topic="Politik")
    dialogue.assert_silent(anna, topic="Politik")


def test_general_has_no_thread(telegram: Telegram, account: BotAccount, forum: Group, anna: Person) -> None:
    dialogue = Dialogue(telegram, account, forum)
    asked = anna.says(forum, f"/frage@{account.username} {QUESTION}")
    answer = dialogue.reply()
    assert (answer.topic, answer.reply_to_id) == (None, asked.id)


def test_chatter_in_a_topic_that_the_bot_opened_is_not_for_it(
    telegram: Telegram, account: BotAccount, forum: Group, anna: Person
) -> None:
    # Telegram presents each message there as a reply to the service message, which is the bot's own.
    with telegram.lock:
        topic = create_topic(telegram, forum, account.user, "Fragen an den Bot")
    dialogue = Dialogue(telegram, account, forum)
    anna.says(forum, QUESTION, topic=topic)
    dialogue.assert_silent(anna, topic=topic)


def test_anonymous_administrators_are_answered(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    anna.says(group, f"/frage@{account.username} {QUESTION}", anonymously=True)
    assert shown(dialogue.reply()) == PAYING
    dialogue.assert_silent(anna)


def test_forwards_and_channel_posts_do_not_speak_to_it(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    channel = telegram.new_channel("Nachrichten", discussion=group)
    dialogue = Dialogue(telegram, account, group)
    anna.says(group, f"@{account.username} {QUESTION}", forwarded_from=ben)
    anna.posts(channel, f"@{account.username} {QUESTION}")
    dialogue.assert_silent(anna)


def test_a_tap_in_a_topic_is_answered_there(
    telegram: Telegram, account: BotAccount, forum: Group, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, forum)
    anna.says(forum, f"/start@{account.username}", topic="Sport")
    greeting = dialogue.reply()
    ben.taps(greeting, QUESTION)
    answer = dialogue.reply()
    assert answer.topic == greeting.topic
    assert "Die **Reparatur** **bezahlt**" in shown(answer)
    dialogue.assert_silent(anna, topic="Sport")


@pytest.mark.parametrize("topic", [None, "Politik"])
def test_a_deleted_question_is_answered_where_it_was_asked(
    telegram: Telegram, account: BotAccount, forum: Group, anna: Person, topic: str | None
) -> None:
    dialogue = Dialogue(telegram, account, forum)
    with telegram.lock:  # the bot sees the question only when it is gone
        asked = anna.says(forum, f"/frage@{account.username} {QUESTION}", topic=topic)
        anna.deletes(asked)
    answer = dialogue.reply()
    assert shown(answer) == PAYING
    assert (answer.topic, answer.reply_to_id) == (asked.topic, None)
    dialogue.assert_silent(anna, topic=topic)


def test_a_mention_in_reply_to_somebody_asks_about_their_message(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    wondered = ben.says(group, "Ich frage mich ja, wer die Reparatur bezahlt.")
    for words in (f"/frage@{account.username}", f"/frage@{account.username} der Brücke?"):
        asked = anna.says(group, words, reply_to=wondered)
        answer = dialogue.reply()
        assert answer.text.startswith("Die Reparatur bezahlt zur Hälfte das Land.")
        assert answer.reply_to_id == asked.id
    dialogue.assert_silent(anna)


def test_a_marked_passage_is_what_is_meant(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    long = ben.says(group, "Wie lange bleibt die Brücke gesperrt? Und wer bezahlt die Reparatur?")
    anna.says(group, f"/frage@{account.username}", reply_to=long, quote="wer bezahlt die Reparatur?")
    assert dialogue.reply().text.startswith("Die Reparatur bezahlt zur Hälfte das Land.")
    dialogue.assert_silent(anna)


def test_a_caption_is_read_like_a_text(telegram: Telegram, account: BotAccount, group: Group, anna: Person) -> None:
    dialogue = Dialogue(telegram, account, group)
    shown_photo = anna.shows(group, "Wer bezahlt die Reparatur?")
    anna.shows(group, f"/frage@{account.username} {QUESTION}")
    assert shown(dialogue.reply()) == PAYING
    anna.says(group, f"/frage@{account.username}", reply_to=shown_photo)
    assert shown(dialogue.reply()) == PAYING
    dialogue.assert_silent(anna)


def test_words_beside_the_mention_refine_the_message_asked_about(dialogue: Dialogue, ben: Person, anna: Person) -> None:
    wondered = ben.says(dialogue.chat, "Da war doch etwas mit der Brücke und der Reparatur.")
    me = dialogue.account.username
    for words, begins in (
        ("wie lange gesperrt?", "Die Brücke über die Lahn"),
        ("wer bezahlt?", "Die Reparatur bezahlt"),
    ):
        for spoken in (f"/frage@{me} {words}", f"@{me} {words}"):
            anna.says(dialogue.chat, spoken, reply_to=wondered)
            assert dialogue.reply().text.startswith(begins)
    dialogue.assert_silent(anna)


def test_a_video_asked_about_is_read_by_its_caption(dialogue: Dialogue, ben: Person, anna: Person) -> None:
    video = ben.shows(dialogue.chat, "Wer bezahlt die Reparatur?", kind="video")
    anna.says(dialogue.chat, f"@{dialogue.account.username}", reply_to=video)
    assert shown(dialogue.reply()) == PAYING
    dialogue.assert_silent(anna)


def test_in_a_discussion_group_people_ask_and_posts_do_not(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person
) -> None:
    channel = telegram.new_channel("Neuigkeiten", discussion=group)
    dialogue = Dialogue(telegram, account, group)
    anna.posts(channel, QUESTION)
    forwarded = group.messages[-1]
    assert forwarded.is_automatic_forward
    anna.says(group, "Das frage ich mich auch.", reply_to=forwarded)
    asked = anna.says(group, f"/frage@{account.username}", reply_to=forwarded)
    answer = dialogue.reply()
    assert (shown(answer), answer.reply_to_id) == (PAYING, asked.id)
    dialogue.assert_silent(anna)


def test_joining_a_discussion_group_it_introduces_itself(
    telegram: Telegram, account: BotAccount, anna: Person, ben: Person
) -> None:
    group = telegram.new_group("Kommentare", [anna, ben])
    telegram.new_channel("Meldungen", discussion=group)
    anna.adds(account, group)
    said = telegram.wait_for(lambda: by_the_bot(group, account))[0]
    assert len(shown(said).splitlines()) == 2
    Dialogue(telegram, account, group).assert_silent(anna)


def test_forwarded_commands_and_other_bots_commands_are_left_alone(
    dialogue: Dialogue, anna: Person, ben: Person
) -> None:
    me = dialogue.account.username
    anna.says(dialogue.chat, f"/frage@{me} {QUESTION}", forwarded_from=ben)
    anna.says(dialogue.chat, f"/frage@uhrbot {QUESTION}")
    anna.says(dialogue.chat, f"/artikel@{me}", forwarded_from="Verborgen")
    dialogue.assert_silent(anna)


def test_a_comment_with_a_question_of_its_own_is_answered_as_that_one(
    dialogue: Dialogue, ben: Person, anna: Person
) -> None:
    wondered = ben.says(dialogue.chat, "Wie lange bleibt die Brücke über die Lahn gesperrt?")
    anna.says(dialogue.chat, f"/frage@{dialogue.account.username} {QUESTION}", reply_to=wondered)
    assert shown(dialogue.reply()) == PAYING
    dialogue.assert_silent(anna)


def test_pictures_without_words_are_nobodys_question(dialogue: Dialogue, anna: Person, account: BotAccount) -> None:
    anna.says(dialogue.chat, f"/frage@{account.username} {QUESTION}")
    anna.shows(dialogue.chat, reply_to=dialogue.reply())
    dialogue.assert_silent(anna)
