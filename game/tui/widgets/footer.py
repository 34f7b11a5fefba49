"""The footer: the commands of the screen, those dimmed that are not open now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.events import Click, MouseEvent, MouseMove
from textual.geometry import Size
from textual.widget import Widget

from game.tui.commands import Command

if TYPE_CHECKING:
    from game.tui.screens.base import CommandsMixin


AT_THE_EDGE = ("help", "leave")
"""Commands of every screen: they stand at the right, in the same place on all of them."""
SHORT_KEYS = {"space": "␣"}
"""Keys that are drawn where that saves a row."""


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

    def _rows(self, width: int) -> list[list[_Entry]]:
        """As few rows as hold the commands, and about as long as each other."""
        shown = [c for c in self._shown if not (c.when_open and self.closed(c))]
        named, drawn = ([_Entry.of(c, keys) for c in shown] for keys in ({}, SHORT_KEYS))
        entries = drawn if len(_filled(drawn, width)) < len(_filled(named, width)) else named
        rows = _filled(entries, width)
        even = sum(entry.length for entry in entries) // len(rows)
        fewest = (_filled(entries, room) for room in range(even, width))
        return next((found for found in fewest if len(found) == len(rows)), rows)

    def render(self) -> Content:
        """The rows, with the place of each command kept for clicks."""
        self._places = []
        lines = []
        for number, row in enumerate(self._rows(self.size.width)):
            column = 0
            parts = []
            closed = [False, *(self.closed(entry.command) for entry in row), False]
            for place, entry in enumerate(row):
                if entry.command.name in AT_THE_EDGE:
                    blank = self.size.width - column - sum(e.length for e in row[place:])
                    parts.append(Content(" " * max(0, blank)))
                    column += max(0, blank)
                part = entry.content(*closed[place : place + 3])
                self._places.append((number, range(column, column + len(part)), entry.command))
                column += len(part)
                parts.append(part)
            lines.append(Content("").join(parts))
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


@dataclass(frozen=True, slots=True)
class _Entry:
    """A command as it stands in the footer."""

    command: Command
    key: str

    @classmethod
    def of(cls, command: Command, keys: Mapping[str, str]) -> _Entry:
        """A command with its key, as these have it or by its name."""
        return cls(command, keys.get(command.shown_key, command.shown_key))

    @property
    def length(self) -> int:
        """Cells with the blanks around it."""
        return len(self.key) + len(self.command.label) + 3

    def content(self, before: bool, closed: bool, after: bool) -> Content:
        """Key and label; of what is not open in brackets, which show without colour too.

        `before` and `after` tell whether its neighbours are closed: they share a pair of brackets.
        """
        label = self.command.label
        if closed:
            opening, closing = (" " if before else "("), (" " if after else ")")
            return Content.styled(f"{opening}{self.key} {label}{closing}", "$muted dim")
        return Content.assemble(" ", (self.key, "bold $seal"), " ", (label, "$foreground"), " ")


def _filled(entries: Sequence[_Entry], width: int) -> list[list[_Entry]]:
    """The entries in rows, each as full as the width allows."""
    rows: list[list[_Entry]] = [[]]
    used = 0
    for entry in entries:
        if rows[-1] and used + entry.length > width:
            rows.append([])
            used = 0
        used += entry.length
        rows[-1].append(entry)
    return rows
