"""What does not ask the text, over HTTP: in private a line or what is known of the article, in groups no chatter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.articles.library import Library
from bot.simulator import BotAccount, Group, Person, Telegram, TelegramServer
from retrieval import WORDS_ALONE, Answer, Retriever, Span, Topic, Verdict, cite
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import SILENCE, Dialogue, answered, by_the_bot, shown
from tests.support.bot.quotations import PAYING
from tests.support.bot.running_bot import running, settings_for

TOPICS = {
    "Danke!": Topic.TALK,
    "worum gehts hier": Topic.OVERVIEW,
    "Wer hat das geschrieben?": Topic.AUTHOR,
    "von wann ist das": Topic.PUBLISHED,
}
WRITTEN = "Geschrieben von Ida Fechner und Jo Amari."


class TopicsOnly(Retriever):
    """Knows what these messages are about, whatever hears topics in messages."""

    def answer(self, question: str, *given: Any, **named: Any) -> Answer:
        topic = TOPICS.get(question)
        lead = (cite(BRIDGE, [Span(0, 96)]),) if topic is Topic.OVERVIEW else ()
        return (
            Answer(question, Verdict.NONE, lead, (), topic=topic)
            if topic
            else super().answer(question, *given, **named)
        )


@pytest.fixture(scope="module")
def account(world: TelegramServer, telegram: Telegram) -> Iterator[BotAccount]:
    account = telegram.new_bot("TopicBot")
    account.supports_guest_queries = account.supports_inline_queries = True
    with running(settings_for(world, account), Library(TopicsOnly([BRIDGE], WORDS_ALONE))):
        yield account


def test_in_private_each_is_answered(telegram: Telegram, account: BotAccount, anna: Person) -> None:
    dialogue = Dialogue.opened_by(anna, telegram, account)
    dialogue.reply()
    dialogue.assert_answers(
        anna,
        [("Danke!", "Gern!"), ("Wer hat das geschrieben?", WRITTEN), ("von wann ist das", "Erschienen am 25.10.2024.")],
    )
    anna.says(dialogue.chat, "worum gehts hier")
    overview = dialogue.reply()
    assert shown(overview).splitlines()[1:3] == [
        "Der Stadtbote · 25.10.2024",
        "❝ Die Brücke über die Lahn bleibt bis Mai gesperrt. Ein Gutachter fand Risse im mittleren Pfeiler. ❞",
    ]
    assert [button.text for button in overview.buttons] == list(BRIDGE.questions)
    anna.says(dialogue.chat, "Wer sagt das?", reply_to=overview)
    assert shown(dialogue.reply()).startswith("Rund um diesen Satz finde ich niemanden")


def test_in_a_group_talk_is_met_with_silence(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    me = account.username
    anna.says(group, f"/frage@{me} Wer bezahlt die Reparatur?")
    ben.says(group, "Danke!", reply_to=dialogue.reply())
    dialogue.assert_answers(
        anna, [(f"/frage@{me} Danke!", SILENCE), (f"/frage@{me} Wer hat das geschrieben?", WRITTEN)]
    )
    wondered = ben.says(group, "Wer bezahlt die Reparatur?")
    anna.says(group, f"/frage@{me} Wer hat das geschrieben?", reply_to=wondered)
    assert shown(dialogue.reply()) == WRITTEN
    dialogue.assert_silent(anna)


def test_what_was_a_question_and_becomes_talk_keeps_its_answer(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    asked = anna.says(group, f"/frage@{account.username} Wer bezahlt die Reparatur?")
    answer = dialogue.reply()
    anna.edits(asked, f"/frage@{account.username} Danke!")
    dialogue.assert_silent(anna)
    assert shown(group.message(answer.id) or answer) == PAYING


def test_a_guest_is_silent_too(telegram: Telegram, account: BotAccount, anna: Person, ben: Person) -> None:
    elsewhere = telegram.new_group("Anderswo", [anna, ben])
    anna.says(elsewhere, f"@{account.username} Danke!")
    anna.says(elsewhere, f"@{account.username} Wer hat das geschrieben?")
    told = shown(telegram.wait_for(lambda: by_the_bot(elsewhere, account))[0])
    assert told == f"**[„Die Brücke bleibt bis Mai gesperrt“](https://example.org/bruecke)**\n{WRITTEN}"


def test_inline_offers_what_is_known_of_the_article(telegram: Telegram, account: BotAccount, anna: Person) -> None:
    offered = {words: answered(telegram, anna.queries(account, words)).results for words in TOPICS}
    listed = {words: [(each.title, each.description) for each in results] for words, results in offered.items()}
    title = "Die Brücke bleibt bis Mai gesperrt"
    assert listed["Wer hat das geschrieben?"] == [(title, WRITTEN)]
    assert listed["von wann ist das"] == [(title, "Erschienen am 25.10.2024.")]
    assert listed["worum gehts hier"] == [
        (title, "Die Brücke über die Lahn bleibt bis Mai gesperrt. Ein Gutachter fand Risse im mittleren Pfeiler.")
    ]
    assert [text for text, _ in listed["Danke!"]] == list(BRIDGE.questions)
