"""The rows of the agenda board: what stands on each of them, before it is set in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from game.scenario.words import SILENCE
from game.summit.events import ItemState
from game.summit.moves import Terms
from game.summit.view import PartyView
from game.wording.names import Names, figure, sentence_start, signed
from game.wording.status import is_red_line, linked, own_points

STATE_WORDS: dict[ItemState, str] = {
    ItemState.UNTOUCHED: "untouched",
    ItemState.OPEN: "open",
    ItemState.NARROWED: "narrowed",
    ItemState.AGREED: "✓ ad ref.",
    ItemState.SILENT: "✓ left out",
    ItemState.HANDED: "✓ handed",
}
ALIKE = "alike"
"""In place of “open” where both sides have the same wording, which nobody has accepted yet."""

RED_LINE_MARK = "✗"
MINISTERS = "To the ministers"


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
    room: int = 0
    """Cells that the longest wording of the item takes: an entry may become any of them."""
    points_room: int = 0
    """Cells that the longest of their points take."""
    tied: bool = False
    """Whether we have bound ourselves in public on it."""
    alike: bool = False
    """Whether both sides have put forward the same, which nobody has accepted yet."""

    @property
    def state_word(self) -> str:
        """The word for where the item stands, short enough for a column."""
        return ALIKE if self.alike else STATE_WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Sum:
    """Points that stand below the rows since no one item has them: what items bring together."""

    title: str
    our_points: str
    their_points: str


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
    menu = [label(names, item, option) for option in (*seen.options, SILENCE)]
    row = Row(
        item=item,
        title=names.short(item),
        expected=view.grades[view.space.item_index[item]] is not None,
        ours=label(names, item, ours),
        our_points=points_of(view, item, ours),
        theirs=label(names, item, theirs),
        their_points=points_of(view, item, theirs),
        state=seen.state,
        offered=item in _offered(view),
        room=max(Content(text).cell_length for text in (*menu, MINISTERS)),
        points_room=max(len(points_of(view, item, option)) for option in seen.options),
        tied=item in view.tied,
        alike=seen.alike,
    )
    if seen.state is not ItemState.HANDED:
        return row
    counts = figure(view.handed_points(item))
    return replace(row, ours=MINISTERS, our_points=counts, theirs=MINISTERS, their_points=counts)


def sums_of(view: PartyView, package: Terms | None = None) -> tuple[Sum, ...]:
    """What the items of a column bring together besides their own points, a line per link, in which
    the items have their numbers on the board.

    `package` stands in our column; without it what we last said does.
    """
    ours = package if package is not None else _said(view, [s.mine for s in view.items.values()])
    theirs = _said(view, [s.theirs for s in view.items.values()])
    left, right = (
        linked(view, view.space.replace(view.standing, terms)) for terms in (ours, theirs)
    )
    number = {item: n for n, item in enumerate(view.items, start=1)}
    return tuple(
        Sum(
            f"{' + '.join(str(number[item]) for item in items)} together",
            signed(left[items]) if items in left else "",
            signed(right[items]) if items in right else "",
        )
        for items in {**left, **right}
    )


def _said(view: PartyView, options: Sequence[str | None]) -> Terms:
    said = zip(view.items, options, strict=True)
    return tuple((i, o) for i, o in said if o is not None and i in view.unsettled)


def _offered(view: PartyView) -> set[str]:
    """The items of the one package that they have on the table."""
    if len(view.their_packages) != 1:
        return set()
    return {item for item, _ in view.their_packages[0]}


def label(names: Names, item: str, option: str | None) -> str:
    """A wording, or that there is none."""
    return "–" if option is None else sentence_start(names.option(item, option))


def points_of(view: PartyView, item: str, option: str | None) -> str:
    """Own points of an option, as the board shows them, with a mark where it is off limits; empty
    where there is no option."""
    if option is None:
        return ""
    mark = RED_LINE_MARK if is_red_line(view, item, option) else ""
    return f"{mark}{figure(own_points(view, item, option))}"
