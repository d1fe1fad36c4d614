import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.constants import InlineKeyboardButtonLimit

from bot.articles.identifiers import digest
from bot.callback.callback_data import (
    AskAll,
    AskSample,
    CallbackData,
    CheckMessage,
    ChooseAll,
    ChooseArticle,
    ListArticles,
    ListSpeakers,
    ShowArticle,
    ShowSpeaker,
    decode,
    encode,
)

DIGESTS = st.text().map(digest)
TAPS = st.one_of(
    st.builds(AskSample, DIGESTS),
    st.just(CheckMessage()),
    st.builds(ShowSpeaker, DIGESTS, DIGESTS, st.integers(0, 10**6)),
    st.builds(ListSpeakers, st.just("") | DIGESTS),
    st.builds(ChooseArticle, DIGESTS),
    st.builds(ChooseAll, DIGESTS),
    st.builds(AskAll, st.none() | st.text(max_size=15)),
    st.builds(ListArticles, st.integers(0, 10**6), st.none() | st.text(max_size=12)),
    st.builds(ShowArticle, DIGESTS, st.integers(0, 10**6), st.none() | st.text(max_size=8)),
)


@given(TAPS)
def test_a_button_carries_all_that_its_tap_means(callback: CallbackData) -> None:
    data = encode(callback)
    assert len(data.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
    assert decode(data) == callback


@pytest.mark.parametrize("words", ["x" * 58, "ä" * 40, "👍" * 200, "Brücke: gesperrt?"])
def test_words_that_are_too_long_for_a_button_are_left_out_whole(words: str) -> None:
    name = digest("")
    for callback, without in (
        (ListArticles(0, words), ListArticles(0, None)),
        (ShowArticle(name, 0, words), ShowArticle(name, 0, None)),
        (AskAll(words), AskAll(None)),
    ):
        data = encode(callback)
        assert len(data.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
        assert decode(data) == (callback if words in data else without)


@pytest.mark.parametrize(
    "data",
    [
        "list",
        "list:-1:x",
        "article:a",
        "article:a:²:x",
        "only",
        "free:a:b",
        "ask",
        "check:1",
        "voice:a:b",
        "voice:a:b:-1",
        "voice:a:b:²",
        "voice:a:b:1:2",
        "nonsense:1",
    ],
)
def test_what_is_not_ours_means_nothing(data: str) -> None:
    assert decode(data) is None
