"""What befalls groups: upgrades, mutes, kicks, deletions, edits, and bots that speak."""

from __future__ import annotations

import pytest

from bot.simulator import BotAccount, Group, ImpossibleAction, Person, PrivateChat, Telegram
from tests.support.simulator.client import Api, Json
from tests.support.simulator.results import article

NO_RIGHTS = "Bad Request: not enough rights to send text messages to the chat"


@pytest.fixture
def basic_group(telegram: Telegram, anna: Person, ben: Person, account: BotAccount) -> Group:
    return telegram.new_group("Klein", [anna, ben, account], is_supergroup=False)


def test_a_group_becomes_a_supergroup(api: Api, basic_group: Group, anna: Person, ben: Person) -> None:
    anna.protects(basic_group)
    api.updates()
    supergroup = anna.upgrades(basic_group)

    old, new = (update["message"] for update in api.updates())
    assert (old["chat"]["id"], old["migrate_to_chat_id"]) == (basic_group.id, supergroup.id)
    assert (new["chat"]["id"], new["migrate_from_chat_id"]) == (supergroup.id, basic_group.id)
    assert (new["message_id"], new["sender_chat"]["id"]) == (1, supergroup.id)
    assert basic_group.upgraded_to is supergroup
    assert (supergroup.type, supergroup.title) == ("supergroup", "Klein")
    assert supergroup.members == basic_group.members
    assert supergroup.is_protected
    ben.says(supergroup, "/frage@belegbot Was?")
    assert api.updates()[0]["message"]["chat"]["id"] == supergroup.id


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("sendMessage", {"text": "Hallo"}),
        ("sendChatAction", {"action": "typing"}),
        ("editMessageText", {"message_id": 1, "text": "Hallo"}),
        ("deleteMessage", {"message_id": 1}),
        ("getChatMember", {"user_id": 1}),
    ],
)
def test_the_old_chat_says_where_the_group_is_now(
    api: Api, basic_group: Group, anna: Person, method: str, parameters: Json
) -> None:
    supergroup = anna.upgrades(basic_group)

    assert api.answer(method, chat_id=basic_group.id, **parameters) == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": supergroup.id},
    }


def test_the_old_chat_can_be_read(api: Api, basic_group: Group, account: BotAccount, anna: Person) -> None:
    anna.upgrades(basic_group)

    assert api("getChat", chat_id=basic_group.id)["title"] == "Klein"
    assert api("getChatMember", chat_id=basic_group.id, user_id=account.user.id)["status"] == "member"


def test_upgrades_that_no_client_offers(basic_group: Group, group: Group, anna: Person, ben: Person) -> None:
    with pytest.raises(ImpossibleAction, match="does not own"):
        ben.upgrades(basic_group)
    with pytest.raises(ImpossibleAction, match="a supergroup already"):
        anna.upgrades(group)
    supergroup = anna.upgrades(basic_group)
    with pytest.raises(ImpossibleAction, match="a supergroup already"):
        anna.upgrades(basic_group)
    with pytest.raises(ImpossibleAction, match=f"has become the supergroup {supergroup.id}"):
        ben.says(basic_group, "Hallo")


def test_a_guest_answers_where_the_group_is_now(
    api: Api, basic_group: Group, account: BotAccount, anna: Person
) -> None:
    account.supports_guest_queries = True
    anna.removes(account, basic_group)
    api.updates()
    anna.says(basic_group, "@belegbot wer zahlt?")
    [update] = api.updates()
    supergroup = anna.upgrades(basic_group)
    api("answerGuestQuery", guest_query_id=update["guest_message"]["guest_query_id"], result=article())

    assert (supergroup.messages[-1].text, supergroup.messages[-1].reply_to) == ("Zitat 1", None)


def test_a_muted_bot_hears_and_cannot_write(api: Api, group: Group, account: BotAccount, anna: Person) -> None:
    sent = api("sendMessage", chat_id=group.id, text="Hallo")
    api.updates()
    anna.mutes(account, group)
    anna.says(group, "/frage@belegbot Was?")

    muted, question = api.updates()
    restricted = muted["my_chat_member"]["new_chat_member"]
    assert (restricted["status"], restricted["is_member"], restricted["can_send_messages"]) == (
        "restricted",
        True,
        False,
    )
    assert question["message"]["text"] == "/frage@belegbot Was?"
    assert api.refused("sendMessage", chat_id=group.id, text="Hallo") == NO_RIGHTS
    assert api("sendChatAction", chat_id=group.id, action="typing")
    assert api("editMessageText", chat_id=group.id, message_id=sent["message_id"], text="Hallo!")
    anna.unmutes(account, group)
    assert api("sendMessage", chat_id=group.id, text="Hallo")


