"""sendMessage and sendChatAction: what arrives, and what is refused where."""

from __future__ import annotations

import pytest

from bot.simulator import BotAccount, Group, Message, Person, PrivateChat, Telegram
from tests.support.simulator.client import Api


def test_a_text_arrives_in_the_private_chat(api: Api, chat: PrivateChat, account: BotAccount) -> None:
    sent = api("sendMessage", chat_id=chat.id, text="Hallo")

    message = chat.messages[-1]
    assert (message.text, message.sender, message.id) == ("Hallo", account.user, sent["message_id"])
    assert sent["chat"] == {"id": chat.id, "type": "private", "first_name": "Anna", "username": "anna"}


def test_a_bot_is_not_told_of_its_own_messages(api: Api, group: Group) -> None:
    api.updates()
    api("sendMessage", chat_id=group.id, text="Hallo")

    assert api.updates() == []


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"text": "Hallo"}, "Bad Request: chat_id is empty"),
        ({"text": "Hallo", "chat_id": 99}, "Bad Request: chat not found"),
        ({"text": "Hallo", "chat_id": -100123}, "Bad Request: chat not found"),
        ({"text": "Hallo", "chat_id": "@nobody"}, "Bad Request: chat not found"),
        ({"text": "Hallo", "chat_id": "Anna"}, "Bad Request: chat not found"),
    ],
)
def test_chats_that_are_not_there(api: Api, parameters: dict[str, object], sentence: str) -> None:
    assert api.refused("sendMessage", **parameters) == sentence


def test_a_bot_cannot_begin_a_conversation(api: Api, group: Group, ben: Person) -> None:
    assert group.member(ben.user).is_present
    assert (
        api.refused("sendMessage", chat_id=ben.user.id, text="Hallo")
        == "Forbidden: bot can't initiate conversation with a user"
    )


def test_a_stranger_is_no_chat(api: Api, ben: Person) -> None:
    assert api.refused("sendMessage", chat_id=ben.user.id, text="Hallo") == "Bad Request: chat not found"


def test_bots_do_not_write_to_bots(api: Api, telegram: Telegram) -> None:
    other = telegram.new_bot("other")

    refusal = api.refused("sendMessage", chat_id=other.user.id, text="Hallo")

    assert refusal == "Forbidden: bots can't send messages to bots"


def test_who_stopped_the_bot_gets_nothing(anna: Person, api: Api, chat: PrivateChat, account: BotAccount) -> None:
    anna.stops(account)

    assert api.refused("sendMessage", chat_id=chat.id, text="Hallo") == "Forbidden: bot was blocked by the user"


@pytest.mark.parametrize(("is_supergroup", "kind"), [(True, "supergroup"), (False, "group")])
def test_groups_that_the_bot_is_not_in(
    api: Api, telegram: Telegram, anna: Person, account: BotAccount, *, is_supergroup: bool, kind: str
) -> None:
    group = telegram.new_group("Runde", [anna], is_supergroup=is_supergroup)
    message = {"chat_id": group.id, "text": "Hallo"}

    assert api.refused("sendMessage", **message) == "Bad Request: chat not found"
    anna.adds(account, group)
    assert api("sendMessage", **message)
    anna.removes(account, group)
    assert api.refused("sendMessage", **message) == f"Forbidden: bot was kicked from the {kind} chat"
    anna.adds(account, group)
    api("leaveChat", chat_id=group.id)
    assert api.refused("sendMessage", **message) == f"Forbidden: bot is not a member of the {kind} chat"


def test_a_public_group_by_its_name(api: Api, telegram: Telegram, anna: Person, account: BotAccount) -> None:
    group = telegram.new_group("Runde", [anna], username="runde_public")

    refusal = api.refused("sendMessage", chat_id="@runde_public", text="Hallo")
    anna.adds(account, group)
    api("sendMessage", chat_id="@Runde_Public", text="Hallo")

    assert refusal == "Forbidden: bot is not a member of the supergroup chat"
    assert group.messages[-1].text == "Hallo"


def test_a_reply_names_and_carries_what_it_answers(api: Api, group: Group, anna: Person) -> None:
    question = anna.says(group, "Was?", reply_to=anna.says(group, "Hm."))

    sent = api("sendMessage", chat_id=group.id, text="Das.", reply_parameters={"message_id": question.id})

    assert sent["reply_to_message"]["text"] == "Was?"
    assert "reply_to_message" not in sent["reply_to_message"]
    assert group.messages[-1].reply_to == question


def test_a_reply_to_a_deleted_message(api: Api, group: Group, anna: Person) -> None:
    question = anna.says(group, "Was?")
    anna.deletes(question)
    reply = {"message_id": question.id}

    refusal = api.refused("sendMessage", chat_id=group.id, text="Das.", reply_parameters=reply)
    sent = api(
        "sendMessage", chat_id=group.id, text="Das.", reply_parameters=reply | {"allow_sending_without_reply": True}
    )

    assert refusal == "Bad Request: message to be replied not found"
    assert "reply_to_message" not in sent


