import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.constants import InlineKeyboardButtonLimit

from bot.taps import AskSample, ListVoices, ShowVoice, Tap, decode, digest, encode

DIGESTS = st.text().map(digest)
TAPS = st.one_of(
    st.builds(AskSample, DIGESTS),
    st.builds(ShowVoice, DIGESTS, DIGESTS, st.integers(0, 10**6)),
    st.just(ListVoices()),
)


@given(TAPS)
def test_a_button_carries_all_that_its_tap_means(tap: Tap) -> None:
    data = encode(tap)
    assert len(data.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
    assert decode(data) == tap


@pytest.mark.parametrize("data", ["", "ask", "voice:a:b", "voice:a:b:-1", "voice:a:b:²", "voice:a:b:1:2", "nonsense:1"])
def test_what_is_not_ours_means_nothing(data: str) -> None:
    assert decode(data) is None
