"""What only comes nearest is shown and called so, wherever it is asked; nobody is told that the article answers."""

from __future__ import annotations

from bot.simulator import BotAccount, Group, Person, PrivateChat, Telegram
from tests.support.bot.dialogues import Dialogue, answered, by_the_bot, shown
from tests.support.bot.quotations import REFUSED_IN_PRIVATE

# The article tells that it is closed, and gives no reason.
QUESTION = "Warum ist die Brücke gesperrt?"
TITLE = "[„Die Brücke bleibt bis Mai gesperrt“](https://example.org/bruecke)"
CLOSED = "Die **Brücke** über die Lahn bleibt bis Mai **gesperrt**."
NEAREST = f"Am ehesten dazu:\n❝ {CLOSED} ❞\nAbsatz 1"
AS_GUEST = f"Am ehesten dazu:\n❝ {CLOSED} ❞\n{TITLE}, Absatz 1"
REFUSED = "Das beantwortet der Artikel nicht."


def test_in_private_what_comes_nearest_is_called_so(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, private)
    dialogue.assert_answers(anna, [(QUESTION, NEAREST), ("Welche Farbe haben Elefanten?", REFUSED_IN_PRIVATE)])


def test_in_a_group_too_and_in_the_askers_language(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    dialogue.assert_answers(anna, [(f"/frage@{account.username} {QUESTION}", NEAREST)])
    ben.says(group, f"/ask@{account.username} Why is the Brücke gesperrt?")
    english = shown(dialogue.reply())
    assert english.startswith(f"What comes nearest:\n❝ {CLOSED} ❞\n")
    assert english.endswith("The quote is in German, the language of the article.")
    dialogue.assert_answers(anna, [(f"/frage@{account.username} Welche Farbe haben Elefanten?", REFUSED)])


def test_its_context_can_be_seen_and_it_stays_called_so(
    telegram: Telegram, account: BotAccount, group: Group, anna: Person
) -> None:
    dialogue = Dialogue(telegram, account, group)
    anna.says(group, f"/frage@{account.username} {QUESTION}")
    answer = dialogue.reply()
    anna.taps(answer, "Kontext")

    def context() -> str | None:
        now = shown(group.message(answer.id) or answer)
        return now if "__" in now else None

    told = telegram.wait_for(context)
    assert told is not None
    assert told.startswith("Am ehesten dazu:\n❝ __Die Brücke über die Lahn bleibt bis Mai gesperrt.__ Ein Gutachter")


def test_it_can_be_followed_up(telegram: Telegram, account: BotAccount, group: Group, anna: Person) -> None:
    dialogue = Dialogue(telegram, account, group)
    anna.says(group, f"/frage@{account.username} {QUESTION}")
    anna.says(group, "Bis wann?", reply_to=dialogue.reply())
    assert "bis **Mai**" in shown(dialogue.reply())


def test_a_guest_says_it_as_in_a_group(telegram: Telegram, account: BotAccount, anna: Person, ben: Person) -> None:
    account.supports_guest_queries = True
    elsewhere = telegram.new_group("Anderswo", [anna, ben])
    anna.says(elsewhere, f"@{account.username} {QUESTION}")
    assert shown(telegram.wait_for(lambda: by_the_bot(elsewhere, account))[0]) == AS_GUEST


def test_inline_it_is_offered_to_be_chosen(telegram: Telegram, account: BotAccount, anna: Person, ben: Person) -> None:
    account.supports_inline_queries = True
    query = answered(telegram, anna.queries(account, QUESTION))
    (offer,) = query.results
    assert offer.title.startswith("Die Brücke über die Lahn bleibt bis Mai gesperrt.")
    sent = anna.chooses(query, offer, telegram.new_group("Anderswo", [anna, ben]))
    assert CLOSED in shown(sent)
    assert answered(telegram, anna.queries(account, "elefanten")).results == ()
