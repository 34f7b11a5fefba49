"""Drawings of a report as SVG: the negotiation space, the curves of concession, the class.

Nothing is told by colour alone: the two sides have different marks, and every drawing comes with
a sentence that says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from game.wording.names import figure

WIDTH, HEIGHT, MARGIN = 640, 420, 52

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """One mark in a drawing."""

    at: Point
    label: str
    ours: bool
    """A disc for the student's side, a square for the other."""


class Canvas:
    """Shapes in the units of the data, the second axis upwards."""

    def __init__(self, points: Iterable[Point], across: str, upwards: str) -> None:
        xs, ys = zip(*points, strict=True)
        self._low = (min(xs), min(ys))
        self._span = (max(xs) - min(xs) or 1, max(ys) - min(ys) or 1)
        self._taken: list[Point] = []
        self._shapes: list[str] = []
        bottom, right = HEIGHT - MARGIN, WIDTH - MARGIN
        self._shapes.append(
            f'<path d="M{MARGIN},{MARGIN}V{bottom}H{right}" fill="none" stroke="var(--line)"/>'
            f'<text x="{right}" y="{bottom + 34}" text-anchor="end">{escape(across)} →</text>'
            f'<text x="{MARGIN}" y="{MARGIN - 16}">↑ {escape(upwards)}</text>'
        )
        for axis in (0, 1):
            for value in ticks(self._low[axis], self._low[axis] + self._span[axis]):
                self._tick(axis, value)

    def _tick(self, axis: int, value: int) -> None:
        if axis == 0:
            (x, _), anchor = self.place((value, self._low[1])), "middle"
            y = HEIGHT - MARGIN + 16.0
        else:
            (_, y), anchor = self.place((self._low[0], value + 0.0)), "end"
            x, y = MARGIN - 8.0, y + 4
        self._shapes.append(
            f'<text class="tick" x="{x}" y="{y}" text-anchor="{anchor}">{figure(value)}</text>'
        )

    def place(self, point: Point) -> Point:
        """Where a point of the data lies on the paper."""
        x = MARGIN + (WIDTH - 2 * MARGIN) * (point[0] - self._low[0]) / self._span[0]
        y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (point[1] - self._low[1]) / self._span[1]
        return round(x, 1), round(y, 1)

    def line(self, points: Iterable[Point], style: str) -> None:
        """A line through points; `style` are SVG attributes."""
        places = " ".join(f"{x},{y}" for x, y in map(self.place, points))
        self._shapes.append(f'<polyline points="{places}" fill="none" {style}/>')

    def rule(self, axis: int, value: float, label: str) -> None:
        """A dashed line across the paper at a value of one axis."""
        x, y = self.place((value, value))
        if axis == 0:
            ends = f'x1="{x}" y1="{MARGIN}" x2="{x}" y2="{HEIGHT - MARGIN}"'
            at = (x + 4, float(MARGIN))
        else:
            ends = f'x1="{MARGIN}" y1="{y}" x2="{WIDTH - MARGIN}" y2="{y}"'
            at = (WIDTH - MARGIN - 92.0, y - 5)
        self._shapes.append(
            f'<line {ends} stroke="var(--soft)" stroke-dasharray="4 4"/>'
            f'<text class="tick" x="{at[0]}" y="{at[1]}">{escape(label)}</text>'
        )

    def spot(self, spot: Spot) -> None:
        """A numbered mark; where several lie on one place their labels stand side by side."""
        x, y = self.place(spot.at)
        shift = 17 * self._taken.count((x, y))
        self._taken.append((x, y))
        if spot.ours:
            shape = f'<circle cx="{x}" cy="{y}" r="4.5" fill="var(--a)"/>'
        else:
            shape = f'<rect x="{x - 4}" y="{y - 4}" width="8" height="8" fill="var(--b)"/>'
        self._shapes.append(
            f'{shape}<text x="{x + 7 + shift}" y="{y - 6}">{escape(spot.label)}</text>'
        )

    def letter(self, at: Point, letter: str) -> None:
        """A capital in a ring: X for the result, N for the Nash point."""
        x, y = self.place(at)
        self._shapes.append(
            f'<circle cx="{x}" cy="{y}" r="10" fill="var(--paper)" stroke="var(--ink)" '
            f'stroke-width="1.5"/><text x="{x}" y="{y + 4}" text-anchor="middle" '
            f'font-weight="bold">{letter}</text>'
        )

    def figure(self, caption: str) -> str:
        """The drawing with its sentence."""
        told = escape(caption)
        return (
            f'<figure><svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{told}">'
            f"{''.join(self._shapes)}</svg><figcaption>{told}</figcaption></figure>"
        )


def ticks(low: float, high: float) -> Sequence[int]:
    """Round values between two, at most seven."""
    step = next(
        step
        for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**6)
        if (high - low) / step <= 6
    )
    first = int(-(-low // step)) * step
    return range(first, int(high) + 1, step)
