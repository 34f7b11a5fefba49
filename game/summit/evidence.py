"""What the record shows of the other side: its positions, what it likes, and what it never signs.

The computer makes up its mind by it; a face tells the student what is known.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.bargaining.belief import Belief
from game.bargaining.preferences import Package
from game.summit.moves import (
    Choices,
    Decline,
    Explain,
    Grounds,
    Link,
    Move,
    Propose,
    Reason,
    Terms,
    TieHands,
    offered_packages,
)
from game.summit.view import PartyView

TURNS_DOWN = frozenset({Reason.HOME, Reason.ITEM_SHORT, Reason.RED_LINE, Reason.NO_LINK})
"""Reasons that name an item on which this side's wording will not do."""


def read_record(view: PartyView) -> Belief:
    """What the other side's offers and statements on the record say about its wishes."""
    space = view.space
    belief = Belief(view.sheet.preferences.points, view.found)

    def numbers(terms: Terms) -> Iterable[tuple[int, int]]:
        return map(space.pairs.__getitem__, terms)

    for place, refused in turned_down(view):
        belief.refused(place, refused)
    choices: tuple[Terms, ...] = ()
    for entry in view.record:
        move = entry.move
        if entry.party != view.other:
            choices = move.packages if isinstance(move, Choices) else ()
            continue
        if choices:
            for place, liked in numbers(leant_to(move, choices)):
                belief.told(place, None, liked)
        for terms in offered_packages(move):
            belief.offered(numbers(terms))
        if isinstance(move, Link):
            place, wanted = space.pairs[move.want]
            belief.told(place, "high", wanted)
        elif isinstance(move, TieHands):
            place, bound = space.pairs[move.item, move.option]
            belief.told(place, "high", bound)
        elif isinstance(move, Explain) and move.item not in view.contradicted:
            index = space.item_index[move.item]
            option = None if move.option is None else space.option_index[index][move.option]
            belief.told(index, move.importance, option)
        elif isinstance(move, Decline) and move.item is not None:
            index = space.item_index[move.item]
            belief.told(index, "high", None)
    return belief


def nearer_number(move: Move) -> int | None:
    """The number of the package that an answer to several calls nearer; None where it calls none.

    It may be a plain no, or an offer of their own that says so.
    """
    if isinstance(move, Decline) and move.nearer:
        return move.nearer
    told = _leaning(move)
    return told.number if told else None


def _leaning(move: Move) -> Grounds | None:
    return next((ground for ground in move.grounds if ground.reason is Reason.NEARER), None)


def leant_to(move: Move, choices: tuple[Terms, ...]) -> Terms:
    """The clause that makes one of several packages nearer, in their own words.

    Where they name none it is all that sets that package apart from the others.
    """
    number, told = nearer_number(move), _leaning(move)
    if number is None or not 1 <= number <= len(choices):
        return ()
    if told and told.item and told.option:
        return ((told.item, told.option),)
    others = [terms for place, terms in enumerate(choices, start=1) if place != number]
    return tuple(term for term in choices[number - 1] if all(term not in each for each in others))


def turned_down(view: PartyView) -> list[tuple[int, int]]:
    """(item, option) pairs that this side proposed and the other turned down by name, each time."""
    space = view.space
    found = []
    mine: dict[str, str] = {}
    for entry in view.record:
        move = entry.move
        if entry.party != view.other:
            if isinstance(move, Propose):
                mine.update(move.terms)
            continue
        if move.grounds:
            items = {ground.item for ground in move.grounds if ground.reason in TURNS_DOWN}
        elif isinstance(move, Decline):
            items = {move.item}
        else:
            continue
        for item in sorted(mine.keys() & items):
            found.append(space.pairs[item, mine[item]])
    return found


def told_red_lines(view: PartyView) -> frozenset[tuple[int, int]]:
    """(item, option) pairs that the other side has said aloud that it can never sign."""
    space = view.space
    return frozenset(
        space.pairs[ground.item, option]
        for entry in view.record
        if entry.party == view.other
        for ground in entry.move.grounds
        if ground.reason is Reason.RED_LINE
        and ground.item is not None
        and (option := ground.option) is not None
    )


def called_nearer(view: PartyView) -> Terms:
    """The package of our last choice that they called nearer; empty where they called none so."""
    number = None
    for entry in reversed(view.record):
        move = entry.move
        if entry.party == view.other:
            number = number or nearer_number(move)
        elif entry.party == view.party and isinstance(move, Propose | Choices):
            return move.packages[number - 1] if number and isinstance(move, Choices) else ()
    return ()


def positions(view: PartyView) -> list[Package]:
    """The other side's position after each of its offers: its last wording on every item."""
    found = []
    position = view.space.silence
    for entry in view.record:
        if entry.party != view.other:
            continue
        for terms in offered_packages(entry.move):
            position = view.space.replace(position, terms)
            found.append(position)
    return found
