"""Tables of an evaluation, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.evaluation.fitting.trials import Trial, TrialOutcomes
from retrieval.evaluation.measures import TITLES, Report
from retrieval.scoring.decision.answerability import LogisticModelPair
from retrieval.scoring.decision.windows import ReadingLinesByLanguage

_SET, _WAY, _FIGURE = 34, 12, 7

HEAD = f"{'set':{_SET}}{'':{_WAY}}" + "".join(f"{title:>{_FIGURE}}" for title in TITLES.values())


def report_line(report: Report) -> str:
    """The figures of a report, under `HEAD`."""
    figures = "".join(_figure(value, 1 if name == "median_ms" else 3) for name, value in report.figures().items())
    return f"{report.name[: _SET - 1]:{_SET}}{report.way:{_WAY}}{figures}"


def near_miss_lines(reports: Sequence[Report]) -> Iterator[str]:
    """What was refused of each kind of near-miss, a line for each report that knows kinds."""
    for report in reports:
        if report.near_misses:
            kinds = "  ".join(f"{kind} {refused}/{asked}" for kind, (refused, asked) in report.near_misses.items())
            yield f"near-misses refused, {report.name}, {report.way}: {kinds}"


def fitted_text(
    encoder: str | None, formulas: LogisticModelPair, lines: ReadingLinesByLanguage | None, trials: Sequence[Trial]
) -> Iterator[str]:
    """The constants, as they stand in `retrieval.scoring.decision.answerability`, and how the sets fare with them."""
    yield encoder or "words alone"
    yield f"    own      {formulas.own!r}"
    yield f"    foreign  {formulas.foreign!r}"
    if lines:
        yield "the reader's lines"
        yield from (f"    {which:8} {each!r}" for which, each in lines._asdict().items())
    heads = "".join(f"{head:>{_FIGURE}}" for head in ("denied", "wrong", "near", "simil."))
    yield f"{'':{_SET}}{'':{_FIGURE}}  {'fitted on all':{len(heads)}}   left out"
    yield f"{'set':{_SET}}{'n':>{_FIGURE}}  {heads}  {heads}"
    for trial in trials:
        left_out = _outcomes(trial.left_out) if trial.left_out else f"{'-':>{len(heads)}}"
        yield f"{trial.name[: _SET - 1]:{_SET}}{trial.questions:{_FIGURE}}  {_outcomes(trial.tuned)}  {left_out}"


def _outcomes(outcomes: TrialOutcomes) -> str:
    return "".join(map(_figure, outcomes))


def _figure(value: float | None, digits: int = 3) -> str:
    if value is None:
        return f"{'-':>{_FIGURE}}"
    return f"{value:{_FIGURE}}" if isinstance(value, int) else f"{value:{_FIGURE}.{digits}f}"
