"""What a text is worth beside what could have been: the measures of the debrief.

u is a side's points, r its walk-away value, s = u − r its surplus. “Could have been” means the
agreements that cross no red line and leave both at or above their walk-away values. Shares are
whole permille, rounded down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from game.analysis.floors import home_floors, signed_floors
from game.analysis.table import Table
from game.bargaining.frontier import Deal
from game.bargaining.preferences import Allowed, Floor, Package, without
from game.bargaining.search import CountTooLongError, count_packages, highest
from game.bargaining.solutions import Pair, kalai, max_joint, nash

MOST_STEPS = 2_000_000
"""Additions on the way to one count: about two seconds. The shipped summits take up to 50,000."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of all packages."""

    agreements: int | None
    """None where there are so many packages that counting would take long."""
    of: int


@dataclass(frozen=True, slots=True)
class Swap:
    """An exchange over two items that changes both sides' points."""

    first: tuple[int, int]
    """(item, option) that it would change to."""
    second: tuple[int, int]
    gains: Pair
    """Points gained by the first and the second party of the file."""
    carried: bool
    """Whether both homes would carry the text with it, as opinion stood before the meeting."""


@dataclass(frozen=True)
class Measures:
    """A result beside what was possible. Pairs are in the order of the parties in the file."""

    points: Pair
    surplus: Pair
    best: Pair
    """The most surplus that each could have had in an agreement."""
    own_result: Pair
    """s over the best s, in permille; below 0 where a side ends below its walk-away value."""
    joint_gain: int
    """Σs over the most that Σs could be, in permille."""
    claim_share: Pair
    """s over Σs, in permille; 0 where nothing was gained together."""
    better: int | None
    """Agreements strictly better for both; None where there are some, and counting would take long.
    """
    better_carried: int | None
    """Of these, agreements that both homes would have carried; None where counting would take long.
    """
    efficient: bool
    """No agreement is better for one side at no cost to the other."""
    nearest: Package | None
    """The one that changes fewest clauses, or where none is near, an even one of the frontier."""
    swap: Swap | None
    """The exchange of two items that would have gained both most."""


def zopa(table: Table) -> Share:
    """Agreements at or above both walk-away values that cross no red line, of all packages."""
    return _share(table, signed_floors(table, table.walk_away), table.signable)


def win_set(table: Table, party: int) -> Share:
    """Packages that one party could sign and carry home: opening support, credit shared."""
    sheet = table.sheets[party]
    allowed = without(table.space.allowed(), sheet.red_lines)
    return _share(table, sheet.home.floors(table.grades), allowed)


def overlap(table: Table) -> Share:
    """Packages in both win-sets."""
    return _share(table, home_floors(table), table.signable)


def _share(table: Table, floors: Sequence[Floor], allowed: Allowed) -> Share:
    return Share(_count(floors, allowed), package_count(table))


def _count(floors: Sequence[Floor], allowed: Allowed) -> int | None:
    """How many packages meet every floor; None where counting them would take long."""
    try:
        return count_packages(floors, allowed, MOST_STEPS)
    except CountTooLongError:
        return None


def _is_possible(table: Table, above: Pair) -> bool:
    """Whether some package without a red line leaves both sides at least so many points."""
    floors = signed_floors(table, above)
    return highest(table.sheets[0].preferences, floors, table.signable) is not None


def package_count(table: Table) -> int:
    """How many packages there are, silence on an item being one of its options."""
    total = 1
    for options in table.space.options:
        total *= len(options)
    return total


def solutions(table: Table) -> dict[str, Deal | None]:
    """Nash, Kalai and the largest sum, over the agreements."""
    deals, walk_away = table.agreements, table.walk_away
    return {
        "nash": nash(deals, walk_away),
        "kalai": kalai(deals, walk_away),
        "max_joint": max_joint(deals, walk_away),
    }


def points_of(table: Table, package: Package) -> Pair:
    """Both sides' points for a package."""
    first, second = table.sheets
    return first.preferences.value(package), second.preferences.value(package)


