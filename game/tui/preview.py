"""`preview` on the screen: the game follows a file that is being edited."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import get_current_worker

from game.summit.events import Phase
from game.summit.rehearsal import Rehearsal, Saved
from game.tui.app import SidelinesApp
from game.tui.commands import PREVIEW, bindings
from game.tui.meeting import Meeting
from game.tui.screens.dialogs import Reading
from game.tui.screens.preview import (
    JumpDialog,
    PreviewBar,
    PreviewScreen,
    PreviewTable,
    backstage_paragraphs,
)
from game.tui.screens.stage import Stage
from game.tui.screens.stages import stage_for
from game.tui.screens.table import TableScreen
from game.wording import backstage

LOOKS_EVERY = 0.5
"""Seconds between two looks at the file."""

NO_GAME = "There is no game yet: the file has to be mended first."


class PreviewApp(SidelinesApp):
    """The game, which follows its file. The page of the file lies below the stages."""

    commands = PREVIEW
    BINDINGS: ClassVar[list[BindingType]] = bindings(PREVIEW)

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__()
        self.rehearsal = rehearsal
        self.page = PreviewScreen(rehearsal)
        self._looking = False

    def get_default_screen(self) -> Screen[None]:
        """The page of the file."""
        return self.page

    def open_first(self) -> None:
        """Above the page of the file the game, where the file can be played."""
        self.set_interval(LOOKS_EVERY, self.look)
        if not self.rehearsal.broken:
            self.take_up()

    def above(self, screen: Screen[None]) -> Iterable[Widget]:
        """The line with the state of the file."""
        return () if screen is self.page else (PreviewBar(self.rehearsal),)

    # --- the file -------------------------------------------------------------------------------

    def look(self) -> None:
        """Looks whether the file was saved; reads it beside the game, one reading at a time."""
        if not self._looking:
            self._looking = True
            self._read()

    @work(thread=True)
    def _read(self) -> None:
        reading = self.rehearsal.read()
        if not get_current_worker().is_cancelled:
            self.call_from_thread(self._take, reading)

    def _take(self, reading: Saved | None) -> None:
        """Shows what was read: the faults of the file, or the game on it."""
        self._looking = False
        if reading is None:
            return
        self.rehearsal.take(reading)
        self.page.renew()
        if self.rehearsal.broken:
            self.go_to_title()
            return
        self.take_up()
        told = "\n".join(backstage.read_again(self.rehearsal))
        self.notify(told, title="Read again", markup=False, timeout=8)

    def take_up(self) -> None:
        """Shows the rehearsal's game, whatever stands on the screen."""
        session = self.rehearsal.session
        if session is None:
            return
        while not isinstance(self.screen, Stage | PreviewScreen):
            self.pop_screen()
        self.meeting = Meeting(session)
        self._show_stage()

    def follow(self) -> None:
        """Shows the screen that belongs to the phase that the summit is in."""
        assert self.meeting is not None
        wanted = stage_for(self.meeting.phase)
        if isinstance(self.screen, wanted):
            self.screen.renew()
        else:
            self._show_stage()

    def _show_stage(self) -> None:
        assert self.meeting is not None
        wanted = stage_for(self.meeting.phase)
        stage = PreviewTable() if wanted is TableScreen else wanted()
        if isinstance(self.screen, PreviewScreen):
            self.push_screen(stage)
        else:
            self.switch_screen(stage)

    def loses_by_leaving(self) -> bool:
        """The rehearsal goes on from the page of the file."""
        return False

    def go_to_title(self) -> None:
        """Leaving a stage leads to the page of the file; the game goes on from there."""
        while not isinstance(self.screen, PreviewScreen):
            self.pop_screen()
        self.page.renew()

    # --- the commands of the preview ------------------------------------------------------------

    def action_run_command(self, name: str) -> None:
        """Runs a command; without a game only the page of the file is there."""
        if self.rehearsal.session is None:
            self.page.tell(NO_GAME)
        else:
            super().action_run_command(name)

    def do_thinks(self) -> None:
        """What the computer reckons with."""
        self._look_behind("thinks")

    def do_points(self) -> None:
        """All points."""
        self._look_behind("points")

    def do_briefs(self) -> None:
        """Both briefs."""
        self._look_behind("briefs")

    def _look_behind(self, part: str) -> None:
        """At the table in a pane beside the game, elsewhere over it."""
        session = self.rehearsal.session
        if isinstance(self.screen, PreviewTable):
            self.screen.show_pane(part)
        elif session is not None and isinstance(self.screen, Stage | PreviewScreen):
            self.push_screen(Reading("Behind the scenes", backstage_paragraphs(part, session)))

    def do_jump(self) -> None:
        """To a phase or a minute."""
        session = self.rehearsal.session
        if session is None or isinstance(self.screen, JumpDialog):
            return

        def jump(where: object) -> None:
            if isinstance(where, Phase):
                came = self.rehearsal.jump_to_phase(where)
            elif isinstance(where, int):
                came = self.rehearsal.jump_to_minute(where)
            else:
                return
            self.take_up()
            if not came:
                self.notify(backstage.NOT_SO_FAR, markup=False)

        self.push_screen(JumpDialog(session.scenario.meeting.minutes), jump)

    def do_swap(self) -> None:
        """To the other chair."""
        self.rehearsal.change_chair()
        self.take_up()

    def do_restart(self) -> None:
        """From the beginning."""
        self.rehearsal.restart()
        self.take_up()

    def do_file(self) -> None:
        """To the page of the file, and back to the game."""
        if isinstance(self.screen, PreviewScreen):
            self.take_up()
        else:
            self.go_to_title()


def run_preview_app(path: Path, role: str | None, seed: int) -> int:
    """Rehearses a file on the terminal; the exit code."""
    app = PreviewApp(Rehearsal(path, role, seed))
    app.run()
    return app.return_code or 0
