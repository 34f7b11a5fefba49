"""What every screen shares: its commands, its message line, the guard for small terminals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from game.tui.commands import Command
from game.tui.widgets.footer import CommandFooter

if TYPE_CHECKING:
    from game.tui.app import SidelinesApp

Result = TypeVar("Result")

NEEDED_WIDTH, NEEDED_HEIGHT = 80, 22
"""Below this a screen says what it needs instead; 24 rows less two that a multiplexer may take."""

TWO_COLUMNS, THREE_COLUMNS = 120, 160
"""From these widths two panes, or three, stand side by side."""

WIDTHS = [
    (0, "-small-width"),
    (NEEDED_WIDTH, "-normal"),
    (TWO_COLUMNS, "-wide"),
    (THREE_COLUMNS, "-widest"),
]
HEIGHTS = [(0, "-small-height"), (NEEDED_HEIGHT, "-low"), (30, "-high")]


def too_small(size: Size) -> bool:
    """Whether a terminal of this size shows what it needs instead of the game."""
    return size.width < NEEDED_WIDTH or size.height < NEEDED_HEIGHT


class SizeGuard(Static):
    """Covers a screen that has too little room, and says how much it needs."""

    def render(self) -> Content:
        size = self.screen.size
        lost = cast("SidelinesApp", self.app).loses_by_leaving()
        return Content(
            f"Sidelines needs a terminal of {NEEDED_WIDTH} by {NEEDED_HEIGHT}.\n"
            f"This one has {size.width} by {size.height}.\n\n"
            f"Make it larger and the game goes on where it was.\n"
            f"ctrl+q leaves{'' if lost else '; the game is saved'}."
        )


class CommandsMixin:
    """The commands of a screen, asked for by name: by a key, a click, the palette, the menu."""

    commands: ClassVar[tuple[Command, ...]] = ()

    def closed(self, command: Command) -> str | None:
        """Why the command is not open now, in a sentence; None when it is."""
        return None

    def action_run_command(self, name: str) -> None:
        """Runs a command, or answers with the reason why it is not open."""
        self.calm()
        command = next(c for c in self.commands if c.name == name)
        reason = self.closed(command)
        if reason is not None:
            self.tell(reason)
        else:
            getattr(self, f"do_{name}")()

    def action_point_command(self, name: str) -> None:
        """Runs a command that was pointed at with the mouse; some then ask more than by key."""
        command = next(c for c in self.commands if c.name == name)
        pointed = getattr(self, f"point_{name}", None)
        if pointed is not None and self.closed(command) is None:
            pointed()
        else:
            self.action_run_command(name)

    def tell(self, text: str, *, quiet: bool = False) -> None:
        """Says something in the line above the footer; `quiet` for a mere hint."""
        for line in cast("Screen[object]", self).query(MessageLine):
            line.tell(text, quiet=quiet)

    def hint(self) -> str:
        """What the message line says while there is nothing to tell."""
        return ""

    def calm(self) -> None:
        """What was told is told: with the next key the hint returns."""
        for line in cast("Screen[object]", self).query(MessageLine):
            if line.has_class("-loud"):
                line.tell(self.hint(), quiet=True)

    def copied(self) -> None:
        """Says that the selected text was copied."""
        self.game.notify("Copied.", timeout=2)

    def on_compose(self) -> None:
        """The classes for this width are there before the first layout, not after it."""
        screen = cast("Screen[object]", self)
        width, height = self.game.size
        for breakpoints, cells in ((WIDTHS, width), (HEIGHTS, height)):
            screen.add_class([name for least, name in breakpoints if cells >= least][-1])

    @property
    def game(self) -> SidelinesApp:
        """The app, by its own type."""
        return cast("SidelinesApp", cast("Screen[object]", self).app)

    def do_help(self) -> None:
        """Opens the help for this screen."""
        from game.tui.screens.help import HelpScreen

        self.game.push_screen(HelpScreen((*self.commands, *self.game.commands)))

    def do_glossary(self) -> None:
        """Opens the glossary."""
        from game.tui.screens.glossary import GlossaryScreen

        self.game.push_screen(GlossaryScreen())

    def do_theme(self) -> None:
        """Turns from paper by day to paper by lamplight and back."""
        self.game.turn_theme()

    def do_leave(self) -> None:
        """Leaves the screen; the title by default."""
        self.game.go_to_title()


class Lines(Static):
    """A text of a few lines that often changes.

    The whole screen is laid out anew only where it grows or shrinks, which is what costs most.
    """

    def say(self, content: Content) -> None:
        """Shows a text."""
        width = self.content_size.width
        rows = len(content.wrap(width)) if width else 0
        self.update(content, layout=rows != self.content_size.height)


class MessageLine(Lines):
    """The line above the footer: what a key answered, or a hint on what is under the cursor."""

    def __init__(self) -> None:
        super().__init__(markup=False, id="message")

    def tell(self, text: str, *, quiet: bool = False) -> None:
        """Shows a text; a refusal or news stands out from a hint by its mark as by its colour."""
        self.set_class(not quiet, "-loud")
        self.say(Content(text if quiet or not text else f"» {text}"))


class GameScreen(CommandsMixin, Screen[None]):
    """A stage of the game."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def action_copy_text(self) -> None:
        """Copies what is selected, and says so."""
        super().action_copy_text()
        self.copied()

    def finish(self) -> Iterable[Widget]:
        """What stands above and at the foot of every screen."""
        yield from self.game.above(self)
        yield MessageLine()
        yield CommandFooter(self.commands)
        yield SizeGuard()


class Dialog(CommandsMixin, ModalScreen[Result], Generic[Result]):
    """A question over the screen."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def action_copy_text(self) -> None:
        """Copies what is selected, and says so."""
        super().action_copy_text()
        self.copied()

    def do_leave(self) -> None:
        """Closes without an answer."""
        self.dismiss(None)
