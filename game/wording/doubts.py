"""What the student is asked before a move that ends the meeting or the talk, takes less than it
should, or gives up something on the way."""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.home import LITTLE_AT_HOME
from game.scenario.model import Scenario
from game.summit.moves import (
    Accept,
    Adopt,
    Ask,
    Caucus,
    Choices,
    Conclude,
    HandDown,
    Move,
    Note,
    Press,
    Propose,
    PullAside,
    Refuse,
    Term,
    Terms,
    WalkOut,
)
from game.summit.view import PartyView
from game.wording.names import Names, figure, many, points
from game.wording.status import stopping_in_words, worth

LAST: dict[type[Move], str] = {
    Ask: ", before they can answer",
    PullAside: ", before anything is said aside",
    Caucus: ", once your delegation has spoken",
    **dict.fromkeys(
        (Propose, Choices, HandDown), ", once they have taken what you offer or left it"
    ),
}
"""Moves of which more than the minutes is to be known where the talk ends with them."""


QUESTIONS: dict[type[Move], str] = {
    Propose: "Put this package on the table?",
    Choices: "Put these packages on the table?",
    Accept: "Accept what they have put on the table?",
    Adopt: "Adopt the text?",
    Refuse: "Refuse the text?",
    Note: "Leave the floor to them?",
    Press: "Tell the press this?",
}
"""What is asked before such a move, above what speaks against it."""


def doubt(view: PartyView, scenario: Scenario, move: Move, minutes: int) -> str | None:
    """What speaks against an open move that takes so many minutes; None where nothing does."""
    said = (_last_minutes(view, move, minutes), _against_it(view, scenario, move))
    return " ".join(filter(None, said)) or None


def _last_minutes(view: PartyView, move: Move, minutes: int) -> str | None:
    """That the talk ends with this move, where no time is left after it."""
    left = view.minutes_left
    if not 0 < left <= minutes:
        return None
    are = "is" if left == 1 else "are"
    told = f"It takes {many(minutes, 'minute')}, and {left} {are} left: the talk ends with it"
    agreed = any(view.standing) or view.handed
    then = "What is agreed so far goes to the vote." if agreed else "Nothing is agreed so far."
    return f"{told}{LAST.get(type(move), '')}. {then}"


def _against_it(view: PartyView, scenario: Scenario, move: Move) -> str | None:
    """That a move ends the meeting, takes too little, or gives something up; None if none of it."""
    walking = f"walking away is worth {points(view.sheet.preferences.walk_away)} to you"
    if isinstance(move, Refuse) or (isinstance(move, WalkOut) and view.recess_by):
        return f"This ends the summit without a text; {walking}."
    if isinstance(move, Conclude) and not (any(view.standing) or view.handed):
        return f"Nothing is agreed: this ends the summit without a text; {walking}."
    if isinstance(move, Conclude):
        against = _against(view, scenario, ())
        return against and f"The talk ends here, and the text goes to the vote. {against}"
    if isinstance(move, Press):
        return _lost_at_home(view, move)
    if isinstance(move, Adopt):
        return _against(view, scenario, ()) if _too_little(view, ()) else None
    offered = view.their_packages
    if isinstance(move, Accept) and 1 <= move.number <= len(offered):
        return _taking(view, scenario, offered[move.number - 1])
    if isinstance(move, Propose) and any(set(move.terms) <= set(terms) for terms in offered):
        return _taking(view, scenario, move.terms)  # a part of their offer, which they may accept
    return " ".join(_given_up(view, Names(scenario), move)) or None


def _lost_at_home(view: PartyView, move: Press) -> str | None:
    """That the own home carries the text, and would not once the press had been told little."""
    home, support = view.sheet.home, view.support
    after = [now + LITTLE_AT_HOME for now in support]
    if move.line != "little" or not home.verdict(support).carried or home.verdict(after).carried:
        return None
    return f"Your home carries this text, and with {-LITTLE_AT_HOME} less it would not."


def _given_up(view: PartyView, names: Names, move: Move) -> Iterator[str]:
    """What a move costs besides its minutes: an offer of theirs, or trust."""
    told = view.told.get(move.item) if isinstance(move, Ask | PullAside) else None
    if told is not None and told.candid and view.aside in (None, told.item):
        name = names.within(told.item)
        yield f"They have answered in full on {name}: to ask again costs trust."
    if view.their_offer is not None:
        if isinstance(move, HandDown | PullAside | WalkOut):
            yield "What they have put on the table falls with it."
        elif isinstance(move, Note):
            yield "What they have put on the table stays unanswered, and they have the floor again."
    if isinstance(move, HandDown) and move.item in view.tied:
        bound = names.wish((move.item, view.tied[move.item]))
        yield f"You are bound in public to {bound}: handed down, it falls short of that at home."
    asked = view.question
    left = isinstance(move, Note) or (isinstance(move, PullAside) and move.item != asked)
    if asked is not None and left:
        yield f"They have asked about {names.within(asked)}: to leave that unanswered costs trust."


def settles_all(view: PartyView, terms: Terms) -> bool:
    """Whether nothing is left open once these terms are agreed."""
    return set(view.unsettled) <= {item for item, _ in terms}


def crossing(view: PartyView) -> Term | None:
    """What in their offer crosses our own red line, where that forbids every package of it."""
    crossed = [worth(view, terms).red_lines for terms in view.their_packages]
    if not crossed or not all(crossed):
        return None
    item = crossed[0][0]
    return item, dict(view.their_packages[0])[item]


def _taking(view: PartyView, scenario: Scenario, terms: Terms) -> str | None:
    if worth(view, terms).red_lines:
        return None  # the rules forbid it, and say so
    against = _against(view, scenario, terms)
    if against is None:
        return None
    if settles_all(view, terms):
        return f"{against} Nothing is left open then: the vote comes next."
    return against


def _against(view: PartyView, scenario: Scenario, terms: Terms) -> str | None:
    """That the text would be worth too little, or would not be carried; None if neither."""
    found = worth(view, terms)
    said = []
    if _too_little(view, terms):
        said.append(
            f"The text is worth {points(found.points)} to you then, and walking away "
            f"{figure(found.walk_away)}."
        )
    if not found.carried:
        package = view.space.replace(view.standing, terms)
        stopped_by = stopping_in_words(view, scenario, package)
        why = f"stopped by {stopped_by}" if stopped_by else f"{found.support} of {found.needed}"
        said.append(f"As it stands your home would not carry it: {why}.")
    return " ".join(said) or None


def _too_little(view: PartyView, terms: Terms) -> bool:
    found = worth(view, terms)
    return found.points < found.walk_away