def measure(
    table: Table, points: Pair, text: Package | None, handed: frozenset[int] = frozenset()
) -> Measures:
    """Holds a result against what was possible.

    `points` are what both sides are left with (items handed down included, walk-away without an
    agreement); `text` is the package that came into force, None where none did; `handed` are the
    items that the ministers have with it.
    """
    r1, r2 = table.walk_away
    surplus = (points[0] - r1, points[1] - r2)
    best, most = table.best_surplus, table.most_joint
    total = sum(surplus)
    u1, u2 = points
    above = (u1 + 1, u2 + 1)
    floors, improvable = signed_floors(table, above), _is_possible(table, above)
    start = text if text is not None else table.space.silence
    return Measures(
        points=points,
        surplus=surplus,
        best=best,
        own_result=(_permille(surplus[0], best[0]), _permille(surplus[1], best[1])),
        joint_gain=_permille(total, most),
        claim_share=(_permille(surplus[0], total), _permille(surplus[1], total)),
        better=_count(floors, table.signable) if improvable else 0,
        better_carried=_count((*floors, *home_floors(table)), table.signable) if improvable else 0,
        efficient=not (_is_possible(table, (u1 + 1, u2)) or _is_possible(table, (u1, u2 + 1))),
        nearest=nearest_better(table, start, above),
        swap=best_swap(table, start, handed),
    )


def percent(permille: int) -> int:
    """Permille as percent, rounded to the nearest; only the whole is told as 100."""
    return min(99, (permille + 5) // 10) if permille < 1000 else permille // 10


def _permille(part: int, whole: int) -> int:
    return 1000 * part // whole if whole > 0 else 0


def neighbours(table: Table, start: Package, changes: int) -> Iterator[Package]:
    """Signable packages that differ from `start` on exactly so many items."""
    for items in combinations(range(len(start)), changes):
        others = [[n for n in table.signable[item] if n != start[item]] for item in items]
        for choice in product(*others):
            package = list(start)
            for item, option in zip(items, choice, strict=True):
                package[item] = option
            yield tuple(package)


MOST_CHANGED = 3
"""Beyond so many changed clauses nobody calls an agreement near."""


def nearest_better(table: Table, start: Package, above: Pair) -> Package | None:
    """The package at or above these points that changes fewest clauses of `start`.

    Among equals the one whose smaller gain is largest. Where none lies within three clauses, the
    deal of the frontier with the largest smaller gain; None where there is none at all.
    """
    for changes in range(1, MOST_CHANGED + 1):
        found = _best_of(table, neighbours(table, start, changes), above)
        if found is not None:
            return found
    return _best_of(table, (deal.package for deal in table.agreements), above)


def _best_of(table: Table, packages: Iterable[Package], above: Pair) -> Package | None:
    best: tuple[tuple[int, int], Package] | None = None
    for package in packages:
        points = points_of(table, package)
        gains = (points[0] - above[0], points[1] - above[1])
        if min(gains) < 0:
            continue
        key = (min(gains), sum(gains))
        if best is None or key > best[0]:
            best = (key, package)
    return None if best is None else best[1]


def best_swap(table: Table, start: Package, handed: frozenset[int] = frozenset()) -> Swap | None:
    """The exchange over two items that gains both sides most: one gives on each.

    One that both homes would carry before any other, then the largest smaller gain, then the larger
    sum; None where no exchange gains both. What the ministers have is not exchanged: it is worth
    something to both where it is.
    """
    swaps = [
        swap for swap in swaps_from(table, start) if not handed & {swap.first[0], swap.second[0]}
    ]
    return max(
        swaps, key=lambda swap: (swap.carried, min(swap.gains), sum(swap.gains)), default=None
    )


def swaps_from(table: Table, start: Package) -> Iterator[Swap]:
    """Every exchange over two items from a text in which each side gives on one and both gain."""
    before = points_of(table, start)
    homes = home_floors(table)
    first, second = (sheet.preferences.points for sheet in table.sheets)
    for package in neighbours(table, start, 2):
        after = points_of(table, package)
        gains = (after[0] - before[0], after[1] - before[1])
        if min(gains) <= 0:
            continue
        changed = [item for item, option in enumerate(package) if option != start[item]]
        i, j = changed
        moves = [
            (
                first[item][package[item]] - first[item][start[item]],
                second[item][package[item]] - second[item][start[item]],
            )
            for item in changed
        ]
        opposed = all(a * b < 0 for a, b in moves) and moves[0][0] * moves[1][0] < 0
        if opposed:
            carried = all(floor.holds(package) for floor in homes)
            yield Swap((i, package[i]), (j, package[j]), gains, carried)
