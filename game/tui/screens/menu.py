"""All commands of a screen in one list: key, name, minutes, and why not, where it is not open."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.tui.commands import GROUP_TITLES, Command
from game.tui.screens.base import Dialog, SizeGuard
from game.tui.screens.stage import Stage
from game.tui.text import cell


class MenuScreen(Dialog[str]):
    """Answers with the name of the command chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,space", "dismiss(None)", "close", show=False)
    ]

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._shown = [c for c in stage.commands if c.group in ("moves", "places")]

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(classes="dialog -menu"):
            with Horizontal():
                yield OptionList(*self._options(), markup=False)
                yield Static(id="about-move", markup=False)
            yield Static(
                Content.styled("enter or its key: make it   esc: back", "$muted"),
                classes="dialog-keys",
            )
        yield SizeGuard()

    def _options(self) -> list[Option]:
        found: list[Option] = []
        group = None
        for command in self._shown:
            if command.group != group:
                group = command.group
                found.append(
                    Option(Content.styled(GROUP_TITLES[group], "bold $seal"), disabled=True)
                )
            found.append(Option(self._entry(command), id=command.name))
        return found

    def _entry(self, command: Command) -> Content:
        meeting = self._stage.meeting
        closed = self._stage.closed(command) is not None
        minutes = meeting.session.summit.cost(meeting.session.role, command.verb or "")
        weight = "dim" if closed else "bold"
        return Content.assemble(
            " ",
            cell(command.shown_key, 3, weight),
            cell(command.label, 18, weight),
            cell(f"{minutes}′" if minutes else "", 5, "dim"),
            ("not now" if closed else "", "dim"),
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """What the move under the cursor is for, or why it is not open."""
        command = next(c for c in self._shown if c.name == event.option_id)
        reason = self._stage.closed(command)
        why_not = f"\n\nNot now: {reason}" if reason else ""
        self.query_one("#about-move", Static).update(Content(f"{command.about}{why_not}"))

    def on_mount(self) -> None:
        """The first move that is open is under the cursor."""
        moves = self.query_one(OptionList)
        moves.focus()
        moves.highlighted = next(
            (n for n, option in enumerate(moves.options) if not option.disabled), None
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Chooses."""
        self.dismiss(event.option_id)

    def on_key(self, event: Key) -> None:
        """A command's own key works here too."""
        for command in self._shown:
            if event.key in command.key.split(",") or event.character == command.key:
                event.stop()
                self.dismiss(command.name)
                return
