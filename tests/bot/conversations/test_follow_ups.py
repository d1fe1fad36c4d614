"""Replies to the bot's own answers: they lean on the quote that they reply to, and nothing is stored for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.simulator import BotAccount, Group, Message, Person, Telegram, TelegramServer
from content import Article
from tests.support.bot.dialogues import Dialogue, by_the_bot, shown
from tests.support.bot.running_bot import running, settings_for, webhook_settings

TOWER = Article(
    text="Der Turm am Markt wird gesperrt. Ida Falk sagte, die Treppe sei morsch. Der Turm öffnet im Mai wieder.\n\n"
    "Im Turm hängt eine Glocke. Sie schweigt, weil sie einen Riss hat. Gegossen hat sie Meister Veit im Jahr 1512.\n\n"
    "Die Reparatur der Glocke kostet 9.000 Euro. Laut dem Verein Turmfreunde fehlt das Geld. Die Glocke ist aus Bronze."
    "\n\nEin Blitz traf das Dach.",
    title="Der Turm",
    language="de",
    slug="turm",
    url="https://example.org/turm",
)
SOURCE = "Absatz"


@pytest.fixture(scope="module")
def tower_by_polling(world: TelegramServer, telegram: Telegram) -> Iterator[BotAccount]:
    account = telegram.new_bot("TowerBot")
    account.supports_guest_queries = account.supports_inline_queries = True
    with running(settings_for(world, account), [TOWER]):
        yield account


@pytest.fixture(scope="module")
def tower_by_webhook(world: TelegramServer, telegram: Telegram) -> Iterator[BotAccount]:
    account = telegram.new_bot("TowerHookBot", privacy=False)
    account.supports_guest_queries = account.supports_inline_queries = True
    with running(webhook_settings(world, account), [TOWER]):
        yield account


@pytest.fixture(params=["polling", "webhook"])
def account(request: pytest.FixtureRequest) -> BotAccount:
    bot: BotAccount = request.getfixturevalue(f"tower_by_{request.param}")
    return bot


@pytest.fixture(params=["private", "group"])
def dialogue(request: pytest.FixtureRequest, telegram: Telegram, account: BotAccount, anna: Person) -> Dialogue:
    """A private chat, and a group in which the bot is named only to ask the first question."""
    if request.param == "private":
        opened = Dialogue.opened_by(anna, telegram, account)
        opened.reply()
        return opened
    return Dialogue(telegram, account, request.getfixturevalue("group"))


def asks(dialogue: Dialogue, person: Person, question: str) -> Message:
    """The bot's answer to the question."""
    person.says(dialogue.chat, f"/frage@{dialogue.account.username} {question}")
    return dialogue.reply()


def follows(dialogue: Dialogue, person: Person, words: str, answer: Message, **how: object) -> str:
    """What the bot says to the words that reply to its answer."""
    person.says(dialogue.chat, words, reply_to=answer, **how)  # type: ignore[arg-type]
    return shown(dialogue.reply())


@pytest.mark.parametrize("words", ["Und warum?", "warum", "Weshalb denn?"])
def test_why(dialogue: Dialogue, anna: Person, words: str) -> None:
    answer = asks(dialogue, anna, "Welche Glocke hängt im Turm?")
    assert follows(dialogue, anna, words, answer) == f"❝ Sie schweigt, weil sie einen Riss hat. ❞\n{SOURCE} 2"
    dialogue.assert_silent(anna)


def test_why_is_refused_where_no_reason_stands(dialogue: Dialogue, anna: Person) -> None:
    answer = asks(dialogue, anna, "Was traf das Dach?")
    assert follows(dialogue, anna, "Und warum?", answer) == "Einen Grund finde ich rund um diese Stelle nicht."
    dialogue.assert_silent(anna)


def test_when(dialogue: Dialogue, anna: Person) -> None:
    answer = asks(dialogue, anna, "Wer hat die Glocke gegossen?")
    expected = f"Gegossen hat sie Meister Veit im Jahr **1512**. ❞\n{SOURCE} 2"
    assert follows(dialogue, anna, "Wann war das?", answer).endswith(expected)
    dialogue.assert_silent(anna)


def test_what_stands_only_next_to_the_quote_is_named_so(dialogue: Dialogue, anna: Person) -> None:
    answer = asks(dialogue, anna, "Was wird am Markt gesperrt?")
    assert follows(dialogue, anna, "Bis wann?", answer) == (
        f"Rund um diese Stelle steht:\n❝ Der Turm öffnet im **Mai** wieder. ❞\n{SOURCE} 1"
    )
    dialogue.assert_silent(anna)


@pytest.mark.parametrize("words", ["Wer sagt das?", "Quelle?", "Woher stammt das?", "Stimmt das?"])
def test_who_says_that(dialogue: Dialogue, anna: Person, words: str) -> None:
    answer = asks(dialogue, anna, "Welches Geld fehlt dem Verein?")
    assert follows(dialogue, anna, words, answer).startswith("Das sagt dem Artikel nach: Verein Turmfreunde.")
    dialogue.assert_silent(anna)


