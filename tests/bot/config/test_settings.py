from pathlib import Path

import pytest

from bot.config.errors import InvalidSettings
from bot.config.settings import load_settings

WHOLE_ADDRESS = "write a whole address without bot and token, such as https://api.telegram.org"


def test_nothing_has_to_be_set() -> None:
    settings = load_settings()
    assert settings.telegram_token is None
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.webhook_url is None
    assert settings.content_dir.name == "articles"
    assert (settings.language, settings.log_level, settings.log_format) == ("de", "INFO", "text")


def test_the_environment_and_then_the_file_are_read(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (elsewhere / ".env").write_text("TELEGRAM_TOKEN=1:from-file\nLANGUAGE=EN\nPORT=\nSOMETHING_ELSE=x\n")
    monkeypatch.setenv("LOG_LEVEL", "debug")
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:from-environment")
    settings = load_settings()
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == "1:from-environment"
    assert (settings.language, settings.log_level, settings.port) == ("en", "DEBUG", None)


def test_addresses_may_end_with_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:81/")
    assert load_settings().telegram_api_url == "http://127.0.0.1:81"


@pytest.mark.parametrize(
    ("value", "language"),
    [("DE", "de"), ("de_AT.UTF-8", "de"), ("fr_FR:fr:de:en", "de"), ("fr_FR:fr", "en"), ("en-GB", "en")],
)
def test_what_a_system_sets_its_language_to_is_taken(
    monkeypatch: pytest.MonkeyPatch, value: str, language: str
) -> None:
    monkeypatch.setenv("LANGUAGE", value)
    assert load_settings().language == language


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("TELEGRAM_API_URL", "nowhere", WHOLE_ADDRESS),
        ("TELEGRAM_API_URL", "https://api.telegram.org/bot", WHOLE_ADDRESS),
        ("TELEGRAM_API_URL", "http://127.0.0.1:81/bot", WHOLE_ADDRESS),
        ("TELEGRAM_API_URL", "http://127.0.0.1:81/bot1:hush", WHOLE_ADDRESS),
        ("TELEGRAM_TOKEN", "hush", "copy it again from @BotFather; it is like 123456789:AAF-x_y"),
        ("TELEGRAM_TOKEN", "bot1:hush", "copy it again from @BotFather"),
        ("TELEGRAM_TOKEN", "<1:hush>", "copy it again from @BotFather"),
        ("TELEGRAM_TOKEN", "1:hush/../x", "copy it again from @BotFather"),
        ("PORT", "99999", "write a number from 1 to 65535"),
        ("PORT", "web", "write a number from 1 to 65535"),
        ("MESSAGES_PER_SECOND", "0", "write a number from 1 to 30"),
        ("MESSAGES_PER_SECOND", "31", "write a number from 1 to 30"),
        ("LARGEST_ARTICLE", "0", "write a number of MB, from 1 to 20"),
        ("LARGEST_ARTICLE", "21", "write a number of MB, from 1 to 20"),
        ("LARGEST_ARTICLE", "2 MB", "write a number of MB, from 1 to 20"),
        ("LANGUAGE", "fr", "write one of: de, en"),
        ("LOG_LEVEL", "loud", "write one of: DEBUG, INFO, WARNING, ERROR"),
        ("LOG_FORMAT", "xml", "write one of: text, json"),
        ("WEBHOOK_SECRET", "not allowed!", "use 1 to 256 of the characters"),
        (
            "MILVUS_URI",
            "milvus:19530",
            "write an address, such as http://milvus:19530, or a file's path that ends in .db",
        ),
        ("MILVUS_URI", "http://root:hush@milvus:19530", "goes into MILVUS_TOKEN"),
        ("ENCODER", "on", "write auto, off, or the address of a server, such as http://127.0.0.1:8080/v1"),
        ("ENCODER", "127.0.0.1:8080/v1", "write auto, off, or the address of a server"),
        ("ENCODER", "ftp://127.0.0.1/v1", "write auto, off, or the address of a server"),
        ("ENCODER", "http://[", "write auto, off, or the address of a server"),
        ("ENCODER", "http://bot:hush@127.0.0.1:8080/v1", "a password goes into ENCODER_KEY"),
        ("ENCODER_KEY", "schlüssel", "write it as you were given it"),
        ("MILVUS_NAME", "2-bots", "use up to 100 of the characters A-Z, a-z, 0-9 and _, and no digit first"),
    ],
)
def test_a_wrong_value_is_one_line_with_its_name_and_mend(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, mend: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidSettings) as caught:
        load_settings()
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"{name}: ")
    assert mend in line
    assert "hush" not in line
    assert "schlüssel" not in line


def test_a_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.org")
    with pytest.raises(InvalidSettings, match=r"^WEBHOOK_SECRET: missing, but WEBHOOK_URL is set; make one up"):
        load_settings()


@pytest.mark.parametrize(
    ("url", "to"),
    [
        ("http://bot.example.org", "https"),
        ("https://localhost", "a public host"),
        ("https://bot", "a public host"),
        ("https://10.0.0.5", "a public host"),
        ("https://[::1]", "a public host"),
        ("https://bot.example.org:8080", "one of the ports 80, 88, 443, 8443"),
    ],
)
def test_telegram_posts_only_to_public_addresses_by_https(monkeypatch: pytest.MonkeyPatch, url: str, to: str) -> None:
    monkeypatch.setenv("WEBHOOK_SECRET", "secret")
    monkeypatch.setenv("WEBHOOK_URL", url)
    told = f"^WEBHOOK_URL: Telegram posts only to {to}; write the public address of this process, such as https://bot"
    with pytest.raises(InvalidSettings, match=told):
        load_settings()
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081")  # a server of one's own posts anywhere
    assert load_settings().webhook_url == url


