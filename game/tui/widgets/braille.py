"""The canvas of dots for Textual: its rows as content in the theme's colours."""

from __future__ import annotations

from textual.content import Content, Span

from game.wording import dots


class Canvas(dots.Canvas):
    """Dots and marks; a row of cells is content."""

    def row(self, number: int) -> Content:
        """One row of cells, from the top."""
        cells = list(self.cells(number))
        spans = [Span(at, at + 1, style) for at, (_, style) in enumerate(cells) if style]
        return Content("".join(character for character, _ in cells), spans)
