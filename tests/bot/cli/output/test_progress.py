"""Whoever waits for many articles to be read sees how far it is."""

from __future__ import annotations

import io
import logging
import sys

import pytest

from bot.cli.output.progress import show_encoding, show_reading
from content import Article

MANY = [Article.from_text("Ein Satz.", title=f"Artikel {number}", language="de") for number in range(60)]


class Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_bar_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert list(show_reading(MANY)) == MANY
    assert "Reading 60 articles" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_two_lines_in_the_log_where_there_is_none(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        assert list(show_reading(MANY)) == MANY
    assert [record.getMessage() for record in caplog.records] == [
        "Reading 60 articles, which are new or have changed.",
        "Reading 60 articles: done.",
    ]


def test_vectors_take_so_long_that_two_articles_are_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        assert list(show_encoding(MANY[:1])) == MANY[:1]
        assert list(show_encoding(MANY[:2])) == MANY[:2]
    assert [record.getMessage() for record in caplog.records] == [
        "Making the vectors of 2 articles, which are new or have changed.",
        "Making the vectors of 2 articles: done.",
    ]


def test_nothing_for_a_few(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.INFO):
        assert list(show_reading(MANY[:5])) == MANY[:5]
    assert not caplog.records
    assert capsys.readouterr().err == ""
