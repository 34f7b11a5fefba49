"""`preview` on the screen: the game follows a file that is being edited."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from game.summit.events import Phase
from game.summit.rehearsal import ORDER, Rehearsal
from game.tui.app import SidelinesApp
from game.tui.meeting import Meeting
from game.tui.screens.dialogs import Choice, Choose, Reading
from game.tui.screens.faults import FaultsScreen
from game.tui.screens.stage import Stage
from game.tui.screens.stages import stage_for
from game.tui.screens.title import TitleScreen
from game.tui.widgets.folio import Paragraph
from game.wording import backstage
from game.wording.catalogue import PHASES
from game.wording.names import sentence

LOOKS_EVERY = 0.5
"""Seconds between two looks at the file."""

KEYS = (
    ("f2", "backstage", "Backstage", "Both briefs, all points, and what the computer weighs."),
    ("f4", "jump", "Jump", "To a phase or a minute of the meeting."),
    ("f5", "other_chair", "Other chair", "Begin again as the other delegation."),
    ("f6", "restart", "Begin again", "The same chair from the beginning."),
)


class PreviewApp(SidelinesApp):
    """The game, which follows its file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, label, tooltip=about, show=False) for key, action, label, about in KEYS
    ]

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__(rehearsal.session)
        self.rehearsal = rehearsal

    def on_ready(self) -> None:
        """Says which keys there are, and what is in the game's way."""
        keys = ", ".join(f"{key.upper()} {label.lower()}" for key, _, label, _ in KEYS)
        self.notify(
            f"{keys}. The file is read again whenever it is saved.",
            title="Rehearsal",
            markup=False,
            timeout=10,
        )
        self._show_faults()
        self.set_interval(LOOKS_EVERY, self._look)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the game has, and the keys of the rehearsal."""
        for key, action, label, about in KEYS:
            method = getattr(self, f"action_{action}")
            yield SystemCommand(f"{label} ({key.upper()})", about, method)
        yield from super().get_system_commands(screen)

    # --- the file -------------------------------------------------------------------------------

    def _look(self) -> None:
        if not self.rehearsal.refresh():
            return
        if self.rehearsal.broken:
            self._show_faults()
            return
        self._take_up()
        told = backstage.read_again(self.rehearsal)
        self.notify("\n".join(told), title="Read again", markup=False, timeout=8)

    def _show_faults(self) -> None:
        if not self.rehearsal.broken:
            return
        if isinstance(self.screen, FaultsScreen):
            self.pop_screen()
        self.push_screen(FaultsScreen(self.rehearsal.path.name, self.rehearsal.faults))

    def _take_up(self) -> None:
        """Shows the rehearsal's game anew, whatever stands on the screen."""
        session = self.rehearsal.session
        if session is None:
            return
        while not isinstance(self.screen, Stage | TitleScreen):
            self.pop_screen()
        self.meeting = Meeting(session)
        stage = stage_for(self.meeting.phase)()
        if isinstance(self.screen, TitleScreen):
            self.push_screen(stage)
        else:
            self.switch_screen(stage)

    # --- behind the scenes ----------------------------------------------------------------------

    def action_backstage(self) -> None:
        """What only an instructor sees."""
        session = self.rehearsal.session
        if session is None:
            return
        parts = (
            ("What the computer weighs", backstage.weighing(session)),
            ("All points", backstage.all_points(session.scenario)),
            ("Both briefs", backstage.both_briefs(session.scenario)),
        )
        told = [
            Paragraph(line, space=True)
            for title, lines in parts
            for line in (
                Content.styled(title, "bold $seal"),
                *(Content(text) for text in lines if text),
            )
        ]
        self.push_screen(Reading("Backstage", told))

    def action_jump(self) -> None:
        """To a phase or a minute."""
        session = self.rehearsal.session
        if session is None:
            return
        minutes = session.scenario.meeting.minutes
        choices = [Choice(phase, sentence(PHASES[phase])) for phase in ORDER]
        choices += [
            Choice(minutes * part // 4, f"Minute {minutes * part // 4}") for part in (1, 2, 3)
        ]

        def chosen(where: object) -> None:
            if isinstance(where, Phase):
                self.rehearsal.jump_to_phase(where)
            elif isinstance(where, int):
                self.rehearsal.jump_to_minute(where)
            else:
                return
            self._take_up()

        about = "What lies between is played by the integrative bot in your chair."
        self.push_screen(Choose("Jump", about, choices), chosen)

    def action_other_chair(self) -> None:
        """Begins again as the other delegation."""
        if self.rehearsal.session is not None:
            self.rehearsal.change_chair()
            self._take_up()

    def action_restart(self) -> None:
        """Begins again in the same chair."""
        self.rehearsal.restart()
        self._take_up()


def run_preview_app(path: Path, role: str | None, seed: int) -> int:
    """Rehearses a file on the terminal; the exit code."""
    app = PreviewApp(Rehearsal(path, role, seed))
    app.run()
    return app.return_code or 0
