"""The two lines at the head of the table: title, chair, clock; trust, home."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from game.summit.view import PartyView
from game.tui.text import cell
from game.wording.names import Names
from game.wording.status import clock, home, trust

HOURGLASS = 10
NOTHING = Content("")
WAYS = {"rising": " ▴", "falling": " ▾"}
"""Trend of trust → its sign."""


class StatusLines(Widget):
    """Always in sight: the clock, trust and home, in words and figures."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self._first = (NOTHING, NOTHING)
        self._second = (NOTHING, NOTHING, NOTHING)
        """Left, right, and a shorter right for where room is short."""

    def show(self, view: PartyView, names: Names, trend: str) -> None:
        """Shows the meeting as it stands; `trend` is that of trust, in a word."""
        self._first = (
            Content.styled(names.scenario.title.upper(), "bold $seal"),
            Content.assemble(
                (names.party(view.party), "bold $ours"), f" · {clock(view)} ", hourglass(view)
            ),
        )
        way = WAYS.get(trend, "")
        style = "" if view.sheet.home.verdict(view.support).carried else "$warning"
        long, short = (
            Content.assemble(("Home ", "$muted"), (text, style))
            for text in (home(view), home(view).replace(" of 100", ""))
        )
        left = Content.assemble(("Trust ", "$muted"), f"{trust(view)}{way}")
        self._second = (left, long, short)
        self.refresh()

    def render(self) -> Content:
        """Both lines, their right halves at the right."""
        width = self.size.width
        left, long, short = self._second
        right = long if left.cell_length + long.cell_length < width else short
        return Content("\n").join((_spread(*self._first, width), _spread(left, right, width)))


def _spread(left: Content, right: Content, width: int) -> Content:
    room = max(0, width - right.cell_length - 1)
    return cell(left, room) + Content(" ") + right


def hourglass(view: PartyView) -> Content:
    """The time left as a bar; the words beside it say the same."""
    left = -(-view.minutes_left * HOURGLASS // max(1, view.minutes))
    late = view.minutes_left * 5 <= view.minutes
    return Content.assemble(
        ("▓" * left, "$warning" if late else "$seal"), ("░" * (HOURGLASS - left), "$rule")
    )