@pytest.mark.parametrize("url", ["https://bot.example.org", "https://bot.example.org:8443/path", "https://8.8.8.8:88"])
def test_public_addresses_are_taken(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("WEBHOOK_SECRET", "secret")
    monkeypatch.setenv("WEBHOOK_URL", url)
    assert load_settings().webhook_url == url


@pytest.mark.parametrize("form", ["{}\n", " {} ", '"{}"', "'{}'", "\t{}\r\n", '"{} "'])
def test_what_comes_with_a_value_is_no_part_of_it(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """A secret's file ends with a line's end, and some hosts keep the marks around a value."""
    monkeypatch.setenv("TELEGRAM_TOKEN", form.format("1:token"))
    monkeypatch.setenv("DATABASE_URL", form.format("sqlite:///bot.sqlite3"))
    monkeypatch.setenv("PORT", form.format("80"))
    monkeypatch.setenv("WEBHOOK_SECRET", form.format(""))
    settings = load_settings()
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == "1:token"
    assert settings.database_url.get_secret_value() == "sqlite:///bot.sqlite3"
    assert (settings.port, settings.webhook_secret) == (80, None)


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "123:very-secret")
    monkeypatch.setenv("WEBHOOK_SECRET", "also/secret")
    with pytest.raises(InvalidSettings) as caught:
        load_settings()
    assert "also/secret" not in str(caught.value)
    monkeypatch.delenv("WEBHOOK_SECRET")
    assert "very-secret" not in repr(load_settings())


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("DATABASE_URL", "postgresql://bot:hu%40sh@db.example.org/belegbot"),
        ("DATABASE_URL", "postgresql://db.example.org/belegbot?user=bot&password=hu%40sh"),
        ("TELEGRAM_API_URL", "http://bot:hu%40sh@127.0.0.1:81"),
    ],
)
def test_the_password_in_an_address_is_a_secret_as_written_and_as_meant(
    monkeypatch: pytest.MonkeyPatch, name: str, url: str
) -> None:
    monkeypatch.setenv(name, url)
    assert "hu@sh" in load_settings().secrets
    if "?" not in url:
        assert "hu%40sh" in load_settings().secrets


def test_milvus_is_an_address_or_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().milvus_uri is None
    for uri in ("http://milvus:19530", "https://in03.example.org", "data/milvus.db", "/data/milvus.db"):
        monkeypatch.setenv("MILVUS_URI", uri)
        assert load_settings().milvus_uri == uri


def test_the_token_of_milvus_and_the_password_in_it_are_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MILVUS_TOKEN", "root:hush")
    assert load_settings().secrets == ("root:hush", "hush")
    monkeypatch.setenv("MILVUS_TOKEN", "an-api-key")
    assert load_settings().secrets == ("an-api-key",)


@pytest.mark.parametrize("value", ["", "auto", "AUTO", "Off", "off"])
def test_the_encoder_is_this_machines_unless_it_is_switched_off(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("ENCODER", value)
    assert load_settings().encoder == (value.lower() or "auto")


@pytest.mark.parametrize(
    ("value", "reader"), [("", "auto"), ("AUTO", "auto"), ("Off", "off"), ("/a/W.npz", "/a/W.npz")]
)
def test_the_reader_is_this_machines_or_none_or_a_file(
    monkeypatch: pytest.MonkeyPatch, value: str, reader: str
) -> None:
    monkeypatch.setenv("READER", value)
    assert load_settings().reader == reader


def test_the_encoder_may_be_a_server_which_is_asked_for_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENCODER", "https://embeddings.example.org/v1/")
    told = r"^ENCODER_MODEL: missing, but ENCODER is an address; write the model's name"
    with pytest.raises(InvalidSettings, match=told):
        load_settings()
    monkeypatch.setenv("ENCODER_MODEL", "multilingual-e5-small")
    monkeypatch.setenv("ENCODER_KEY", "hush")
    settings = load_settings()
    assert (settings.encoder, settings.encoder_model) == ("https://embeddings.example.org/v1", "multilingual-e5-small")
    assert settings.secrets == ("hush",)
    assert "hush" not in repr(settings)


@pytest.mark.parametrize(
    ("database", "folder"),
    [
        (None, "belegbot.index"),
        ("sqlite:///belegbot.sqlite3", "belegbot.index"),
        ("sqlite:///data/bot.sqlite3", "data/belegbot.index"),
        ("sqlite:////var/lib/belegbot/bot.sqlite3", "/var/lib/belegbot/belegbot.index"),
        ("sqlite+pysqlite:///data/bot.sqlite3", "data/belegbot.index"),
        ("sqlite://", "belegbot.index"),
        ("postgres://bot:hush@db.example.org/belegbot", "belegbot.index"),
        ("postgresql+psycopg:///belegbot", "belegbot.index"),
    ],
)
def test_the_index_is_kept_beside_a_store_that_is_a_file(
    monkeypatch: pytest.MonkeyPatch, database: str | None, folder: str
) -> None:
    if database:
        monkeypatch.setenv("DATABASE_URL", database)
    assert load_settings().index_folder == Path(folder)
    monkeypatch.setenv("INDEX_DIR", "elsewhere/index")
    assert load_settings().index_folder == Path("elsewhere/index")
