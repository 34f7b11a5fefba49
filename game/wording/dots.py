"""Drawings in text: a canvas of braille dots with single characters set upon it, and its scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Point = tuple[int, int]

DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bit of each dot in a braille cell, by row and column (Unicode block 2800)."""

MOST_ASIDE = 4
"""Cells by which a mark may move aside for others."""


class Canvas:
    """Dots and marks in a grid of cells; the origin is the lower left corner."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = max(1, width), max(1, height)
        self._bits = [[0] * self.width for _ in range(self.height)]
        self._styles = [[""] * self.width for _ in range(self.height)]
        self._marks: dict[tuple[int, int], tuple[str, str]] = {}

    @property
    def dots(self) -> Point:
        """Dots across and up."""
        return self.width * 2, self.height * 4

    def dot(self, x: int, y: int, style: str) -> None:
        """Sets a dot; outside the canvas nothing happens."""
        across, up = self.dots
        if 0 <= x < across and 0 <= y < up:
            row, column = self.height - 1 - y // 4, x // 2
            self._bits[row][column] |= DOTS[3 - y % 4][x % 2]
            self._styles[row][column] = style

    def line(self, start: Point, end: Point, style: str, every: int = 1) -> None:
        """A straight line of dots (Bresenham's), every so many of them set."""
        x, y = start
        dx, dy = abs(end[0] - x), -abs(end[1] - y)
        sx, sy = (1 if x < end[0] else -1), (1 if y < end[1] else -1)
        error, count = dx + dy, 0
        while True:
            if count % every == 0:
                self.dot(x, y, style)
            count += 1
            if (x, y) == end:
                return
            twice = 2 * error
            if twice >= dy:
                error += dy
                x += sx
            if twice <= dx:
                error += dx
                y += sy

    def mark(self, x: int, y: int, text: str, style: str) -> None:
        """Sets characters where a dot would be, over the dots; they stay on the canvas.

        Where they would touch others they move aside by a few cells, so that 1 beside 2 is not 12.
        """
        row = max(0, min(self.height - 1, self.height - 1 - y // 4))
        column = max(0, min(self.width - len(text), x // 2))
        free = (c for c in self._nearby(column, len(text)) if self._is_free(row, c, len(text)))
        place = next(free, column)
        for number, character in enumerate(text):
            self._marks[row, place + number] = (character, style)

    def _nearby(self, column: int, length: int) -> Iterator[int]:
        """The column, then those to its right and left, as far as marks may move aside."""
        for aside in range(MOST_ASIDE + 1):
            for place in {column + aside: None, column - aside: None}:
                if 0 <= place <= self.width - length:
                    yield place

    def _is_free(self, row: int, column: int, length: int) -> bool:
        return not any((row, c) in self._marks for c in range(column - 1, column + length + 1))

    def cells(self, number: int) -> Iterator[tuple[str, str]]:
        """One row from the top: the character of each cell and its style, empty where none is."""
        for column in range(self.width):
            bits = self._bits[number][column]
            style = self._styles[number][column] if bits else ""
            yield self._marks.get((number, column), (chr(0x2800 + bits) if bits else " ", style))


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to dots."""

    low: Point
    high: Point
    dots: Point

    def dot(self, at: Point) -> Point:
        """The dot of a point."""
        x, y = (
            (value - low) * (dots - 1) // max(1, high - low)
            for value, low, high, dots in zip(at, self.low, self.high, self.dots, strict=True)
        )
        return x, y


def bounds(points: Iterable[Point], margin: int = 3) -> tuple[Point, Point]:
    """The corners of a field that holds all points, with some room around them."""
    xs, ys = zip(*points, strict=True)
    return (min(xs) - margin, min(ys) - margin), (max(xs) + margin, max(ys) + margin)
