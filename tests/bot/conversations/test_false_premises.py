"""What a question takes for given and the article does not say is told above the quote, wherever it is asked."""

from __future__ import annotations

import pytest

from bot.simulator import BotAccount, Group, Person, PrivateChat, Telegram, TelegramServer
from tests.support.bot.articles import FEES
from tests.support.bot.dialogues import Dialogue, answered, by_the_bot, changed, shown
from tests.support.bot.quotations import TITLE
from tests.support.bot.running_bot import running, settings_for

MONEY = "Warum kostet die Reparatur sieben Millionen Euro?"
OTHER_MONEY = "Der Artikel nennt hier „vier Millionen“, nicht „sieben Millionen“."
PAID = "❝ Die Reparatur bezahlt zur Hälfte das Land. Sie kostet rund **vier Millionen** Euro. ❞"
MAYOR = "Was hat Merkel bezahlt?"
NO_MAYOR = "Nicht im Artikel: „Merkel“. Am ehesten dazu:"


@pytest.fixture
def elsewhere(telegram: Telegram, anna: Person, ben: Person, account: BotAccount) -> Group:
    account.supports_inline_queries = account.supports_guest_queries = True
    return telegram.new_group("Anderswo", [anna, ben])


def test_in_private(telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person) -> None:
    Dialogue(telegram, account, private).assert_answers(anna, [(MONEY, f"{OTHER_MONEY}\n{PAID}\nAbsatz 2")])


def test_in_a_group_a_question_for_yes_or_no_is_answered_by_the_quote(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    anna.says(group, f"/frage@{account.username} Bleibt die Brücke bis August gesperrt?")
    reply = dialogue.reply()
    told = "Der Artikel nennt hier „Mai“, nicht „August“."
    assert shown(reply) == f"{told}\n❝ Die Brücke über die Lahn bleibt bis **Mai** gesperrt. ❞\nAbsatz 1"
    anna.taps(reply, "Kontext")
    around = changed(telegram, reply)
    assert shown(around).startswith(f"{told}\n❝ __Die Brücke über die Lahn bleibt bis Mai gesperrt.__ Ein Gutachter")
    anna.taps(around, "Zurück zum Zitat")
    assert shown(changed(telegram, around)) == shown(reply)


def test_as_a_guest(telegram: Telegram, account: BotAccount, anna: Person, elsewhere: Group) -> None:
    anna.says(elsewhere, f"@{account.username} {MAYOR}")
    answer = shown(telegram.wait_for(lambda: by_the_bot(elsewhere, account))[0])
    assert answer == f"{NO_MAYOR}\n❝ Die Reparatur **bezahlt** zur Hälfte das Land. ❞\n{TITLE}, Absatz 2"


def test_inline(telegram: Telegram, account: BotAccount, anna: Person, elsewhere: Group) -> None:
    query = answered(telegram, anna.queries(account, MONEY))
    message = anna.chooses(query, query.results[0], elsewhere)
    assert shown(message) == f"{OTHER_MONEY}\n{PAID}\n{TITLE}, Absatz 2"


def test_in_english(telegram: Telegram, account: BotAccount, group: Group, ben: Person) -> None:
    dialogue = Dialogue(telegram, account, group)
    ben.says(group, f"/ask@{account.username} Does the Brücke cost 7 million euros?")
    assert shown(dialogue.reply()).startswith("Not in the article: “7 million”.")


def test_of_a_name_whose_right_one_the_quote_does_not_show(
    world: TelegramServer, telegram: Telegram, anna: Person, ben: Person
) -> None:
    account = telegram.new_bot("gebuehrenbot", name="Gebühren")
    with running(settings_for(world, account), [FEES]):
        group = telegram.new_group("Rat", [anna, ben, account])
        telegram.wait_for(lambda: by_the_bot(group, account))
        dialogue = Dialogue(telegram, account, group)
        anna.says(group, f"/frage@{account.username} Wann nannte die Kämmerin Ulrike Hasselbrink den Aufschub feige?")
        assert shown(dialogue.reply()).startswith("Über „Ulrike Hasselbrink“ steht das nicht im Artikel.")
