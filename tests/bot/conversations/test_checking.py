"""Quotations and claims of messages, checked: each way of asking, in private, in groups, as a guest and inline."""

from __future__ import annotations

import pytest

from bot.simulator import BotAccount, Group, Message, Person, PrivateChat, Telegram
from tests.support.bot.dialogues import Dialogue, answered, by_the_bot, changed, label_above, rows, shown
from tests.support.bot.quotations import TITLE

ALTERED = "Achtung: „Die Brücke über die Lahn bleibt bis August gesperrt.“"
MAY = "In der Nachricht „August“, im Artikel „Mai“."
CLOSED = "❝ Die Brücke über die Lahn bleibt bis **Mai** gesperrt. ❞"
EXACT = "„Ein Gutachter fand Risse im mittleren Pfeiler.“"
FOUND = "Wörtlich so im Artikel.\n❝ Ein Gutachter fand Risse im mittleren Pfeiler. ❞"
ABSENT = "„Die Brücke wird niemals mehr geöffnet“"
NOWHERE = "Dieses Zitat steht nicht im Artikel."
CLAIM = "Die Reparatur bezahlt zur Gänze der Bund"
MONEY = "Die Reparatur kostet sieben Millionen Euro"
OTHER_MONEY = """\
Der Artikel nennt hier „vier Millionen“, nicht „sieben Millionen“.
❝ Die Reparatur bezahlt zur Hälfte das Land. Sie kostet rund **vier Millionen** Euro. ❞
Absatz 2"""


@pytest.fixture
def dialogue(telegram: Telegram, account: BotAccount, group: Group) -> Dialogue:
    return Dialogue(telegram, account, group)


@pytest.fixture
def elsewhere(telegram: Telegram, anna: Person, ben: Person, account: BotAccount) -> Group:
    account.supports_inline_queries = account.supports_guest_queries = True
    return telegram.new_group("Anderswo", [anna, ben])


@pytest.mark.parametrize(
    "words", ["/pruefen", "/pruefen@{}", "@{} stimmt das?", "@{} hat der das so gesagt", "/frage@{} stimt das?"]
)
def test_in_a_group_in_reply_to_somebodys_message(
    words: str, dialogue: Dialogue, group: Group, anna: Person, ben: Person
) -> None:
    said = ben.says(group, ALTERED)
    asked = anna.says(group, words.format(dialogue.account.username), reply_to=said)
    reply = dialogue.reply()
    assert shown(reply) == f"{MAY}\n{CLOSED}\nAbsatz 1"
    assert reply.reply_to_id == asked.id
    assert rows(reply) == [["Kontext", "Kopieren", "Zum Artikel"]]
    dialogue.assert_silent(anna)


def test_nobody_is_checked_unasked(dialogue: Dialogue, group: Group, anna: Person, ben: Person) -> None:
    said = ben.says(group, ALTERED)
    anna.says(group, "Stimmt das?", reply_to=said)
    dialogue.assert_silent(anna)


def test_behind_the_command_or_by_itself(dialogue: Dialogue, account: BotAccount, anna: Person) -> None:
    dialogue.assert_answers(
        anna,
        [
            (f"/pruefen {EXACT}", f"{FOUND}\nAbsatz 1"),
            (f"@{account.username} {ABSENT}", NOWHERE),
            (f"@{account.username} stimmt {EXACT}?", f"{FOUND}\nAbsatz 1"),
            (f"/pruefen {MONEY}", OTHER_MONEY),
        ],
    )


