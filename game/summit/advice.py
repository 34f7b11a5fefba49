"""The caucus: what one's own delegation makes of the meeting so far, from its own view alone."""

from __future__ import annotations

from game.summit.events import Advised, Trade
from game.summit.grounds import trade_in_mind
from game.summit.manner import manner_of
from game.summit.mind import Mind, terms_of
from game.summit.view import PartyView

WIDEST = 24
"""Without any evidence the estimate of their support at home spans twice this many points."""

MIDDLE = 50

ADVISERS = manner_of(("accommodating",), "gentle")
"""Milder than leaders: advisers look for what could be had, not for what to demand."""


def advise(view: PartyView) -> Advised:
    """Their likely priorities, how their home might take the draft, and a trade worth trying."""
    mind = Mind(view, ADVISERS)
    sure = mind.belief.evidence()
    trade = trade_in_mind(mind)
    low, high = their_home(mind, sure)
    carried = mind.carries(mind.bid)
    return Advised(
        minute=view.minute,
        to=view.party,
        party=view.party,
        priorities=tuple(view.space.items[index] for index in mind.belief.ranking()),
        sure=sure,
        clauses=len(view.final_text),
        home_low=low,
        home_high=high,
        trade=Trade(give=trade.give, want=trade.want)
        if carried and trade is not None and trade.give is not None and trade.want is not None
        else None,
        package=terms_of(view, mind.bid) if carried else (),
        stuck=not carried,
    )


def their_home(mind: Mind, sure: int) -> tuple[int, int]:
    """A range for their weighted support if the agreed clauses were signed as they stand.

    Their home is unknown. The delegation takes 50 as the middle, moves it by how near the draft is
    to what they seem to want (half of it being neutral), and narrows the range as evidence grows.
    """
    near = mind.rating(mind.view.standing)
    middle = MIDDLE + (near - 50) * sure // 500
    half = WIDEST - WIDEST * sure // 200
    return max(0, middle - half), min(100, middle + half)
