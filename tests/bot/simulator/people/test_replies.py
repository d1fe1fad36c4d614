"""What people answer: marked passages, and messages of other chats."""

from __future__ import annotations

import pytest

from bot.simulator import Group, ImpossibleAction, Person, PrivateChat, Telegram
from tests.support.simulator.client import Api, Json


def newest(api: Api) -> Json:
    message: Json = api.updates()[-1]["message"]
    return message


def test_a_quotation_keeps_the_formatting_of_its_passage(api: Api, chat: PrivateChat, anna: Person) -> None:
    kinds = [("bold", 0, 9), ("blockquote", 0, 20), ("italic", 15, 5)]
    entities = [{"type": kind, "offset": offset, "length": length} for kind, offset, length in kinds]
    api("sendMessage", chat_id=chat.id, text="🎉 Musk zahlt nichts.", entities=entities)
    anna.says(chat, "Warum?", reply_to=chat.messages[-1], quote="Musk zahlt")

    assert newest(api)["quote"] == {
        "text": "Musk zahlt",
        "position": 3,
        "entities": [{"type": "bold", "offset": 0, "length": 6}],
        "is_manual": True,
    }


def test_a_quotation_outlives_what_it_quotes(api: Api, group: Group, anna: Person, ben: Person) -> None:
    claim = ben.says(group, "Musk zahlt nichts")
    question = anna.says(group, "Stimmt das?", reply_to=claim, quote="nichts")
    ben.deletes(claim)
    ben.says(group, "@belegbot und?", reply_to=question)

    replied = newest(api)["reply_to_message"]
    assert replied["quote"]["text"] == "nichts"
    assert "reply_to_message" not in replied


def test_a_message_of_another_chat(api: Api, group: Group, chat: PrivateChat, anna: Person, ben: Person) -> None:
    claim = ben.says(group, "Musk zahlt nichts, sagt Ben")
    written = anna.says(chat, "Stimmt das?", reply_to=claim, quote="zahlt nichts")

    message = newest(api)
    assert message["quote"] == {"text": "zahlt nichts", "position": 5, "is_manual": True}
    external = message["external_reply"]
    assert (external["origin"]["type"], external["origin"]["sender_user"]["first_name"]) == ("user", "Ben")
    assert (external["chat"]["id"], external["message_id"]) == (group.id, claim.id)
    assert "reply_to_message" not in message
    assert written.reply_to is None


def test_telegram_quotes_by_itself(api: Api, group: Group, chat: PrivateChat, anna: Person) -> None:
    anna.says(chat, "Stimmt das?", reply_to=anna.says(group, "a" * 2000))

    assert newest(api)["quote"] == {"text": "a" * 1024, "position": 0}


def test_a_photo_of_a_basic_group(api: Api, telegram: Telegram, chat: PrivateChat, anna: Person) -> None:
    group = telegram.new_group("Klein", [anna], is_supergroup=False)
    anna.says(chat, "Wer ist das?", reply_to=anna.shows(group))

    external = newest(api)["external_reply"]
    assert external["photo"]
    assert not {"chat", "message_id"} & set(external)


def test_an_anonymous_administrators_message(api: Api, group: Group, chat: PrivateChat, anna: Person) -> None:
    anna.says(chat, "Stimmt das?", reply_to=anna.says(group, "Nein.", anonymously=True))

    origin = newest(api)["external_reply"]["origin"]
    assert (origin["type"], origin["sender_chat"]["id"]) == ("chat", group.id)


def test_a_post_of_a_channel(api: Api, telegram: Telegram, chat: PrivateChat, group: Group, anna: Person) -> None:
    channel = telegram.new_channel("Nachrichten", discussion=group)
    post = anna.posts(channel, "Musk zahlt nichts")
    anna.says(chat, "Stimmt das?", reply_to=post)
    anna.says(chat, "Stimmt das?", reply_to=group.messages[-1])

    first, second = (update["message"]["external_reply"] for update in api.updates()[-2:])
    assert first["chat"]["id"] == channel.id
    assert second["chat"]["id"] == group.id
    for external in (first, second):
        assert (external["origin"]["chat"]["id"], external["origin"]["message_id"]) == (channel.id, post.id)


def test_what_cannot_be_quoted(
    api: Api, telegram: Telegram, group: Group, chat: PrivateChat, *, anna: Person, ben: Person
) -> None:
    api("sendMessage", chat_id=chat.id, text="Geheim", protect_content=True)
    written = ben.says(group, "Musk zahlt nichts" + "." * 1024)

    with pytest.raises(ImpossibleAction, match="only a passage"):
        anna.says(group, "Wie?", reply_to=written, quote="")
    with pytest.raises(ImpossibleAction, match="at most 1024"):
        anna.says(group, "Wie?", reply_to=written, quote=written.text)
    with pytest.raises(ImpossibleAction, match="cannot be quoted in another chat"):
        anna.says(chat, "Wie?", reply_to=group.messages[0])
    with pytest.raises(ImpossibleAction, match="cannot be quoted in another chat"):
        anna.says(group, "Wie?", reply_to=chat.messages[-1])
    anna.protects(group)
    with pytest.raises(ImpossibleAction, match="cannot be quoted in another chat"):
        anna.says(chat, "Wie?", reply_to=written)
    with pytest.raises(ImpossibleAction, match="is not in the group"):
        anna.says(chat, "Wie?", reply_to=ben.says(telegram.new_group("Andere", [ben]), "Hallo"))
