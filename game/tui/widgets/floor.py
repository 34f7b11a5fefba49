"""What awaits the student's answer: an offer on the table, a question, a place to return from."""

from __future__ import annotations

from textual.content import Content

from game.summit.events import Phase
from game.summit.moves import Terms
from game.summit.state import Offer
from game.summit.view import PartyView
from game.tui.commands import TABLE, Command
from game.tui.meeting import Meeting
from game.wording.doubts import crossing, settles_all
from game.wording.names import figure, points
from game.wording.status import stopping_in_words, worth


def floor_content(meeting: Meeting, width: int) -> Content:
    """A line or two of this width with the keys that answer; empty where nothing is awaited."""
    view, names = meeting.view, meeting.names
    parts: list[Content] = []
    if view.phase is Phase.CAUCUS:
        thinks = "Your delegation's view stands in the talk and the notes."
        parts.append(_line(width, "In caucus. ", thinks, "back"))
    elif view.phase is Phase.ASIDE and view.aside is not None:
        reading = () if view.aside in view.acknowledged else ("acknowledge",)
        about = f"The leaders alone, over {names.within(view.aside)}."
        parts.append(_line(width, "Aside. ", about, "ask", "explain", *reading, "back"))
    if view.question is not None and view.aside in (None, view.question):
        asked = f"about {names.within(view.question)}."
        parts.append(_line(width, "They ask ", asked, "explain", "note"))
    if view.their_offer is not None and view.phase is Phase.TABLE:
        parts += _offer(meeting, view, view.their_offer, width)
    elif view.phase is Phase.TABLE and not view.unsettled:
        parts.append(_line(width, "Everything is settled. ", "The vote can come next.", "conclude"))
    return Content("\n").join(parts)


def _offer(meeting: Meeting, view: PartyView, offer: Offer, width: int) -> list[Content]:
    names = meeting.names
    # Nobody can accept what crosses the own red line.
    keys = ("accept", "decline") if crossing(view) is None else ("decline",)
    if offer.handdown is not None:
        told = f"{names.short(offer.handdown)} to the ministers."
        return [_line(width, "On the table: ", told, *keys)]
    if len(offer.packages) == 1:
        terms = offer.packages[0]
        all_settled = crossing(view) is None and settles_all(view, terms)
        ends = " Nothing is left open then: the vote can come next." if all_settled else ""
        return [_line(width, "Their offer (•): ", f"{_worth(meeting, terms)}.{ends}", *keys)]
    lines = [
        _line(width, f"Number {number}: ", f"{names.terms(terms)}: {_worth(meeting, terms)}.")
        for number, terms in enumerate(offer.packages, start=1)
    ]
    return [*lines, _line(width, "", "", *keys)]


def _worth(meeting: Meeting, terms: Terms) -> str:
    """What a package would mean, in few words; the dossier and the caucus know more."""
    view = meeting.view
    found = worth(view, terms)
    red = "it crosses our red line (✗); " if found.red_lines else ""
    if found.carried:
        home = "carried"
    elif found.support < found.needed:
        home = f"short of {found.needed}"
    else:
        package = view.space.replace(view.standing, terms)
        home = f"stopped by {stopping_in_words(view, meeting.names.scenario, package)}"
    return (
        f"{red}with it {points(found.points)} (walk-away {figure(found.walk_away)}), "
        f"home {found.support}, {home}"
    )


def _line(width: int, head: str, text: str, *keys: str) -> Content:
    """What awaits an answer, and the commands that give one, to press or to click on; they stay
    together, on the last line or, where that has no room for them, on one of their own."""
    named = {command.name: command for command in TABLE}
    told = Content.assemble((head, "bold $theirs"), text)
    answers = Content("   ").join(_key(named[key]) for key in keys)
    last = told.wrap(width)[-1].cell_length if told else 0
    blank = "   " if last + 3 + answers.cell_length <= width else "\n"
    return told + Content(blank if told and answers else "") + answers


def _key(command: Command) -> Content:
    return Content.from_markup(
        f"[bold $seal]$key[/] [@click=screen.run_command('{command.name}')]$label[/]",
        key=command.shown_key,
        label=command.label,
    )
