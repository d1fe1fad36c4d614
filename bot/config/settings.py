"""Settings: from the environment or from a file `.env` in the working directory."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import parse_qs, unquote, urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    HttpUrl,
    SecretStr,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict
from telegram.constants import SUPPORTED_WEBHOOK_PORTS, FloodLimit

from bot.config.errors import InvalidSettings
from bot.config.secret_files import SUFFIX, read_secret_files
from bot.config.variables import (
    ENCODING,
    ENV_FILE,
    UnknownName,
    check_env_file,
    export_network_variables,
    unknown_names,
    variable,
)
from content.files import LARGEST_ARTICLE, LARGEST_FILE

_PROJECT = Path(__file__).resolve().parents[2]
_HTTP_URL = TypeAdapter(HttpUrl)

OFFICIAL_API = "https://api.telegram.org"

# How many messages a second Telegram takes of one bot (core.telegram.org/bots/faq#broadcasting-to-users).
_MOST_MESSAGES = int(FloodLimit.MESSAGES_PER_SECOND)

# What `encoder` may be beside an address, and `reader` beside a file.
AUTO, OFF = "auto", "off"


class InterfaceLanguage(StrEnum):
    """A language that the bot's own words exist in (`bot/locales`)."""

    GERMAN = "de"
    ENGLISH = "en"


