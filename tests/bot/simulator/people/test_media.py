"""Photos and videos that people show, with captions."""

from __future__ import annotations

import pytest

from bot.simulator import Group, ImpossibleAction, Person, Photo, PrivateChat, Video
from tests.support.simulator.client import Api, Json


def newest(api: Api) -> Json:
    message: Json = api.updates()[-1]["message"]
    return message


def test_a_photo_with_a_caption(api: Api, chat: PrivateChat, anna: Person) -> None:
    shown = anna.shows(chat, "Wer ist @anna?", size=(3000, 1500))

    message = newest(api)
    assert (message["caption"], message["caption_entities"]) == (
        "Wer ist @anna?",
        [{"type": "mention", "offset": 8, "length": 5}],
    )
    assert [(size["width"], size["height"]) for size in message["photo"]] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1280, 640),
    ]
    assert len({size["file_id"] for size in message["photo"]}) == 4
    assert not {"text", "entities"} & set(message)
    assert isinstance(shown.media, Photo)
    assert shown.text == "Wer ist @anna?"


def test_a_small_photo_without_a_caption(api: Api, chat: PrivateChat, anna: Person) -> None:
    anna.shows(chat, size=(60, 40))

    message = newest(api)
    assert [(size["width"], size["height"]) for size in message["photo"]] == [(60, 40)]
    assert not {"caption", "caption_entities", "text"} & set(message)


def test_a_video(api: Api, chat: PrivateChat, anna: Person) -> None:
    shown = anna.shows(chat, "Sieh her", kind="video", size=(640, 480), duration=3)

    message = newest(api)
    video = message["video"]
    assert (video["width"], video["height"], video["duration"], video["mime_type"]) == (640, 480, 3, "video/mp4")
    assert (video["thumbnail"]["width"], message["caption"]) == (320, "Sieh her")
    assert isinstance(shown.media, Video)


def test_two_photos_are_two_files(chat: PrivateChat, anna: Person) -> None:
    assert anna.shows(chat).media != anna.shows(chat).media


def test_a_mention_in_a_caption_reaches_the_bot(api: Api, group: Group, anna: Person) -> None:
    api.updates()
    anna.shows(group, "Sieh her")
    anna.shows(group, "@belegbot wer ist das?")

    assert [update["message"]["caption"] for update in api.updates()] == ["@belegbot wer ist das?"]


def test_an_answer_to_a_photo_quotes_its_caption(api: Api, group: Group, anna: Person, ben: Person) -> None:
    photo = ben.shows(group, "Musk zahlt nichts")
    anna.says(group, "@belegbot stimmt das?", reply_to=photo, quote="zahlt nichts")

    message = newest(api)
    assert message["reply_to_message"]["caption"] == "Musk zahlt nichts"
    assert message["reply_to_message"]["photo"]
    assert message["quote"]["text"] == "zahlt nichts"


def test_a_caption_is_edited(api: Api, chat: PrivateChat, anna: Person) -> None:
    anna.edits(anna.shows(chat, "Wer its das?"), "Wer ist das?")

    [update] = api.updates()[-1:]
    assert update["edited_message"]["caption"] == "Wer ist das?"
    assert update["edited_message"]["photo"]


def test_a_caption_that_no_client_sends(chat: PrivateChat, anna: Person) -> None:
    with pytest.raises(ImpossibleAction, match="at most 1024"):
        anna.shows(chat, "a" * 1025)
