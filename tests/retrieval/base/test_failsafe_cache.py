"""What may fail is made once, and its failing told once."""

from __future__ import annotations

import logging

import pytest

from retrieval.base.failsafe_cache import FailsafeCache


def failing() -> int:
    raise ValueError


@pytest.fixture
def cache() -> FailsafeCache[str, int]:
    return FailsafeCache(2, logging.getLogger(__name__), fails="It fails", works="It works again.")


def test_a_value_is_made_once(cache: FailsafeCache[str, int]) -> None:
    assert cache.get("one", lambda: 1) == 1
    assert cache.get("one", failing) == 1
    assert cache.failures == 0


def test_what_was_wanted_longest_ago_is_forgotten_first(cache: FailsafeCache[str, int]) -> None:
    for key in ("one", "two", "one", "three"):
        cache.get(key, lambda: 1)
    assert cache.get("one", lambda: 2) == 1
    assert cache.get("two", lambda: 2) == 2


def test_what_failed_is_tried_again(cache: FailsafeCache[str, int]) -> None:
    assert cache.get("one", failing) is None
    assert cache.get("one", lambda: 1) == 1


def test_the_log_tells_once_that_it_fails_and_once_that_it_works_again(
    cache: FailsafeCache[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for key, make in [("one", failing), ("two", failing), ("one", lambda: 1), ("two", lambda: 2), ("three", failing)]:
        cache.get(key, make)
    assert cache.failures == 3
    assert [record.message for record in caplog.records] == [
        "It fails: ValueError",
        "It works again.",
        "It fails: ValueError",
    ]


def test_while_it_is_suspended_nothing_is_made_and_nothing_told(
    cache: FailsafeCache[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    cache.get("one", lambda: 1)
    cache.suspend(60)
    assert cache.get("one", failing) == 1
    assert cache.get("two", lambda: 2) is None
    assert cache.failures == 1
    cache.suspend(0)
    assert cache.get("two", lambda: 2) == 2
    assert caplog.records == []


def test_what_fails_before_and_after_a_suspension_is_told_once(
    cache: FailsafeCache[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for seconds in (0, 60, 0):
        cache.suspend(seconds)
        cache.get("one", failing)
    assert [record.message for record in caplog.records] == ["It fails: ValueError"]