def test_the_sentence_that_names_the_speaker_is_quoted(dialogue: Dialogue, anna: Person) -> None:
    answer = asks(dialogue, anna, "Was ist mit der Treppe?")
    assert "❝ **Ida** **Falk** sagte, die Treppe sei morsch. ❞\nlaut Ida Falk" in (
        follows(dialogue, anna, "Wer behauptet das?", answer)
    )
    dialogue.assert_silent(anna)


def test_the_articles_own_voice_is_named_so(dialogue: Dialogue, anna: Person) -> None:
    answer = asks(dialogue, anna, "Was traf das Dach?")
    assert follows(dialogue, anna, "Wer sagt das?", answer) == (
        f"Rund um diesen Satz finde ich niemanden, auf den sich der Artikel beruft.\n{SOURCE} 4"
    )
    dialogue.assert_silent(anna)


def test_what_else_until_there_is_no_more(dialogue: Dialogue, anna: Person) -> None:
    answer = asks(dialogue, anna, "Was kostet die Reparatur der Glocke?")
    told = [shown(answer)]
    for words in ("Was noch?", "Mehr", "Und sonst?", "Was noch?", "Noch was?", "Sonst noch was?"):
        told.append(follows(dialogue, anna, words, answer))
        if told[-1] == "Mehr dazu habe ich im Artikel nicht gefunden.":
            break
        answer = by_the_bot(dialogue.chat, dialogue.account)[-1]
        dialogue.forget()
    assert told[-1] == "Mehr dazu habe ich im Artikel nicht gefunden."
    quotes = [quote.partition(" ❞")[0] for quote in told[:-1]]
    assert len(quotes) > 1
    sentences = [sentence for quote in quotes for sentence in quote.replace("*", "").strip("❝ ").split(". ")]
    assert len(sentences) == len(set(sentences)), "nothing is quoted twice"
    dialogue.assert_silent(anna)


def test_a_subject_of_its_own_is_looked_up_and_refused_like_any(dialogue: Dialogue, anna: Person) -> None:
    answer = asks(dialogue, anna, "Was traf das Dach?")
    assert "9.000" in follows(dialogue, anna, "Und was kostet die Reparatur?", answer)
    assert follows(dialogue, anna, "Welche Farbe haben Elefanten?", answer).startswith(
        "Das beantwortet der Artikel nicht."
    )
    dialogue.assert_silent(anna)


def test_the_marked_part_of_a_quote_is_what_is_meant(dialogue: Dialogue, anna: Person) -> None:
    answer = asks(dialogue, anna, "Was ist mit der Treppe im Turm?")
    assert "Der Turm öffnet im Mai wieder." in answer.text
    told = follows(dialogue, anna, "Wer sagt das?", answer, quote="Der Turm öffnet im Mai wieder.")
    assert told.startswith("Rund um diesen Satz finde ich niemanden")
    told = follows(dialogue, anna, "Wer sagt das?", answer, quote="die Treppe sei morsch")
    assert told.startswith("Das sagt dem Artikel nach: Ida Falk.\n")
    dialogue.assert_silent(anna)


def test_the_context_is_an_answer_too(dialogue: Dialogue, anna: Person, telegram: Telegram) -> None:
    answer = asks(dialogue, anna, "Was ist mit der Treppe?")
    anna.taps(answer, "Kontext")
    telegram.wait_for(lambda: "__" in shown(dialogue.chat.message(answer.id) or answer))
    assert "Ida Falk" in follows(dialogue, anna, "Wer sagt das?", answer)


def test_a_voices_passage_is_an_answer_too(dialogue: Dialogue, anna: Person, telegram: Telegram) -> None:
    anna.says(dialogue.chat, f"/quellen@{dialogue.account.username}")
    voices = dialogue.reply()
    anna.taps(voices, "Ida Falk")
    telegram.wait_for(lambda: "❝" in shown(dialogue.chat.message(voices.id) or voices))
    assert "die Treppe sei morsch" in follows(dialogue, anna, "Wer sagt das?", voices)
    assert follows(dialogue, anna, "Was noch?", voices) == "Mehr dazu habe ich im Artikel nicht gefunden."
    dialogue.assert_silent(anna)


@pytest.mark.parametrize("words", ["Wer sagt das?", "Was noch?", "Und warum?", "Quelle?"])
def test_without_a_quote_it_asks_what_is_meant(dialogue: Dialogue, anna: Person, words: str) -> None:
    asks(dialogue, anna, "Was traf das Dach?")
    anna.says(dialogue.chat, f"/frage@{dialogue.account.username} {words}")
    assert shown(dialogue.reply()).startswith("Worauf bezieht sich das?")
    refusal = asks(dialogue, anna, "Welche Farbe haben Elefanten?")
    assert follows(dialogue, anna, words, refusal).startswith("Worauf bezieht sich das?")
    dialogue.assert_silent(anna)


