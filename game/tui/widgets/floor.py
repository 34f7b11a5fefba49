"""What awaits the student's answer: an offer on the table, a question, a place to return from."""

from __future__ import annotations

from textual.content import Content

from game.summit.events import Phase
from game.summit.moves import Terms
from game.summit.view import PartyView
from game.tui.meeting import Meeting
from game.wording.doubts import crossing, settles_all
from game.wording.names import figure, points
from game.wording.status import worth


def floor_content(meeting: Meeting) -> Content:
    """A line or two above the footer; empty where nothing awaits an answer."""
    view, names = meeting.view, meeting.names
    parts: list[Content] = []
    if view.phase is Phase.CAUCUS:
        parts.append(_line("In caucus. ", "Your delegation has spoken; b returns to the table."))
    elif view.phase is Phase.ASIDE and view.aside is not None:
        parts.append(
            _line(
                "Aside. ",
                f"The leaders alone, over {names.short(view.aside)}: a asks, e explains"
                f"{'' if view.aside in view.acknowledged else ', k acknowledges'}; b returns to "
                "the table.",
            )
        )
    if view.question is not None and view.aside in (None, view.question):
        parts.append(
            _line(
                "They ask ",
                f"what {names.short(view.question)} means to you. e answers, . does not.",
            )
        )
    if view.offer is not None and view.offer.party == view.other and view.phase is Phase.TABLE:
        parts += _offer(meeting, view)
    return Content("\n").join(parts)


def _offer(meeting: Meeting, view: PartyView) -> list[Content]:
    offer = view.offer
    assert offer is not None
    if offer.handdown is not None:
        name = meeting.names.short(offer.handdown)
        return [_line("On the table: ", f"{name} to the ministers. y accepts, n declines.")]
    names = meeting.names
    if len(offer.packages) == 1:
        terms = offer.packages[0]
        all_settled = crossing(view) is None and settles_all(view, terms)
        ends = " Nothing is left open then: the vote can come next." if all_settled else ""
        return [_line("Their offer (•): ", f"{_worth(view, terms)}.{ends} {_keys(view)}")]
    lines = [
        _line(f"Number {number}: ", f"{names.terms(terms)}: {_worth(view, terms)}.")
        for number, terms in enumerate(offer.packages, start=1)
    ]
    return [*lines, Content(_keys(view))]


def _keys(view: PartyView) -> str:
    """What can be answered: nobody can accept what crosses the own red line."""
    return "y accepts, n declines." if crossing(view) is None else "n declines."


def _worth(view: PartyView, terms: Terms) -> str:
    """What a package would mean, in few words; the dossier and the caucus know more."""
    found = worth(view, terms)
    red = "it crosses our red line (✗); otherwise, " if found.red_line is not None else ""
    home = "carried" if found.carried else f"short of {found.needed}"
    return (
        f"{red}with it {points(found.points)} (walk-away {figure(found.walk_away)}), "
        f"home {found.support}, {home}"
    )


def _line(head: str, text: str) -> Content:
    return Content.assemble((head, "bold $theirs"), text)