class LogLevel(StrEnum):
    """The least important messages that are still logged."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class LogFormat(StrEnum):
    """Lines for people, or one JSON object a line for machines."""

    TEXT = "text"
    JSON = "json"


def _base_url(value: str) -> str:
    _HTTP_URL.validate_python(value)
    return value.rstrip("/")  # paths are appended to it


def _api_url(value: str) -> str:
    path = urlsplit(value).path
    if re.search(r"/bot(\d+:|$)", path) or (value.startswith(OFFICIAL_API) and path):
        raise ValueError("its path does not belong there")
    return value


def _token(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+(/test)?", value.get_secret_value()):
        raise ValueError("it has not the form of a token")
    return value


def _webhook_secret(value: SecretStr) -> SecretStr:
    # What Telegram accepts (core.telegram.org/bots/api#setwebhook).
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise ValueError("Telegram does not accept it")
    return value


def _milvus_uri(value: str) -> str:
    if value.endswith(".db"):
        return value
    if urlsplit(value).username is not None:
        raise ValueError("it holds a user or a password")
    return _base_url(value)


def _encoder(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.lower() in (AUTO, OFF):
        return value.lower()
    if "://" not in value or urlsplit(value).username is not None:
        raise ValueError("it is no address, or holds a password")
    return _base_url(value)


def _reader(value: object) -> object:
    return value.lower() if isinstance(value, str) and value.lower() in (AUTO, OFF) else value


def _header_value(value: SecretStr) -> SecretStr:
    key = value.get_secret_value()
    if not (key.isascii() and key.isprintable()):  # it is sent in a header
        raise ValueError("no key has such characters")
    return value


def _interface_language(value: object) -> object:
    """Takes also what systems set LANGUAGE to for gettext, such as "de_AT:de:en": the first language that we have."""
    if not isinstance(value, str):
        return value
    wanted = [re.split(r"[_.@-]", one)[0].lower() for one in value.split(":")]
    known = (one for one in wanted if one in list(InterfaceLanguage))
    from_system = ":" in value or "_" in value
    return next(known, InterfaceLanguage.ENGLISH if from_system else value)


MilvusUri = Annotated[str, AfterValidator(_milvus_uri)]
BaseUrl = Annotated[str, AfterValidator(_base_url)]
UpperCase = BeforeValidator(lambda value: value.upper() if isinstance(value, str) else value)
LowerCase = BeforeValidator(lambda value: value.lower() if isinstance(value, str) else value)


class Settings(BaseSettings):
    """Every setting, named as its variable in lower case. An empty variable counts as not set.

    `webhook_url` is the public base address of this process: set, Telegram posts there; not set, the bot polls.
    `questions_per_minute` is how many one person may ask; 0: any number. `messages_per_second` is how many this process
    may send.
    `port` is where the webhook listens (8080 when it is not set), and signs of life are shown; polling, they are shown
    only when it is set. `metrics_token`: whoever asks for the metrics has to have it.
    `database_url` is the store (`bot.store`); a password may be part of it. `migrate` is whether
    the bot brings the store's tables up to date when it starts; it does not start without.
    `largest_article` is how many MB an article's file may have.
    `index_dir` is where articles, their index and vectors are kept; not set: in a folder beside the store
    (`index_folder`). `watchdog_seconds` is how long Telegram may be silent before the process ends; 0: for ever.
    `encoder` is what compares questions and articles by meaning: "auto", that of this machine, if there is one; "off",
    none; or the address of a server with OpenAI's embeddings interface, asked for `encoder_model` with `encoder_key`.
    `reader` is what reads a question together with what was found, to decide whether that answers it: "auto", that of
    this machine, beside its encoder; "off", none; or the file of the weights of another one.
    `milvus_uri` is the Milvus that ranks passages, a cluster's address or an embedded file (`retrieval.milvus`); not
    set: this process does. `milvus_name` is what the names of its collections begin with.
    `language` is that of interface texts where the asker's is not known, and of the terminal.
    """

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_file_encoding=ENCODING, env_ignore_empty=True, extra="ignore", frozen=True
    )

    telegram_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    telegram_api_url: Annotated[BaseUrl, AfterValidator(_api_url)] = OFFICIAL_API
    webhook_url: BaseUrl | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None
    host: str = "0.0.0.0"  # noqa: S104 - hosts route to the container's address, not to its loopback
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    metrics_token: Annotated[SecretStr, AfterValidator(_header_value)] | None = None
    database_url: SecretStr = SecretStr("sqlite:///belegbot.sqlite3")
    migrate: bool = True
    watchdog_seconds: Annotated[int, Field(ge=0)] = 300
    content_dir: Path = _PROJECT / "content" / "articles"
    largest_article: Annotated[int, Field(ge=1, le=LARGEST_FILE)] = LARGEST_ARTICLE
    index_dir: Path | None = None
    encoder: Annotated[str, BeforeValidator(_encoder)] = AUTO
    encoder_model: str | None = None
    encoder_key: Annotated[SecretStr, AfterValidator(_header_value)] | None = None
    reader: Annotated[str, BeforeValidator(_reader)] = AUTO
    milvus_uri: MilvusUri | None = None
    milvus_token: SecretStr | None = None
    milvus_name: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,99}$")] = "belegbot"
    language: Annotated[InterfaceLanguage, BeforeValidator(_interface_language)] = InterfaceLanguage.GERMAN
    questions_per_minute: Annotated[int, Field(ge=0)] = 10
    messages_per_second: Annotated[int, Field(ge=1, le=_MOST_MESSAGES)] = _MOST_MESSAGES
    log_level: Annotated[LogLevel, UpperCase] = LogLevel.INFO
    log_format: Annotated[LogFormat, LowerCase] = LogFormat.TEXT

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be shown to anybody."""
        hidden = (
            self.telegram_token,
            self.webhook_secret,
            self.metrics_token,
            self.milvus_token,
            self.encoder_key,
        )
        given = [secret.get_secret_value() for secret in hidden if secret]
        parts = [
            part
            for url in (self.database_url.get_secret_value(), self.telegram_api_url, self.webhook_url or "")
            for part in _passwords_in(url)
        ]
        if self.milvus_token:  # of "user:password" also the password alone
            parts.append(self.milvus_token.get_secret_value().partition(":")[2])
        return tuple(dict.fromkeys(filter(None, (*given, *parts))))

    @property
    def index_folder(self) -> Path:
        """Where articles, their index and vectors are kept: beside a store that is a file, else in the working folder.

        What is kept spares work and nothing else: the folder can be deleted while the bot does not run.
        """
        if self.index_dir is not None:
            return self.index_dir
        scheme, _, path = self.database_url.get_secret_value().partition(":///")
        beside = Path(path).parent if scheme.startswith("sqlite") and path else Path()
        return beside / "belegbot.index"

    @model_validator(mode="before")
    @classmethod
    def _strip(cls, values: object) -> object:
        """Without what comes with values: the line's end of a secret's file, marks that a host keeps around them."""
        if not isinstance(values, dict):
            return values
        stripped = {name: _strip_value(value) if isinstance(value, str) else value for name, value in values.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    @model_validator(mode="after")
    def _check_together(self) -> Settings:
        if self.webhook_url and not self.webhook_secret:
            raise ValueError(
                "WEBHOOK_SECRET: missing, but WEBHOOK_URL is set; make one up, for instance with: openssl rand -hex 32"
            )
        if self.webhook_url and self.telegram_api_url == OFFICIAL_API and (fault := _webhook_fault(self.webhook_url)):
            raise ValueError(f"WEBHOOK_URL: Telegram posts only to {fault}; {_MENDS['webhook_url']}")
        if self.encoder not in (AUTO, OFF) and not self.encoder_model:
            raise ValueError(
                "ENCODER_MODEL: missing, but ENCODER is an address; write the model's name, as its server has it"
            )
        return self


def _strip_value(value: str) -> str:
    value = value.strip()
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].strip() if is_quoted else value


