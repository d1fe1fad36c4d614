"""Draws how time and memory grow with the number of passages, from what the benchmarks wrote down.

Run: python -m tests.benchmarks.growth FILE... FOLDER, where each FILE is a result of test_ranking.py. Writes
ranking-scores.svg, ranking-search.svg, ranking-build.svg and ranking-memory.svg into the folder, and prints the same
figures as Markdown tables.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

MEASURES = {
    "scores": "milliseconds for all scores (median)",
    "search": "milliseconds a search (median)",
    "build": "seconds to build",
    "memory": "megabytes added",
}


class Figure(NamedTuple):
    """One measured figure, in the unit of its measure in `MEASURES`."""

    measure: str
    engine: str
    passages: int
    value: float


def figures(results: Iterable[dict[str, Any]]) -> Iterator[Figure]:
    """What the result files of pytest-benchmark hold."""
    for result in results:
        for benchmark in result["benchmarks"]:
            told, median = benchmark["extra_info"], benchmark["stats"]["median"]
            engine, passages = told["engine"], told["passages"]
            unit = 1000 if told["measure"] in ("scores", "search") else 1
            yield Figure(told["measure"], engine, passages, median * unit)
            if "added_mb" in told:
                yield Figure("memory", engine, passages, max(told["added_mb"], 0.0))


def lines(found: Iterable[Figure]) -> dict[str, dict[str, list[tuple[int, float]]]]:
    """For each measure and engine, the passages and the value, the fewest passages first."""
    drawn: dict[str, dict[str, list[tuple[int, float]]]] = defaultdict(lambda: defaultdict(list))
    for figure in sorted(found, key=lambda figure: figure.passages):
        drawn[figure.measure][figure.engine].append((figure.passages, figure.value))
    return drawn


def draw(path: Path, unit: str, engines: dict[str, list[tuple[int, float]]]) -> None:
    """One plot, both axes logarithmic."""
    import matplotlib as mpl  # noqa: PLC0415  only who draws needs it
    from matplotlib.figure import Figure as Canvas  # noqa: PLC0415

    with mpl.rc_context({"svg.hashsalt": "belegbot", "svg.fonttype": "none", "font.size": 9}):
        canvas = Canvas(figsize=(6, 3.6), layout="constrained")
        axes = canvas.subplots()
        for engine, points in engines.items():
            bold = engine.startswith("belegbot")
            axes.plot(*zip(*points, strict=True), marker="o", markersize=3, linewidth=2 if bold else 1, label=engine)
        axes.set(xscale="log", yscale="log", xlabel="passages", ylabel=unit)
        axes.grid(visible=True, alpha=0.3)
        axes.legend(frameon=False)
        canvas.savefig(path, metadata={"Date": None})


def table(unit: str, engines: dict[str, list[tuple[int, float]]]) -> Iterator[str]:
    """The lines of a Markdown table: an engine a row, a number of passages a column."""
    sizes = sorted({passages for points in engines.values() for passages, _ in points})
    yield f"\n| {unit} | " + " | ".join(f"{size:,}" for size in sizes) + " |"
    yield "|---|" + "---:|" * len(sizes)
    for engine, points in engines.items():
        known = dict(points)
        yield f"| {engine} | " + " | ".join(f"{known[size]:,.3g}" if size in known else "" for size in sizes) + " |"


def main() -> None:
    """Reads the files and draws."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    drawn = lines(figures(json.loads(file.read_text("utf-8")) for file in asked.files))
    asked.folder.mkdir(exist_ok=True)
    for measure, engines in drawn.items():
        print(*table(MEASURES[measure], engines), sep="\n")
        draw(asked.folder / f"ranking-{measure}.svg", MEASURES[measure], engines)


if __name__ == "__main__":
    main()
