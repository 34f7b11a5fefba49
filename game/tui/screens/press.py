"""The press line: claim the win, share the credit, say little."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.summit.checks import won_clauses
from game.summit.moves import Press
from game.tui.commands import PRESS, bindings
from game.tui.screens.stage import Stage
from game.tui.widgets.audiences import audience_paragraphs
from game.tui.widgets.folio import Folio
from game.wording.names import sentence, sentence_start
from game.wording.press_lines import ASKED, PRESS_WORDS, claiming
from game.wording.refusals import reason


class PressScreen(Stage):
    """Both sides' lines are printed together; then each home decides."""

    commands = PRESS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings([c for c in PRESS if c.name != "choose"]),
        *(
            Binding(f"{n}", f"show_line({n})", words.line, show=False)
            for n, words in enumerate(PRESS_WORDS, start=1)
        ),
    ]

    def compose(self) -> ComposeResult:
        """The three lines, and the home that will hear them."""
        yield Static(self.page_title("before the press"), classes="page-title")
        with Vertical(classes="page"):
            yield Static(
                Content.styled(f"The text is signed. {ASKED}", "bold"),
                classes="question",
            )
            yield OptionList(
                *(
                    Option(
                        Content.styled(f" {n} {sentence_start(words.name)}", "bold"), id=words.line
                    )
                    for n, words in enumerate(PRESS_WORDS, start=1)
                ),
                id="press",
                markup=False,
            )
            yield Static(id="meaning", markup=False)
            with VerticalScroll(can_focus=False):
                yield Folio(0)
        yield from self.finish()

    def on_mount(self) -> None:
        """Shows home as it stands."""
        view = self.meeting.view
        lines = self.query_one(OptionList)
        lines.focus()
        lines.highlighted = [words.line for words in PRESS_WORDS].index("share")
        self.query_one(Folio).show(
            audience_paragraphs(view.sheet.home, view.support, self.meeting.names, view.party)
        )
        self.tell(self.hint(), quiet=True)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """What the line would do, or why it is not open."""
        words = next(words for words in PRESS_WORDS if words.line == event.option_id)
        session = self.meeting.session
        forbidden = session.refusal(Press(line=words.line))
        told = sentence(words.effect)
        if forbidden is not None:
            told = f"Not open. {reason(*forbidden, 'press', self.scenario)}"
        elif words.line == "claim":
            claimed = won_clauses(session.summit.state, session.role)
            told = f"{told} {claiming(self.meeting.names, claimed)}"
        self.query_one("#meaning", Static).update(Content(told))

    def hint(self) -> str:
        """Nothing is told by a figure alone."""
        return "1 2 3 or ↑↓: which line. enter: that is what the press hears."

    def action_show_line(self, figure: int) -> None:
        """A line's figure puts the cursor on it."""
        self.query_one(OptionList).highlighted = figure - 1

    def on_option_list_option_selected(self) -> None:
        """Takes the line under the cursor."""
        self.do_choose()

    def do_choose(self) -> None:
        """Tells the press the line under the cursor."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.make_surely(Press(line=PRESS_WORDS[place].line))