def test_a_quotation_must_stand_in_the_message(api: Api, group: Group, anna: Person) -> None:
    question = anna.says(group, "🎉 Was ist das?")

    def reply(passage: str) -> dict[str, object]:
        return {"chat_id": group.id, "text": "So", "reply_parameters": {"message_id": question.id, "quote": passage}}

    assert api("sendMessage", **reply("ist das"))["quote"] == {"text": "ist das", "position": 7, "is_manual": True}
    assert api.refused("sendMessage", **reply("war das")) == "Bad Request: QUOTE_TEXT_INVALID"


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        ({}, 'Bad Request: can\'t find field "message_id"'),
        ({"message_id": "1"}, 'Bad Request: field "message_id" must be a Number'),
        (
            {"message_id": 1, "chat_id": -1},
            "Bad Request: this simulator does not model replies to messages of other chats",
        ),
        ({"message_id": 1, "poll_option_id": "a"}, 'Bad Request: this simulator knows no field "poll_option_id" here'),
    ],
)
def test_faulty_reply_parameters(api: Api, chat: PrivateChat, reply: dict[str, object], sentence: str) -> None:
    assert api.refused("sendMessage", chat_id=chat.id, text="Hallo", reply_parameters=reply) == sentence


def test_a_topic_and_general(api: Api, forum: Group) -> None:
    topic = forum.topic("Sport")
    assert topic

    in_topic = api("sendMessage", chat_id=forum.id, text="Tor", message_thread_id=topic.id)
    in_general = api("sendMessage", chat_id=forum.id, text="Hallo")

    assert (in_topic["message_thread_id"], in_topic["is_topic_message"]) == (topic.id, True)
    assert in_topic["reply_to_message"]["forum_topic_created"]["name"] == "Sport"
    assert "message_thread_id" not in in_general
    assert "is_topic_message" not in in_general
    assert [message.topic for message in forum.messages[-2:]] == [topic, None]


@pytest.mark.parametrize("thread", [1, 9999, -1])
@pytest.mark.parametrize("method", ["sendMessage", "sendChatAction"])
def test_topics_that_are_not_there(api: Api, forum: Group, thread: int, method: str) -> None:
    content = {"text": "Hallo"} if method == "sendMessage" else {"action": "typing"}

    refusal = api.refused(method, chat_id=forum.id, message_thread_id=thread, **content)

    assert refusal == "Bad Request: message thread not found"


def test_a_private_chat_has_no_topics(api: Api, chat: PrivateChat) -> None:
    refusal = api.refused("sendMessage", chat_id=chat.id, text="Hallo", message_thread_id=7)

    assert refusal == "Bad Request: message thread not found"


def test_where_there_are_no_topics_the_thread_is_passed_over(api: Api, group: Group) -> None:
    assert "message_thread_id" not in api("sendMessage", chat_id=group.id, text="Hallo", message_thread_id=7)


def test_a_reply_goes_to_the_topic_of_what_it_answers(api: Api, forum: Group, anna: Person) -> None:
    question = anna.says(forum, "Was?", topic="Politik")
    sport = forum.topic("Sport")
    assert sport
    reply = {"message_id": question.id}

    api("sendMessage", chat_id=forum.id, text="Das.", reply_parameters=reply)
    refusal = api.refused(
        "sendMessage", chat_id=forum.id, text="Das.", reply_parameters=reply, message_thread_id=sport.id
    )

    assert forum.messages[-1].topic == question.topic
    assert refusal == "Bad Request: this simulator does not model replies to messages of other topics"


def test_a_reply_in_a_plain_supergroup_has_the_number_of_its_thread(api: Api, group: Group, anna: Person) -> None:
    def answer(question: Message) -> object:
        reply = {"message_id": question.id}
        return api("sendMessage", chat_id=group.id, text="Ja", reply_parameters=reply)["message_thread_id"]

    question = anna.says(group, "Was?")

    assert answer(question) == question.id
    assert answer(group.messages[-1]) == question.id


def test_preview_and_protection_are_kept(api: Api, chat: PrivateChat) -> None:
    sent = api(
        "sendMessage", chat_id=chat.id, text="Hallo", link_preview_options={"is_disabled": True}, protect_content=True
    )

    assert sent["link_preview_options"] == {"is_disabled": True}
    assert sent["has_protected_content"] is True


def test_typing(api: Api, chat: PrivateChat, account: BotAccount) -> None:
    assert api("sendChatAction", chat_id=chat.id, action="typing") is True
    assert [(action.user, action.action) for action in chat.actions] == [(account.user, "typing")]


@pytest.mark.parametrize("action", ["", "thinking"])
def test_unknown_actions(api: Api, chat: PrivateChat, action: str) -> None:
    refusal = api.refused("sendChatAction", chat_id=chat.id, action=action)

    assert refusal == "Bad Request: wrong parameter action in request"
