"""The README is one screen or two: short, with two small pictures, and the commands that .ci/run takes from it."""

from __future__ import annotations

import re

from PIL import Image

from tests.support.paths import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_it_is_short() -> None:
    assert len(README.encode()) <= 8 * 1024


def test_one_picture_stands_still_and_one_moves() -> None:
    pictures = [ROOT / path for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)]
    assert all(path.stat().st_size < 1_000_000 for path in pictures)
    moves = []
    for path in pictures:
        with Image.open(path) as picture:
            moves.append(getattr(picture, "is_animated", False))
    assert moves == [False, True]


def test_the_first_commands_are_those_that_ci_runs() -> None:
    patterns = re.findall(r"grep -m1 '\^(.*?)' README.md", (ROOT / ".ci" / "run").read_text("utf-8"))
    assert len(patterns) == 2
    for pattern in patterns:
        assert len(re.findall(f"^{pattern}", README, re.MULTILINE)) == 1
