"""The packages of one party in the order of its own points, however many there are.

Small spaces are listed and sorted once. Of large ones only the top is listed, best first and only
as far as it is needed (the k best sums, Lawler 1972). Packages below that are found by exchange:
on the supported frontier of own points and estimated points, all steps that give little and bring
much are taken, the best ratio first (the greedy solution of the linear multiple-choice knapsack,
Sinha and Zoltners 1979), and single changes fill up what is left.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, product
from math import prod

from game.bargaining.blocks import Block, assemble, blocks_of
from game.bargaining.exchange import best_exchange
from game.bargaining.preferences import Package, Preferences, Tables, everything

LISTED = 20_000
"""Spaces of up to so many packages are listed and sorted whole."""

TOP = 1_000
"""Of larger ones, so many are listed at most."""

FEW = 60
"""So many packages are estimated one by one; if there are more, all are estimated together."""


class Bids:
    """Own packages by own points, and the best of them for the other side's estimated points."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._tables = preferences.points
        self.size = prod(len(table) for table in preferences.points)
        self._whole = self.size <= LISTED
        self._places: list[int] = []
        if self._whole:
            self._packages, self._losses = self._all_packages()
        else:
            links = preferences.links
            self._blocks = blocks_of([(self._tables, links)], everything(self._tables))
            self._packages, self._losses = [], []
            self._falling = _descent(self._blocks)
            self._extend_to(1)
        self.best = -self._losses[0]

    def _all_packages(self) -> tuple[list[Package], list[int]]:
        packages = list(product(*(range(len(table)) for table in self._tables)))
        if self._preferences.links:
            values = [self._preferences.value(package) for package in packages]
        else:
            values = _sums(self._tables)
        self._places = sorted(range(self.size), key=values.__getitem__, reverse=True)
        return [packages[n] for n in self._places], [-values[n] for n in self._places]

    def _extend_to(self, count: int) -> None:
        for value, choices in islice(self._falling, max(0, count - len(self._packages))):
            parts = list(zip(self._blocks, choices, strict=True))
            self._packages.append(assemble(len(self._tables), parts))
            self._losses.append(-value)

    def value_at(self, rank: int) -> int:
        """Own points of the package with this rank, the best having 0; the last listed at most."""
        if not self._whole:
            self._extend_to(min(rank + 1, TOP))
        return -self._losses[min(rank, len(self._losses) - 1)]

    def find(self, least: int, estimate: Tables, used: Collection[Package]) -> Package | None:
        """The package with the highest estimate that gives at least `least` and was not used.

        `estimate`: points per issue and option. Among equals, the one with more own points. Exact
        where the packages in question are listed, else very nearly so. None if all were used.
        """
        if not self._whole:
            while -self._losses[-1] >= least and len(self._losses) < TOP:
                before = len(self._losses)
                self._extend_to(before * 2)
            if -self._losses[-1] >= least:
                return best_exchange(self._blocks, least, estimate, used)
        count = bisect_right(self._losses, -least)
        if self._whole and count > FEW:
            return self._among_many(count, _sums(estimate), used)
        found, highest = None, -1
        for package in self._packages[:count]:
            worth = sum(map(tuple.__getitem__, estimate, package))
            if worth > highest and package not in used:
                found, highest = package, worth
        return found

    def _among_many(
        self, count: int, worth: list[int], used: Collection[Package]
    ) -> Package | None:
        places = self._places[:count]
        best = max(places, key=worth.__getitem__)
        package = self._packages[places.index(best)]
        if package not in used:
            return package
        free = [n for n in range(count) if self._packages[n] not in used]
        rank = max(free, key=lambda n: worth[places[n]], default=None)
        return None if rank is None else self._packages[rank]


def _sums(tables: Tables) -> list[int]:
    """The sum of every package, the options of the last issue running fastest."""
    sums = [0]
    for table in tables:
        sums = [total + points for total in sums for points in table]
    return sums


def _descent(blocks: Sequence[Block]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """All combinations of choices, highest own points first, without listing the rest.

    Each combination is reached from one other only: the one with its last lowered block raised.
    """
    ranked = [sorted(((row[0], n) for n, row in enumerate(b.values)), reverse=True) for b in blocks]
    top = sum(row[0][0] for row in ranked)
    waiting = [(-top, (0,) * len(blocks), 0)]
    while waiting:
        loss, depths, last = heapq.heappop(waiting)
        yield -loss, tuple(row[d][1] for row, d in zip(ranked, depths, strict=True))
        for n in range(last, len(blocks)):
            depth = depths[n]
            if depth + 1 < len(ranked[n]):
                below = loss + ranked[n][depth][0] - ranked[n][depth + 1][0]
                lowered = (*depths[:n], depth + 1, *depths[n + 1 :])
                heapq.heappush(waiting, (below, lowered, n))
