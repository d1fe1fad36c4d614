"""Inline mode: what is typed after a bot's name, and what the bot offers."""

from __future__ import annotations

import pytest

from bot.simulator import (
    BotAccount,
    ImpossibleAction,
    InlineQuery,
    ManualClock,
    Person,
)
from tests.support.simulator.client import Api, Json
from tests.support.simulator.results import TOO_LATE, article


@pytest.fixture
def account(account: BotAccount) -> BotAccount:
    account.supports_inline_queries = True
    return account


@pytest.fixture
def query(anna: Person, account: BotAccount) -> InlineQuery:
    return anna.queries(account, "starlink taiwan", chat_type="supergroup")


def test_a_query_reaches_the_bot(api: Api, query: InlineQuery, anna: Person) -> None:
    [update] = api.updates()
    asked = update["inline_query"]

    assert asked.pop("from")["id"] == anna.user.id
    assert asked == {"id": query.id, "query": "starlink taiwan", "offset": "", "chat_type": "supergroup"}
    assert api("getMe")["supports_inline_queries"] is True


def test_results_are_seen_and_given_once(api: Api, query: InlineQuery) -> None:
    bold = {"type": "bold", "offset": 0, "length": 5}
    content = {"message_text": "Zitat", "entities": [bold], "link_preview_options": {"is_disabled": True}}
    given = article(1, description="Wer es sagt", url="https://example.org/", input_message_content=content)
    answer = {"inline_query_id": query.id, "results": [given, article(2)], "cache_time": 0}

    assert query.answer is None
    assert api("answerInlineQuery", **answer) is True

    first, second = query.results
    assert (first.id, first.title, first.description, first.url) == (
        "1",
        "Titel 1",
        "Wer es sagt",
        "https://example.org/",
    )
    assert (first.text, first.entities[0].type, second.text) == ("Zitat", "bold", "Zitat 2")
    assert first.link_preview
    assert first.link_preview.is_disabled
    assert api.refused("answerInlineQuery", **answer) == TOO_LATE


def test_an_answer_without_results(api: Api, query: InlineQuery) -> None:
    api("answerInlineQuery", inline_query_id=query.id)

    assert query.answer
    assert query.results == ()


def test_a_query_waits_and_can_be_answered_for_thirty_seconds(
    api: Api, account: BotAccount, query: InlineQuery, clock: ManualClock
) -> None:
    clock.advance(30)

    assert api.refused("answerInlineQuery", inline_query_id=query.id, results=[]) == TOO_LATE
    assert api.updates() == []
    assert account.pending_updates == 0


def test_a_tap_is_no_inline_query(api: Api, query: InlineQuery) -> None:
    assert api.refused("answerCallbackQuery", callback_query_id=query.id) == TOO_LATE


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        ([], "inline query result: "),
        ({"id": ""}, "RESULT_ID_INVALID"),
        ({"id": "ä" * 33}, "RESULT_ID_INVALID"),
        ({"id": 1}, 'can\'t parse inline query result: Field "id" must be of type String'),
        ({"title": " "}, "ARTICLE_TITLE_EMPTY"),
        ({"type": "photo"}, 'this simulator models no inline query result but the article, not "photo"'),
        ({"type": "foto"}, 'can\'t parse inline query result: type "foto" is unsupported for the inline query result'),
        ({"thumbnail_url": "https://a.de"}, 'this simulator does not model the field "thumbnail_url" here'),
        ({"hue": "red"}, 'can\'t parse inline query result: this simulator knows no field "hue" here'),
        ({"reply_markup": {"keyboard": []}}, "this simulator models no reply markup but the inline keyboard"),
        (
            {"reply_markup": {"inline_keyboard": [[{"text": "A"}]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"reply_markup": {"inline_keyboard": [[{}]]}},
            "can't parse inline query result: Can't parse inline keyboard button: Can't find field \"text\"",
        ),
    ],
)
def test_faulty_results(api: Api, query: InlineQuery, result: Json, sentence: str) -> None:
    given = [article(2), {**article(), **result} if result else "Zitat"]

    assert sentence in api.refused("answerInlineQuery", inline_query_id=query.id, results=given)
    assert query.answer is None


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({}, "can't parse inline query result: Input message content is not specified"),
        ({"message_text": "ä" * 16385}, "can't parse inline query result: Text is too long"),
        ({"message_text": "a" * 4097}, "message is too long"),
        ({"message_text": "\t "}, "text must be non-empty"),
        ({"message_text": "A", "parse_mode": "HTML"}, 'this simulator does not model the field "parse_mode" here'),
        (
            {"message_text": "A", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2",
        ),
        (
            {"message_text": "A", "entities": [{"type": "bold", "offset": 0}]},
            "can't parse inline query result: Can't parse MessageEntity: Can't find field \"length\"",
        ),
    ],
)
def test_faulty_texts_are_refused_as_when_sending(api: Api, query: InlineQuery, content: Json, sentence: str) -> None:
    results = [article(input_message_content=content)]

    assert api.refused("answerInlineQuery", inline_query_id=query.id, results=results) == f"Bad Request: {sentence}"


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"results": [article(i) for i in range(51)]}, "too many inline query results specified"),
        ({"results": {}}, "expected an Array of inline query results"),
        ({"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
        ({"next_offset": "ä" * 33}, "NEXT_OFFSET_INVALID"),
        ({"button": {"text": "Fragen", "start_parameter": ""}}, "can't use empty start_parameter"),
        ({"button": {"text": "Fragen", "start_parameter": "a" * 65}}, "too long start_parameter specified"),
        ({"button": {"text": "Fragen", "start_parameter": "ä"}}, "unallowed characters in start_parameter are used"),
        ({"button": {"text": " ", "start_parameter": "a"}}, "SWITCH_PM_TEXT_EMPTY"),
        (
            {"button": {"text": "Fragen"}},
            "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
        ),
        (
            {"button": {"start_parameter": "a"}},
            "can't parse inline query results button: Can't find field \"text\"",
        ),
        (
            {"button": {"text": "Fragen", "web_app": {"url": "https://example.org/"}}},
            'this simulator does not model the field "web_app" here',
        ),
        ({"switch_pm_text": "A"}, 'this simulator knows no parameter "switch_pm_text" of answerInlineQuery'),
    ],
)
def test_faulty_answers(api: Api, query: InlineQuery, parameters: Json, sentence: str) -> None:
    refusal = api.refused("answerInlineQuery", inline_query_id=query.id, **parameters)

    assert refusal == f"Bad Request: {sentence}"


