"""The small questions: choose one of a few, confirm, say something in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.tui.meeting import Meeting
from game.tui.screens.base import Dialog, SizeGuard
from game.tui.widgets.folio import Folio, Paragraph
from game.tui.widgets.talk import paragraphs


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what it means to the caller, its words, a note in a second tone."""

    value: object
    label: str
    note: str = ""


class Choose(Dialog[object]):
    """One of several answers, by arrows, by its figure, by the mouse. None where none was given.

    An answer must therefore not be None itself.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "back", show=False)
    ]

    def __init__(self, title: str, text: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title, self._text = title, text
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled(self._title, "bold $seal"), classes="dialog-title")
            if self._text:
                yield Static(Content(self._text), classes="dialog-text")
            yield OptionList(
                *(Option(_numbered(n, c)) for n, c in enumerate(self._choices, start=1)),
                markup=False,
            )
            yield Static(
                Content.styled("enter or its figure: choose   esc: back", "$muted"),
                classes="dialog-keys",
            )
        yield SizeGuard()

    def on_mount(self) -> None:
        """The list has the focus."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answers."""
        self.dismiss(self._choices[event.option_index].value)

    def on_key(self, event: Key) -> None:
        """A figure answers at once."""
        if event.character and event.character.isdecimal():
            number = int(event.character)
            if 1 <= number <= len(self._choices):
                event.stop()
                self.dismiss(self._choices[number - 1].value)


def _numbered(number: int, choice: Choice) -> Content:
    head = Content.assemble((f"{number} " if number < 10 else "  ", "bold"), choice.label)
    return head + Content.assemble("\n  ", (choice.note, "dim")) if choice.note else head


class Confirm(Choose):
    """Yes or no, no first: a slip of the key does no harm. True for yes."""

    def __init__(self, title: str, text: str, yes: str, no: str = "Not now") -> None:
        super().__init__(title, text, (Choice(False, no), Choice(True, yes)))


class Reading(Dialog[None]):
    """A text to read, which can be scrolled, selected and copied."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,space", "dismiss(None)", "close", show=False)
    ]

    def __init__(
        self, title: str, text: Iterable[Paragraph], *, margin: int = 0, at_end: bool = False
    ) -> None:
        super().__init__()
        self._title, self._text = title, text
        self._margin, self._at_end = margin, at_end

    def compose(self) -> ComposeResult:
        """The text between its title and the one key needed."""
        with Vertical(classes="dialog -reading"):
            yield Static(Content.styled(self._title, "bold $seal"), classes="dialog-title")
            with VerticalScroll(classes="dialog-body"):
                yield Folio(self._margin)
            yield Static(Content.styled("↑↓ scroll   esc: close", "$muted"), classes="dialog-keys")
        yield SizeGuard()

    def on_mount(self) -> None:
        """Starts where the reader wants to be."""
        self.query_one(Folio).show(self._text)
        body = self.query_one(VerticalScroll)
        body.focus()
        if self._at_end:
            self.call_after_refresh(body.scroll_end, animate=False)


class Transcript(Reading):
    """The talk so far, away from the table."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            "What was said",
            paragraphs(meeting.lines, meeting.names, meeting.session.role),
            margin=4,
            at_end=True,
        )
