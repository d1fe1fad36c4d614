from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.evaluation.floors import SLACK, raise_floors, read_floors, shortfalls, update_floors


def test_a_floor_lies_a_little_below_what_was_measured(tmp_path: Path) -> None:
    assert read_floors(tmp_path) == {}
    update_floors(tmp_path, {"encoder": {"all: a": 0.5, "all: b": 0.01}})
    assert read_floors(tmp_path) == {"encoder": {"all: a": 0.5 - SLACK, "all: b": 0.0}}


def test_floors_rise_and_never_fall_and_other_ways_stay(tmp_path: Path) -> None:
    update_floors(tmp_path, {"encoder": {"all: a": 0.5, "all: b": 0.5}, "words alone": {"all: a": 0.4}})
    update_floors(tmp_path, {"encoder": {"all: a": 0.4, "all: b": 0.9, "all: new": 1.0}})
    assert read_floors(tmp_path) == {
        "encoder": {"all: a": 0.48, "all: b": 0.88, "all: new": 0.98},
        "words alone": {"all: a": 0.4},
    }


def test_what_is_measured_at_its_floor_or_gone() -> None:
    floors = {"all: a": 0.5, "all: b": 0.5, "gone": 0.1}
    assert shortfalls({"all: a": 0.5, "all: b": 0.499}, floors) == {"all: b": (0.499, 0.5), "gone": (0.0, 0.1)}
    assert raise_floors({}, floors) == floors
    assert raise_floors({"all: a": 0.5}, {}) == pytest.approx({"all: a": 0.48})


def test_a_single_file_has_one_question_more_to_fall() -> None:
    assert raise_floors({"bridge: seen": 0.5}, {}) == pytest.approx({"bridge: seen": 0.37})


def test_words_alone_have_no_question_to_fall(tmp_path: Path) -> None:
    update_floors(tmp_path, {"words alone": {"all: a": 2 / 3, "bridge: seen": 0.5}})
    assert read_floors(tmp_path)["words alone"] == {"all: a": 0.666, "bridge: seen": 0.5}
