"""The two lines at the head of the table: title, chair, clock; trust, home."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from game.summit.view import PartyView
from game.tui.text import cell, shortened
from game.wording.names import Names, listed
from game.wording.status import clock, home, stopping, trust

HOURGLASS = 10
WAYS = {"rising": " ▴", "falling": " ▾"}
"""Trend of trust → its sign."""
SPARE = len("Trust " + "   " + "Home ")
"""Cells of the second line that are always the same."""


class StatusLines(Widget):
    """Always in sight: the clock, trust and home, in words and figures."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self._shown: tuple[PartyView, Names, str] | None = None

    def show(self, view: PartyView, names: Names, trend: str) -> None:
        """Shows the meeting as it stands; `trend` is that of trust, in a word."""
        self._shown = (view, names, trend)
        self.refresh()

    def render(self) -> Content:
        """Both lines, their right halves at the right."""
        if self._shown is None:
            return Content("")
        view, names, trend = self._shown
        width = self.size.width
        title = Content.styled(names.scenario.title.upper(), "bold $seal")
        time = Content.assemble(
            (names.party(view.party), "bold $ours"), f" · {clock(view)} ", hourglass(view)
        )
        standing = f"{trust(view)}{WAYS.get(trend, '')}"
        support = home(view, names.scenario)
        if len(standing) + Content(support).cell_length + SPARE > width:
            standing = standing.replace(" of 100", "")
            support = home_within(view, names, width - len(standing) - SPARE)
        style = "" if view.sheet.home.verdict(view.support).carried else "$warning"
        below = _spread(
            Content.assemble(("Trust ", "$muted"), standing),
            Content.assemble(("Home ", "$muted"), (support, style)),
            width,
        )
        return Content("\n").join((_spread(title, time, width), below))


def home_within(view: PartyView, names: Names, room: int) -> str:
    """Home in so many cells: all who would stop it, or the first and how many more they are."""
    stopped_by = [names.audience(view.party, who.audience) for who in stopping(view, view.standing)]
    if not stopped_by:
        return home(view, names.scenario).replace(" of 100", "")
    verdict = view.sheet.home.verdict(view.support)
    head = f"{verdict.support}, needs {verdict.needed}: stopped by "
    everybody = f"{head}{listed(stopped_by)}"
    if Content(everybody).cell_length <= room:
        return everybody
    more = f" +{len(stopped_by) - 1}" if len(stopped_by) > 1 else ""
    first = shortened(stopped_by[0], room - len(head) - len(more))
    return f"{head}{first}{more}"


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
