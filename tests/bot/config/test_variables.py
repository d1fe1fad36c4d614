"""The file .env in any encoding, and names that are no settings."""

import os
from pathlib import Path

import pytest

from bot.config.errors import InvalidSettings
from bot.config.settings import load_settings, unknown_settings

LINES = "# für Anna\nLANGUAGE=en\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_in_utf_8_is_read(elsewhere: Path, encoding: str, end: str) -> None:
    (elsewhere / ".env").write_bytes(LINES.partition("\n")[2].replace("\n", end).encode(encoding))
    assert load_settings().language == "en"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"])
def test_a_file_in_another_encoding_is_told_in_one_line(elsewhere: Path, encoding: str) -> None:
    (elsewhere / ".env").write_bytes(LINES.encode(encoding))
    with pytest.raises(InvalidSettings, match=r"^\.env: line 1 is not in UTF-8; save the file in that encoding$"):
        load_settings()


@pytest.mark.parametrize("line", ["LANGUAGE en", "=5", 'LANGUAGE="en'])
def test_a_line_that_is_no_setting_is_told(elsewhere: Path, line: str) -> None:
    (elsewhere / ".env").write_text(f"# the bot\nPORT=80\n{line}\n")
    with pytest.raises(InvalidSettings, match=r"^\.env: line 3 is no setting; write it like NAME=value"):
        load_settings()


def test_a_folder_of_that_name_is_no_such_file(elsewhere: Path) -> None:
    (elsewhere / ".env").mkdir()
    assert load_settings().language == "de"
    assert list(unknown_settings()) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("TELEGRAM_TOKN", "TELEGRAM_TOKEN"),
        ("TELEGRAM_BOT_TOKEN", "TELEGRAM_TOKEN"),
        ("telegram_tokens", "TELEGRAM_TOKEN"),
        ("LOGLEVEL", "LOG_LEVEL"),
        ("MILVUS_URL", "MILVUS_URI"),
    ],
)
def test_a_name_that_is_much_like_a_setting_is_told(monkeypatch: pytest.MonkeyPatch, name: str, meant: str) -> None:
    monkeypatch.setenv(name, "x")
    assert [(each.name, each.meant) for each in unknown_settings()] == [(name.upper(), meant)]


def test_nobody_is_taken_to_mean_what_is_set_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "of another program")
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:token")
    assert list(unknown_settings()) == []


def test_names_of_other_programs_are_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANG", "HOSTNAME", "HOSTS", "PORTS", "TELEGRAM_API_ID", "TEST_DATABASE_URL", "CONTENT_TYPE"):
        monkeypatch.setenv(name, "x")
    assert list(unknown_settings()) == []


def test_what_the_file_says_of_the_network_is_put_into_the_environment(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "")  # so that it is afterwards as it was, whatever is set here
        monkeypatch.delenv(name)
    monkeypatch.setenv("no_proxy", "localhost")
    (elsewhere / ".env").write_text("HTTPS_PROXY=http://proxy.example.org:3128\nNO_PROXY=10.0.0.5\n")
    load_settings()
    assert os.environ["HTTPS_PROXY"] == "http://proxy.example.org:3128"
    assert "NO_PROXY" not in os.environ, "the environment stands before the file"
    assert list(unknown_settings()) == []


def test_in_the_file_every_other_name_is_told(elsewhere: Path) -> None:
    (elsewhere / ".env").write_text("DICTIONARIES_DIR=/nope\nHOSTS=x\nPORT=80\n")
    assert [(each.name, each.meant) for each in unknown_settings()] == [("DICTIONARIES_DIR", None), ("HOSTS", "HOST")]
