"""The opening statement: which item to put first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.summit.moves import Open
from game.tui.commands import OPENING, bindings
from game.tui.screens.stage import Stage
from game.tui.text import cell
from game.tui.widgets.board import PRESS_MARK
from game.tui.widgets.folio import Folio
from game.tui.widgets.papers import dossier_paragraphs
from game.tui.widgets.talk import paragraphs

MARGIN = 2
"""Cells before the lines of an item's file."""


class OpeningScreen(Stage):
    """You have the floor, for a minute and one item."""

    commands = OPENING
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings([c for c in OPENING if c.name != "choose"]),
        *(Binding(str(n), f"show_item({n})", f"item {n}", show=False) for n in range(1, 10)),
    ]

    def compose(self) -> ComposeResult:
        """What was said so far, the items, and what lies behind the one under the cursor."""
        yield Static(self.page_title("opening statements"), classes="page-title")
        yield Folio(4, id="said", classes="page")
        yield Static(
            Content.styled(
                "Which item do you put first? They will take it for what matters most to you.",
                "bold",
            ),
            classes="page question",
        )
        with Container(id="opening"):
            yield OptionList(id="items", markup=False)
            yield VerticalScroll(Folio(MARGIN), id="about", can_focus=False)
        yield from self.finish()

    def on_mount(self) -> None:
        """Sets the items."""
        self.renew()
        self.query_one(OptionList).focus()

    def renew(self) -> None:
        """Shows what was said, and the items."""
        meeting = self.meeting
        other = meeting.session.other
        said = [line for line in meeting.lines if line.speaker == other]
        heard = self.query_one("#said", Folio)
        heard.display = bool(said)
        heard.show(paragraphs(said, meeting.names, meeting.session.role))
        view = meeting.view
        items = self.query_one(OptionList)
        items.clear_options()
        titles = {item: Content(meeting.names.short(item)) for item in view.items}
        widest = max(title.cell_length for title in titles.values())
        for number, (item, title) in enumerate(titles.items(), start=1):
            mark = "" if view.grades[number - 1] is None else PRESS_MARK
            items.add_option(
                Option(
                    Content.assemble(f" {number} ", cell(title, widest + 2), (mark, "$warning")),
                    id=item,
                )
            )
        items.highlighted = 0
        self.tell(self.hint(), quiet=True)

    def hint(self) -> str:
        """How to choose; the guide of a first meeting tells it itself."""
        return "" if self.meeting.guided else "A figure or ↑↓: which item. enter opens with it."

    def action_show_item(self, figure: int) -> None:
        """An item's figure puts the cursor on it."""
        items = self.query_one(OptionList)
        if figure <= items.option_count:
            items.highlighted = figure - 1

    def on_option_list_option_highlighted(self) -> None:
        """What our file holds on the item."""
        self._show_file()

    def on_resize(self) -> None:
        """The file is set anew for the room that there is."""
        self.call_after_refresh(self._show_file)

    def _show_file(self) -> None:
        option = self.query_one(OptionList).highlighted_option
        if option is not None and option.id is not None:
            folio = self.query_one("#about Folio", Folio)
            room = folio.size.width - MARGIN
            folio.show(dossier_paragraphs(self.meeting.view, self.scenario, option.id, room))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens."""
        if event.option_id is not None:
            self.make(Open(item=event.option_id))

    def do_choose(self) -> None:
        """Opens with the item under the cursor."""
        option = self.query_one(OptionList).highlighted_option
        if option is not None and option.id is not None:
            self.make(Open(item=option.id))
