"""Floors: what measures of the project's own gold sets may not fall below. They can be raised, and not be lowered."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

from retrieval.evaluation.retrievers import RetrievalMode

# So much below what an encoder gave lies a floor: other builds of it move values a little. Of a single file, with eight
# questions of a kind, one of them. Words alone come to the same everywhere: their floor is what was measured.
SLACK, _SLACK_OF_FILE = 0.02, 0.13
_OF_MANY = ("all: ", "blind: ", "known: ")

# By ways (`retrieval.evaluation.retrievers.RetrievalMode.name`), then by the names of measures.
Floors = Mapping[str, Mapping[str, float]]


def read_floors(folder: Path) -> Floors:
    """The floors of the folder; none when it has no file of them."""
    path = folder / "floors.json"
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}


def shortfalls(measured: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """The measures that are below their floor or missing: what was measured, and the floor."""
    return {name: (measured.get(name, 0.0), floor) for name, floor in floors.items() if measured.get(name, 0.0) < floor}


def raise_floors(
    measured: Mapping[str, float], floors: Mapping[str, float], *, exact: bool = False
) -> dict[str, float]:
    """The floors, each raised where it lies further below what is measured; new measures get one.

    `exact`: at what is measured, cut to three digits.
    """
    lifted = {name: _cut(value) if exact else _with_slack(name, value) for name, value in measured.items()}
    return {name: max(lifted.get(name, 0.0), floors.get(name, 0.0)) for name in sorted({*lifted, *floors})}


def _cut(value: float) -> float:
    return math.floor(value * 1000) / 1000


def _with_slack(name: str, value: float) -> float:
    return round(max(0.0, value - (SLACK if name.startswith(_OF_MANY) else _SLACK_OF_FILE)), 3)


def update_floors(folder: Path, measured: Floors) -> None:
    """Raises the floors of the folder, of those ways that were measured."""
    floors = read_floors(folder)
    updated = {
        **floors,
        **{
            way: raise_floors(values, floors.get(way, {}), exact=way == RetrievalMode(None).name)
            for way, values in measured.items()
        },
    }
    (folder / "floors.json").write_text(json.dumps(updated, indent=2) + "\n", "utf-8")