def test_inline_mode_is_switched_on_first(api: Api, account: BotAccount, query: InlineQuery, anna: Person) -> None:
    account.supports_inline_queries = False

    assert api.refused("answerInlineQuery", inline_query_id=query.id) == "Bad Request: USER_BOT_INVALID"
    assert api("getMe")["supports_inline_queries"] is False
    with pytest.raises(ImpossibleAction, match="has no inline mode"):
        anna.queries(account, "a")


def test_scrolling_asks_for_more(api: Api, query: InlineQuery, anna: Person) -> None:
    api.updates()
    api("answerInlineQuery", inline_query_id=query.id, results=[article()], next_offset="50")
    more = anna.scrolls(query)

    [update] = api.updates()
    assert (update["inline_query"]["query"], update["inline_query"]["offset"]) == ("starlink taiwan", "50")
    api("answerInlineQuery", inline_query_id=more.id, results=[article(2)])
    assert more.results[0].id == "2"
    with pytest.raises(ImpossibleAction, match="no more results"):
        anna.scrolls(more)


@pytest.mark.parametrize("is_personal", [False, True])
def test_answers_are_cached_for_all_or_for_one(
    api: Api, account: BotAccount, query: InlineQuery, anna: Person, ben: Person, *, is_personal: bool
) -> None:
    api("answerInlineQuery", inline_query_id=query.id, results=[article()], is_personal=is_personal)
    api.updates()

    assert anna.queries(account, query.text).results == query.results
    assert ben.queries(account, query.text).results == (() if is_personal else query.results)
    assert [update["inline_query"]["from"]["first_name"] for update in api.updates()] == ["Ben"] * is_personal


@pytest.mark.parametrize(("sent", "seconds"), [({}, 300), ({"cache_time": 60}, 60), ({"cache_time": 10**6}, 86400)])
def test_caches_end(
    api: Api, query: InlineQuery, anna: Person, clock: ManualClock, *, sent: Json, seconds: int
) -> None:
    api("answerInlineQuery", inline_query_id=query.id, results=[article()], **sent)

    clock.advance(seconds - 1)
    assert anna.queries(query.account, query.text).is_answered
    clock.advance(1)
    assert not anna.queries(query.account, query.text).is_answered


def test_an_answer_that_is_not_cached(api: Api, query: InlineQuery, anna: Person) -> None:
    api("answerInlineQuery", inline_query_id=query.id, results=[article()], cache_time=0)

    assert not anna.queries(query.account, query.text).is_answered


def test_the_button_above_the_results_opens_the_chat(api: Api, query: InlineQuery, anna: Person) -> None:
    button = {"text": "Selbst fragen", "start_parameter": "inline-1"}
    api("answerInlineQuery", inline_query_id=query.id, button=button)

    chat = anna.presses(query)

    assert chat.messages[-1].text == "/start inline-1"


def test_queries_that_no_client_sends(account: BotAccount, anna: Person) -> None:
    with pytest.raises(ImpossibleAction, match="no chat of the type"):
        anna.queries(account, chat_type="forum")
    with pytest.raises(ImpossibleAction, match="at most 256"):
        anna.queries(account, "a" * 257)
