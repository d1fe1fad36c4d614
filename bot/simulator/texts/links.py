"""What Telegram takes for a link, and how it writes it down (`check_link_impl` in td/telegram/LinkManager.cpp)."""

from __future__ import annotations

import re
from typing import Final

_SCHEME: Final = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://", re.ASCII)
_AUTHORITY: Final = re.compile(
    r"(?P<user>[^/?#@]*@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^/?#:@\s]*)(?P<port>:\d*)?(?P<rest>[/?#].*)?\Z", re.DOTALL
)
_HIGHEST_PORT: Final = 65535


class InvalidLink(ValueError):
    """Not a link that Telegram takes; the message is Telegram's reason."""


def normalize_link(link: str) -> str:
    """The link as Telegram keeps it: with a scheme, the host in small letters, and a path.

    Raises:
        InvalidLink: with Telegram's sentence, "URL '…' is invalid: …".
    """
    try:
        return _tg(link) if link.lower().startswith("tg:") else _http(link)
    except InvalidLink as error:
        raise InvalidLink(f"URL '{link}' is invalid: {error}") from None


def _http(link: str) -> str:
    scheme, rest = "http", link
    if found := _SCHEME.match(link):
        scheme, rest = found["scheme"].lower(), link[found.end() :]
    if scheme not in {"http", "https"}:
        raise InvalidLink("Unsupported URL protocol")
    parts = _AUTHORITY.match(rest)
    if parts is None:
        raise InvalidLink("Host is invalid")
    host, port, path = parts["host"].lower(), parts["port"] or "", parts["rest"] or "/"
    _check_host(host)
    if port == ":" or int(port[1:] or 1) not in range(1, _HIGHEST_PORT + 1):
        raise InvalidLink("Wrong port number specified in the URL")
    return f"{scheme}://{parts['user'] or ''}{host}{port}{path if path.startswith('/') else '/' + path}"


def _check_host(host: str) -> None:
    if not host or host == ".":
        raise InvalidLink("URL host is empty")
    if "." not in host and not host.startswith("["):  # also why no link to localhost can be sent
        raise InvalidLink("Wrong HTTP URL")


def _tg(link: str) -> str:
    rest = link[3:].removeprefix("//")
    if not re.match(r"[A-Za-z0-9_-]+(?:[/?#]|\Z)", rest):
        raise InvalidLink("Unallowed characters in URL host" if rest else "URL host is empty")
    return f"tg://{rest}"