def test_the_passage_that_is_marked(
    dialogue: Dialogue, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    said = ben.says(group, f"{EXACT} und {ABSENT}")
    anna.says(group, f"@{account.username} stimmt das?", reply_to=said, quote=ABSENT)
    assert shown(dialogue.reply()) == NOWHERE


def test_the_caption_of_a_picture(
    dialogue: Dialogue, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    anna.says(group, f"/pruefen@{account.username}", reply_to=ben.shows(group, ALTERED))
    assert shown(dialogue.reply()).startswith(MAY)


def test_in_private_as_people_type(telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person) -> None:
    dialogue = Dialogue(telegram, account, private)
    dialogue.assert_answers(
        anna,
        [
            (EXACT, f"{FOUND}\nAbsatz 1"),
            (f"{MONEY}, stimmt das?", OTHER_MONEY),
            (
                "stimmt das?",
                "Was soll ich prüfen? Antworte mit /pruefen auf die Nachricht, oder schreib das Zitat dahinter.",
            ),
            ("/pruefen haha", "Darin finde ich kein Zitat und keine Aussage, die ich nachschlagen kann."),
            ("Elefanten sind rosa, oder?", "Dazu finde ich nichts im Artikel."),
        ],
    )
    said = anna.says(private, "Die Brücke bleibt bis August gesperrt")
    dialogue.reply()
    anna.says(private, "is that true?", reply_to=said)
    assert shown(dialogue.reply()).startswith("The message has “August”, the article “Mai”.")


def test_a_reply_to_the_bots_own_quote_asks_for_its_source(
    dialogue: Dialogue, account: BotAccount, group: Group, anna: Person
) -> None:
    anna.says(group, f"/pruefen@{account.username} {EXACT}")
    quote = dialogue.reply()
    anna.says(group, "stimmt das?", reply_to=quote)
    assert shown(dialogue.reply()).startswith("Rund um diesen Satz finde ich niemanden")
    anna.says(group, f"/pruefen@{account.username}", reply_to=quote)
    assert shown(dialogue.reply()).startswith(FOUND)


def test_a_forwarded_message_is_offered_the_check(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, private)
    forwarded = anna.says(private, f"{ALTERED} {'Und so weiter. ' * 20}", forwarded_from=ben)
    offer = dialogue.reply()
    assert shown(offer) == "Soll ich nachsehen, ob das so im Artikel steht?"
    assert offer.reply_to_id == forwarded.id
    anna.taps(offer, "Zitate prüfen")
    checked = changed(telegram, offer)
    assert shown(checked) == f"{MAY}\n{CLOSED}\nAbsatz 1"
    assert rows(checked) == [["Kontext", "Kopieren", "Zum Artikel"]]


def test_a_forwarded_question_is_answered_and_can_be_checked(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, private)
    anna.says(private, "Wie lange bleibt die Brücke gesperrt?", forwarded_from=ben)
    answer = dialogue.reply()
    assert "bis Mai" in shown(answer)
    assert rows(answer)[-1] == ["Zitate prüfen"]


def test_the_tap_on_an_offer_whose_message_is_gone_says_so(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, private)
    forwarded = anna.says(private, ALTERED, forwarded_from=ben)
    offer = dialogue.reply()
    anna.deletes(forwarded)
    tap = anna.taps(offer, "Zitate prüfen")
    telegram.wait_for(lambda: tap.is_answered)
    assert shown(offer.chat.message(offer.id) or offer) == "Soll ich nachsehen, ob das so im Artikel steht?"


def test_an_edited_message_is_checked_again(
    telegram: Telegram, dialogue: Dialogue, account: BotAccount, group: Group, anna: Person
) -> None:
    asked = anna.says(group, f"/pruefen@{account.username} {ABSENT}")
    reply = dialogue.reply()
    anna.edits(asked, f"/pruefen@{account.username} {EXACT}")
    assert shown(changed(telegram, reply)) == f"{FOUND}\nAbsatz 1"


def _several(message: Message) -> list[str]:
    return [block.partition("\n")[0] for block in shown(message).split("\n\n")]


def test_of_several_quotations_five_are_checked_in_one_message(
    dialogue: Dialogue, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    said = ben.says(group, " und ".join([EXACT, ALTERED, ABSENT, EXACT, EXACT, EXACT, ABSENT]))
    anna.says(group, f"/pruefen@{account.username}", reply_to=said)
    reply = dialogue.reply()
    quoted = [EXACT, "„Die Brücke über die Lahn bleibt bis August gesperrt.“", ABSENT, EXACT, EXACT]
    assert _several(reply) == [*quoted, "Zu den weiteren Zitaten sage ich hier nichts."]
    assert rows(reply) == []


def test_as_a_guest(telegram: Telegram, account: BotAccount, anna: Person, ben: Person, elsewhere: Group) -> None:
    said = ben.says(elsewhere, ALTERED)
    anna.says(elsewhere, f"@{account.username} stimmt das?", reply_to=said)
    answer = telegram.wait_for(lambda: by_the_bot(elsewhere, account))[0]
    assert shown(answer) == f"{MAY}\n{CLOSED}\n{TITLE}, Absatz 1"


@pytest.mark.parametrize("typed", [f"stimmt {EXACT}?", EXACT])
def test_inline_the_quotation_stands_above_its_verdict(
    typed: str, telegram: Telegram, account: BotAccount, anna: Person, elsewhere: Group
) -> None:
    query = answered(telegram, anna.queries(account, typed))
    (only,) = query.results
    assert (only.title, only.description) == ("Wörtlich so im Artikel.", EXACT.strip("„“"))
    assert shown(anna.chooses(query, only, elsewhere)) == f"{EXACT}\n{FOUND}\n{TITLE}, Absatz 1"


def test_inline_a_claim_is_looked_up(telegram: Telegram, account: BotAccount, anna: Person, elsewhere: Group) -> None:
    query = answered(telegram, anna.queries(account, f"{CLAIM}, stimmt das?"))
    message = shown(anna.chooses(query, query.results[0], elsewhere))
    assert message.startswith(f"„{CLAIM}“\nDazu steht im Artikel:\n❝ Die **Reparatur**")


@pytest.mark.usefixtures("elsewhere")
def test_inline_a_claim_that_nothing_is_said_about_is_told_so(
    telegram: Telegram, account: BotAccount, anna: Person
) -> None:
    query = answered(telegram, anna.queries(account, "Elefanten sind rosa, stimmt das?"))
    assert query.results == ()
    assert label_above(query) == "Dazu finde ich nichts im Artikel."
