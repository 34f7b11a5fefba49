"""The footer: the commands of the screen, those dimmed that are not open now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.events import Click, MouseEvent, MouseMove
from textual.geometry import Size
from textual.widget import Widget

from game.tui.commands import Command

if TYPE_CHECKING:
    from game.tui.screens.base import CommandsMixin


class CommandFooter(Widget):
    """Keys and labels in as many rows as they need; a click does what the key does."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__(id="footer")
        self._shown = tuple(command for command in commands if command.footer)
        self._places: list[tuple[int, range, Command]] = []

    def closed(self, command: Command) -> bool:
        """Whether the screen does not have the command open now."""
        return cast("CommandsMixin", self.screen).closed(command) is not None

    def on_mouse_move(self, event: MouseMove) -> None:
        """Shows what the command under the mouse is for."""
        command = self._command_at(event)
        self.tooltip = command.about if command is not None else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows that the commands take at this width."""
        return len(self._rows(width))

    def _rows(self, width: int) -> list[list[Command]]:
        """As few rows as hold the commands, and about as long as each other."""
        shown = [c for c in self._shown if not (c.when_open and self.closed(c))]
        rows = _filled(shown, width)
        even = sum(map(_length, shown)) // len(rows)
        fewest = (_filled(shown, room) for room in range(even, width))
        return next((found for found in fewest if len(found) == len(rows)), rows)

    def render(self) -> Content:
        """The rows, with the place of each command kept for clicks."""
        self._places = []
        lines = []
        for number, row in enumerate(self._rows(self.size.width)):
            column = 0
            entries = []
            closed = [False, *(self.closed(command) for command in row), False]
            for place, command in enumerate(row, start=1):
                entry = _entry(command, *closed[place - 1 : place + 2])
                self._places.append((number, range(column, column + len(entry)), command))
                column += len(entry)
                entries.append(entry)
            lines.append(Content("").join(entries))
        return Content("\n").join(lines)

    def _command_at(self, event: MouseEvent) -> Command | None:
        place = event.get_content_offset(self)
        for row, columns, command in self._places:
            if place is not None and row == place.y and place.x in columns:
                return command
        return None

    async def on_click(self, event: Click) -> None:
        """Runs the command under the mouse."""
        command = self._command_at(event)
        if command is not None:
            await self.screen.run_action(f"point_command('{command.name}')")


def _length(command: Command) -> int:
    """Cells of a command with the blanks around it."""
    return len(command.shown_key) + len(command.label) + 3


def _filled(commands: Sequence[Command], width: int) -> list[list[Command]]:
    """The commands in rows, each as full as the width allows."""
    rows: list[list[Command]] = [[]]
    used = 0
    for command in commands:
        if rows[-1] and used + _length(command) > width:
            rows.append([])
            used = 0
        used += _length(command)
        rows[-1].append(command)
    return rows


def _entry(command: Command, before: bool, closed: bool, after: bool) -> Content:
    """A command; those that are not open stand in brackets, which show without colour too.

    `before` and `after` tell whether its neighbours are closed: they share one pair of brackets.
    """
    if closed:
        opening, closing = (" " if before else "("), (" " if after else ")")
        text = f"{opening}{command.shown_key} {command.label}{closing}"
        return Content.styled(text, "$muted dim")
    return Content.assemble(
        " ", (command.shown_key, "bold $seal"), " ", (command.label, "$foreground"), " "
    )
