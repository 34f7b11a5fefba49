"""Where the two sides could trade: exchanges over two items from which both would gain.

A step on one item that gains the first side g and costs the second l is repaid by a step back on
another item that costs the first less than g and gains the second more than l. Only points on the
items count here: links, which change with the rest of the text, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from game.analysis.measures import Swap, swaps_from
from game.analysis.table import Table
from game.bargaining.preferences import Package

Steps = tuple[tuple[int, int], ...]
"""(gain of the first side, cost to the second)."""


def tradable_items(table: Table, margin: int = 0) -> Iterator[tuple[int, int]]:
    """Every pair of items over which an exchange would gain both sides, none across a red line.

    With a margin only exchanges that gain each side more than so many points.
    """
    steps = [_opposed(table, item) for item in range(len(table.space.items))]
    for one, other in combinations(range(len(steps)), 2):
        if _repay(steps[one], steps[other], margin) or _repay(steps[other], steps[one], margin):
            yield one, other


def _opposed(table: Table, item: int) -> Steps:
    """Steps between two options that the first side wants and the second does not."""
    first, second = (sheet.preferences.points[item] for sheet in table.sheets)
    found = set()
    for one, other in combinations(table.signable[item], 2):
        gain, cost = first[other] - first[one], second[one] - second[other]
        if gain > 0 and cost > 0:
            found.add((gain, cost))
        elif gain < 0 and cost < 0:
            found.add((-gain, -cost))
    return tuple(sorted(found))


def _repay(taken: Steps, given: Steps, margin: int) -> bool:
    return any(
        g > g_back + margin and cost_back > c + margin
        for g, c in taken
        for g_back, cost_back in given
    )


def halving(table: Table) -> Package:
    """The text of two sides that split every item by itself: the option that is most even.

    Per item, among the options that cross no red line, the one whose smaller share of each side's
    best on that item is largest.
    """
    first, second = (sheet.preferences.points for sheet in table.sheets)

    def evenness(item: int, option: int) -> tuple[int, int]:
        mine, theirs = first[item][option], second[item][option]
        best = max(1, *first[item]), max(1, *second[item])
        return min(mine * best[1], theirs * best[0]), mine + theirs

    return tuple(
        max(options, key=partial(evenness, item)) for item, options in enumerate(table.signable)
    )


def best_trades(table: Table) -> list[Swap]:
    """Exchanges over two items that gain both, seen from the text that halves every item.

    For each pair of items the exchange whose smaller gain is largest; the best pairs first.
    """
    best: dict[tuple[int, int], Swap] = {}

    def worth(swap: Swap) -> tuple[int, int]:
        return min(swap.gains), sum(swap.gains)

    for swap in swaps_from(table, halving(table)):
        pair = (swap.first[0], swap.second[0])
        if pair not in best or worth(swap) > worth(best[pair]):
            best[pair] = swap
    return sorted(best.values(), key=worth, reverse=True)