def test_a_muted_person_cannot_write(api: Api, group: Group, anna: Person, ben: Person) -> None:
    anna.mutes(ben, group)

    assert api("getChatMember", chat_id=group.id, user_id=ben.user.id)["status"] == "restricted"
    with pytest.raises(ImpossibleAction, match="Ben is muted there"):
        ben.says(group, "Hallo")


def test_mutes_that_no_client_offers(group: Group, basic_group: Group, anna: Person, ben: Person) -> None:
    with pytest.raises(ImpossibleAction, match="only members of supergroups"):
        anna.mutes(ben, basic_group)
    with pytest.raises(ImpossibleAction, match="not their administrators"):
        ben.mutes(anna, group)
    with pytest.raises(ImpossibleAction, match="no administrator"):
        ben.mutes(ben, group)
    with pytest.raises(ImpossibleAction, match="is not muted"):
        anna.unmutes(ben, group)


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("sendMessage", {"text": "Hallo"}),
        ("sendChatAction", {"action": "typing"}),
        ("editMessageText", {"message_id": 2, "text": "Hallo"}),
    ],
)
@pytest.mark.parametrize("kind", ["group", "supergroup"])
def test_a_kicked_bot(  # noqa: PLR0917 - the parameters of the test
    api: Api, telegram: Telegram, account: BotAccount, anna: Person, method: str, parameters: Json, kind: str
) -> None:
    group = telegram.new_group("Runde", [anna, account], is_supergroup=kind == "supergroup")
    anna.removes(account, group)

    answer = api.answer(method, chat_id=group.id, **parameters)

    assert (answer["error_code"], answer["description"]) == (403, f"Forbidden: bot was kicked from the {kind} chat")


def test_administrators_delete_what_others_wrote(api: Api, group: Group, anna: Person, ben: Person) -> None:
    question = ben.says(group, "/frage@belegbot Was?")
    sent = api("sendMessage", chat_id=group.id, text="Das.")
    answer = group.messages[-1]
    with pytest.raises(ImpossibleAction, match="is not one of Ben's"):
        ben.deletes(answer)
    anna.deletes(question)
    reply = {"message_id": question.id}

    refusal = api.refused("sendMessage", chat_id=group.id, text="Das.", reply_parameters=reply)
    assert refusal == "Bad Request: message to be replied not found"
    assert api(
        "sendMessage", chat_id=group.id, text="Das.", reply_parameters={**reply, "allow_sending_without_reply": True}
    )
    anna.deletes(answer)
    assert group.message(sent["message_id"]) is None
    with pytest.raises(ImpossibleAction, match="is not there"):
        anna.deletes(answer)


def test_a_person_deletes_what_the_bot_wrote_to_them(api: Api, chat: PrivateChat, anna: Person, ben: Person) -> None:
    sent = api("sendMessage", chat_id=chat.id, text="Das.")
    with pytest.raises(ImpossibleAction, match="Ben cannot write there"):
        ben.deletes(chat.messages[-1])
    anna.deletes(chat.messages[-1])

    which = {"chat_id": chat.id, "message_id": sent["message_id"]}
    assert api.refused("editMessageText", **which, text="Dies.") == "Bad Request: message to edit not found"


def test_an_edit_that_comes_to_mention_the_bot_reaches_it(api: Api, group: Group, anna: Person) -> None:
    written = anna.says(group, "Was?")
    api.updates()
    edited = anna.edits(written, "@belegbot was?")
    anna.edits(edited, "Nichts.")

    [update] = api.updates()
    assert set(update) == {"update_id", "edited_message"}
    message = update["edited_message"]
    assert (message["message_id"], message["text"]) == (written.id, "@belegbot was?")
    assert message["edit_date"] >= message["date"]


def test_bots_that_speak_are_not_heard_by_bots(
    api: Api, telegram: Telegram, group: Group, account: BotAccount, anna: Person
) -> None:
    account.privacy = False
    other = telegram.new_bot("other")
    anna.adds(other, group)
    question = anna.says(group, "Was?")
    api.updates()
    said = telegram.bot_says(other, group, "@belegbot was?", reply_to=question)

    assert (said.sender, said.reply_to, group.messages[-1]) == (other.user, question, said)
    assert api.updates() == []
    anna.says(group, "@belegbot stimmt das?", reply_to=said)
    assert api.updates()[0]["message"]["reply_to_message"]["from"]["is_bot"] is True
    anna.mutes(other, group)
    with pytest.raises(ImpossibleAction, match="@other cannot write there"):
        telegram.bot_says(other, group, "Hallo")
