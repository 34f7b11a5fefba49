"""The small questions: choose one of a few, confirm, say something in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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

ROOM = 65
"""Cells for the words of an answer: a dialog's width without its edges, the key and a scrollbar."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what it means to the caller, its words, a note in a second tone.

    `key` is the key that gives it at once; where there is none, its number in the list.
    """

    value: object
    label: str
    note: str = ""
    key: str = ""


class Choose(Dialog[object]):
    """One of several answers, by arrows, by its key, by the mouse. None where none was given.

    An answer must therefore not be None itself. `start` is the answer under the cursor at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "back", show=False)
    ]

    def __init__(
        self, title: str, text: str, choices: Sequence[Choice], start: object = None
    ) -> None:
        super().__init__()
        self._title, self._text = title, text
        self._choices = tuple(
            choice if choice.key or number > 9 else replace(choice, key=str(number))
            for number, choice in enumerate(choices, start=1)
        )
        self._start = start

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled(self._title, "bold $seal"), classes="dialog-title")
            if self._text:
                yield Static(Content(self._text), classes="dialog-text")
            yield OptionList(
                *(Option(_answer(choice)) for choice in self._choices),
                markup=False,
            )
            yield Static(
                Content.styled("↑↓ and enter, or its key: choose   esc: back", "$muted"),
                classes="dialog-keys",
            )
        yield SizeGuard()

    def on_mount(self) -> None:
        """The list has the focus."""
        answers = self.query_one(OptionList)
        answers.focus()
        values = [choice.value for choice in self._choices]
        if self._start in values:
            answers.highlighted = values.index(self._start)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answers."""
        self.dismiss(self._choices[event.option_index].value)

    def on_key(self, event: Key) -> None:
        """An answer's own key gives it at once."""
        for choice in self._choices:
            if event.character and event.character == choice.key:
                event.stop()
                self.dismiss(choice.value)
                return


def _answer(choice: Choice) -> Content:
    """An answer beside its key; further lines hang below its words."""
    words = Content(choice.label).wrap(ROOM)
    words += Content.styled(choice.note, "dim").wrap(ROOM) if choice.note else []
    return Content.styled(f"{choice.key or ' '} ", "bold") + Content("\n  ").join(words)


class Confirm(Choose):
    """Yes or no, no first: a slip of the key does no harm. True for yes.

    `ready` puts the cursor on the yes, where the student has just put together what it asks about.
    """

    def __init__(self, title: str, text: str, yes: str, *, ready: bool = False) -> None:
        super().__init__(title, text, (Choice(False, "Not now"), Choice(True, yes)), start=ready)


class Leaving(Confirm):
    """Asks before a game is given up that is kept nowhere."""

    def __init__(self) -> None:
        super().__init__(
            "Leave this meeting?",
            "It is not saved: it cannot be gone on with, only begun anew.",
            "Leave it",
        )


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
    """The talk so far, away from the table; the key that opened it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("t", "dismiss(None)", "close", show=False)]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            "What was said",
            paragraphs(meeting.lines, meeting.names, meeting.session.role),
            margin=4,
            at_end=True,
        )
