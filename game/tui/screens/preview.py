"""The screens of `preview` alone: the page of the file, the line above every stage, the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from game.summit.rehearsal import GOALS, Rehearsal
from game.summit.session import Session
from game.tui.commands import PREVIEW, PREVIEW_FILE, bindings
from game.tui.screens.base import Dialog, GameScreen, SizeGuard
from game.tui.screens.faults import fault_paragraphs
from game.tui.screens.table import PANES, TableScreen
from game.tui.text import cell, scrubbed
from game.tui.widgets.folio import Folio, Paragraph
from game.wording import backstage
from game.wording.catalogue import PHASES
from game.wording.faults import counted

BACKSTAGE: dict[str, tuple[str, Callable[[Session], Iterable[str]]]] = {
    "thinks": ("What the computer thinks", backstage.weighing),
    "points": (
        "All points of both sides",
        lambda session: backstage.all_points(session.scenario),
    ),
    "briefs": ("Both briefs", lambda session: backstage.both_briefs(session.scenario)),
}
"""What an instructor may see besides: the title and the lines of each part."""

PREVIEW_PANES = {
    **PANES,
    **{command.name: command.shown_key for command in PREVIEW if command.name in BACKSTAGE},
}


LETTERS = "abcdefgh"
"""One for each phase that one can jump to."""


def backstage_paragraphs(part: str, session: Session) -> Iterator[Paragraph]:
    """One part of what stands behind the scenes."""
    title, lines = BACKSTAGE[part]
    yield Paragraph(Content.styled(title, "bold $seal"))
    yield from (Paragraph(Content(line), space=True) for line in lines(session) if line)


def state_of(rehearsal: Rehearsal) -> Content:
    """Whether the file can be played as it stands, by sign and word."""
    told = counted(rehearsal.faults)
    if rehearsal.broken:
        return Content.styled(f"✗ {told}", "bold $error")
    return Content.styled(f"✓ read, {told or 'no faults'}", "$warning" if told else "$success")


class PreviewBar(Static):
    """The line above every stage: the file, its state, the keys of the preview."""

    DEFAULT_CSS = "PreviewBar { dock: top; height: 1; background: $surface; padding: 0 1; }"

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__(markup=False)
        self._rehearsal = rehearsal

    def render(self) -> Content:
        """The name of the file gives way first."""
        keys = Content("  ").join(
            Content.assemble((command.shown_key, "bold $seal"), f" {command.label}")
            for command in PREVIEW
        )
        state = state_of(self._rehearsal)
        if self._rehearsal.broken or self.size.width < 110:
            keys = Content.assemble((PREVIEW[-1].shown_key, "bold $seal"), " file and all keys")
        room = max(0, self.size.width - keys.cell_length - state.cell_length - 4)
        name = cell(self._rehearsal.path.name, min(room, 40))
        return Content("  ").join((name, state, keys))


class PreviewTable(TableScreen):
    """The table with three more panes, in which an instructor looks behind the scenes."""

    panes: ClassVar[Mapping[str, str]] = PREVIEW_PANES
    beside_panes: ClassVar[Sequence[str]] = ()

    def renew(self) -> None:
        """After every move what stands behind the scenes is another."""
        for part in BACKSTAGE:
            self._folio(part).show(backstage_paragraphs(part, self.meeting.session))
        super().renew()


class PreviewScreen(GameScreen):
    """The file: whether it can be played, what is wrong with it, what became of the game."""

    commands = PREVIEW_FILE
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        [command for command in PREVIEW_FILE if command not in PREVIEW]
    )

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__()
        self._rehearsal = rehearsal

    def compose(self) -> ComposeResult:
        """Head, findings, foot."""
        yield Static(id="state", classes="page-title", markup=False)
        with VerticalScroll(classes="page"):
            yield Folio()
        yield from self.finish()

    def on_mount(self) -> None:
        """Shows the file as it stands."""
        self.renew()
        self.query_one(VerticalScroll).focus()

    def renew(self) -> None:
        """Shows the file as it stands now."""
        rehearsal = self._rehearsal
        head = Content.assemble((rehearsal.path.name, "bold $seal"), "   ", state_of(rehearsal))
        self.query_one("#state", Static).update(head)
        self.query_one(Folio).show(self._paragraphs())
        if rehearsal.session is None:
            self.tell("Mend the file and save it: the game begins by itself.", quiet=True)
        elif rehearsal.broken:
            self.tell("Save the file mended and it is read again. enter: the last good game.")
        else:
            self.tell("Save the file and it is read again. enter: the game.", quiet=True)

    def _paragraphs(self) -> Iterator[Paragraph]:
        rehearsal = self._rehearsal
        if not rehearsal.broken:
            yield from (Paragraph(Content(line)) for line in backstage.read_again(rehearsal))
        yield from fault_paragraphs(rehearsal.faults)

    def action_run_command(self, name: str) -> None:
        """A command of this page, or one that the preview has on every screen."""
        if name == "play":
            self.game.action_run_command("file")
        elif name in {command.name for command in PREVIEW}:
            self.game.action_run_command(name)
        else:
            super().action_run_command(name)

    def do_leave(self) -> None:
        """Ends the preview."""
        self.game.leave()


class JumpDialog(Dialog[object]):
    """Where to: a minute, or a phase by its figure. An int, a Phase, or None."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self._minutes = minutes

    def compose(self) -> ComposeResult:
        """The phases, and the line for a minute."""
        names = "\n".join(f"{LETTERS[n]}  {PHASES[goal]}" for n, goal in enumerate(GOALS))
        with Vertical(classes="dialog"):
            yield Static(Content.styled("Jump", "bold $seal"), classes="dialog-title")
            yield Static(
                Content(
                    "Back to there as it was played, or on with a bot in your chair. Type a minute "
                    f"from 0 to {self._minutes}, or the letter of a phase, and enter.\n\n{names}"
                ),
                classes="dialog-text",
            )
            yield Input(max_length=4, id="where")
            yield Static(Content.styled("enter: jump   esc: back", "$muted"), id="told")
        yield SizeGuard()

    def on_mount(self) -> None:
        """The line has the focus."""
        self.query_one(Input).focus()

    def key_escape(self) -> None:
        """Back without a jump."""
        self.dismiss(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Jumps where that can be."""
        text = scrubbed(event.value).casefold()
        if text.isdecimal():
            self.dismiss(int(text))
        elif len(text) == 1 and text in LETTERS:
            self.dismiss(GOALS[LETTERS.index(text)])
        else:
            told = "A minute, or one letter from a to h."
            self.query_one("#told", Static).update(Content.styled(told, "$warning"))
