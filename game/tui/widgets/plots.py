"""The drawings of the debrief: the negotiation space, and the curve of concessions.

Both are drawn in braille on the line API in the theme's own colours; whatever they show is told by
signs and figures too, and in the sentences beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from game.tui.widgets.braille import Canvas
from game.wording.dots import Point, Scale, bounds
from game.wording.names import figure

AXIS = 5
"""Cells for the figures at the left."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point with its sign."""

    at: Point
    sign: str
    style: str


class Plot(Widget):
    """A drawing with figures at its axes; subclasses draw."""

    DEFAULT_CSS = "Plot { height: 1fr; min-height: 8; width: 1fr; }"

    def __init__(self, across: str, up: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._across, self._up = across, up
        self._drawn: tuple[Size, list[Content]] | None = None

    def corners(self) -> tuple[Point, Point]:
        """Lowest and highest values on both axes."""
        raise NotImplementedError

    def draw(self, canvas: Canvas, scale: Scale) -> None:
        """Draws on the canvas."""
        raise NotImplementedError

    def legend(self) -> Content:
        """What the signs mean."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """A line of the drawing."""
        lines = self.lines()
        content = lines[y] if y < len(lines) else Content("")
        strips = Visual.to_strips(self, content, self.size.width, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(self.size.width)

    def lines(self) -> list[Content]:
        """The whole drawing, kept until the size changes."""
        if self._drawn is None or self._drawn[0] != self.size:
            self._drawn = (self.size, self._lines())
        return self._drawn[1]

    def _lines(self) -> list[Content]:
        width, height = self.size
        legend = self.legend().wrap(max(10, width))
        canvas = Canvas(width - AXIS - 1, height - 2 - len(legend))
        low, high = self.corners()
        scale = Scale(low, high, canvas.dots)
        self.draw(canvas, scale)
        lines = [Content.styled(f"▲ {self._up}", "$muted")]
        for row in range(canvas.height):
            lines.append(self._axis_figure(row, canvas, scale) + canvas.row(row))
        left, right = figure(low[0]), f"{figure(high[0])} ▶ {self._across}"
        gap = max(1, width - AXIS - len(left) - len(Content(right)))
        lines.append(
            Content.styled(" " * AXIS + left + " " * (gap - 1) + right, "$muted").truncate(width)
        )
        return [*lines, *legend]

    def _axis_figure(self, row: int, canvas: Canvas, scale: Scale) -> Content:
        value = ""
        if row in (0, canvas.height // 2, canvas.height - 1):
            span = scale.high[1] - scale.low[1]
            place = canvas.height - 1 - row
            value = figure(scale.low[1] + span * place // max(1, canvas.height - 1))
        return Content.assemble((value.rjust(AXIS - 1), "$muted"), ("│", "$rule"))


class SpacePlot(Plot):
    """The negotiation space: both sides' points, the frontier, walk-away, offers, solutions."""

    def __init__(
        self,
        across: str,
        up: str,
        frontier: Sequence[Point],
        walk_away: Point,
        marks: Sequence[Mark],
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(f"{across}'s points", f"{up}'s points", id=id)
        self._frontier, self._walk_away, self._marks = frontier, walk_away, marks

    def corners(self) -> tuple[Point, Point]:
        """All that is drawn fits in."""
        return bounds([*self._frontier, self._walk_away, *(m.at for m in self._marks)])

    def draw(self, canvas: Canvas, scale: Scale) -> None:
        """Walk-away lines dotted, the frontier as a line, the marks on top."""
        x, y = scale.dot(self._walk_away)
        canvas.line((x, 0), (x, canvas.dots[1] - 1), "$rule", every=3)
        canvas.line((0, y), (canvas.dots[0] - 1, y), "$rule", every=3)
        dots = [scale.dot(point) for point in self._frontier]
        for start, end in pairwise(dots):
            canvas.line(start, end, "$seal")
        for mark in self._marks:
            canvas.mark(*scale.dot(mark.at), mark.sign, mark.style)

    def legend(self) -> Content:
        """What the signs mean."""
        return Content.assemble(
            ("⠤⠤ ", "$seal"), "frontier  ", ("⠄⠄ ", "$muted"), "walk-away  ",
            ("N", "bold"), " Nash  ", ("X", "bold reverse"), " result  ",
            ("1", "bold $ours"), " ours  ",
            ("2", "bold underline $theirs"), " theirs (underlined)",
        )  # fmt: skip


class CurvePlot(Plot):
    """The curve of concessions: what each side's offers were worth to itself, minute by minute."""

    def __init__(
        self,
        ours: Sequence[Point],
        theirs: Sequence[Point],
        names: tuple[str, str],
        *,
        id: str | None = None,
    ) -> None:
        super().__init__("minutes", "own points", id=id)
        self._curves = (ours, theirs)
        self._names = names

    def corners(self) -> tuple[Point, Point]:
        """All offers fit in."""
        low, high = bounds([*self._curves[0], *self._curves[1]], margin=2)
        return (0, low[1]), high

    def draw(self, canvas: Canvas, scale: Scale) -> None:
        """Two lines, each offer marked: a filled sign for ours, an open one for theirs."""
        for curve, style, sign, every in zip(
            self._curves, ("$ours", "$theirs"), ("●", "○"), (1, 2), strict=True
        ):
            dots = [scale.dot(point) for point in curve]
            for start, end in pairwise(dots):
                canvas.line(start, end, style, every)
            for dot in dots:
                canvas.mark(*dot, sign, f"bold {style}")

    def legend(self) -> Content:
        """Whose line is whose."""
        ours, theirs = self._names
        return Content.assemble(
            ("● ", "bold $ours"), f"{ours}'s offers   ",
            ("○ ", "bold $theirs"), f"{theirs}'s, each in own points",
        )  # fmt: skip
