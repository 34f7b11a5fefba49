"""The agenda board: for each item where we stand, where they stand, its state, what it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from game.scenario.words import SILENCE
from game.summit.events import ItemState
from game.summit.view import PartyView
from game.tui.text import cell
from game.wording.names import Names
from game.wording.status import own_points

STATE_WORDS: dict[ItemState, str] = {
    ItemState.UNTOUCHED: "untouched",
    ItemState.OPEN: "open",
    ItemState.NARROWED: "narrowed",
    ItemState.AGREED: "✓ ad ref.",
    ItemState.SILENT: "✓ left out",
    ItemState.HANDED: "✓ handed",
}
STATE_WIDTH = 10
POINTS_WIDTH = 4
FIXED = 1 + 2 + 1 + 2 + STATE_WIDTH
"""Cursor, number, gap, press mark, state."""

PRESS_MARK = "✱"
OFFER_MARK = "•"


@dataclass(frozen=True, slots=True)
class Row:
    """One item on the board."""

    item: str
    title: str
    expected: bool
    ours: str
    our_points: str
    theirs: str
    their_points: str
    state: ItemState
    changed: bool = False
    """Our entry is one that is being composed, not one that was said."""
    offered: bool = False
    """Their entry is part of what lies on the table."""


def rows_of(view: PartyView, names: Names) -> tuple[Row, ...]:
    """The rows of the board as the meeting stands."""
    return tuple(_row(view, names, item) for item in view.items)


def _row(view: PartyView, names: Names, item: str) -> Row:
    seen = view.items[item]
    ours, theirs = seen.mine, seen.theirs
    if seen.state is ItemState.AGREED:
        ours = theirs = seen.agreed
    elif seen.state is ItemState.SILENT:
        ours = theirs = SILENCE
    return Row(
        item=item,
        title=names.short(item),
        expected=view.grades[view.space.item_index[item]] is not None,
        ours=_label(names, item, ours),
        our_points=points_of(view, item, ours),
        theirs=_label(names, item, theirs),
        their_points=points_of(view, item, theirs),
        state=seen.state,
        offered=item in _offered(view),
    )


def _offered(view: PartyView) -> set[str]:
    """The items of the one package that they have on the table."""
    offer = view.offer
    if offer is None or offer.party == view.party or len(offer.packages) != 1:
        return set()
    return {item for item, _ in offer.packages[0]}


def _label(names: Names, item: str, option: str | None) -> str:
    return "–" if option is None else names.option(item, option)


def points_of(view: PartyView, item: str, option: str | None) -> str:
    """Own points of an option, as the board shows them; empty where there is no option."""
    if option is None:
        return ""
    return str(own_points(view, item, option)).replace("-", "−")


class Board(ScrollView, can_focus=True):
    """The rows, one of them under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor(-1)", "item above", show=False),
        Binding("down", "cursor(1)", "item below", show=False),
        Binding("home", "cursor(-99)", "first item", show=False),
        Binding("end", "cursor(99)", "last item", show=False),
    ]

    cursor: var[int] = var(0)

    class Moved(Message):
        """The cursor stands on another item."""

        def __init__(self, item: str) -> None:
            super().__init__()
            self.item = item

    def __init__(self, ours: str = "we say", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ours = ours
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Shows these rows; the cursor stays on its item."""
        if rows == self._rows:
            return
        before, widths = self._rows, self._widths()
        self._rows = rows
        self.cursor = min(self.cursor, len(rows) - 1)
        if len(rows) != len(before):
            self.virtual_size = Size(self.size.width, len(rows) + 1)
            self.refresh(layout=True)
        elif widths != self._widths():
            self.refresh()
        else:
            for number, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new:
                    self._refresh_row(number)

    @property
    def item(self) -> str:
        """The item under the cursor."""
        return self._rows[self.cursor].item

    def go_to(self, item: str) -> None:
        """Puts the cursor on an item."""
        self.cursor = next(n for n, row in enumerate(self._rows) if row.item == item)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A head line and a row per item."""
        return len(self._rows) + 1

    def action_cursor(self, by: int) -> None:
        """Moves the cursor; it stays on the board."""
        self.cursor = max(0, min(len(self._rows) - 1, self.cursor + by))

    def watch_cursor(self, before: int, now: int) -> None:
        """Redraws the two rows that changed."""
        self._refresh_row(before)
        self._refresh_row(now)
        self.scroll_to_region(Region(0, now, self.size.width, 2), animate=False)
        if self._rows:
            self.post_message(self.Moved(self.item))

    def _refresh_row(self, number: int) -> None:
        self.refresh(Region(0, number + 1 - self.scroll_offset.y, self.size.width, 1))

    def on_click(self, event: Click) -> None:
        """Puts the cursor on the row under the mouse."""
        place = event.get_content_offset(self)
        row = place.y + self.scroll_offset.y - 1 if place is not None and place.y else -1
        if 0 <= row < len(self._rows):
            self.cursor = row

    def on_focus(self) -> None:
        """The cursor shows where the focus is."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor shows where the focus is."""
        self.refresh()

    # --- drawing --------------------------------------------------------------------------------

    def _widths(self) -> tuple[int, int]:
        """Width of the title and of each of the two wordings, points included."""
        room = max(30, self.size.width - FIXED)
        longest = max((Content(row.title).cell_length for row in self._rows), default=0)
        title = min(longest + 1, room * 2 // 5)
        return title, (room - title - 2) // 2

    def render_line(self, y: int) -> Strip:
        """The head, which stays in sight, or a row."""
        number = y + self.scroll_offset.y - 1 if y else -1
        if number >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        content = self._head() if number < 0 else self._row(number)
        style = self.visual_style
        if number == self.cursor and number >= 0:
            style += self.get_visual_style(
                "board--cursor" if self.has_focus else "board--cursor-blurred"
            )
        return Visual.to_strips(self, content, self.size.width, 1, style, pad=True)[0]

    COMPONENT_CLASSES: ClassVar[set[str]] = {"board--cursor", "board--cursor-blurred"}

    def _head(self) -> Content:
        title, wording = self._widths()
        return Content.assemble(
            " " * 4,
            cell("Agenda", title + 2, "$muted"),
            cell(self._ours, wording - POINTS_WIDTH, "$ours"),
            cell("pts", POINTS_WIDTH, "$muted"),
            " ",
            cell("they say", wording - POINTS_WIDTH, "$theirs"),
            cell("pts", POINTS_WIDTH, "$muted"),
            " ",
            cell("state", STATE_WIDTH, "$muted"),
        )

    def _row(self, number: int) -> Content:
        row = self._rows[number]
        title, wording = self._widths()
        settled = row.state in (ItemState.AGREED, ItemState.SILENT, ItemState.HANDED)
        weight = "bold" if settled else ""
        return Content.assemble(
            "▸" if number == self.cursor else " ",
            cell(f"{number + 1:>2} ", 3, "$muted"),
            cell(row.title, title, weight),
            cell(f"{PRESS_MARK} " if row.expected and not settled else "", 2, "$warning"),
            cell(_chosen(row), wording - POINTS_WIDTH, f"{weight} $ours"),
            _points(row.our_points),
            " ",
            cell(
                f"{OFFER_MARK if row.offered else ''}{row.theirs}",
                wording - POINTS_WIDTH,
                f"{weight} $theirs",
            ),
            _points(row.their_points),
            " ",
            cell(STATE_WORDS[row.state], STATE_WIDTH, "$success" if settled else "$muted"),
        )


def _chosen(row: Row) -> Content:
    """Our entry; one that is being composed stands between arrows."""
    if not row.changed:
        return Content(row.ours)
    return Content.assemble(("◂", "bold"), row.ours, ("▸", "bold"))


def _points(text: str) -> Content:
    return Content.styled(text.rjust(POINTS_WIDTH - 1) + " ", "$muted")
