"""Which encoder the settings name."""

from __future__ import annotations

from contextlib import closing

import numpy as np
import pytest

from bot.articles import encoders
from bot.articles.encoders import encoder_of
from bot.config.settings import Settings
from retrieval import WORDS_ALONE
from retrieval.encoder import RemoteEncoder
from tests.support.encoder.http_server import answer, serving
from tests.support.retrieval.fake_encoder import FakeEncoder


def settings(**named: str) -> Settings:
    """These settings, whatever the environment says."""
    return Settings.model_validate(Settings.model_construct().model_dump() | named)


def test_off_is_words_alone() -> None:
    assert encoder_of(settings(encoder="off")) is WORDS_ALONE


def test_auto_is_that_of_this_machine_or_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    here = FakeEncoder()
    monkeypatch.setattr(encoders, "default_encoder", lambda: here)
    assert encoder_of(settings(encoder="auto")) is here
    monkeypatch.setattr(encoders, "default_encoder", lambda: None)
    assert encoder_of(settings(encoder="auto")) is WORDS_ALONE


def test_an_address_is_a_server_that_is_asked_for_the_model_with_the_key() -> None:
    with serving(answer) as server:
        named = settings(encoder=server.address, encoder_model="some-model", encoder_key="hush")
        encoder = encoder_of(named)
        assert isinstance(encoder, RemoteEncoder)
        assert server.requests == [], "nothing is asked yet"
        with closing(encoder):
            assert np.isfinite(encoder.embed_questions(["Was ist das?"])).all()
        assert {request["model"] for request in server.requests} == {"some-model"}
        assert set(server.keys) == {"Bearer hush"}
