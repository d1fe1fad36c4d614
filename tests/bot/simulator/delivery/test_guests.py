"""Guest mode: bots that are summoned into groups where they are no members."""

from __future__ import annotations

import pytest

from bot.simulator import BotAccount, Group, ImpossibleAction, ManualClock, Person, Telegram
from tests.support.simulator.client import Api, Json
from tests.support.simulator.results import KEYBOARD, TOO_LATE, article


@pytest.fixture
def account(account: BotAccount) -> BotAccount:
    account.supports_guest_queries = True
    return account


@pytest.fixture
def group(telegram: Telegram, anna: Person, ben: Person) -> Group:
    """A group without the bot."""
    return telegram.new_group("Runde", [anna, ben])


def summons(api: Api) -> list[Json]:
    """The messages that have summoned the bot; it hears nothing else."""
    updates = api.updates()
    assert all(set(update) == {"update_id", "guest_message"} for update in updates)
    return [update["guest_message"] for update in updates]


def answer(api: Api, guest_message: Json, **fields: object) -> str:
    """Answer; the inline identifier of the answer."""
    query = guest_message["guest_query_id"]
    sent: Json = api("answerGuestQuery", guest_query_id=query, result=article(**fields))  # type: ignore[arg-type]
    assert set(sent) == {"inline_message_id"}
    identifier: str = sent["inline_message_id"]
    return identifier


def test_a_mention_summons_a_guest(api: Api, group: Group, anna: Person) -> None:
    anna.says(group, "@Belegbot wer zahlt?")

    [message] = summons(api)
    assert (message["text"], message["chat"]["id"], message["from"]["id"]) == (
        "@Belegbot wer zahlt?",
        group.id,
        anna.user.id,
    )
    assert message["guest_query_id"]
    assert "reply_to_message" not in message
    assert api("getMe")["supports_guest_queries"] is True


def test_it_answers_once_in_the_thread(api: Api, group: Group, anna: Person, account: BotAccount) -> None:
    question = anna.says(group, "@belegbot wer zahlt?")
    [message] = summons(api)
    identifier = answer(api, message)

    answered = group.messages[-1]
    assert (answered.text, answered.sender, answered.reply_to) == ("Zitat 1", account.user, question)
    assert (answered.guest_caller, answered.inline_message_id) == (anna.user, identifier)
    again = {"guest_query_id": message["guest_query_id"], "result": article()}
    assert api.refused("answerGuestQuery", **again) == TOO_LATE


def test_it_sees_what_the_message_replies_to_and_nothing_else(
    api: Api, group: Group, anna: Person, ben: Person
) -> None:
    first = ben.says(group, "Musk zahlt nichts")
    claim = ben.says(group, "Taiwan zahlt", reply_to=first)
    ben.says(group, "/frage@belegbot und jetzt?")
    anna.says(group, "@belegbot stimmt das?", reply_to=claim)
    ben.edits(first, "@belegbot Musk zahlt viel")

    [message] = summons(api)
    assert message["reply_to_message"]["text"] == "Taiwan zahlt"
    assert "reply_to_message" not in message["reply_to_message"]


def test_a_reply_to_its_answer_summons_it_again(api: Api, group: Group, anna: Person, ben: Person) -> None:
    anna.says(group, "@belegbot wer zahlt?")
    answer(api, summons(api)[0])
    ben.says(group, "Und warum?", reply_to=group.messages[-1])

    [message] = summons(api)
    replied = message["reply_to_message"]
    assert (message["text"], replied["text"], replied["from"]["username"]) == ("Und warum?", "Zitat 1", "belegbot")
    assert replied["guest_bot_caller_user"]["id"] == anna.user.id


def test_an_anonymous_administrator_summons_as_the_group(api: Api, group: Group, anna: Person) -> None:
    anna.says(group, "@belegbot wer zahlt?", anonymously=True)
    answer(api, summons(api)[0])
    anna.says(group, "Und warum?", reply_to=group.messages[-1])

    [message] = summons(api)
    assert message["reply_to_message"]["guest_bot_caller_chat"]["id"] == group.id


def test_its_answer_can_be_tapped_and_changed(api: Api, group: Group, anna: Person, ben: Person) -> None:
    anna.says(group, "@belegbot wer zahlt?")
    identifier = answer(api, summons(api)[0], reply_markup=KEYBOARD)
    tap = ben.taps(group.messages[-1], "Mehr")

    [update] = api.updates()
    assert update["callback_query"]["inline_message_id"] == identifier
    assert api("answerCallbackQuery", callback_query_id=tap.id)
    assert api("editMessageText", inline_message_id=identifier, text="Mehr") is True
    assert (group.messages[-1].text, group.messages[-1].buttons) == ("Mehr", ())


def test_a_guest_that_has_joined_knows_its_answer_by_number(
    api: Api, group: Group, account: BotAccount, anna: Person
) -> None:
    anna.says(group, "@belegbot wer zahlt?")
    answer(api, summons(api)[0])
    number = group.messages[-1].id
    anna.adds(account, group)

    assert api("editMessageText", chat_id=group.id, message_id=number, text="Mehr")["text"] == "Mehr"


def test_at_most_three_guests_a_message(api: Api, telegram: Telegram, group: Group, anna: Person) -> None:
    others = [telegram.new_bot(name) for name in ("guest_a", "guest_b", "guest_c")]
    for other in others:
        other.supports_guest_queries = True
    anna.says(group, "@guest_a @guest_a @guest_b @belegbot @guest_c wer zahlt?")

    assert len(summons(api)) == 1
    assert [other.pending_updates for other in others] == [1, 1, 0]


