"""The Textual face of the game: the app holds the meeting and leads from screen to screen."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

# Read by textual when it is imported: twice the frames halve the wait from a key to its picture.
os.environ.setdefault("TEXTUAL_FPS", "120")

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.constants import DEFAULT_THEME
from textual.events import Event, Key, Paste, Resize
from textual.reactive import Initialize, Reactive
from textual.screen import Screen

from game.summit.settings import keep, settings
from game.tui.commands import Command
from game.tui.screens.base import CommandsMixin, too_small
from game.tui.screens.title import TitleScreen
from game.tui.theme import DARK, LIGHT, THEMES, own_variables

if TYPE_CHECKING:
    from textual.theme import Theme
    from textual.widget import Widget

    from game.summit.moves import Move
    from game.summit.session import Session
    from game.tui.meeting import Meeting


LEAVING = "ctrl+q"
"""The key that works whatever the terminal shows."""


class SidelinesApp(App[None]):
    """Sidelines in a terminal."""

    TITLE = "Sidelines"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "styles/base.tcss",
        "styles/table.tcss",
        "styles/pages.tcss",
    ]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "guide_away", "put the guide away", show=False)
    ]
    commands: ClassVar[tuple[Command, ...]] = ()
    """Commands that are there on every screen, for help and palette."""

    def _first_theme(self) -> str:
        """The theme of the last evening; the game's own where none is kept or known."""
        if "TEXTUAL_THEME" in os.environ:
            return DEFAULT_THEME
        remembered = settings().theme
        return remembered if remembered in self.available_themes else DARK

    # A theme that is set only after the app is made would have all styles read twice.
    theme: Reactive[str] = Reactive(Initialize(_first_theme))

    def __init__(
        self,
        session: Session | None = None,
        extra_scenarios: Iterable[Path] = (),
        choose: Path | None = None,
        first: bool = False,
    ) -> None:
        # Under NO_COLOR the terminal's own two colours are all there is: no greys in their place.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._first_session = session
        self._first_choice = choose
        self._guided_first = first
        self.extra_scenarios: Sequence[Path] = tuple(extra_scenarios)
        self.meeting: Meeting | None = None
        self.farewell: str | None = None
        """What to print when the terminal is given back."""

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and the game's own two."""
        return {**super().available_themes, **THEMES}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The game's own variables, for themes that do not bring them."""
        return own_variables(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        """The title lies below everything; no empty screen is laid out before it."""
        return TitleScreen()

    def on_mount(self) -> None:
        """Goes on from the title, where the command line asked for more."""
        self.theme_changed_signal.subscribe(self, lambda theme: keep(theme=theme.name))
        self.call_after_refresh(gc.enable)
        self.open_first()

    def open_first(self) -> None:
        """Goes straight into a game that was started by the command line."""
        if self._guided_first:
            self.begin_first()
        elif self._first_session is not None:
            self.begin(self._first_session)
        elif self._first_choice is not None and isinstance(self.screen, TitleScreen):
            self.call_after_refresh(self.screen.open_file, self._first_choice)

    # --- the game -------------------------------------------------------------------------------

    def begin_first(self) -> None:
        """Begins the guided first meeting."""
        from game.wording.lesson import first_meeting

        self.begin(first_meeting(), guided=True)

    def begin(self, session: Session, *, guided: bool = False) -> None:
        """Takes up a session, new or resumed, at the screen of its phase."""
        from game.tui.meeting import Meeting

        if not guided:
            keep(met=True)
        self.meeting = Meeting(session, guided=guided)
        self.follow()
        if session.notice:
            self.notify(session.notice, markup=False, timeout=10)

    def play(self, move: Move) -> str | None:
        """Makes a move of the student; the reason why not, where it is not allowed."""
        assert self.meeting is not None
        refused = self.meeting.play(move)
        self._leave_if_lost()
        return refused

    def undo(self) -> str | None:
        """Takes the last move of the student back; the reason why not, where there is none."""
        assert self.meeting is not None
        refused = self.meeting.undo()
        self._leave_if_lost()
        return refused

    def _leave_if_lost(self) -> None:
        """Leaves a game that can no longer be saved: what is not on disk has not happened."""
        if self.meeting is not None and self.meeting.lost is not None:
            self.leave()

    def follow(self) -> None:
        """Shows the screen that belongs to the phase that the summit is in."""
        from game.tui.screens.stages import stage_for

        assert self.meeting is not None
        if self.meeting.session.over:
            keep(met=True)
        wanted = stage_for(self.meeting.phase)
        if isinstance(self.screen, wanted):
            self.screen.renew()
            if self.meeting.guided:
                self._renew_guide()
        elif isinstance(self.screen, TitleScreen):
            self.push_screen(wanted())
        else:
            self.switch_screen(wanted())

    def _renew_guide(self) -> None:
        from game.tui.widgets.lesson import LessonLine

        for line in self.screen.query(LessonLine):
            line.renew()

    def action_guide_away(self) -> None:
        """Goes on with the first meeting without its guide."""
        if self.meeting is not None and self.meeting.guided:
            self.meeting.guided = False
            self.screen.query("#lesson").remove()

    def loses_by_leaving(self) -> bool:
        """Whether the game that goes on is kept nowhere."""
        meeting = self.meeting
        if meeting is None or meeting.session.over:
            return False
        return meeting.session.journal_path is None

    def leave_surely(self, leave: Callable[[], None]) -> None:
        """Leaves a game; one that is kept nowhere only after a yes, where there is room to ask."""
        from game.tui.screens.dialogs import Leaving

        if too_small(self.size) or not self.loses_by_leaving():
            leave()
        elif not isinstance(self.screen, Leaving):
            self.push_screen(Leaving(), lambda yes: leave() if yes else None)

    def go_to_title(self) -> None:
        """Closes the meeting, which is saved, and shows the title with fresh lists."""
        goes_on = self.meeting is not None and not self.meeting.session.over
        if self.meeting is not None:
            self.meeting.session.close()
            self.meeting = None
        while len(self.screen_stack) > 1 and not isinstance(self.screen, TitleScreen):
            self.pop_screen()
        if isinstance(self.screen, TitleScreen):
            self.screen.fill(at_first=goes_on)

    # --- everywhere -----------------------------------------------------------------------------

    async def on_event(self, event: Event) -> None:
        """No key reaches what cannot be seen: too small a terminal shows no game and plays none."""
        typed = isinstance(event, Key | Paste) and getattr(event, "key", "") != LEAVING
        if not (typed and too_small(self.size)):
            await super().on_event(event)

    def on_resize(self, event: Resize) -> None:
        """The palette, which does not say what it needs, gives way to the screen that does."""
        from textual.command import CommandPalette

        if too_small(event.size) and isinstance(self.screen, CommandPalette):
            self.pop_screen()

    def above(self, screen: Screen[None]) -> Iterable[Widget]:
        """What stands above a screen of the game: nothing, in the game itself."""
        return ()

    def action_run_command(self, name: str) -> None:
        """Runs one of the commands that are there on every screen."""
        getattr(self, f"do_{name}")()

    def turn_theme(self) -> None:
        """Day to night and back."""
        self.theme = LIGHT if self.current_theme.dark else DARK

    def action_help_quit(self) -> None:
        """ctrl+c with nothing selected: whoever means to leave by it is told how."""
        self.notify("Nothing is selected to copy. q leads back, ctrl+q ends Sidelines.")

    async def action_quit(self) -> None:
        """Leaves; a game that is kept nowhere is not given up without a question."""
        self.leave_surely(self.leave)

    def leave(self) -> None:
        """Ends the app; says where the game lies and how to go on with it."""
        if self.meeting is not None:
            self.meeting.session.close()
            from game.wording.saved import where_kept

            lost = self.meeting.lost
            kept = where_kept(self.meeting.session, lost=lost is not None)
            self.farewell = "\n".join(text for text in (lost, kept) if text) or None
        self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the screen's own commands, then what Textual brings."""
        commands: Sequence[Command] = getattr(screen, "commands", ())
        if isinstance(screen, CommandsMixin):
            commands = [c for c in commands if not c.when_open or screen.closed(c) is None]
        names = {command.name for command in commands}
        everywhere = [command for command in self.commands if command.name not in names]
        for command, node in (*((c, screen) for c in commands), *((c, self) for c in everywhere)):
            yield SystemCommand(
                f"{command.label[0].upper()}{command.label[1:]} ({command.shown_key})",
                command.about,
                lambda name=command.name, node=node: node.call_later(
                    node.run_action, f"run_command('{name}')"
                ),
            )
        yield SystemCommand(
            "A first meeting, guided", "Five minutes that explain the table.", self._first_from_menu
        )
        yield SystemCommand("Theme", "Other colours for the screen.", self.action_change_theme)
        yield SystemCommand("Leave Sidelines (ctrl+q)", "Ends the program.", self.action_quit)

    def _first_from_menu(self) -> None:
        def begin() -> None:
            self.go_to_title()
            self.begin_first()

        self.leave_surely(begin)


def run(
    session: Session | None = None,
    extra_scenarios: Iterable[Path] = (),
    choose: Path | None = None,
    first: bool = False,
) -> int:
    """Runs the game on the terminal: at the title, or in the session given. The exit code.

    `choose` is a scenario file whose delegations are to be chosen from first; with `first` the
    guided first meeting begins.

    `extra_scenarios` are folders with scenarios to list besides the shipped and the user's own.
    """
    # Starting allocates much and frees nothing: collecting meanwhile would only cost time.
    gc.disable()
    if sys.platform != "win32":
        # Without its terminal the game would read nothing for ever: it ends, with every move saved,
        # also where whoever started it has hang-ups ignored.
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    app = SidelinesApp(session, extra_scenarios, choose, first)
    app.run()
    if app.farewell:
        print(app.farewell)
    return app.return_code or 0
