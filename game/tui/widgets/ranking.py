"""Items in an order that the student makes: what matters most stands first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from game.tui.text import cell


class Ranking(Widget, can_focus=True):
    """A list whose entries can be moved up and down."""

    DEFAULT_CSS = "Ranking { height: auto; width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor(-1)", "above", show=False),
        Binding("down", "cursor(1)", "below", show=False),
        Binding("shift+up,minus", "move(-1)", "matters more", show=False),
        Binding("shift+down,plus", "move(1)", "matters less", show=False),
    ]

    def __init__(self, entries: Sequence[tuple[str, str]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries = list(entries)
        self._cursor = 0
        self.touched = False
        """Whether the student has ordered anything."""

    @property
    def order(self) -> tuple[str, ...]:
        """The ids, first what matters most."""
        return tuple(key for key, _ in self._entries)

    def action_cursor(self, by: int) -> None:
        """Moves the cursor."""
        self._cursor = max(0, min(len(self._entries) - 1, self._cursor + by))
        self.refresh()

    def action_move(self, by: int) -> None:
        """Moves the entry under the cursor, and the cursor with it."""
        place = self._cursor + by
        self.touched = True
        if 0 <= place < len(self._entries):
            entries = self._entries
            entries[self._cursor], entries[place] = entries[place], entries[self._cursor]
            self._cursor = place
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Puts the cursor under the mouse."""
        if 0 <= event.y < len(self._entries):
            self._cursor = event.y
            self.refresh()

    def on_focus(self) -> None:
        """The cursor shows where the focus is."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor shows where the focus is."""
        self.refresh()

    def render(self) -> Content:
        """One row per entry."""
        rows = []
        for place, (_, label) in enumerate(self._entries):
            here = place == self._cursor and self.has_focus
            row = cell(f"{'▸' if here else ' '}{place + 1:>2} {label}", max(4, self.size.width))
            rows.append(row.stylize("reverse" if here else ""))
        return Content("\n").join(rows)
