"""Output in encodings that lack what is to be said."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from tests.support.paths import ROOT

ARTICLE = """---
title: Brücke
questions: ["Was ist gesperrt?"]
---
Die Brücke ist gesperrt – „bis Mai“, sagt Aurélie Łącka. Пока да. 👍🏽
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONTENT_DIR", str(tmp_path))
    monkeypatch.setenv("ENCODER", "off")
    for name in ("TELEGRAM_TOKEN", "LANGUAGE", "DATABASE_URL", "MILVUS_URI"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "bruecke.md").write_text(ARTICLE, "utf-8")


def output(encoding: str, *arguments: str) -> str:
    result = CliRunner(charset=encoding).invoke(main, arguments)
    assert not isinstance(result.exception, UnicodeError), result.exception
    return result.stdout_bytes.decode(encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "latin-1", "cp437"])
def test_what_the_encoding_lacks_is_written_otherwise(encoding: str) -> None:
    assert "+ content: 1 article(s) in" in output(encoding, "check")
    answer = output(encoding, "ask", "Was ist gesperrt?")
    assert answer.startswith('" Die Brücke ist gesperrt ')
    assert "acka." in answer
    assert "Treffer: gesperrt" in answer
    assert "Regel" in output(encoding, "ask", "--explain", "Wer sagt bis Mai?")


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "utf-8"])
def test_json_holds_every_character_whatever_the_encoding(encoding: str) -> None:
    answer = json.loads(output(encoding, "ask", "--json", "Was ist gesperrt?"))
    assert "„bis Mai“, sagt Aurélie Łącka." in answer["quotes"][0]["text"]
    written = output(encoding, "ask", "--json", "Was ist gesperrt?")
    assert ("„" in written) is (encoding == "utf-8")


def test_bytes_of_another_encoding_in_a_question_end_nothing() -> None:
    assert "Brücke" in output("utf-8", "ask", "Was hei\udcdft gesperrt?")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("redirected", "code", "told"),
    [
        (">&-", 0, ""),
        ("2>&-", 0, "Die Brücke ist gesperrt"),
        (">/dev/full", 1, "error: [Errno 28] No space left on device"),
    ],
)
def test_without_room_or_place_for_output_there_is_no_traceback(redirected: str, code: int, told: str) -> None:
    command = f"{sys.executable} -m bot ask Was ist gesperrt {redirected}"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == code
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
