"""Secrets in files of their own."""

from pathlib import Path

import pytest

from bot.config.errors import InvalidSettings
from bot.config.settings import SECRETS, load_settings, unknown_settings


def test_each_secret_may_be_in_a_file(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"TELEGRAM_TOKEN": "1:token", "WEBHOOK_SECRET": "hush", "DATABASE_URL": "sqlite:///b.sqlite3"}
    values |= {"ENCODER_KEY": "key", "MILVUS_TOKEN": "root:hush", "METRICS_TOKEN": "shown"}
    for name, value in values.items():
        (elsewhere / name).write_text(f"{value}\n", "utf-8")
        monkeypatch.setenv(f"{name}_FILE", str(elsewhere / name))
    settings = load_settings()
    given = {name: getattr(settings, name.lower()).get_secret_value() for name in SECRETS}
    assert given == values
    assert list(unknown_settings()) == []


def test_env_may_name_the_file(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (elsewhere / "token").write_text("1:from-a-file", "utf-8")
    (elsewhere / ".env").write_text("TELEGRAM_TOKEN_FILE=token\n", "utf-8")
    token = load_settings().telegram_token
    assert token is not None
    assert token.get_secret_value() == "1:from-a-file"
    assert list(unknown_settings()) == []
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:from-the-environment")  # which stands before .env
    token = load_settings().telegram_token
    assert token is not None
    assert token.get_secret_value() == "1:from-the-environment"


@pytest.mark.parametrize(
    ("content", "why"),
    [(None, "No such file or directory"), (b"\n", "it is empty"), (b"\xff\xfe1", "it is not in UTF-8")],
)
def test_a_file_that_cannot_be_used_is_told_without_its_name(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, why: str
) -> None:
    if content is not None:
        (elsewhere / "1:hush").write_bytes(content)
    monkeypatch.setenv("TELEGRAM_TOKEN_FILE", "1:hush")  # where somebody has written the token itself
    with pytest.raises(InvalidSettings) as caught:
        load_settings()
    told = f"TELEGRAM_TOKEN_FILE: the file that it names cannot be used ({why}); write the path of a file that"
    assert str(caught.value).startswith(told)
    assert "hush" not in str(caught.value)


def test_a_secret_that_is_set_twice_is_told(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_SECRET", "hush")
    monkeypatch.setenv("WEBHOOK_SECRET_FILE", str(elsewhere))
    with pytest.raises(InvalidSettings, match=r"^WEBHOOK_SECRET, WEBHOOK_SECRET_FILE: both are set; set one of them$"):
        load_settings()


def test_a_misspelt_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKENFILE", "x")
    assert [(each.name, each.meant) for each in unknown_settings()] == [("TELEGRAM_TOKENFILE", "TELEGRAM_TOKEN_FILE")]
