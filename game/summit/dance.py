"""The offers of a finished game as points in the negotiation space, and the steps between them.

The classes of steps are those of Hindriks, Jonker and Tykhonov 2007.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.bargaining.solutions import Pair
from game.bargaining.steps import Step, step
from game.scenario.words import SILENCE
from game.summit.ending import points_with
from game.summit.journal import Record
from game.summit.moves import (
    Accept,
    HandDown,
    Reopen,
    Terms,
    TieHands,
    first_offered,
    offered_packages,
    worded_packages,
)
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
    ministers have counts so, from the move that gave it to them to the one that took it back.
    """
    space, parties = state.rules.space, state.rules.scenario.party_ids
    handed = _with_ministers(moves)
    wordings: dict[str, dict[str, str]] = {party: {} for party in parties}
    last: dict[str, Pair] = {}
    number = 0
    for (minute, record), held in zip(when_made(moves), handed, strict=True):
        terms = first_offered(record.move)
        if not terms:
            continue
        number += 1
        party = record.party
        wordings[party].update(terms)
        whole = wordings[state.other(party)] | wordings[party]
        text = space.package(whole | dict.fromkeys(held, SILENCE))
        points = (
            points_with(state, parties[0], text, held),
            points_with(state, parties[1], text, held),
        )
        made = _step(parties.index(party), last.get(party), points)
        yield OfferPoint(number, minute, party, points, made)
        last[party] = points


def _with_ministers(moves: Iterable[Record]) -> Iterator[Mapping[str, tuple[str, ...]]]:
    """What the ministers have when a move is made: item → its two wordings."""
    held: dict[str, tuple[str, ...]] = {}
    worded: dict[str, dict[str, str]] = {}
    packages: tuple[Terms, ...] = ()
    suggested: str | None = None
    """What lies on the table: packages, or an item to hand down."""
    for record in moves:
        yield dict(held)
        move, said = record.move, worded.setdefault(record.party, {})
        for terms in reversed(worded_packages(move)):
            said.update(terms)
        if isinstance(move, TieHands):
            said[move.item] = move.option
        elif isinstance(move, HandDown):
            suggested = move.item
        elif offered_packages(move):
            packages, suggested = offered_packages(move), None
        elif isinstance(move, Reopen):
            held.pop(move.item, None)
        elif isinstance(move, Accept) and suggested is not None:
            held[suggested] = tuple(each[suggested] for each in worded.values())
        elif isinstance(move, Accept):
            said.update(packages[move.number - 1])


def _step(own: int, before: Pair | None, after: Pair) -> Step | None:
    if before is None:
        return None
    return step(after[own] - before[own], after[1 - own] - before[1 - own])
