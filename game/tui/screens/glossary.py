"""The glossary: the field's own terms, to look up and to read through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from game.tui.screens.base import Dialog, SizeGuard
from game.tui.widgets.folio import Folio, Paragraph
from game.wording.glossary import GLOSSARY


class GlossaryScreen(Dialog[None]):
    """Typing narrows the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "close", show=False),
        Binding("up", "scroll(-1)", "up", show=False),
        Binding("down", "scroll(1)", "down", show=False),
        Binding("pageup", "scroll(-10)", "up", show=False),
        Binding("pagedown", "scroll(10)", "down", show=False),
    ]

    def compose(self) -> ComposeResult:
        """A field and the terms."""
        with Vertical(classes="dialog -reading"):
            yield Static(Content.styled("Glossary", "bold $seal"), classes="dialog-title")
            yield Input(placeholder="type to find a term", id="term")
            with VerticalScroll(classes="dialog-body", can_focus=False):
                yield Folio(0)
            yield Static(Content.styled("↑↓ scroll   esc: close", "$muted"), classes="dialog-keys")
        yield SizeGuard()

    def on_mount(self) -> None:
        """Shows every term."""
        self._show("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows the terms that fit, those first that carry the words in their name."""
        self._show(event.value)

    def action_scroll(self, by: int) -> None:
        """Scrolls the terms while the field has the focus."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def _show(self, words: str) -> None:
        self.query_one(Folio).show(list(_paragraphs(words.strip().casefold())))


def _order(entry: tuple[bool, str, str]) -> tuple[bool, str]:
    return entry[0], entry[1].casefold()


def _paragraphs(words: str) -> Iterator[Paragraph]:
    fitting = [
        (words not in term.casefold(), term, text)
        for term, text in GLOSSARY.items()
        if words in term.casefold() or words in text.casefold()
    ]
    if not fitting:
        yield Paragraph(Content.styled("No term has these words.", "$muted"))
    for number, (_, term, text) in enumerate(sorted(fitting, key=_order)):
        yield Paragraph(
            Content.assemble((f"{term}  ", "bold $seal"), " ".join(text.split())), space=number > 0
        )
