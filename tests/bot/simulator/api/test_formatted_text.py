"""What a bot's text and entities must be, and what Telegram makes of them."""

from __future__ import annotations

import pytest

from bot.simulator import Person, PrivateChat, limits
from bot.simulator.api.arguments.formatted_text import InputEntity, InputUser, read_formatted_text
from bot.simulator.errors import BadRequest
from bot.simulator.world.message_content.entities import Entity
from bot.simulator.world.users import User
from tests.support.simulator.client import Api

ANNA = User(id=5, first_name="Anna")


def checked(text: str, *entities: tuple[str, int, int]) -> tuple[str, list[tuple[str, int, int]]]:
    given = [InputEntity(type=kind, offset=offset, length=length) for kind, offset, length in entities]
    text, kept = read_formatted_text(text, given, {5: ANNA}.get)
    return text, [(entity.type, entity.offset, entity.length) for entity in kept]


def refusal(text: str, *entities: tuple[str, int, int]) -> str:
    with pytest.raises(BadRequest) as refused:
        checked(text, *entities)
    return refused.value.description


def test_length_is_counted_in_characters() -> None:
    assert checked("🎉" * limits.MESSAGE_TEXT)
    assert refusal("ä" * (limits.MESSAGE_TEXT + 1)) == "Bad Request: message is too long"


def test_bytes_are_limited_before_anything_else() -> None:
    assert refusal(" " * (limits.MESSAGE_TEXT_BYTES + 1)) == "Bad Request: text is too long"


def test_blanks_at_both_ends_do_not_count() -> None:
    assert checked(" " * 100 + "a" * limits.MESSAGE_TEXT + "\n" * 100)[0] == "a" * limits.MESSAGE_TEXT


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n ", "Bad Request: text must be non-empty"),
        ("\r", "Bad Request: text must be non-empty"),
    ],
)
def test_texts_that_are_none(text: str, sentence: str) -> None:
    assert refusal(text) == sentence


@pytest.mark.parametrize(
    ("entity", "sentence"),
    [
        (("bold", -1, 1), "receive an entity with incorrect offset -1"),
        (("bold", 0, -1), "receive an entity with incorrect length -1"),
        (("bold", 0, 0), "this simulator takes no entity of length 0, as bold at 0"),
        (("bold", 6, 1), "entity begins after the end of the text at UTF-16 offset 6"),
        (
            ("bold", 3, 4),
            "entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 7",
        ),
        (("bold", 2, 2), "entity begins in a middle of a UTF-16 symbol at byte offset 5"),
        (
            ("bold", 0, 2),
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5",
        ),
        (("strong", 0, 1), "can't parse MessageEntity: Unsupported type specified"),
        (("custom_emoji", 0, 1), 'this simulator does not model the entity "custom_emoji"'),
        (("text_link", 0, 1), "can't parse MessageEntity: Can't find field \"url\""),
        (("text_mention", 0, 1), "can't parse MessageEntity: Can't find field \"user\""),
    ],
)
def test_faulty_entities(entity: tuple[str, int, int], sentence: str) -> None:
    assert refusal("a🎉bcd", entity) == f"Bad Request: {sentence}"


@pytest.mark.parametrize(
    ("outer", "inner", "what"),
    [
        ("blockquote", "blockquote", "no blockquote within another"),
        ("expandable_blockquote", "blockquote", "no blockquote within another"),
        ("pre", "bold", "no other entity within or around pre and code"),
        ("italic", "code", "no other entity within or around pre and code"),
        ("bold", "bold", "no entity within another of its kind"),
    ],
)
def test_entities_that_do_not_nest(outer: str, inner: str, what: str) -> None:
    sentence = refusal("abcdef", (outer, 0, 6), (inner, 1, 2))

    assert sentence == f"Bad Request: this simulator takes {what}, as {outer} at 0 and {inner} at 1"


def test_entities_that_cross() -> None:
    sentence = refusal("abcdef", ("bold", 0, 4), ("italic", 2, 4))

    assert sentence == "Bad Request: this simulator takes no entities that cross, as bold at 0 and italic at 2"


def test_more_entities_than_are_shown() -> None:
    entities = [("bold", 2 * place, 1) for place in range(limits.MESSAGE_ENTITIES + 1)]

    assert checked("a " * 200, *entities[:-1])
    assert refusal("a " * 200, *entities) == "Bad Request: this simulator takes 100 entities a message, not 101"


def test_entities_that_nest_well() -> None:
    entities = [("blockquote", 0, 6), ("bold", 0, 4), ("italic", 1, 2), ("code", 5, 1)]

    assert checked("abcdef", *reversed(entities)) == ("abcdef", entities)


def test_what_is_trimmed_and_removed_moves_the_entities() -> None:
    text, entities = checked("\n  a\r\nb\u2028c\td  ", ("bold", 5, 2), ("italic", 8, 1))

    assert text == "a\nbc d"
    assert entities == [("bold", 1, 2), ("italic", 3, 1)]


def test_blanks_with_which_an_entity_begins_stay() -> None:
    assert checked("  a", ("blockquote", 1, 2)) == (" a", [("blockquote", 0, 2)])


def test_an_entity_ends_with_the_trimmed_text() -> None:
    assert checked("ab  ", ("bold", 1, 3), ("italic", 3, 1)) == ("ab", [("bold", 1, 1)])


def test_links_and_names_in_the_text_become_entities_but_not_within_links_and_code() -> None:
    text = "@anna_b /start example.org x"

    assert checked(text, ("blockquote", 0, 28), ("code", 8, 6))[1] == [
        ("blockquote", 0, 28),
        ("mention", 0, 7),
        ("code", 8, 6),
        ("url", 15, 11),
    ]


def test_entities_that_only_clients_find_are_passed_over() -> None:
    assert checked("abc", ("mention", 0, 3)) == ("abc", [])


def test_links_and_mentions_carry_their_aim() -> None:
    given = [
        InputEntity(type="text_link", offset=0, length=1, url="HTTPS://Example.org#a"),
        InputEntity(type="text_mention", offset=1, length=1, user=InputUser(id=5)),
        InputEntity(type="pre", offset=2, length=1, language="python"),
    ]

    assert read_formatted_text("abc", given, {5: ANNA}.get)[1] == (
        Entity(type="text_link", offset=0, length=1, url="https://example.org/#a"),
        Entity(type="text_mention", offset=1, length=1, user=ANNA),
        Entity(type="pre", offset=2, length=1, language="python"),
    )


def test_aims_that_are_none() -> None:
    link = InputEntity(type="text_link", offset=0, length=1, url="http://localhost/a")
    mention = InputEntity(type="text_mention", offset=0, length=1, user=InputUser(id=6))

    with pytest.raises(BadRequest, match=r"entity URL 'http://localhost/a' is invalid: Wrong HTTP URL"):
        read_formatted_text("abc", [link], {5: ANNA}.get)
    with pytest.raises(BadRequest, match="this simulator knows no user 6 to mention"):
        read_formatted_text("abc", [mention], {5: ANNA}.get)


def test_over_http(api: Api, chat: PrivateChat, anna: Person) -> None:
    mention = {"type": "text_mention", "offset": 0, "length": 4, "user": {"id": anna.user.id, "first_name": "A"}}

    sent = api("sendMessage", chat_id=chat.id, text="Anna, ja", entities=[mention])
    lacking = api.refused("sendMessage", chat_id=chat.id, text="a", entities=[{"type": "bold", "offset": 0}])

    assert sent["entities"][0]["user"]["username"] == "anna"
    assert lacking == "Bad Request: can't parse MessageEntity: Can't find field \"length\""
