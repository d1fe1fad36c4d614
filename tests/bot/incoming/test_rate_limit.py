from bot.incoming.rate_limit import Admission, Cooldown, RateLimit

ANSWER, TELL, IGNORE = Admission


def test_a_share_a_minute_then_one_word_then_silence_then_again() -> None:
    now = [0.0]
    pace = RateLimit(2, lambda: now[0])
    assert [pace.admit(1) for _ in range(5)] == [ANSWER, ANSWER, TELL, IGNORE, IGNORE]
    assert pace.admit(2) is ANSWER
    now[0] = 60.0
    assert [pace.admit(1) for _ in range(3)] == [ANSWER, ANSWER, TELL]


def test_the_minute_slides() -> None:
    now = [0.0]
    pace = RateLimit(2, lambda: now[0])
    pace.admit(1)
    now[0] = 40.0
    pace.admit(1)
    now[0] = 61.0
    assert [pace.admit(1) for _ in range(2)] == [ANSWER, TELL]


def test_without_a_limit_all_is_answered() -> None:
    pace = RateLimit(0)
    assert {pace.admit(1) for _ in range(1000)} == {ANSWER}


def test_a_chat_is_told_the_same_once_in_a_while() -> None:
    now = [0.0]
    cooldown = Cooldown(600, lambda: now[0])
    assert [cooldown.admit(1), cooldown.admit(1), cooldown.admit(2)] == [True, False, True]
    now[0] = 599.0
    assert not cooldown.admit(1)
    now[0] = 601.0
    assert [cooldown.admit(1), cooldown.admit(1)] == [True, False]
