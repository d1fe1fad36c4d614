"""Whatever the environment and `.env` hold: settings that clients can be made with, or one line for each fault.

`FUZZ_SECONDS=600 pytest -s tests/bot/config/test_any_environment.py` tries more.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import httpx
import pytest

from bot.config.errors import InvalidSettings
from bot.config.network import check_network_variables
from bot.config.settings import Settings, load_settings, unknown_settings
from bot.config.variables import ENV_FILE
from tests.support.fuzzing import seeded

NETWORK = [
    "HTTP_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
    "NO_PROXY",
    "no_proxy",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
]
ALIKE = ["TELEGRAM_TOKN", "WEBHOOK_URI", "LANGUAG", "telegram_token", "LOG_LEVL", "ENCODERS"]
VALUES = [
    *("", " ", "0", "-1", "1e999", "9" * 400, "nan", "true", "None"),
    *("de", "fr", "auto", "off", "info", "json", '"', "'\"'"),
    *("123456789:AAF-x_yAAF-x_yAAF-x_yAAF-x_yAAF-x", "123:ä", "a:b"),
    *("http://", "http://x", "https://[::1", "http://[fe80::1%25eth0]"),
    *("https://bot.example.org", "https://bot.example.org:99999/x"),
    *("https://a b", "//x", "socks://x:1", "socks5://x", "x:y@z:p"),
    *("[::1]", "fe80::/10", "localhost,,::1", "*", ".example.org"),
    *("10.0.0.0/8", "http://u:p%@h", "http://\u202eevil", "ß.example"),
    *("/nope", "/dev/null", "/", ".", "\udcff", "\u0130", "a\nb"),
    *("x" * 5000, "file.db", "http://milvus:19530", "${HOME}", "$(x)"),
]
LINES = [
    b"A=1\n",
    b"=\n",
    b"export \n",
    b"# x\n",
    b"'",
    b'"',
    b"\xff",
    b"\0",
    b"\xef\xbb\xbf",
    b"\r",
    b"A\n",
    b"${A}\n",
    b"\\",
]


def environment(random: Random) -> dict[str, str]:
    names = [*(name.upper() for name in Settings.model_fields), *NETWORK, *ALIKE]
    chosen = random.sample(names, random.randint(0, 6))
    return {name: random.choice(VALUES) for name in chosen}


def env_file(random: Random) -> bytes:
    lines = [f"{name}={value}\n".encode("utf-8", "surrogateescape") for name, value in environment(random).items()]
    lines += [random.choice(LINES) for _ in range(random.choice((0, 0, 1, 4)))]
    random.shuffle(lines)
    data = b"".join(lines)
    return data.decode("utf-8", "replace").encode("utf-16") if random.random() < 0.05 else data


@contextmanager
def environment_restored() -> Iterator[None]:
    before = dict(os.environ)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def use() -> None:
    """What a start does with the environment, up to the first client."""
    load_settings()  # puts the network's variables of the file into the environment
    check_network_variables()
    for unknown in unknown_settings():
        assert unknown.name
    httpx.Client(trust_env=True).close()


@pytest.mark.slow
def test_whatever_the_environment_holds_is_used_or_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for random in seeded(200):
        ENV_FILE.write_bytes(env_file(random))
        with monkeypatch.context() as patched, environment_restored():
            for name in list(os.environ):
                if name.upper() in {*map(str.upper, (*NETWORK, *Settings.model_fields))}:
                    patched.delenv(name)
            for name, value in environment(random).items():
                patched.setenv(name, value)
            with suppress(InvalidSettings):
                use()
