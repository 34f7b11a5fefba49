"""The negotiation space of a scenario drawn in braille, for a terminal or a page of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rich.text import Text

from game.wording.dots import Canvas, Point, Scale, bounds
from game.wording.names import figure

HEIGHT = 16
"""Rows of the drawing without its two axes."""

MOST_WIDTH = 80

AXIS = 5
"""Cells for the figures at the left."""


def sketch(
    names: tuple[str, str],
    frontier: Sequence[Point],
    walk_away: Point,
    signs: Mapping[str, Point],
    width: int,
) -> Iterator[Text]:
    """The frontier as a line, the walk-away values dotted, each sign where its point lies."""
    canvas = Canvas(min(width, MOST_WIDTH) - AXIS - 1, HEIGHT)
    low, high = bounds([*frontier, walk_away, *signs.values()])
    scale = Scale(low, high, canvas.dots)
    x, y = scale.dot(walk_away)
    canvas.line((x, 0), (x, canvas.dots[1] - 1), "dim", every=3)
    canvas.line((0, y), (canvas.dots[0] - 1, y), "dim", every=3)
    for start, end in pairwise(map(scale.dot, frontier)):
        canvas.line(start, end, "cyan")
    for sign, at in signs.items():
        canvas.mark(*scale.dot(at), sign, "bold")

    heights = {0: high[1], canvas.height // 2: (low[1] + high[1]) // 2, canvas.height - 1: low[1]}
    figures = {row: figure(height) for row, height in heights.items()}
    yield Text(f"{'▲':>{AXIS}} {names[1]}")
    for row in range(canvas.height):
        line = Text(f"{figures.get(row, ''):>{AXIS - 1}}│")
        for character, style in canvas.cells(row):
            line.append(character, style)
        line.rstrip()
        yield line
    left, right = f"{' ' * AXIS}{figure(low[0])}", Text(f"{figure(high[0])} ▶ {names[0]}")
    room = AXIS + canvas.width - len(left) - right.cell_len
    yield Text(left + " " * max(1, room)).append_text(right)
