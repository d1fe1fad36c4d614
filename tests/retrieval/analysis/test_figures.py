"""The figures of a text, with their values."""

from __future__ import annotations

import pytest

from retrieval.analysis.figures import FigureKind, figures_of
from retrieval.base.spans import Span
from retrieval.language import rules_of

GERMAN = [
    ("430.000 Euro", FigureKind.NUMBER, (430_000.0,)),
    ("1,5 Millionen", FigureKind.NUMBER, (1_500_000.0,)),
    ("dreizehn Sekunden", FigureKind.NUMBER, (13.0,)),
    ("dreiundzwanzig", FigureKind.NUMBER, (23.0,)),
    ("anderthalb Stunden", FigureKind.NUMBER, (1.5,)),
    ("eine vierköpfige Familie", FigureKind.NUMBER, (4.0,)),
    ("der 51-Jährige", FigureKind.NUMBER, (51.0,)),
    ("seit 2018", FigureKind.YEAR, (2018.0,)),
    ("am 3. Oktober", FigureKind.DATE, (3.0, 10.0)),
    ("am 8.5.", FigureKind.DATE, (8.0, 5.0)),
    ("im Mai", FigureKind.MONTH, (5.0,)),
    ("im juni", FigureKind.MONTH, (6.0,)),
    ("im Herbst", FigureKind.SEASON, (9.0, 10.0, 11.0, 12.0)),
    ("ein halbes Dutzend", FigureKind.NUMBER, (6.0,)),
    ("am Dienstagabend", FigureKind.WEEKDAY, (2.0,)),
    ("mit 19 zu 14 Stimmen", FigureKind.PAIR, (19.0, 14.0)),
    ("um 18.10 Uhr", FigureKind.PAIR, (18.0, 10.0)),
]
ENGLISH = [
    ("two dozen homes", FigureKind.NUMBER, (24.0,)),
    ("half a dozen", FigureKind.NUMBER, (6.0,)),
    ("a dozen", FigureKind.NUMBER, (12.0,)),
    ("twenty-five crowns", FigureKind.NUMBER, (25.0,)),
    ("at Easter", FigureKind.SEASON, (3.0, 4.0)),
    ("2,350 webs", FigureKind.NUMBER, (2350.0,)),
    ("seven songs", FigureKind.NUMBER, (7.0,)),
    ("on March 3", FigureKind.DATE, (3.0, 3.0)),
    ("the 5th of May", FigureKind.DATE, (5.0, 5.0)),
    ("£20m", FigureKind.NUMBER, (20e6,)),
    ("$4.2bn", FigureKind.NUMBER, (4.2e9,)),
    ("a 100m race", FigureKind.NUMBER, (100.0,)),
    ("at 6:30 p.m.", FigureKind.PAIR, (18.0, 30.0)),
    ("at 6.30pm", FigureKind.PAIR, (18.0, 30.0)),
    ("at 12.15 AM", FigureKind.PAIR, (0.0, 15.0)),
]


@pytest.mark.parametrize(
    ("language", "text", "kind", "values"), [*(("de", *row) for row in GERMAN), *(("en", *row) for row in ENGLISH)]
)
def test_a_figure_has_its_value(language: str, text: str, kind: FigureKind, values: tuple[float, ...]) -> None:
    (figure,) = figures_of(text, Span(0, len(text)), rules_of(language))
    assert (figure.kind, figure.values) == (kind, values)


def test_in_german_no_day_stands_behind_its_month() -> None:
    text = "im Februar 19 Mal"
    kinds = [figure.kind for figure in figures_of(text, Span(0, len(text)), rules_of("de"))]
    assert kinds == [FigureKind.MONTH, FigureKind.NUMBER]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "they may march"), ("de", "ein Haus"), ("de", "99.99."), ("de", "dreifach" + "h" * 60)],
)
def test_what_is_no_figure_is_none(language: str, text: str) -> None:
    assert not list(figures_of(text, Span(0, len(text)), rules_of(language)))
