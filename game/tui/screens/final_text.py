"""The final text: the whole of it, what it would mean, and one vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.summit.moves import Adopt, Refuse
from game.tui.commands import FINAL_TEXT, bindings
from game.tui.screens.stage import Stage
from game.tui.widgets.audiences import audience_paragraphs
from game.tui.widgets.folio import Folio, Paragraph
from game.tui.widgets.talk import paragraphs
from game.wording.dossier import fiction
from game.wording.draft import HEADING, statement
from game.wording.names import figure, points
from game.wording.status import home, worth


class FinalTextScreen(Stage):
    """Adopt or refuse; nothing is agreed until everything is."""

    commands = FINAL_TEXT
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FINAL_TEXT)]

    def compose(self) -> ComposeResult:
        """The text and its consequences on one page."""
        yield Static(self.page_title("the final text"), classes="page-title")
        with VerticalScroll(classes="page", id="final"):
            yield Folio(4)
        yield from self.finish()

    def on_mount(self) -> None:
        """Sets the text."""
        self.query_one("#final").focus()
        self.renew()

    def renew(self) -> None:
        """Shows the text."""
        self.query_one(Folio).show(self._paragraphs())
        self.tell(self.hint(), quiet=True)

    def hint(self) -> str:
        """How to read on."""
        return "↑↓ scrolls. Each side votes once, on the whole text."

    def _paragraphs(self) -> Iterator[Paragraph]:
        meeting, view = self.meeting, self.meeting.view
        last = [line for line in meeting.latest if line.kind != "system"]
        yield from paragraphs(last, meeting.names, view.party)
        found = worth(view, ())
        yield Paragraph(
            Content.assemble(
                ("To you ", "bold"),
                f"the text is worth {points(found.points)}; walking away is worth "
                f"{figure(found.walk_away)}.",
            ),
            space=True,
        )
        yield Paragraph(
            Content.assemble(
                ("At home ", "bold"),
                f"{home(view, self.scenario)}. The press lines of both sides can still move it.",
            )
        )
        yield Paragraph(Content.styled(HEADING, "italic"), space=True)
        state = meeting.session.summit.state
        for clause in statement(self.scenario, state.agreed, state.handed):
            number, _, text = clause.partition(" ")
            yield Paragraph(Content(text), Content.styled(f"{number:>3} ", "$muted"))
        yield from audience_paragraphs(view.sheet.home, view.support, meeting.names, view.party)
        yield Paragraph(Content.styled(fiction(self.scenario), "$muted"), space=True)

    def do_adopt(self) -> None:
        """Votes for the text, after asking where it is worth too little."""
        self.make_surely(Adopt())

    def do_refuse(self) -> None:
        """Votes against it, after asking."""
        self.make_surely(Refuse())
