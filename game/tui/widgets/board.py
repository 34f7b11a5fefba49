"""The agenda board: for each item where we stand, where they stand, its state, what it is worth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from game.summit.events import SETTLED
from game.tui.text import cell, shortened
from game.tui.widgets.rows import ALIKE, STATE_WORDS, Row, Sum

FIXED = 1 + 3 + 2 + 1
"""Cursor, number, marks of press and vow, and a cell that keeps the last word off the edge."""
WIDEST_GAP = 8
"""Cells left between two columns where there is room, so that a row is still read as one."""

THEIRS = "they say"
POINTS = "pts"
ARROWS = 2
"""Cells of the arrows around an entry that is being composed."""
PRESS_MARK = "✱"
OFFER_MARK = "•"
TIED_MARK = "‡"


class Columns(NamedTuple):
    """Widths in cells. Points stand before each wording, with a blank that is not counted; a
    wording's last cell stays blank. The gap stands before both points and the state."""

    title: int
    points: int
    ours: int
    theirs: int
    state: int
    gap: int


class Board(ScrollView, can_focus=True):
    """The rows, one of them under the cursor."""

    DEFAULT_CSS = "Board { overflow-x: hidden; }"
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
        self._sums: tuple[Sum, ...] = ()

    def show(self, rows: tuple[Row, ...], sums: tuple[Sum, ...] = ()) -> None:
        """Shows these rows, and sums below them; the cursor stays on its item."""
        if (rows, sums) == (self._rows, self._sums):
            return
        before, columns, height = self._rows, self._columns(), self._height
        self._rows, self._sums = rows, sums
        self.cursor = min(self.cursor, len(rows) - 1)
        if self._height != height:
            self.virtual_size = Size(self.size.width, self._height)
            self.refresh(layout=True)
        elif columns != self._columns():  # a longer wording has come to light
            self.refresh()
        else:
            for number, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new:
                    self._refresh_row(number)
            for number in range(len(rows), self._height - 1):
                self._refresh_row(number)

    @property
    def _height(self) -> int:
        """A head line, a row per item, a line per sum."""
        return 1 + len(self._rows) + len(self._sums)

    @property
    def item(self) -> str:
        """The item under the cursor."""
        return self._rows[self.cursor].item

    def in_full(self) -> str:
        """The wordings of the row under the cursor for which its columns have not the room."""
        if not self._rows or not self.size.width:
            return ""
        row, columns = self._rows[self.cursor], self._columns()
        cut = {
            who: text
            for who, text, shown in (
                ("We say", row.ours, _chosen(row, columns.ours - 1)),
                ("They say", row.theirs, _theirs(row, columns.theirs - 1)),
            )
            if text not in shown.plain
        }
        if len(cut) == 2 and row.ours == row.theirs:
            return f"Both say “{row.ours}”."
        return " ".join(f"{who} “{text}”." for who, text in cut.items())

    def go_to(self, item: str) -> None:
        """Puts the cursor on an item."""
        self.cursor = next(n for n, row in enumerate(self._rows) if row.item == item)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        return self._height

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

    def _columns(self) -> Columns:
        """Each wording gets what the longest can need, so that no move shifts a column; where both
        need more than there is, half each."""
        rows = self._rows
        room = max(56, self.size.width) - FIXED
        title = min(_widest(Content(row.title) for row in rows) + 1, room * 2 // 5)
        points = max([len(POINTS), *(row.points_room for row in rows)])
        state = max(map(len, (*STATE_WORDS.values(), ALIKE)))
        room -= title + 2 * (points + 1) + state
        longest = max((row.room for row in rows), default=0) + 1
        ours = max(len(self._ours) + 1, longest + ARROWS)
        theirs = max(len(THEIRS) + 1, longest + len(OFFER_MARK))
        if ours + theirs > room:
            ours = room // 2
            theirs = room - ours
        gap = min(WIDEST_GAP, (room - ours - theirs) // 3)
        return Columns(title, points, ours, theirs, state, gap)

    def render_line(self, y: int) -> Strip:
        """The head, which stays in sight, or a row."""
        number = y + self.scroll_offset.y - 1 if y else -1
        if number >= self._height - 1:
            return Strip.blank(self.size.width, self.rich_style)
        content = self._head() if number < 0 else self._line(number)
        style = self.visual_style
        if number == self.cursor and number >= 0:
            style += self.get_visual_style(
                "board--cursor" if self.has_focus else "board--cursor-blurred"
            )
        return Visual.to_strips(self, content, self.size.width, 1, style, pad=True)[0]

    COMPONENT_CLASSES: ClassVar[set[str]] = {"board--cursor", "board--cursor-blurred"}

    def _head(self) -> Content:
        columns = self._columns()
        return Content.assemble(
            " " * 4,
            cell("Agenda", columns.title + 2 + columns.gap, "$muted"),
            _points(POINTS, columns),
            cell(self._ours, columns.ours, "$ours"),
            " " * columns.gap,
            _points(POINTS, columns),
            cell(THEIRS, columns.theirs, "$theirs"),
            " " * columns.gap,
            cell("state", columns.state, "$muted"),
        )

    def _line(self, number: int) -> Content:
        if number >= len(self._rows):
            return self._sum(self._sums[number - len(self._rows)])
        row = self._rows[number]
        columns = self._columns()
        settled = row.state in SETTLED
        weight = "bold" if settled else ""
        return Content.assemble(
            "▸" if number == self.cursor else " ",
            cell(f"{number + 1:>2} ", 3, "$muted"),
            cell(row.title, columns.title, weight),
            cell("" if settled else _marks(row), 2 + columns.gap, "$warning"),
            _points(row.our_points, columns),
            cell(_chosen(row, columns.ours - 1), columns.ours, f"{weight} $ours"),
            " " * columns.gap,
            _points(row.their_points, columns),
            cell(_theirs(row, columns.theirs - 1), columns.theirs, f"{weight} $theirs"),
            " " * columns.gap,
            cell(row.state_word, columns.state, "$success" if settled else "$muted"),
        )

    def _sum(self, line: Sum) -> Content:
        columns = self._columns()
        return Content.assemble(
            " " * 4,
            cell(line.title, columns.title + 2 + columns.gap, "$muted"),
            _points(line.our_points, columns),
            " " * (columns.ours + columns.gap),
            _points(line.their_points, columns),
        )


def _marks(row: Row) -> str:
    """That the press expects something of an item, and that our hands are tied on it."""
    return f"{PRESS_MARK if row.expected else ' '}{TIED_MARK if row.tied else ''}".rstrip()


def _chosen(row: Row, width: int) -> Content:
    """Our entry in so many cells; one that is being composed stands between arrows."""
    if not row.changed:
        return shortened(row.ours, width)
    return Content.assemble(("◂", "bold"), shortened(row.ours, width - ARROWS), ("▸", "bold"))


def _theirs(row: Row, width: int) -> Content:
    """Their entry; one that is part of what lies on the table has its mark."""
    return shortened(f"{OFFER_MARK if row.offered else ''}{row.theirs}", width)


def _points(text: str, columns: Columns) -> Content:
    """Points stand before their wording, so that they are beside it however short it is."""
    return Content.styled(f"{text:>{columns.points}} ", "$muted")


def _widest(contents: Iterable[Content]) -> int:
    return max((content.cell_length for content in contents), default=0)