def test_thanks_and_signs_get_no_quote(dialogue: Dialogue, anna: Person) -> None:
    answer = asks(dialogue, anna, "Was traf das Dach?")
    for words in ("Danke!", "👍"):
        if isinstance(dialogue.chat, Group):
            anna.says(dialogue.chat, words, reply_to=answer)
        else:
            assert follows(dialogue, anna, words, answer) == "Gern!"
    dialogue.assert_silent(anna)


def test_an_edited_follow_up_edits_its_answer(dialogue: Dialogue, anna: Person, telegram: Telegram) -> None:
    answer = asks(dialogue, anna, "Wer hat die Glocke gegossen?")
    said = anna.says(dialogue.chat, "Wann war das?", reply_to=answer)
    reply = dialogue.reply()
    anna.edits(said, "Wer sagt das?")
    telegram.wait_for(lambda: "finde ich niemanden" in shown(dialogue.chat.message(reply.id) or reply))
    dialogue.assert_silent(anna)
    assert [each.id for each in by_the_bot(dialogue.chat, dialogue.account)][-2:-1] == [reply.id]  # before the help


def test_in_english(telegram: Telegram, account: BotAccount, ben: Person) -> None:
    dialogue = Dialogue.opened_by(ben, telegram, account)
    dialogue.reply()
    answer = asks(dialogue, ben, "Was ist mit der Treppe?")
    assert follows(dialogue, ben, "Who says that?", answer).startswith(
        "According to the article, this is from Ida Falk.\n"
    )
    longer = asks(dialogue, ben, "Was ist mit der Treppe im Turm?")
    assert follows(dialogue, ben, "Who says that?", longer).startswith(
        "According to the article, this is from Ida Falk. For the rest I find no source there.\n"
    )
    bolt = asks(dialogue, ben, "Was traf das Dach?")
    assert follows(dialogue, ben, "And why?", bolt) == "I find no reason around this passage."
    assert follows(dialogue, ben, "What else?", bolt) == "I have found no more about it in the article."
    assert follows(dialogue, ben, "Who says that?", bolt).startswith("Around this sentence I find nobody")
    dialogue.assert_silent(ben)


def test_other_members_follow_up_without_a_mention_and_chatter_does_not(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    answer = asks(dialogue, anna, "Wer hat die Glocke gegossen?")
    ben.says(group, "Und warum?")
    ben.says(group, "Und warum?", reply_to=anna.says(group, "Aha."))
    assert "1512" in follows(dialogue, ben, "Wann war das?", answer)
    dialogue.assert_silent(anna)


def test_a_guests_answer_is_followed_up_where_it_stands(
    telegram: Telegram, account: BotAccount, anna: Person, ben: Person
) -> None:
    elsewhere = telegram.new_group("Anderswo", [anna, ben])
    anna.says(elsewhere, f"@{account.username} Was ist mit der Treppe?")
    answer = telegram.wait_for(lambda: by_the_bot(elsewhere, account))[0]
    ben.says(elsewhere, "Wer sagt das?", reply_to=answer)
    told = telegram.wait_for(lambda: by_the_bot(elsewhere, account)[1:])[0]
    assert shown(told).startswith("Das sagt dem Artikel nach: Ida Falk.")


def test_a_quote_sent_inline_is_followed_up_by_a_command(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    query = anna.queries(account, "treppe morsch")
    telegram.wait_for(lambda: query.is_answered)
    sent = anna.chooses(query, query.results[0], group)
    assert sent.buttons == ()
    dialogue = Dialogue(telegram, account, group)
    ben.says(group, f"/frage@{account.username} Wer sagt das?", reply_to=sent)
    assert shown(dialogue.reply()).startswith("Das sagt dem Artikel nach: Ida Falk.")
    ben.says(group, "Wer sagt das?", reply_to=sent)  # to Anna, who sent it
    dialogue.assert_silent(anna)


def test_after_a_restart_and_after_a_change_of_the_article(world: TelegramServer, anna: Person) -> None:
    telegram = world.telegram
    account = telegram.new_bot("RestartedTowerBot")
    settings = settings_for(world, account)
    with running(settings, [TOWER]):
        dialogue = Dialogue.opened_by(anna, telegram, account)
        dialogue.reply()
        answer = asks(dialogue, anna, "Was ist mit der Treppe?")
    with running(settings, [TOWER]):
        assert "Ida Falk" in follows(dialogue, anna, "Wer sagt das?", answer)
    added = Article.from_text("Neues vorweg.\n\n" + TOWER.text, title="Der Turm", language="de")
    with running(settings, [added]):
        assert "Absatz 2" in follows(dialogue, anna, "Wer sagt das?", answer)
    gone = Article.from_text("Der Turm ist fort.", title="Der Turm", language="de")
    with running(settings, [gone]):
        assert follows(dialogue, anna, "Wer sagt das?", answer).startswith("Worauf bezieht sich das?")
