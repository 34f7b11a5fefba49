"""The offers of a finished game as points in the negotiation space, and the steps between them.

The classes of steps are those of Hindriks, Jonker and Tykhonov 2007.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.bargaining.solutions import Pair
from game.bargaining.steps import Step, step
from game.scenario.words import SILENCE
from game.summit.ending import points_with
from game.summit.journal import Record
from game.summit.moves import HandDown, first_offered
from game.summit.state import State


@dataclass(frozen=True, slots=True)
class OfferPoint:
    """One offer in the negotiation space: the party's whole position after it."""

    number: int
    minute: int
    party: str
    points: Pair
    step: Step | None
    """What changed since the party's last offer; None for its first."""


def when_made(records: Iterable[Record]) -> Iterator[tuple[int, Record]]:
    """Each move with the minute at which it was made; a record holds the one to which it led."""
    minute = 0
    for record in records:
        yield minute, record
        minute = record.minute


def offer_points(state: State, moves: Sequence[Record]) -> Iterable[OfferPoint]:
    """Every offer as a point: what the party's position, item by item, is worth to both.

    An item on which a party has not spoken counts as the other side last worded it; one that the
    ministers have in the end counts so from the move that gave it to them.
    """
    space, parties = state.rules.space, state.rules.scenario.party_ids
    given = {
        record.move.item: number
        for number, record in enumerate(moves)
        if isinstance(record.move, HandDown) and record.move.item in state.handed
    }
    wordings: dict[str, dict[str, str]] = {party: {} for party in parties}
    last: dict[str, Pair] = {}
    number = 0
    for place, (minute, record) in enumerate(when_made(moves)):
        terms = first_offered(record.move)
        if not terms:
            continue
        number += 1
        party = record.party
        wordings[party].update(terms)
        whole = wordings[state.other(party)] | wordings[party]
        handed = [item for item, since in given.items() if since < place]
        text = space.package(whole | dict.fromkeys(handed, SILENCE))
        points = (
            points_with(state, parties[0], text, handed),
            points_with(state, parties[1], text, handed),
        )
        made = _step(parties.index(party), last.get(party), points)
        yield OfferPoint(number, minute, party, points, made)
        last[party] = points


def _step(own: int, before: Pair | None, after: Pair) -> Step | None:
    if before is None:
        return None
    return step(after[own] - before[own], after[1 - own] - before[1 - own])
