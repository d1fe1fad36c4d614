"""The environment's variables for the network, which httpx reads by itself: wrong, they end in its exceptions."""

from __future__ import annotations

import ipaddress
import os
import ssl
from collections.abc import Iterator, Mapping
from importlib.util import find_spec

import httpx

from bot.config.errors import InvalidSettings

_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


def check_network_variables(environment: Mapping[str, str] = os.environ) -> None:
    """Looks whether clients of httpx can be made with these variables.

    Raises:
        InvalidSettings: they cannot; one line a variable, without its value: it may hold a password.
    """
    if faults := list(_faults(environment)):
        raise InvalidSettings("\n".join(faults))


def _faults(environment: Mapping[str, str]) -> Iterator[str]:
    for name, value in environment.items():
        if not value:
            continue
        if name.upper() in _PROXIES and (fault := _fault_of_proxy(value)):
            yield f"{name}: {fault}"
        elif name.upper() == "NO_PROXY" and not all(map(_is_host, value.split(","))):
            yield f"{name}: it has an entry that is no host; write names and addresses, such as localhost,10.0.0.5,::1"
        elif name == "SSL_CERT_FILE" and not _is_certificate_file(value):
            yield f"{name}: no file of certificates is there; write the path of one, or unset it"
        elif name == "SSL_CERT_DIR" and not os.path.isdir(value):  # noqa: PTH112 - it takes any string
            yield f"{name}: no folder is there; write the path of a folder of certificates, or unset it"


def _fault_of_proxy(value: str) -> str | None:
    url = value if "://" in value else f"http://{value}"
    mend = "write it like http://proxy.example.org:3128"
    try:
        scheme = httpx.Proxy(url).url.scheme
    except (ValueError, httpx.InvalidURL):
        return f"no such proxy can be used; {mend}"
    if scheme.startswith("socks") and find_spec("socksio") is None:
        return f"a SOCKS proxy needs a package more: pip install socksio; or {mend}"
    return None


def _is_host(entry: str) -> bool:
    """Whether httpx can make a pattern of it (`get_environment_proxies` in httpx/_utils.py)."""
    host = entry.strip()
    try:
        ipaddress.IPv6Address(host.partition("/")[0])
    except ValueError:
        pattern = host if "://" in host else f"all://*{host}"
    else:
        pattern = f"all://[{host}]"
    try:
        httpx.URL(pattern)
    except httpx.InvalidURL:
        return False
    return True


def _is_certificate_file(path: str) -> bool:
    try:
        ssl.create_default_context(cafile=path)
    except (OSError, ssl.SSLError):
        return False
    return True