def test_a_summons_that_was_deleted(api: Api, group: Group, anna: Person) -> None:
    question = anna.says(group, "@belegbot wer zahlt?")
    [message] = summons(api)
    anna.deletes(question)
    answer(api, message)

    assert (group.messages[-1].text, group.messages[-1].reply_to) == ("Zitat 1", None)


def test_members_are_no_guests(api: Api, account: BotAccount, group: Group, anna: Person) -> None:
    anna.adds(account, group)
    api.updates()
    anna.says(group, "@belegbot wer zahlt?")

    [update] = api.updates()
    assert set(update) == {"update_id", "message"}


def test_who_was_kicked_can_be_summoned(api: Api, account: BotAccount, group: Group, anna: Person) -> None:
    anna.adds(account, group)
    anna.removes(account, group)
    api.updates()
    anna.says(group, "@belegbot wer zahlt?")

    assert len(summons(api)) == 1


def test_a_bot_that_is_no_guest(api: Api, account: BotAccount, group: Group, anna: Person) -> None:
    anna.says(group, "@belegbot wer zahlt?")
    [message] = summons(api)
    account.supports_guest_queries = False
    anna.says(group, "@belegbot wer zahlt?")

    assert summons(api) == []
    refusal = api.refused("answerGuestQuery", guest_query_id=message["guest_query_id"], result=article())
    assert refusal == "Bad Request: USER_BOT_INVALID"


def test_nobody_is_summoned_by_what_is_protected_forwarded_or_a_bots(
    api: Api, telegram: Telegram, group: Group, anna: Person, ben: Person
) -> None:
    other = telegram.new_bot("other")
    anna.adds(other, group)
    Api(api.url, other.token, api.client)("sendMessage", chat_id=group.id, text="@belegbot wer zahlt?")
    anna.says(group, "@belegbot wer zahlt?", forwarded_from=ben)
    anna.protects(group)
    anna.says(group, "@belegbot wer zahlt?")

    assert summons(api) == []
    with pytest.raises(ImpossibleAction, match="does not own the group"):
        ben.protects(group, is_protected=False)


def test_nobody_is_summoned_by_a_result_sent_via_a_bot(
    api: Api, group: Group, account: BotAccount, anna: Person
) -> None:
    account.supports_inline_queries = True
    query = anna.queries(account, "a")
    content = {"message_text": "@belegbot wer zahlt?"}
    api("answerInlineQuery", inline_query_id=query.id, results=[article(input_message_content=content)])
    api.updates()
    anna.chooses(query, "1", group)

    assert summons(api) == []


def test_replies_to_what_it_wrote_as_a_member_do_not_summon_it(
    api: Api, group: Group, account: BotAccount, anna: Person
) -> None:
    anna.adds(account, group)
    api("sendMessage", chat_id=group.id, text="Das.")
    written = group.messages[-1]
    anna.removes(account, group)
    api.updates()
    anna.says(group, "Warum?", reply_to=written)

    assert summons(api) == []


def test_a_guest_does_not_take_over_bare_commands(api: Api, telegram: Telegram, group: Group, anna: Person) -> None:
    other = telegram.new_bot("other")
    anna.adds(other, group)
    telegram.bot_says(other, group, "Hallo")
    anna.says(group, "@belegbot wer zahlt?")
    answer(api, summons(api)[0])
    stranger = Api(api.url, other.token, api.client)
    stranger.updates()
    anna.says(group, "/mine")

    assert [update["message"]["text"] for update in stranger.updates()] == ["/mine"]


def test_a_guest_has_half_a_minute(api: Api, group: Group, anna: Person, clock: ManualClock) -> None:
    anna.says(group, "@belegbot wer zahlt?")
    [message] = summons(api)
    clock.advance(30)

    query = {"guest_query_id": message["guest_query_id"]}
    assert api.refused("answerGuestQuery", **query, result=article()) == TOO_LATE


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (None, "result isn't specified"),
        ({"type": "article", "id": "1"}, 'can\'t find field "title"'),
        ([], 'field "result" must be of type Object'),
        (article(input_message_content={}), "input message content is not specified"),
        (article(title=""), "ARTICLE_TITLE_EMPTY"),
        (article(type="video"), 'this simulator models no inline query result but the article, not "video"'),
    ],
)
def test_faulty_answers(api: Api, group: Group, anna: Person, result: Json | None, sentence: str) -> None:
    anna.says(group, "@belegbot wer zahlt?")
    query = {"guest_query_id": summons(api)[0]["guest_query_id"]}

    assert api.refused("answerGuestQuery", **query, result=result) == f"Bad Request: {sentence}"


def test_a_guest_does_nothing_else_there(api: Api, group: Group, anna: Person) -> None:
    anna.says(group, "@belegbot wer zahlt?")

    assert api.refused("sendMessage", chat_id=group.id, text="Hallo") == "Bad Request: chat not found"
    assert api.refused("sendChatAction", chat_id=group.id, action="typing") == "Bad Request: chat not found"


def test_protected_content(api: Api, telegram: Telegram, account: BotAccount, anna: Person) -> None:
    group = telegram.new_group("Geheim", [anna, account])
    anna.protects(group)
    api.updates()
    anna.says(group, "/frage@belegbot Was?")

    assert api.updates()[0]["message"]["has_protected_content"] is True
    assert api("getChat", chat_id=group.id)["has_protected_content"] is True
