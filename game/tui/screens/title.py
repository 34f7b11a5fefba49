"""The title: the summits that can be played, and the games that can be gone on with.

Nothing here may import pydantic or yaml before the first paint: the lists follow it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from game.summit.settings import settings
from game.tui.commands import TITLE, Command, bindings
from game.tui.screens.base import GameScreen
from game.tui.text import cell, reflowed
from game.tui.widgets.footer import CommandFooter

if TYPE_CHECKING:
    from game.scenario.diagnostics import Diagnostic
    from game.scenario.library import ScenarioEntry
    from game.summit.saved_games import SavedGame
    from game.summit.start import Beginning

MASTHEAD = "S I D E L I N E S"
SUBTITLE = "Summits, and what could have been had at them"
FICTION = "Teaching fiction. Facts carry their sources; all the rest is invented."

FIRST = Content.styled("  A first meeting, guided", "bold")
ABOUT_FIRST = "Two mayors, two items, five minutes: learn it by doing it."


class TitleScreen(GameScreen):
    """Where the game begins."""

    commands = TITLE
    BINDINGS: ClassVar[list[BindingType]] = bindings([c for c in TITLE if c.name != "choose"])

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, ScenarioEntry] = {}
        self._saved: dict[str, SavedGame] = {}

    def compose(self) -> ComposeResult:
        """Masthead, list, what the entry under the cursor is about, foot."""
        with Vertical(id="title"):
            yield Static(Content.assemble((MASTHEAD, "bold $seal")), id="masthead")
            yield Static(Content.assemble((SUBTITLE, "$muted")), id="subtitle")
            yield OptionList(id="games", markup=False)
            yield Static(id="about-game", markup=False)
            yield Static(id="taught", markup=False)
            yield Static(Content.assemble((FICTION, "$muted")), id="fiction")
        yield from self.finish()

    def on_mount(self) -> None:
        """The list comes after the first picture."""
        self.call_after_refresh(self.fill)

    def fill(self, *, at_first: bool = False) -> None:
        """Reads the library and the saved games anew; the games come when they have been read.

        `at_first` puts the cursor on the first entry, which is the game that can be gone on with.
        """
        from game.scenario.library import entries

        found = entries(self.game.extra_scenarios)
        self._entries = {f"play:{number}": entry for number, entry in enumerate(found)}
        if at_first:
            self.query_one(OptionList).highlighted = None
        self._list()
        self._read_saved()

    @work(thread=True, exclusive=True, group="saved")
    def _read_saved(self) -> None:
        """Each saved game is gone through to its last move, which takes a moment: the one to go on
        with is shown as soon as it is known. What was left before its first move holds nothing.

        A reading that a newer one has replaced shows nothing: it may know what is gone by now."""
        from game.summit.saved_games import saved_games

        saved: dict[str, SavedGame] = {}
        known = False
        worker = get_current_worker()
        for game in saved_games():
            if worker.is_cancelled:
                return
            if game.moves or game.fault:
                saved[f"save:{game.path}"] = game
            if not known and _unfinished(saved):
                known = True
                self.app.call_from_thread(self._show_saved, dict(saved))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_saved, saved)

    def _show_saved(self, saved: dict[str, SavedGame]) -> None:
        if saved != self._saved:
            self._saved = saved
            self._list()

    def _list(self) -> None:
        """Shows the list anew. The cursor stays on its entry; before it was moved, on the first."""
        games = self.query_one(OptionList)
        option = games.highlighted_option
        moved = option is not None and games.highlighted != _first_open(games)
        games.clear_options()
        games.add_options(self._options())
        keys = [entry.id for entry in games.options]
        if moved and option is not None and option.id in keys:
            games.highlighted = keys.index(option.id)
        else:
            games.highlighted = _first_open(games)
        if self.is_current:
            games.focus()

    def _options(self) -> Iterable[Option]:
        resumed = _unfinished(self._saved)
        if resumed is not None:
            yield _heading("Continue")
            yield Option(_save(self._saved[resumed]), id=resumed)
            yield _heading("")
        met = settings().met
        if not met:
            yield _heading("New here?")
            yield Option(FIRST, id="first")
            yield _heading("")
        yield _heading("Summits")
        if not self._entries:
            yield _heading("There is no scenario here. Put a file into your scenarios folder.", 1)
        entries = self._entries
        widths = [
            max((Content(text).cell_length for text in column), default=0) + 2
            for column in (
                [entry.title for entry in entries.values()],
                [_parties(entry) for entry in entries.values()],
            )
        ]
        for key, entry in entries.items():
            text = _summit(entry, *widths)
            yield Option(text, id=key, disabled=entry.fault is not None)
        if met:
            yield Option(FIRST, id="first")
        rest = {key: saved for key, saved in self._saved.items() if key != resumed}
        if rest:
            yield _heading("")
            yield _heading("Saved games")
        for key, saved in sorted(rest.items(), key=lambda entry: entry[1].over):
            yield Option(_save(saved), id=key)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens what was chosen."""
        self._open(event.option_id)

    def do_choose(self) -> None:
        """Opens what is under the cursor."""
        option = self.query_one(OptionList).highlighted_option
        self._open(option.id if option else None)

    def _open(self, key: str | None) -> None:
        if key == "first":
            self.game.begin_first()
        elif key in self._entries:
            self._read(self._entries[key])
        elif key in self._saved:
            self._resume(self._saved[key].path)

    def open_file(self, path: Path) -> None:
        """Opens a scenario file that the command line named."""
        from game.scenario.library import read_head

        self._read(read_head(path))

    @work(thread=True, exclusive=True, group="read")
    def _read(self, entry: ScenarioEntry) -> None:
        """Reads a scenario away from the screen: a large one takes a moment."""
        from game.scenario.library import UnusableError
        from game.summit.start import FaultyScenarioError, beginning

        self.app.call_from_thread(self.tell, f"Reading {entry.title} …", quiet=True)
        begin: Beginning | None = None
        faults: Sequence[Diagnostic] = ()
        told = ""
        try:
            begin = beginning(entry.path)
        except FaultyScenarioError as faulty:
            faults = faulty.diagnostics
        except (OSError, UnicodeDecodeError, UnusableError) as error:
            why = getattr(error, "strerror", None) or error
            told = f"{entry.path.name} cannot be read: {why}."
        self.app.call_from_thread(self._after_read, entry, begin, faults, told)

    def _after_read(
        self,
        entry: ScenarioEntry,
        begin: Beginning | None,
        faults: Sequence[Diagnostic],
        told: str,
    ) -> None:
        from game.tui.screens.chair import ChairScreen
        from game.tui.screens.faults import FaultsScreen

        self.tell(told, quiet=not told)
        if faults:
            self.app.push_screen(FaultsScreen(entry.path.name, faults))
        elif begin is not None:
            self.app.push_screen(ChairScreen(begin))

    def _resume(self, path: Path) -> None:
        from game.summit.journal import JournalError
        from game.summit.session import Session

        try:
            session = Session.resume(path)
        except JournalError as error:
            self.tell(str(error))
            return
        self.game.begin(session)

    def _under_cursor(self) -> SavedGame | None:
        option = self.query_one(OptionList).highlighted_option
        return self._saved.get(option.id or "") if option else None

    def closed(self, command: Command) -> str | None:
        """Only what was saved can be deleted."""
        if command.name == "delete" and self._under_cursor() is None:
            return "Only a saved game can be deleted: move the cursor to one."
        return super().closed(command)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """What it is about, and what can be done, depends on what is under the cursor."""
        entry = self._entries.get(event.option_id or "")
        about = ABOUT_FIRST if event.option_id == "first" else entry.summary if entry else ""
        taught = f"It teaches: {entry.teaches}" if entry and entry.teaches else ""
        self.query_one("#about-game", Static).update(Content(reflowed(about)))
        self.query_one("#taught", Static).update(Content.styled(taught, "$seal"))
        self.query_one(CommandFooter).refresh()

    def do_delete(self) -> None:
        """Deletes the saved game under the cursor, after asking."""
        from game.tui.screens.dialogs import Confirm

        saved = self._under_cursor()
        if saved is None:
            return

        def delete(yes: object) -> None:
            if not yes:
                return
            try:
                saved.path.unlink(missing_ok=True)
            except OSError as error:
                self.tell(f"It cannot be deleted: {error.strerror or error}.")
            else:
                self.fill()

        self.app.push_screen(
            Confirm(
                "Delete this game?",
                f"{saved.title}: {_told(saved)}. It cannot be brought back.",
                "Delete it",
            ),
            delete,
        )

    def do_leave(self) -> None:
        """Ends the game."""
        self.game.leave()


