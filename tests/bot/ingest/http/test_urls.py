"""Addresses of the same page are told from those of different ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.http.urls import canonical_url, strip_tracking


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/a?b=1&c=2",
        "https://www.example.org/a/?b=1&c=2",
        "https://EXAMPLE.org:443/a?c=2&b=1",
        "https://example.org/a?b=1&c=2#part",
        "https://example.org/a?b=1&utm_source=x&c=2&fbclid=y",
        " https://user:secret@example.org/a?b=1&c=2 ",
    ],
)
def test_addresses_of_the_same_page(other: str) -> None:
    assert canonical_url(other) == canonical_url("https://example.org/a?b=1&c=2")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/a?b=1&cid=2",
        "https://example.org/b?b=1",
        "https://example.org/a?b=2",
        "https://example.org:8080/a?b=1",
        "https://e.org/a?b=1",
    ],
)
def test_addresses_of_different_pages(other: str) -> None:
    assert canonical_url(other) != canonical_url("https://example.org/a?b=1")


def test_an_address_is_shown_without_tracking_and_else_as_it_was() -> None:
    assert strip_tracking("https://Ex.org/Ä/?b=%2F&utm_source=x#y") == "https://Ex.org/Ä/?b=%2F"
    assert strip_tracking("https://ex.org/a?b=a+b&c") == "https://ex.org/a?b=a+b&c"


@given(st.text())
def test_any_address_has_one_form(url: str) -> None:
    assert canonical_url(canonical_url(url)) is not None
    assert canonical_url(f"{url} ") == canonical_url(url)
