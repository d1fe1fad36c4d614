"""An evaluation as one HTML page: figures, ablation, the curve of refusals, and every miss. It loads nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

from retrieval.evaluation.ablation import Ablation
from retrieval.evaluation.curve import curve_svg
from retrieval.evaluation.measures import Miss, Report

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #d5d9de; --soft: #5b6470; --mark: #0b62c4;
        --bad: #b42318 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ed; --paper: #14171b; --line: #353b43; --soft: #98a2ae; --mark: #6db1ff; --bad: #ff8a7a }
}
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink);
       background: var(--paper) }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.5rem }
p { color: var(--soft); max-width: 46rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
th { font-weight: 600 } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
.worse { color: var(--bad) } .better { color: var(--mark) } .scroll { overflow-x: auto }
svg { max-width: 100%; height: auto } svg text { fill: var(--soft); font: 12px system-ui, sans-serif }
.miss { border-left: 3px solid var(--line); margin: 1rem 0; padding: .1rem 1rem }
.miss b { display: block } .miss span { color: var(--soft) } .miss q { color: var(--ink) }
"""

# What the ablation shows of each report; the shares of refusals are not measured for it.
_COLUMNS: tuple[tuple[str, Callable[[Report], float]], ...] = (
    ("library R@1", lambda report: report.library_r1),
    ("MRR@10", lambda report: report.library_mrr),
    ("article R@1", lambda report: report.article_r1),
    ("typo R@1", lambda report: report.typo_r1),
    ("quote 1", lambda report: report.quote_1),
    ("quote 2", lambda report: report.quote_2),
    ("quote 3", lambda report: report.quote_3),
)


def write_page(path: Path, title: str, report: Report, ablation: Sequence[Ablation] = ()) -> None:
    """Writes the page to `path`; `title` names what was measured.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_text(page(title, report, ablation), "utf-8")


def page(title: str, report: Report, ablation: Sequence[Ablation] = ()) -> str:
    """The page as HTML."""
    return "\n".join(_lines(title, report, ablation))


def _lines(title: str, report: Report, ablation: Sequence[Ablation]) -> Iterator[str]:
    yield '<!doctype html><html lang="en"><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style>"
    yield f"<h1>{escape(title)}</h1>"
    yield from _figures(report)
    if ablation:
        yield from _ablation(ablation)
    if any(chances.removed is not None for chances in report.chances):
        yield from _curve(report)
    yield from _misses(report.misses)
    yield "</html>"


def _figures(report: Report) -> Iterator[str]:
    yield "<h2>Figures</h2><div class=scroll><table>"
    for name, value in report.shares().items():
        if value is not None:
            shown = f"{value:.3f}" if isinstance(value, float) else str(value)
            yield f"<tr><th>{name.replace('_', ' ')}</th><td class=number>{shown}</td></tr>"
    yield "</table></div>"


def _ablation(ablation: Sequence[Ablation]) -> Iterator[str]:
    full = ablation[0].report
    yield "<h2>Each part switched off</h2>"
    yield "<p>The first row is the full model; the others show by how many points each figure changes without the part."
    yield "A negative number is what the part is worth. Nothing is refused here.</p>"
    yield "<div class=scroll><table><tr><th>without"
    yield from (f"<th class=number>{name}" for name, _ in _COLUMNS)
    yield "</tr><tr><th>(full model)"
    yield from (f"<td class=number>{value(full):.3f}" for _, value in _COLUMNS)
    for row in ablation[1:]:
        yield f"</tr><tr><td>{escape(row.part)}"
        yield from (_change(100 * (value(row.report) - value(full))) for _, value in _COLUMNS)
    yield "</tr></table></div>"


def _change(points: float) -> str:
    kind = "" if abs(points) < 0.05 else " worse" if points < 0 else " better"
    return f'<td class="number{kind}">{points:+.1f}'


def _curve(report: Report) -> Iterator[str]:
    yield "<h2>Refusing</h2><p>The share of unanswerable questions refused, over the share of answerable ones that are"
    yield "refused with them, for every threshold. The line across marks the threshold in use.</p>"
    yield curve_svg(report.chances, report.refused_own)


def _misses(misses: Sequence[Miss]) -> Iterator[str]:
    yield f"<h2>Misses ({len(misses)})</h2>"
    yield "<p>Questions whose first quote, of one sentence, does not hold the answer, with what was quoted instead.</p>"
    for miss in misses:
        quoted = f"<q>{escape(miss.quoted)}</q>" if miss.quoted else "refused"
        yield f"<div class=miss><b>{escape(miss.question)}</b>"
        yield f"<span>{escape(miss.article)} · answer: {escape(miss.answer)} · quoted: </span>{quoted}</div>"
