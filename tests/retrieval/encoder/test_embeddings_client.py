"""Addresses and keys of embeddings servers."""

from __future__ import annotations

import pytest

from retrieval.encoder.embeddings_client import EmbeddingsClient
from retrieval.encoder.remote_encoder import RemoteEncoder


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/embeddings"),
        ("http://127.0.0.1:8080/v1/", "http://127.0.0.1:8080/v1/embeddings"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1/embeddings"),
        (" https://host/ ", "https://host/v1/embeddings"),
        ("https://host/openai/v3", "https://host/openai/v3/embeddings"),
        ("https://host/v1/embeddings", "https://host/v1/embeddings"),
        ("https://host/v1?version=2#top", "https://host/v1/embeddings?version=2"),
    ],
)
def test_addresses(address: str, url: str) -> None:
    assert EmbeddingsClient(address, "e5").url == url


@pytest.mark.parametrize("address", ["", "127.0.0.1:8080", "ftp://host", "http://", "file:///etc/passwd"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        EmbeddingsClient(address, "e5")


@pytest.mark.parametrize("key", ["secret\n", "secret\0", "geheimß"])
def test_what_is_no_key_is_not_quoted(key: str) -> None:
    with pytest.raises(ValueError, match="characters") as told:
        EmbeddingsClient("http://host", "e5", key)
    assert "secret" not in str(told.value)
    assert "geheim" not in str(told.value)


def test_its_name_has_no_password() -> None:
    encoder = RemoteEncoder("https://user:password@host:8080/v1", "multilingual-e5-small")
    assert encoder.name == "host:8080/multilingual-e5-small"
