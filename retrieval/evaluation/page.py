"""An evaluation as one HTML page: figures, near-misses by their kinds, and every miss. It loads nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from retrieval.evaluation.measures import TITLES, Report

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #d5d9de; --soft: #5b6470 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ed; --paper: #14171b; --line: #353b43; --soft: #98a2ae }
}
body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink);
       background: var(--paper) }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.5rem }
p { color: var(--soft); max-width: 46rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
th { font-weight: 600 } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
.scroll { overflow-x: auto }
.miss { border-left: 3px solid var(--line); margin: 1rem 0; padding: .1rem 1rem }
.miss b { display: block } .miss span { color: var(--soft) } .miss q { color: var(--ink) }
"""


def write_page(path: Path, title: str, reports: Sequence[Report]) -> None:
    """Writes the page to `path`; `title` names what was measured.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_text(page(title, reports), "utf-8")


def page(title: str, reports: Sequence[Report]) -> str:
    """The page as HTML."""
    return "\n".join(_lines(title, reports))


def _lines(title: str, reports: Sequence[Report]) -> Iterator[str]:
    yield '<!doctype html><html lang="en"><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style>"
    yield f"<h1>{escape(title)}</h1>"
    yield from _figures(reports)
    yield from _near_misses([report for report in reports if report.near_misses])
    for report in reports:
        yield from _misses(report)
    yield "</html>"


def _figures(reports: Sequence[Report]) -> Iterator[str]:
    yield "<h2>Figures</h2><div class=scroll><table><tr><th>set<th>way"
    yield from (f'<th class=number title="{name.replace("_", " ")}">{title}' for name, title in TITLES.items())
    for report in reports:
        yield f"</tr><tr><td>{escape(report.name)}<td>{report.way}"
        yield from (f"<td class=number>{_format(value)}" for value in report.figures().values())
    yield "</tr></table></div>"


def _format(value: float | None) -> str:
    return "" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"


def _near_misses(reports: Sequence[Report]) -> Iterator[str]:
    if not reports:
        return
    yield "<h2>Near-misses refused, by kind</h2><div class=scroll><table><tr><th>set<th>way"
    kinds = sorted({kind for report in reports for kind in report.near_misses})
    yield from (f"<th class=number>{escape(kind)}" for kind in kinds)
    for report in reports:
        yield f"</tr><tr><td>{escape(report.name)}<td>{report.way}"
        for kind in kinds:
            refused, asked = report.near_misses.get(kind, (0, 0))
            yield f"<td class=number>{refused}/{asked}" if asked else "<td>"
    yield "</tr></table></div>"


def _misses(report: Report) -> Iterator[str]:
    yield f"<h2>{escape(report.name)}, {report.way}: misses ({len(report.misses)})</h2>"
    yield "<p>Questions whose first quote, of one sentence, does not hold the answer, with what was quoted instead.</p>"
    for miss in report.misses:
        quoted = f"<q>{escape(miss.quoted)}</q>" if miss.quoted else "refused"
        yield f"<div class=miss><b>{escape(miss.question)}</b>"
        yield f"<span>{escape(miss.article)} · answer: {escape(miss.answer)} · quoted: </span>{quoted}</div>"