def _heading(text: str, indent: int = 0) -> Option:
    style = "$muted" if indent else "bold $seal"
    return Option(Content.assemble((f"{' ' * indent}{text}", style)), disabled=True)


def _summit(entry: ScenarioEntry, title: int, parties: int) -> Content:
    """Title and parties, each in so many cells, and length; below them what is at fault, if so."""
    length = f"{entry.plays_in:3} min" if entry.plays_in else " " * len("100 min")
    kind = "  campaign" if entry.kind == "campaign" else ""
    head = Content.assemble(
        "  ",
        cell(entry.title, title, "bold"),
        cell(_parties(entry), parties, "dim"),
        (length + kind, "dim"),
    )
    return head + Content.styled(f"\n    {entry.fault}", "dim") if entry.fault else head


def _parties(entry: ScenarioEntry) -> str:
    return " · ".join(name for _, name in entry.parties)


def _save(saved: SavedGame) -> Content:
    return Content.assemble("  ", saved.title, (f"\n    {_told(saved)}", "dim"))


def _told(saved: SavedGame) -> str:
    """Chair, minute, phase and date of a saved game; of one that is over, ending and points."""
    from game.wording.catalogue import PHASES
    from game.wording.names import points

    if saved.fault:
        return saved.fault
    if saved.over:
        parts = [saved.ending, points(saved.points)]
    else:
        word = next((word for phase, word in PHASES.items() if phase == saved.phase), saved.phase)
        parts = [f"{saved.minute}′", word]
    return " · ".join([saved.role, *parts, f"{saved.changed:%d %b %H:%M}"])


def _unfinished(saved: Mapping[str, SavedGame]) -> str | None:
    """The key of the last game played that can be gone on with."""
    return next((k for k, game in saved.items() if not game.fault and not game.over), None)


def _first_open(games: OptionList) -> int | None:
    return next((n for n, entry in enumerate(games.options) if not entry.disabled), None)
