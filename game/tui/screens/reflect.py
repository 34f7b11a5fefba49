"""The student's own reflection, written at the end and kept in the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from game.tui.screens.base import Dialog, SizeGuard
from game.tui.text import scrubbed


class ReflectScreen(Dialog[str]):
    """Answers with the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", show=False),
        Binding("ctrl+s", "file", "file it", show=False, priority=True),
    ]

    def __init__(self, questions: Sequence[str]) -> None:
        super().__init__()
        self._questions = questions

    def compose(self) -> ComposeResult:
        """The questions of the scenario and a sheet."""
        with Vertical(classes="dialog -reading"):
            yield Static(Content.styled("Your reflection", "bold $seal"))
            asked = "\n".join(f"· {question}" for question in self._questions)
            yield Static(Content(asked or "What would you do otherwise, and why?"))
            yield TextArea(id="reflection", soft_wrap=True)
            yield Static(
                Content.styled("ctrl+s: into the journal   esc: back, nothing is kept", "$muted"),
                classes="dialog-keys",
            )
        yield SizeGuard()

    def on_mount(self) -> None:
        """The sheet has the focus."""
        self.query_one(TextArea).focus()

    def action_file(self) -> None:
        """Files the text."""
        self.dismiss(scrubbed(self.query_one(TextArea).text))
