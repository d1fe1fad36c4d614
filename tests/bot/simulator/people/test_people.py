"""What people do, and what bots hear of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bot.simulator import BotAccount, Group, ImpossibleAction, Person, PrivateChat, Telegram
from bot.simulator.world.message_content.entities import Entity
from tests.support.simulator.client import Api, Json


def message_of(api: Api) -> Json:
    """The newest message that has reached the bot."""
    message: Json = api.updates()[-1]["message"]
    return message


def test_opening_a_chat_is_pressing_start(api: Api, account: BotAccount, anna: Person) -> None:
    chat = anna.opens(account)

    assert anna.opens(account, "musk-putin") is chat
    assert [update["message"]["text"] for update in api.updates()] == ["/start", "/start musk-putin"]


def test_a_message_carries_what_the_client_finds(api: Api, chat: PrivateChat, anna: Person) -> None:
    written = anna.says(chat, "🎉 @anna: example.org")

    assert written.entities == (
        Entity(type="mention", offset=3, length=5),
        Entity(type="url", offset=10, length=11),
    )
    assert message_of(api)["entities"] == [
        {"type": "mention", "offset": 3, "length": 5},
        {"type": "url", "offset": 10, "length": 11},
    ]


def test_a_person_named_without_a_username(api: Api, chat: PrivateChat, anna: Person, ben: Person) -> None:
    anna.says(chat, "Frag Ben", mentions={"Ben": ben})

    [mention] = message_of(api)["entities"]
    assert (mention["type"], mention["offset"], mention["user"]["id"]) == ("text_mention", 5, ben.user.id)


def test_a_reply_with_a_marked_passage(api: Api, chat: PrivateChat, anna: Person) -> None:
    api("sendMessage", chat_id=chat.id, text="Das eine und das andere")
    anna.says(chat, "Warum?", reply_to=chat.messages[-1], quote="das andere")

    message = message_of(api)
    assert message["reply_to_message"]["text"] == "Das eine und das andere"
    assert message["quote"] == {"text": "das andere", "position": 13, "is_manual": True}


def test_forwarded_messages(api: Api, telegram: Telegram, chat: PrivateChat, anna: Person, ben: Person) -> None:
    channel = telegram.new_channel("Nachrichten")
    api.updates()
    for source in (ben, channel, "Jemand"):
        anna.says(chat, "Hört", forwarded_from=source)

    origins = [update["message"]["forward_origin"] for update in api.updates()]
    assert [origin["type"] for origin in origins] == ["user", "channel", "hidden_user"]
    assert origins[0]["sender_user"]["first_name"] == "Ben"
    assert origins[1]["chat"]["title"] == "Nachrichten"
    assert origins[2]["sender_user_name"] == "Jemand"


def test_an_edit_and_a_deletion(api: Api, chat: PrivateChat, anna: Person) -> None:
    written = anna.says(chat, "Halo")
    api.updates()
    edited = anna.edits(written, "Hallo /start")
    anna.deletes(edited)

    [update] = api.updates()
    assert update["edited_message"]["text"] == "Hallo /start"
    assert update["edited_message"]["entities"][0]["type"] == "bot_command"
    assert written.id not in [message.id for message in chat.messages]


def test_stopping_and_starting_again(api: Api, account: BotAccount, chat: PrivateChat, anna: Person) -> None:
    api.updates()
    anna.stops(account)
    with pytest.raises(ImpossibleAction, match="has stopped the bot"):
        anna.says(chat, "Hallo")
    anna.opens(account)

    stopped, started, message = api.updates()
    assert stopped["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert started["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert message["message"]["text"] == "/start"


def test_adding_and_kicking_the_bot(api: Api, telegram: Telegram, account: BotAccount, anna: Person) -> None:
    group = telegram.new_group("Runde", [anna])
    anna.adds(account, group)
    anna.removes(account, group)

    added, service, kicked = api.updates()
    assert added["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["username"] == "belegbot"
    assert kicked["my_chat_member"]["new_chat_member"] == {
        "user": service["message"]["new_chat_members"][0],
        "status": "kicked",
        "until_date": 0,
    }


def test_promoting_and_demoting_the_bot(api: Api, account: BotAccount, group: Group, anna: Person) -> None:
    api.updates()
    anna.promotes(account, group)
    anna.demotes(account, group)

    statuses = [update["my_chat_member"]["new_chat_member"]["status"] for update in api.updates()]
    assert statuses == ["administrator", "member"]


def test_administrators_hear_of_others_when_they_ask_for_it(
    api: Api, account: BotAccount, group: Group, anna: Person, ben: Person
) -> None:
    anna.promotes(account, group)
    api.updates(allowed_updates=["chat_member"])
    ben.leaves(group)

    [waiting] = account.updates.pending
    assert waiting.place == ("chat_member", ben.user.id)
    [update] = api.updates()
    assert update["chat_member"]["new_chat_member"]["status"] == "left"


def test_an_anonymous_administrator(api: Api, group: Group, anna: Person) -> None:
    anna.says(group, "/frage@belegbot Was?", anonymously=True)

    message = message_of(api)
    assert message["from"]["username"] == "GroupAnonymousBot"
    assert message["sender_chat"]["id"] == message["chat"]["id"] == group.id


def test_a_post_of_the_channel_comes_to_its_discussion_group(
    api: Api, telegram: Telegram, account: BotAccount, group: Group, anna: Person
) -> None:
    account.privacy = False
    channel = telegram.new_channel("Nachrichten", discussion=group, username="nachrichten_a")
    post = anna.posts(channel, "Neu: example.org")

    message = message_of(api)
    assert message["from"] == {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    assert message["is_automatic_forward"] is True
    assert message["sender_chat"]["id"] == channel.id
    assert message["forward_origin"]["message_id"] == post.id
    assert api("getChat", chat_id=group.id)["linked_chat_id"] == channel.id
    assert api("getChat", chat_id="@nachrichten_a")["type"] == "channel"
    assert (
        api.refused("sendMessage", chat_id="@nachrichten_a", text="Hallo")
        == "Forbidden: bot is not a member of the channel chat"
    )


def test_a_message_in_a_topic(api: Api, forum: Group, anna: Person) -> None:
    topic = forum.topic("Sport")
    written = anna.says(forum, "/frage@belegbot Tor?", topic=topic)

    message = message_of(api)
    assert topic
    assert (message["message_thread_id"], message["is_topic_message"]) == (topic.id, True)
    assert message["reply_to_message"]["message_id"] == topic.id
    assert message["reply_to_message"]["forum_topic_created"]["name"] == "Sport"
    assert written.reply_to is None


def test_a_reply_in_a_topic_carries_what_it_answers(api: Api, forum: Group, anna: Person, ben: Person) -> None:
    question = ben.says(forum, "Tor?", topic="Sport")
    anna.says(forum, "/frage@belegbot dazu", reply_to=question)

    message = message_of(api)
    assert message["reply_to_message"]["text"] == "Tor?"
    assert message["is_topic_message"] is True


def test_a_message_in_general_is_in_no_thread(api: Api, forum: Group, anna: Person) -> None:
    anna.says(forum, "/frage@belegbot Was?")

    message = message_of(api)
    assert not {"message_thread_id", "is_topic_message", "reply_to_message"} & set(message)
    assert message["chat"]["is_forum"] is True


def test_a_new_topic_is_told(api: Api, forum: Group, anna: Person) -> None:
    topic = anna.creates_topic(forum, "Wetter")

    message = message_of(api)
    assert (message["message_id"], message["message_thread_id"]) == (topic.id, topic.id)
    assert message["forum_topic_created"]["name"] == "Wetter"
    assert "reply_to_message" not in message


@dataclass(frozen=True)
class Scene:
    """A group of Anna and the bot; Ben is outside."""

    anna: Person
    ben: Person
    group: Group
    account: BotAccount


@pytest.mark.parametrize(
    "act",
    [
        lambda scene: scene.ben.says(scene.group, "Hallo"),
        lambda scene: scene.ben.adds(scene.account, scene.group),
        lambda scene: scene.ben.leaves(scene.group),
        lambda scene: scene.ben.removes(scene.anna, scene.group),
        lambda scene: scene.ben.promotes(scene.ben, scene.group),
        lambda scene: scene.ben.stops(scene.account),
        lambda scene: scene.anna.says(scene.group, " "),
        lambda scene: scene.anna.says(scene.group, "Hallo", topic="Politik"),
        lambda scene: scene.anna.says(scene.group, "Hallo", quote="Hallo"),
        lambda scene: scene.anna.says(scene.group, "Hallo", mentions={"Ben": scene.ben}),
        lambda scene: scene.anna.says(scene.anna.opens(scene.account), "Hallo", anonymously=True),
        lambda scene: scene.anna.adds(scene.account, scene.group),
        lambda scene: scene.anna.removes(scene.ben, scene.group),
        lambda scene: scene.anna.creates_topic(scene.group, "Politik"),
        lambda scene: scene.anna.edits(scene.group.messages[-1], "Hallo"),
        lambda scene: scene.ben.deletes(scene.group.messages[-1]),
    ],
)
def test_what_no_client_offers(
    telegram: Telegram, anna: Person, ben: Person, account: BotAccount, act: Callable[[Scene], object]
) -> None:
    group = telegram.new_group("Runde", [anna, account])

    with pytest.raises(ImpossibleAction):
        act(Scene(anna, ben, group, account))


def test_topics_do_not_mix(forum: Group, anna: Person) -> None:
    written = anna.says(forum, "Hallo", topic="Politik")

    with pytest.raises(ImpossibleAction, match="in another topic"):
        anna.says(forum, "Ja", topic="Sport", reply_to=written)


def test_a_bot_that_cannot_join_groups(account: BotAccount, group: Group, anna: Person) -> None:
    anna.removes(account, group)
    account.can_join_groups = False

    with pytest.raises(ImpossibleAction, match="@belegbot cannot be added"):
        anna.adds(account, group)
