"""The preparation sheet: own priorities, theirs as one guesses, and what one walks away from."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from game.summit.moves import Guess, Move, Prepare
from game.tui.screens.base import Dialog, SizeGuard
from game.tui.widgets.ranking import Ranking

KEYS = "↑↓ choose   ←→ move it up or down   tab: next part   ctrl+s: file it   esc: back"


class PrepareScreen(Dialog[Move]):
    """Answers with the sheet; held against the truth in the debrief."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", show=False),
        Binding("ctrl+s", "file", "file it", show=False),
    ]

    def __init__(self, items: list[tuple[str, str]], us: str, them: str) -> None:
        super().__init__()
        self._items, self._us, self._them = items, us, them

    def compose(self) -> ComposeResult:
        """Two orders and a figure."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("Preparation sheet", "bold $seal"))
            yield Static(
                Content("What matters most stands first. It stays in your file until the debrief.")
            )
            with Horizontal(classes="sheets"):
                with Vertical():
                    yield Static(Content.styled(f"{self._us}, by your brief", "bold $ours"))
                    yield Ranking(self._items, id="own")
                with Vertical():
                    yield Static(Content.styled(f"{self._them}, as you guess", "bold $theirs"))
                    yield Ranking(self._items, id="theirs")
            yield Static(Content("Below how many points would you rather have no agreement?"))
            yield Input(type="integer", max_length=5, id="limit")
            yield Static(Content.styled(KEYS, "$muted"), classes="dialog-keys")
        yield SizeGuard()

    def on_input_submitted(self) -> None:
        """Enter in the last field files the sheet."""
        self.action_file()

    def action_file(self) -> None:
        """Files the sheet."""
        limit = self.query_one("#limit", Input).value.strip()
        self.dismiss(
            Prepare(
                own=self.query_one("#own", Ranking).order,
                theirs=self.query_one("#theirs", Ranking).order,
                walk_away=int(limit) if limit.lstrip("+-").isdecimal() else None,
            )
        )


class GuessScreen(Dialog[Move]):
    """After the meeting, before the truth is shown: what mattered most to them?"""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", show=False),
        Binding("enter,ctrl+s", "file", "file it", show=False),
    ]

    def __init__(self, items: list[tuple[str, str]], them: str) -> None:
        super().__init__()
        self._items, self._them = items, them

    def compose(self) -> ComposeResult:
        """One order."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("Before you read on", "bold $seal"))
            yield Static(
                Content(f"What do you think mattered most to {self._them}? It stands first.")
            )
            yield Ranking(self._items, id="theirs")
            yield Static(
                Content.styled(
                    "↑↓ choose   ←→ move it up or down   enter: that is my guess   esc: skip",
                    "$muted",
                ),
                classes="dialog-keys",
            )
        yield SizeGuard()

    def action_file(self) -> None:
        """Files the guess."""
        self.dismiss(Guess(theirs=self.query_one(Ranking).order))
