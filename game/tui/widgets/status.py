"""The two lines at the head of the table: title, chair, clock; trust, home, place."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from game.summit.events import Phase
from game.summit.view import PartyView
from game.tui.text import cell
from game.wording.catalogue import PHASES
from game.wording.names import Names
from game.wording.status import clock, home, trust

HOURGLASS = 10


class StatusLines(Widget):
    """Always in sight: the clock, trust and home, in words and figures."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self._first = (Content(""), Content(""))
        self._second = (Content(""), Content(""))

    def show(self, view: PartyView, names: Names, trend: int) -> None:
        """Shows the meeting as it stands; `trend` is the last change of trust."""
        chair = names.party(view.party)
        time = clock(view)
        self._first = (
            Content.styled(names.scenario.title.upper(), "bold $seal"),
            Content.assemble((chair, "bold $ours"), (f" · {time} ", ""), hourglass(view)),
        )
        way = " ▴" if trend > 0 else " ▾" if trend < 0 else ""
        place = "" if view.phase is Phase.TABLE else PHASES[view.phase]
        carried = view.sheet.home.verdict(view.support).carried
        self._second = (
            Content.assemble(
                ("Trust ", "$muted"),
                f"{trust(view)}{way}",
                (f"   {place}" if place else "", "bold $warning"),
            ),
            Content.assemble(("Home ", "$muted"), (home(view), "" if carried else "$warning")),
        )
        self.refresh()

    def render(self) -> Content:
        """Both lines, their right halves at the right."""
        width = self.size.width
        return Content("\n").join(
            _spread(left, right, width) for left, right in (self._first, self._second)
        )


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
