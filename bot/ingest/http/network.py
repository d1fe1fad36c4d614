"""Which hosts are of the public internet, and which of a private network."""

from __future__ import annotations

import ipaddress
import socket

import httpx

from bot.config.errors import Unfetchable

PRIVATE = "it is in a private network, of which nothing is fetched here; use: python -m bot add"


def is_private(address: str) -> bool:
    """Whether the address leads into a private network, as far as this machine can tell."""
    try:
        url = httpx.URL(address)
        return not all(map(is_public, _addresses(url)))
    except (httpx.InvalidURL, OSError, ValueError):
        return False


def public_address(url: httpx.URL) -> str:
    """The first address of the URL's host, all of them being of the public internet."""
    addresses = _addresses(url)
    if not all(map(is_public, addresses)):
        raise Unfetchable(PRIVATE)
    return addresses[0]


def _addresses(url: httpx.URL) -> list[str]:
    found = socket.getaddrinfo(url.host, url.port or url.scheme, type=socket.SOCK_STREAM)
    return [str(each[4][0]) for each in found]


def is_public(address: str) -> bool:
    """Whether the IP address is of the public internet, also the one that it has embedded."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    embedded = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return ip.is_global and not ip.is_multicast and (embedded is None or embedded.is_global)
