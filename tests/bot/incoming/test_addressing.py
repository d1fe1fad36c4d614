"""Who speaks to the bot, and what they ask: messages as Telegram gives them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message

from bot.incoming.addressing import UserRequest, parse_request
from bot.incoming.commands import Command
from tests.support.bot.incoming import ANNA, BOT, GROUP, ME, OTHER_BOT, PRIVATE, by_bot, command, entity, message


def test_in_private_every_text_is_a_question() -> None:
    assert parse_request(message("Was ist los?", chat=PRIVATE), ME) == UserRequest(None, "Was ist los?")


def test_a_private_forward_is_a_question_too() -> None:
    origin = {"type": "hidden_user", "date": 0, "sender_user_name": "X"}
    assert parse_request(message("Was ist los?", chat=PRIVATE, forward_origin=origin), ME) == UserRequest(
        None, "Was ist los?"
    )


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("/start", UserRequest(Command.START, "")),
        ("/start abc", UserRequest(Command.START, "abc")),
        ("/HELP", UserRequest(Command.HELP, "")),
        ("/frage Was ist los?", UserRequest(Command.ASK, "Was ist los?")),
        ("/ask\nWhat now?", UserRequest(Command.ASK, "What now?")),
        ("/artikel@belegbot", UserRequest(Command.ARTICLE, "")),
        ("/nonsense", UserRequest(Command.HELP, "")),
        ("/frage@uhrbot Was ist los?", None),
    ],
)
def test_commands_in_private(text: str, call: UserRequest | None) -> None:
    assert parse_request(command(text, chat=PRIVATE), ME) == call


@pytest.mark.parametrize(
    ("text", "named"), [("Hilfe!", Command.HELP), ("help", Command.HELP), ("quellen?", Command.SOURCES)]
)
def test_a_commands_name_alone_is_the_command_in_private(text: str, named: Command) -> None:
    assert parse_request(message(text, chat=PRIVATE), ME) == UserRequest(named, "")
    assert parse_request(message(text), ME) is None
    replied = parse_request(message(text, chat=PRIVATE, reply_to_message=by_bot(text="Guten Tag!")), ME)
    assert replied is not None
    assert replied.command is None, "it asks on about what it replies to"


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("/frage@BelegBot Was ist los?", UserRequest(Command.ASK, "Was ist los?")),
        ("/help@belegbot", UserRequest(Command.HELP, "")),
        ("/nonsense@belegbot", UserRequest(Command.HELP, "")),
        ("/frage Was ist los?", UserRequest(Command.ASK, "Was ist los?")),
        ("/artikel", UserRequest(Command.ARTICLE, "")),
        ("/hilfe", UserRequest(Command.HELP, "")),
        ("/Datenschutz", UserRequest(Command.PRIVACY, "")),
        ("/help", None),  # every bot has it
        ("/privacy", None),
        ("/start", None),
        ("/nonsense", None),
        ("/frage@uhrbot Was ist los?", None),
    ],
)
def test_commands_in_a_group(text: str, call: UserRequest | None) -> None:
    assert parse_request(command(text), ME) == call


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("@BelegBot Was ist los?", "Was ist los?"),
        ("@belegbot: Was ist los?", "Was ist los?"),
        ("Was ist los, @belegbot", "Was ist los"),
        ("👩‍🚀🇩🇪 @belegbot Was ist los?", "👩‍🚀🇩🇪  Was ist los?"),
        ("@belegbot", ""),
    ],
)
def test_a_mention_in_a_group_asks_the_rest(text: str, question: str) -> None:
    mention = next(part for part in ("@BelegBot", "@belegbot") if part in text)
    assert parse_request(message(text, entity("mention", text, mention)), ME) == UserRequest(None, question)


def test_a_mention_by_name_counts_too() -> None:
    text = "Beleg, was ist los?"
    mine = message(text, entity("text_mention", text, "Beleg", user=BOT))
    other = message(text, entity("text_mention", text, "Beleg", user=ANNA))
    assert parse_request(mine, ME) == UserRequest(None, "was ist los?")
    assert parse_request(other, ME) is None


def test_a_reply_to_the_bot_is_a_question() -> None:
    assert parse_request(message("Und warum?", reply_to_message=by_bot(text="Zitat")), ME) == UserRequest(
        None, "Und warum?"
    )


@pytest.mark.parametrize(
    "chatter",
    [
        message("Was ist los?"),
        message("belegbot, was ist los?"),
        message("@UhrBot wie spät?", entity("mention", "@UhrBot wie spät?", "@UhrBot")),
        message("Klar.", reply_to_message=by_bot(**{"from": ANNA, "text": "Kommst du?"})),
        message("@belegbot hallo", entity("mention", "@belegbot hallo", "@belegbot"), **{"from": OTHER_BOT}),
        message(
            "@belegbot hallo",
            entity("mention", "@belegbot hallo", "@belegbot"),
            forward_origin={"type": "hidden_user", "date": 0, "sender_user_name": "X"},
        ),
        message("Zitat", via_bot=BOT, reply_to_message=by_bot(text="Zitat")),
        message("Beitrag", reply_to_message=by_bot(text="Zitat"), is_automatic_forward=True),
        command("/uhr@uhrbot", reply_to_message=by_bot(text="Zitat")),
    ],
)
def test_silent_on_everything_else(chatter: Message) -> None:
    assert parse_request(chatter, ME) is None


def test_every_message_of_a_topic_looks_like_a_reply_to_the_one_that_opened_it() -> None:
    opened = by_bot(forum_topic_created={"name": "Politik", "icon_color": 1})
    chatter = message("Was ist los?", reply_to_message=opened, is_topic_message=True, message_thread_id=3)
    assert parse_request(chatter, ME) is None


@pytest.mark.parametrize(("words", "command"), [("Hilfe", Command.HELP), ("Quellen?", Command.SOURCES)])
def test_a_command_without_slash_is_one_in_a_private_topic_too(words: str, command: Command) -> None:
    """Private chats with bots may have topics (openclaw/openclaw#19144)."""
    opened = by_bot(forum_topic_created={"name": "Fragen", "icon_color": 1})
    topic = {"reply_to_message": opened, "is_topic_message": True, "message_thread_id": 3}
    request = parse_request(message(words, chat=PRIVATE, **topic), ME)
    assert request is not None
    assert request.command is command


def test_an_anonymous_administrator_is_a_person() -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    text = "@belegbot Was ist los?"
    mention = entity("mention", text, "@belegbot")
    asked = message(text, mention, sender_chat=GROUP, **{"from": anonymous})
    assert parse_request(asked, ME) == UserRequest(None, "Was ist los?")


def test_a_message_without_text_is_left_alone() -> None:
    assert parse_request(Message.de_json({"message_id": 7, "date": 0, "chat": PRIVATE, "from": ANNA}, None), ME) is None


WITHOUT_AT = st.text(alphabet=st.characters(exclude_characters="@", exclude_categories=["Cs"]))


@given(WITHOUT_AT, WITHOUT_AT)
def test_what_stands_around_a_mention_is_asked_whole(before: str, after: str) -> None:
    text = f"{before} @belegbot {after}"
    call = parse_request(message(text, entity("mention", text, "@belegbot")), ME)
    assert call is not None
    assert call.words == f"{before}  {after}".strip(" \t\r\n,:;–—-")


FILE = {"file_id": "f", "file_unique_id": "u"}
WITHOUT_WORDS: dict[str, Any] = {
    "voice": {**FILE, "duration": 3},
    "photo": [{**FILE, "width": 90, "height": 90}],
    "sticker": {**FILE, "type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False},
    "location": {"longitude": 8.7, "latitude": 50.6},
}


@pytest.mark.parametrize("kind", WITHOUT_WORDS)
def test_what_has_no_words_is_noticed_in_private_only(kind: str) -> None:
    def sent(chat: dict[str, Any], **more: Any) -> UserRequest | None:
        data = {"message_id": 7, "date": 0, "chat": chat, "from": ANNA, kind: WITHOUT_WORDS[kind], **more}
        return parse_request(Message.de_json(data, None), ME)

    assert sent(PRIVATE) == UserRequest(None, "", has_text=False)
    assert sent(GROUP) is None
    assert sent(GROUP, reply_to_message=by_bot(text="Ein Zitat")) is None
    assert sent(PRIVATE, **{"from": OTHER_BOT}) is None


def test_a_service_message_is_not_answered() -> None:
    data = {"message_id": 7, "date": 0, "chat": PRIVATE, "from": ANNA, "pinned_message": by_bot(text="Ein Zitat")}
    assert parse_request(Message.de_json(data, None), ME) is None


def test_what_somebody_sent_via_another_bot_shows_no_quote_of_ours() -> None:
    """It may look like one, source line and all: "Wer sagt das?" is then asked about a text of somebody's, no quote."""
    imitation = "Die Brücke ist offen.\nlaut Weber · Absatz 1"
    entities = [{"type": "blockquote", "offset": 0, "length": 21}]
    for bot, is_ours in ((OTHER_BOT, False), (BOT, True)):
        replied = by_bot(**{"from": ANNA, "text": imitation, "entities": entities, "via_bot": bot})
        request = parse_request(message("Wer sagt das?", chat=PRIVATE, reply_to_message=replied), ME)
        assert request is not None
        assert (request.answer is not None) == is_ours
        assert (request.about == "") == is_ours
