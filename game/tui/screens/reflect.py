"""The student's own reflection, written at the end and kept in the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from game.tui.screens.base import Dialog, SizeGuard
from game.tui.screens.dialogs import Confirm
from game.tui.text import scrubbed
from game.tui.widgets.folio import Folio, Paragraph

KEYS = "ctrl+s: into the journal   tab: to the questions and back   esc: back"
LONGEST = 40_000
"""Characters of a reflection, many pages."""


class ReflectScreen(Dialog[str]):
    """Answers with the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", show=False),
        Binding("ctrl+s", "file", "file it", show=False, priority=True),
    ]

    def __init__(self, questions: Sequence[str]) -> None:
        super().__init__()
        self._questions = questions

    def compose(self) -> ComposeResult:
        """The questions of the scenario, which scroll, above a sheet that is always in sight."""
        with Vertical(classes="dialog -reading -tall"):
            yield Static(Content.styled("Your reflection", "bold $seal"))
            asked = [Paragraph(Content(question), Content("·")) for question in self._questions]
            with VerticalScroll(id="questions"):
                folio = Folio(2)
                folio.show(asked or [Paragraph(Content("What would you do otherwise, and why?"))])
                yield folio
            yield TextArea(id="reflection", soft_wrap=True)
            yield Static(Content.styled(KEYS, "$muted"))
        yield SizeGuard()

    def on_mount(self) -> None:
        """The sheet has the focus."""
        self.query_one(TextArea).focus()

    def action_back(self) -> None:
        """Leaves; a text is dropped only after a yes."""
        if not self.query_one(TextArea).text.strip():
            self.dismiss(None)
            return

        def answered(yes: object) -> None:
            if yes:
                self.dismiss(None)

        self.app.push_screen(
            Confirm("Leave without keeping it?", "What you have written is lost.", "Drop it"),
            answered,
        )

    def action_file(self) -> None:
        """Files the text."""
        self.dismiss(scrubbed(self.query_one(TextArea).text, LONGEST))
