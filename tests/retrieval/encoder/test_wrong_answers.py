"""Servers that answer what is no answer, or do not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from retrieval.base.errors import EncoderUnavailable
from retrieval.encoder.remote_encoder import RemoteEncoder
from tests.support.encoder.http_server import Refused, Server, answer, encoder_at, indifferent, serving
from tests.support.processes import free_port
from tests.support.waiting import PATIENCE


def _replaced(**changes: Any) -> Any:
    def behaviour(request: dict[str, Any]) -> Any:
        full = answer(request)
        full["data"][0].update(changes)
        return full

    return behaviour


def _refusing(status: int) -> Any:
    def behaviour(_request: dict[str, Any]) -> Any:
        raise Refused(status)

    return behaviour


HOSTILE = {
    **{f"status {status}": _refusing(status) for status in (204, 301, 302, 400, 401, 404, 429, 500, 503)},
    "HTML": lambda _: b"<html>Sign in</html>",
    "nothing": lambda _: b"",
    "null": lambda _: None,
    "a list": lambda _: [],
    "no data": lambda _: {},
    "data of another kind": lambda _: {"data": "embeddings"},
    "too few": lambda _: {"data": []},
    "too many": lambda request: {"data": answer(request)["data"] * 2},
    "another index": _replaced(index=7),
    "an index of another kind": _replaced(index=[]),
    "no vector": _replaced(embedding=None),
    "words": _replaced(embedding=["one", "two"]),
    "base64": _replaced(embedding="AAAA"),
    "a vector for each token": _replaced(embedding=[[1.0, 2.0], [3.0, 4.0]]),
    "NaN": _replaced(embedding=[float("nan")] * 16),
    "infinite": _replaced(embedding=[float("inf")] * 16),
    "endless digits": _replaced(embedding=[10**400] * 16),
    "overflow": _replaced(embedding=[1e300] * 16),
    "zeros": _replaced(embedding=[0.0] * 16),
    "no dimensions": _replaced(embedding=[]),
    "depth": lambda _: b"[" * 100_000,
    "much": lambda _: b" " * (33 * 2**20),
}


@pytest.fixture(scope="module")
def asked() -> Iterator[tuple[Server, RemoteEncoder]]:
    """A server that answered rightly at first."""
    with serving(indifferent) as server, closing(encoder_at(server, first_wait=0)) as encoder:
        encoder.embed_questions(["eins"])
        yield server, encoder


@pytest.mark.parametrize("behaviour", HOSTILE.values(), ids=HOSTILE.keys())
def test_wrong_answers(asked: tuple[Server, RemoteEncoder], behaviour: Any) -> None:
    server, encoder = asked
    server.behaviour = behaviour
    with pytest.raises(EncoderUnavailable) as told:
        encoder.embed_questions(["eins"])
    assert_discreet(told.value)


@pytest.mark.parametrize("name", ["status 400", "status 401", "status 500", "HTML", "NaN"])
def test_wrong_answers_to_the_first_request(name: str) -> None:
    with serving(HOSTILE[name]) as server, closing(encoder_at(server)) as encoder:
        for embed in (encoder.embed_questions, encoder.embed_passages):
            with pytest.raises(EncoderUnavailable) as told:
                embed(["eins"])
            assert_discreet(told.value)


def assert_discreet(error: EncoderUnavailable) -> None:
    """Its message is one line without the key, and so are those that a traceback would add."""
    assert "secret" not in str(error)
    assert "\n" not in str(error)
    assert error.__cause__ is None
    assert error.__suppress_context__ or error.__context__ is None


def test_vectors_of_other_dimensions_than_before() -> None:
    with serving(indifferent) as server, closing(encoder_at(server)) as encoder:
        encoder.embed_questions(["eins"])
        server.behaviour = _replaced(embedding=[1.0, 2.0])
        with pytest.raises(EncoderUnavailable, match="2 dimensions"):
            encoder.embed_questions(["eins"])


def test_a_server_that_hangs() -> None:
    def behaviour(_request: dict[str, Any]) -> Any:
        server.over.wait(PATIENCE)
        return {}

    with (
        serving(behaviour) as server,
        closing(RemoteEncoder(server.address, "e5", question_seconds=0.1, start_seconds=0.2)) as encoder,
    ):
        with pytest.raises(EncoderUnavailable, match="Timeout"):
            encoder.embed_questions(["eins"])
        with pytest.raises(EncoderUnavailable, match="in a moment"):
            encoder.embed_questions(["eins"])


def test_a_server_whose_answer_does_not_end() -> None:
    with (
        serving(indifferent) as server,
        closing(RemoteEncoder(server.address, "e5", question_seconds=0.2, start_seconds=PATIENCE)) as encoder,
    ):
        encoder.embed_passages(["eins"])
        server.chunk, server.pause = 1, 0.05
        with pytest.raises(EncoderUnavailable, match="does not end"):
            encoder.embed_questions(["eins"])


def test_a_server_that_is_not_there_and_comes_back() -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/v1"
    with closing(RemoteEncoder(address, "e5", question_seconds=PATIENCE, first_wait=0)) as encoder:
        with pytest.raises(EncoderUnavailable, match="ConnectError"):
            encoder.embed_questions(["eins"])
        with serving(indifferent, port):
            encoder.embed_questions(["eins"])
