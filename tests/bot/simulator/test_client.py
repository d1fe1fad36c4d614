"""What a screen before the simulator is shown, and what can be done at it."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from bot.simulator import BotAccount, FaultKind, Group, ImpossibleAction, Person, PrivateChat, Telegram
from bot.simulator.client import Actions, Watch, chat_key, world_json
from tests.support.simulator.client import Api


@pytest.fixture
def actions(telegram: Telegram) -> Actions:
    return Actions(telegram, timeout=5)


def do(actions: Actions, **action: Any) -> dict[str, Any]:
    return asyncio.run(actions.perform(action))


def changes(watch: Watch, chat: PrivateChat | Group, name: str) -> list[dict[str, Any]]:
    return [event.data for event in watch.look() if event.name == name and event.data["chat"] == chat_key(chat)]


def test_private_chats_of_several_bots_have_keys_of_their_own(
    anna: Person, telegram: Telegram, chat: PrivateChat
) -> None:
    other = anna.opens(telegram.new_bot("another"))
    assert other.id == chat.id
    assert chat_key(other) != chat_key(chat)


def test_the_world_tells_who_is_where(telegram: Telegram, account: BotAccount, forum: Group, anna: Person) -> None:
    world = world_json(telegram)
    (shown,) = [chat for chat in world["chats"] if chat["key"] == chat_key(forum)]
    assert [topic["name"] for topic in shown["topics"]] == ["Politik", "Sport"]
    assert {"id": anna.user.id, "status": "creator"} in shown["members"]
    (bot,) = [one for one in world["accounts"] if one["id"] == account.user.id]
    assert (bot["username"], bot["privacy"]) == ("belegbot", True)


def test_a_watch_sees_everything_once_and_then_what_changes(
    telegram: Telegram, chat: PrivateChat, anna: Person
) -> None:
    watch = Watch(telegram)
    said = anna.says(chat, "Hallo")
    first = changes(watch, chat, "messages")
    assert [message["text"] for message in first[0]["messages"]] == ["/start", "Hallo"]
    assert changes(watch, chat, "messages") == []
    anna.edits(said, "Guten Tag")
    (edited,) = changes(watch, chat, "messages")
    assert [message["text"] for message in edited["messages"]] == ["Guten Tag"]
    anna.deletes(said)
    assert changes(watch, chat, "messages") == [{"chat": chat_key(chat), "messages": [], "gone": [said.id]}]


def test_a_watch_sees_which_bots_a_message_has_reached(
    telegram: Telegram, group: Group, anna: Person, account: BotAccount
) -> None:
    watch = Watch(telegram)
    watch.look()
    for text in ("Hallo", f"@{account.username} hallo"):
        anna.says(group, text)
    (new,) = [event.data for event in watch.look() if event.data.get("chat") == chat_key(group)]
    # Bots of other tests may bear the same name, and be summoned as guests.
    assert [account.user.id in message["reached"] for message in new["messages"]] == [False, True]


def test_a_watch_sees_who_types(telegram: Telegram, chat: PrivateChat, api: Api, account: BotAccount) -> None:
    api("sendChatAction", chat_id=chat.id, action="typing")
    watch = Watch(telegram)
    assert changes(watch, chat, "action") == []  # that was before
    api("sendChatAction", chat_id=chat.id, action="typing")
    (typing,) = changes(watch, chat, "action")
    assert (typing["user"], typing["action"]) == (account.user.id, "typing")


def test_people_write_edit_and_delete(actions: Actions, forum: Group, anna: Person) -> None:
    place = {"person": anna.user.id, "chat": chat_key(forum)}
    sport = forum.topic("Sport")
    assert sport
    first = do(actions, do="say", **place, text="Wer gewinnt?", topic=sport.id)["message_id"]
    answer = do(actions, do="say", **place, text="Wir", reply_to=first, quote="gewinnt", topic=sport.id)["message_id"]
    written = forum.message(answer)
    assert written
    assert (written.topic, written.reply_to_id, written.quote and written.quote.text) == (sport, first, "gewinnt")
    do(actions, do="edit", **place, message=first, text="Wer verliert?")
    do(actions, do="delete", **place, message=answer)
    edited = forum.message(first)
    assert (edited and edited.text, forum.message(answer)) == ("Wer verliert?", None)


def test_a_tap_waits_for_the_bots_answer(actions: Actions, chat: PrivateChat, api: Api) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Mehr", "callback_data": "more"}]]}
    sent = api("sendMessage", chat_id=chat.id, text="Zitat", reply_markup=keyboard)
    api.updates()

    def answer() -> None:
        query = api.updates()[-1]["callback_query"]
        api("answerCallbackQuery", callback_query_id=query["id"], text="Gern")

    timer = threading.Timer(0.2, answer)
    timer.start()
    tap = {"person": chat.user.id, "chat": chat_key(chat), "message": sent["message_id"], "label": "Mehr"}
    seen = do(actions, do="tap", **tap)
    timer.join()
    assert seen == {"is_answered": True, "text": "Gern", "show_alert": False}


def test_what_the_bot_does_not_answer_is_not_waited_for_for_ever(telegram: Telegram, chat: PrivateChat) -> None:
    chat.account.supports_inline_queries = True
    ask = {"person": chat.user.id, "account": chat.account.user.id, "chat": chat_key(chat), "text": "x"}
    seen = do(Actions(telegram, timeout=0.01), do="ask_inline", **ask)
    assert (seen["is_answered"], seen["results"]) == (False, [])


def test_settings_and_faults(actions: Actions, telegram: Telegram, account: BotAccount) -> None:
    do(actions, do="set_privacy", account=account.user.id, privacy=False)
    assert not account.privacy
    do(actions, do="plan_fault", kind="status", status=429, method="sendMessage", times=None)
    (planned,) = telegram.faults.planned
    assert (planned.kind, planned.status, planned.times) == (FaultKind.STATUS, 429, None)
    do(actions, do="clear_faults")
    assert telegram.faults.planned == ()


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ({"do": "fly"}, "no action of a client"),
        ({"do": "say", "person": 1}, "no action of a client"),
        ({"do": "say", "person": 1, "chat": "1", "text": "x"}, "there is no chat 1"),
        ("say", "no action of a client"),
    ],
)
def test_what_is_no_action_is_refused(actions: Actions, action: Any, told: str) -> None:
    with pytest.raises(ImpossibleAction, match=told):
        asyncio.run(actions.perform(action))
