"""Which numbers of a file make a summit harder or easier, tried by computing each change anew.

Three things are asked of every number: how many texts both sides could sign, how many both homes
could carry, and how much the two together could gain. For each the smallest change that is noticed
is given, in both directions. To give an option more points is to lower a floor for the texts that
hold it; the more a number is changed the more is moved, so that the smallest change is found by
halving.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Literal

from game.analysis.floors import home_floors, signed_floors
from game.analysis.table import Table
from game.bargaining.frontier import Deal, pareto_frontier
from game.bargaining.preferences import Allowed, Floor
from game.bargaining.search import count_packages

Measure = Literal["signed", "carried", "gain"]
"""Texts that both could sign; that both homes could carry; the most points that both can gain."""

MOST_CHANGE = 10
"""A number is changed by no more than this, in points or in percent of support."""

NOTICED = 10
"""One part in so many of what is measured is a change that is noticed."""

MOST_POINTS, MOST_SUPPORT = (-1000, 1000), (0, 100)
"""What the format allows."""

Place = tuple[str, ...]
"""Where a number stands in the file, by its keys."""


@dataclass(frozen=True, slots=True)
class Lever:
    """One number of the file with the smallest change of it that is noticed, and its effect."""

    measure: Measure
    place: Place
    value: int
    change: int
    before: int
    after: int


def levers(table: Table) -> list[Lever]:
    """All of them, the smallest changes first, and of equal changes the strongest."""
    found = [*_signing(table), *_carrying(table), *_gaining(table)]
    return sorted(found, key=lambda lever: (abs(lever.change), -abs(lever.after - lever.before)))


def _signing(table: Table) -> Iterator[Lever]:
    """Walk-away values, and the points of options."""
    floors = signed_floors(table, table.walk_away)
    for number, sheet in enumerate(table.sheets):
        count = _count_around(floors, number, table.signable)
        place: Place = ("parties", sheet.party, "walk_away")
        yield from _noticed("signed", place, table.walk_away[number], count, MOST_POINTS)
        everything = count(0)
        for item, option, place in _options(table, sheet.party):
            holding = _count_around(floors, number, _only(table, item, {option}))
            after = _with_others(everything - holding(0), holding)
            value = sheet.preferences.points[item][option]
            yield from _noticed("signed", place, value, after, MOST_POINTS)


def _with_others(others: int, holding: Callable[[int], int]) -> Callable[[int], int]:
    """Texts with and without an option, by the change of its points."""
    return lambda change: others + holding(-change)


def _carrying(table: Table) -> Iterator[Lever]:
    """The support that homes need, and the floors of their audiences."""
    floors = home_floors(table)
    number = 0
    for sheet in table.sheets:
        home = sheet.home
        if not home.audiences:
            continue
        whole = sum(home.weights)
        count = _count_around(floors, number, table.signable)
        place: Place = ("parties", sheet.party, "home", "carries_at")
        after = _times(whole, count)
        yield from _noticed("carried", place, home.carries_at, after, MOST_SUPPORT)
        for audience, needs in zip(home.audiences, home.needs, strict=True):
            if needs is not None:
                number += 1
                count = _count_around(floors, number, table.signable)
                place = ("parties", sheet.party, "home", "audiences", audience, "needs")
                yield from _noticed("carried", place, needs, count, MOST_SUPPORT)
        number += 1


def _times(whole: int, count: Callable[[int], int]) -> Callable[[int], int]:
    """A count by percent of support, which the floor of the whole holds times all weights."""
    return lambda change: count(change * whole)


def _gaining(table: Table) -> Iterator[Lever]:
    """The points of options; walk-away values only move what gains are counted from."""
    for number, sheet in enumerate(table.sheets):
        for item, option, place in _options(table, sheet.party):
            others = {n for n in table.signable[item] if n != option}
            without = _most_gain(table, _frontier(table, _only(table, item, others)), number, 0)
            holding = _frontier(table, _only(table, item, {option}))
            after = _at_best(without, partial(_most_gain, table, holding, number))
            value = sheet.preferences.points[item][option]
            yield from _noticed("gain", place, value, after, MOST_POINTS)


def _at_best(without: int, holding: Callable[[int], int]) -> Callable[[int], int]:
    """The best of the texts with and without an option, by the change of its points."""
    return lambda change: max(without, holding(change))


def _options(table: Table, party: str) -> Iterator[tuple[int, int, Place]]:
    """Every option that could be signed, and where its points stand."""
    space = table.space
    for item, options in enumerate(table.signable):
        for option in options:
            if option:
                names = (space.items[item], "options", space.options[item][option])
                yield item, option, ("agenda", *names, "points", party)


def _only(table: Table, item: int, options: set[int]) -> Allowed:
    """What could be signed, with one item confined to some options."""
    allowed = list(table.signable)
    allowed[item] = tuple(sorted(options))
    return tuple(allowed)


def _frontier(table: Table, allowed: Allowed) -> tuple[Deal, ...]:
    first, second = (sheet.preferences for sheet in table.sheets)
    return pareto_frontier(first, second, allowed=allowed)


def _most_gain(table: Table, deals: tuple[Deal, ...], party: int, more: int) -> int:
    """The largest sum of gains in deals that are worth so many points more to one party."""
    most = 0
    for deal in deals:
        gains = [points - r for points, r in zip(deal.points, table.walk_away, strict=True)]
        gains[party] += more
        if min(gains) >= 0:
            most = max(most, sum(gains))
    return most


def _count_around(floors: tuple[Floor, ...], moved: int, allowed: Allowed) -> Callable[[int], int]:
    """How many texts meet every floor, by how far one of them is moved."""

    @cache
    def count(shift: int) -> int:
        floor = replace(floors[moved], at_least=floors[moved].at_least + shift)
        return count_packages((*floors[:moved], floor, *floors[moved + 1 :]), allowed)

    return count


def _noticed(
    measure: Measure,
    place: Place,
    value: int,
    at: Callable[[int], int],
    limits: tuple[int, int],
) -> Iterator[Lever]:
    """The smallest noticed change upwards and downwards, where there is one within the limits."""
    before = at(0)

    def is_noticed(change: int) -> bool:
        moved = abs(at(change) - before)
        return moved > 0 and NOTICED * moved >= before

    for way, room in ((1, limits[1] - value), (-1, value - limits[0])):
        changes = range(way, way * (min(MOST_CHANGE, room) + 1), way)
        if changes and is_noticed(changes[-1]):
            change = changes[bisect_left(changes, True, key=is_noticed)]
            yield Lever(measure, place, value, change, before, at(change))
