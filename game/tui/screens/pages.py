"""Pages to read: the arrows turn them and scroll them, wherever one is."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer

from game.tui.screens.stage import Stage

PAGE_KEYS = "←→ turns the pages, ↑↓ scrolls."


class PagedStage(Stage):
    """A stage that is read page by page. Nothing on it takes the focus, so no key is ever lost."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "page before", show=False),
        Binding("right", "turn(1)", "page after", show=False),
        Binding("up", "scroll_page('up')", "up", show=False),
        Binding("down", "scroll_page('down')", "down", show=False),
        Binding("pageup", "scroll_page('page_up')", "a screen up", show=False),
        Binding("pagedown,space", "scroll_page('page_down')", "a screen down", show=False),
        Binding("home", "scroll_page('home')", "to the top", show=False),
        Binding("end", "scroll_page('end')", "to the end", show=False),
    ]

    def page(self) -> ScrollableContainer:
        """What scrolls on the page that is open."""
        raise NotImplementedError

    def action_turn(self, by: int) -> None:
        """Turns to the next page, or to the one before."""
        raise NotImplementedError

    def action_scroll_page(self, way: str) -> None:
        """Scrolls the page that is open."""
        getattr(self.page(), f"scroll_{way}")(animate=False)