def _passwords_in(url: str) -> Iterator[str]:
    """The password of an address, as it is written there and as it is meant; also one among its parameters."""
    found = re.search(r"://[^:@/]*:(.+)@", url)
    for password in (found[1] if found else "", *parse_qs(urlsplit(url).query).get("password", ())):
        yield from dict.fromkeys((password, unquote(password)))


def _webhook_fault(url: str) -> str | None:
    """What the address would have to be for Telegram to post there (core.telegram.org/bots/webhooks); None: it does."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    is_public = "." in host or ":" in host
    with suppress(ValueError):
        is_public = ipaddress.ip_address(host).is_global
    if parts.scheme != "https":
        return "https"
    if not is_public:
        return "a public host"
    ports = ", ".join(map(str, sorted(SUPPORTED_WEBHOOK_PORTS)))
    return None if (parts.port or 443) in SUPPORTED_WEBHOOK_PORTS else f"one of the ports {ports}"


_MENDS = {
    "telegram_token": "copy it again from @BotFather; it is like 123456789:AAF-x_y",
    "telegram_api_url": f"write a whole address without bot and token, such as {OFFICIAL_API}",
    "webhook_url": "write the public address of this process, such as https://bot.example.org",
    "webhook_secret": "use 1 to 256 of the characters A-Z, a-z, 0-9, _ and -",
    "watchdog_seconds": "write a number of seconds, 0 to never end by itself",
    "migrate": "write on or off",
    "port": "write a number from 1 to 65535",
    "metrics_token": "use letters, digits and signs of ASCII",
    "content_dir": "write the path of a folder",
    "largest_article": f"write a number of MB, from 1 to {LARGEST_FILE}",
    "index_dir": "write the path of a folder",
    "encoder": "write auto, off, or the address of a server, such as http://127.0.0.1:8080/v1; a password goes into "
    "ENCODER_KEY",
    "encoder_model": "write the model's name, as the server knows it",
    "encoder_key": "write it as you were given it",
    "reader": "write auto, off, or the path of a file of weights",
    "milvus_uri": "write an address, such as http://milvus:19530, or a file's path that ends in .db; user:password "
    "goes into MILVUS_TOKEN",
    "milvus_name": "use up to 100 of the characters A-Z, a-z, 0-9 and _, and no digit first",
    "language": f"write one of: {', '.join(InterfaceLanguage)}",
    "questions_per_minute": "write a number, 0 for no limit",
    "messages_per_second": f"write a number from 1 to {_MOST_MESSAGES}",
    "log_level": f"write one of: {', '.join(LogLevel)}",
    "log_format": f"write one of: {', '.join(LogFormat)}",
}


SECRETS = tuple(name.upper() for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation))


def load_settings() -> Settings:
    """The settings as the environment has them now; secrets also from files that `NAME_FILE` names.

    What `.env` says of the network is in the environment then.

    Raises:
        InvalidSettings: variables are wrong, every one of them is named; or the file `.env` cannot be read.
    """
    check_env_file()
    export_network_variables()
    from_files: dict[str, Any] = {name.lower(): value for name, value in read_secret_files(SECRETS).items()}
    try:
        return Settings(**from_files)
    except ValidationError as error:
        raise InvalidSettings(
            "\n".join(_complaint(tuple(map(str, e["loc"])), e["msg"]) for e in error.errors())
        ) from None


def unknown_settings() -> Iterator[UnknownName]:
    """Variables that are no settings, although they are in `.env` or much like one."""
    return unknown_names([*(name.upper() for name in Settings.model_fields), *(name + SUFFIX for name in SECRETS)])


def log_format() -> LogFormat:
    """The form of the log, as far as it can be told while other settings are wrong."""
    return LogFormat.JSON if variable("LOG_FORMAT").strip("\"'").lower() == LogFormat.JSON else LogFormat.TEXT


def _complaint(place: tuple[str, ...], message: str) -> str:
    # The value itself is not shown: it may be a token or a secret.
    message = message.removeprefix("Value error, ")
    if not place:
        return message
    return f"{place[0].upper()}: {message}; {_MENDS.get(place[0], 'see the settings in docs/operators.md')}"
