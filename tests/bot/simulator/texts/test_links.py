"""What Telegram takes for a link."""

from __future__ import annotations

import pytest

from bot.simulator.texts.links import InvalidLink, normalize_link


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.org/a?b=c#:~:text=d,e", "https://example.org/a?b=c#:~:text=d,e"),
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("example.org/A", "http://example.org/A"),
        ("http://u@example.org:8080", "http://u@example.org:8080/"),
        ("http://[::1]/a", "http://[::1]/a"),
        ("tg://user?id=5", "tg://user?id=5"),
        ("tg:resolve?domain=a", "tg://resolve?domain=a"),
    ],
)
def test_links(link: str, kept: str) -> None:
    assert normalize_link(link) == kept


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("", "URL host is empty"),
        ("https://", "URL host is empty"),
        ("ftp://example.org", "Unsupported URL protocol"),
        ("http://localhost:8080", "Wrong HTTP URL"),
        ("example", "Wrong HTTP URL"),
        ("http://example.org:99999", "Wrong port number specified in the URL"),
        ("http://example.org:x", "Host is invalid"),
        ("tg://", "URL host is empty"),
        ("tg://a.b", "Unallowed characters in URL host"),
    ],
)
def test_no_links(link: str, reason: str) -> None:
    with pytest.raises(InvalidLink) as refused:
        normalize_link(link)

    assert str(refused.value) == f"URL '{link}' is invalid: {reason}"
