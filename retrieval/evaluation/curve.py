"""The curve of refusals, drawn as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from retrieval.evaluation.measures import Chances

_WIDTH, _HEIGHT = 640, 360
_LEFT, _TOP, _RIGHT, _BOTTOM = 56, 16, 110, 44

# As far as wrong refusals are drawn: beyond, no threshold is of use.
_WIDEST = 0.15

_KINDS = {"random": "#2f9e63", "similar": "#c77d0a", "removed": "#8a5cf0"}


def curve_points(chances: Sequence[Chances], kind: str) -> list[tuple[float, float]]:
    """For every threshold the share of answerable questions refused and that of unanswerable ones of the kind."""
    own = sorted(value for each in chances if (value := each.answerable) is not None)
    other = [value for each in chances if (value := attrgetter(kind)(each)) is not None]
    if not own or not other:
        return []
    return [(at / len(own), sum(value < threshold for value in other) / len(other)) for at, threshold in enumerate(own)]


def curve_svg(chances: Sequence[Chances], in_use: float) -> str:
    """The curves of all kinds; `in_use` is the share of wrong refusals at the threshold in use."""
    return "\n".join(_lines(chances, in_use))


def _lines(chances: Sequence[Chances], in_use: float) -> Iterator[str]:
    yield f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" role="img" aria-label="Refusals">'
    for step in range(6):
        share = step / 5
        y = f"{_y(share):.1f}"
        yield f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}" stroke="var(--line)"/>'
        yield f'<text x="{_LEFT - 8}" y="{_y(share) + 4:.1f}" text-anchor="end">{share:.1f}</text>'
        wrong = share * _WIDEST
        yield f'<text x="{_x(wrong):.1f}" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="middle">{wrong:.2f}</text>'
    yield f'<text x="{_x(_WIDEST / 2):.1f}" y="{_HEIGHT - 6}" text-anchor="middle">answerable questions refused</text>'
    if in_use <= _WIDEST:
        yield f'<line x1="{_x(in_use):.1f}" x2="{_x(in_use):.1f}" y1="{_TOP}" y2="{_y(0):.1f}" stroke="var(--mark)" '
        yield 'stroke-dasharray="4 4"/>'
    for kind, colour in _KINDS.items():
        points = [point for point in curve_points(chances, kind) if point[0] <= _WIDEST]
        if points:
            path = " ".join(f"{_x(wrong):.1f},{_y(refused):.1f}" for wrong, refused in points)
            yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
            end = _y(points[-1][1]) + (4 if kind == "removed" else -2 if kind == "random" else 10)
            yield f'<text x="{_WIDTH - _RIGHT + 8}" y="{end:.1f}" style="fill: {colour}">{kind}</text>'
    yield "</svg>"


def _x(wrong: float) -> float:
    return _LEFT + wrong / _WIDEST * (_WIDTH - _LEFT - _RIGHT)


def _y(refused: float) -> float:
    return _TOP + (1 - refused) * (_HEIGHT - _TOP - _BOTTOM)
