"""What the debrief draws: the negotiation space and the curves of concession, each with words."""

from __future__ import annotations

from game.summit.debrief import Debrief
from game.tui.widgets.plots import CurvePlot, Mark, Plot, SpacePlot
from game.wording.names import Names, figure


def space(debrief: Debrief, names: Names, role: str) -> Plot:
    """The negotiation space: frontier, walk-away values, offers in their order, the result."""
    first, second = names.scenario.party_ids
    marks = [Mark(debrief.measures.points, "X", "bold reverse")]
    nash = debrief.solutions["nash"]
    if nash is not None:
        marks.append(Mark(nash.points, "N", "bold"))
    marks += [
        Mark(
            offer.points,
            str(offer.number),
            "bold $ours" if offer.party == role else "bold underline $theirs",
        )
        for offer in debrief.offers
    ]
    return SpacePlot(
        names.party(first),
        names.party(second),
        [deal.points for deal in debrief.frontier],
        debrief.walk_away,
        marks,
    )


def space_in_words(debrief: Debrief, names: Names) -> str:
    """The same in a sentence."""
    parties = [names.party(party) for party in names.scenario.party_ids]
    result, walk = (
        " and ".join(f"{name} {figure(n)}" for name, n in zip(parties, pair, strict=True))
        for pair in (debrief.measures.points, debrief.walk_away)
    )
    return (
        f"The drawing: {parties[0]}'s points to the right, {parties[1]}'s upwards. The result X "
        f"is {result}; walking away is {walk}; offers are numbered in their order, "
        f"{len(debrief.offers)} in all."
    )


def curves(debrief: Debrief, names: Names, role: str) -> Plot:
    """What each side's offers were worth to itself, minute by minute."""
    first, second = names.scenario.party_ids
    place = {first: 0, second: 1}
    other = second if role == first else first
    ours, theirs = (
        [(o.minute, o.points[place[party]]) for o in debrief.offers if o.party == party]
        for party in (role, other)
    )
    return CurvePlot(ours, theirs, (names.party(role), names.party(other)))
