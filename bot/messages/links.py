"""Which addresses Telegram takes for links and buttons (`check_link_impl` in td/telegram/LinkManager.cpp)."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_linkable(url: str) -> bool:
    """Whether Telegram takes the address: of the web, and of a host that has a dot or is an IPv6 address.

    So not that of an intranet's host or of localhost.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    is_host = ("." in host.strip(".") or ":" in host) and not any(map(str.isspace, parts.netloc))
    return parts.scheme in ("http", "https") and is_host and port != 0
