"""The bot leaves no dump of its memory behind: its token is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.support.processes import environment

_PROGRAM = """
import resource
from bot.cli.run import run_in_telegram
try:
    run_in_telegram(None)
except SystemExit:
    print(resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(os.name != "posix", reason="the limit is POSIX's")
def test_no_core_is_dumped(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.splitlines()[-1] == "(1, 1)"
