"""When the next message may go."""

from hypothesis import given
from hypothesis import strategies as st

from bot.calls.flood import OFFICIAL, UNLIMITED, ChatFloodControl, SendLimit, SendLimits, SlidingWindow

GROUP, PERSON = -100, 100


def test_one_a_second_into_a_chat() -> None:
    flood = ChatFloodControl(OFFICIAL)
    assert flood.wait(PERSON, 0.0) == 0
    flood.note(PERSON, 0.0)
    assert flood.wait(PERSON, 0.25) == 0.75
    assert flood.wait(PERSON, 1.0) == 0
    assert flood.wait(PERSON + 1, 0.25) == 0


def test_twenty_a_minute_into_a_group_and_any_number_to_a_person() -> None:
    flood = ChatFloodControl(OFFICIAL)
    for second in range(20):
        for chat in (GROUP, PERSON):
            assert flood.wait(chat, float(second)) == 0
            flood.note(chat, float(second))
    assert flood.wait(GROUP, 20.0) == 40
    assert flood.wait(PERSON, 20.0) == 0


def test_what_telegram_says_goes_before() -> None:
    flood = ChatFloodControl(UNLIMITED)
    flood.pause(GROUP, 10.0)
    flood.pause(GROUP, 5.0)
    assert flood.wait(GROUP, 4.0) == 6
    assert flood.wait(GROUP, 10.0) == 0
    assert flood.wait(PERSON, 4.0) == 0


def test_those_under_way_count_as_if_they_had_just_arrived() -> None:
    window = SlidingWindow(SendLimit(3, 1.0))
    assert window.wait(0.0, under_way=2) == 0
    assert window.wait(0.0, under_way=3) == float("inf")
    window.note(0.0)
    assert window.wait(0.5, under_way=1) == 0
    assert window.wait(0.5, under_way=2) == 0.5


@given(st.lists(st.floats(0, 3), max_size=60))
def test_no_stretch_of_time_has_more_than_the_limit(pauses: list[float]) -> None:
    limits = SendLimits(chat=SendLimit(2, 1.0), group=SendLimit(5, 4.0), all=None)
    flood, now, sent = ChatFloodControl(limits), 0.0, []
    for pause in pauses:
        now += pause
        now += flood.wait(GROUP, now)
        flood.note(GROUP, now)
        sent.append(now)
    for limit in (limits.chat, limits.group):
        assert limit
        for first, last in zip(sent, sent[limit.messages :], strict=False):
            assert last - first >= limit.seconds - 1e-9
