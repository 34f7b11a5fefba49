"""The packages of one party in the order of its own points, however many there are.

The best ones are listed: blocks are added one by one, and of all sums only the best are kept, since
nothing below them can come back. Small spaces are listed whole in this way. Packages below the list
are found by exchange: on the supported frontier of own points and estimated points, all steps that
give little and bring much are taken, the best ratio first (the greedy solution of the linear
multiple-choice knapsack, Sinha and Zoltners 1979), and single changes fill up what is left.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from math import prod
from operator import getitem

from game.bargaining.blocks import assemble, blocks_of
from game.bargaining.exchange import Estimate, best_exchange
from game.bargaining.preferences import Package, Preferences, everything

LISTED = 64
"""So many packages are listed at most, the best ones."""


class Bids:
    """Own packages by own points, and the best of them for the other side's estimated points."""

    def __init__(self, preferences: Preferences) -> None:
        tables = preferences.points
        self._issues = len(tables)
        self._blocks = blocks_of([(tables, preferences.links)], everything(tables))
        self._size = prod(len(block.choices) for block in self._blocks)
        self._strides: list[tuple[int, int]] = []
        self.best = 0
        # One integer per package: what it gives up against the best times the number of packages,
        # plus the package's place in the order of choices. It sorts and adds like a number.
        kept, stride = [0], self._size
        for block in self._blocks:
            stride //= len(block.choices)
            best = max(block.values)[0]
            steps = [
                (best - value) * self._size + choice * stride
                for choice, (value,) in enumerate(block.values)
            ]
            kept = sorted([before + step for step in steps for before in kept])[:LISTED]
            self._strides.append((stride, len(block.choices)))
            self.best += best
        self._listed = kept
        self._packages: list[Package] = []

    def value_at(self, rank: int) -> int:
        """Own points of the package with this rank, the best having 0; the last listed at most."""
        return self.best - self._listed[min(rank, len(self._listed) - 1)] // self._size

    def find(self, least: int, estimate: Estimate, used: Collection[Package]) -> Package | None:
        """The package with the highest estimate that gives at least `least` and was not used.

        Among equals, the one with more own points. Exact where the packages in question are listed,
        else very nearly so. None if all were used.
        """
        count = bisect_left(self._listed, (self.best - least + 1) * self._size)
        if count == len(self._listed) < self._size:
            return best_exchange(self._blocks, least, estimate, used)
        for number in self._listed[len(self._packages) : count]:
            self._packages.append(self._package(number % self._size))
        found, highest = None, -1
        for package in self._packages[:count]:
            worth = sum(map(getitem, estimate, package))
            if worth > highest and package not in used:
                found, highest = package, worth
        return found

    def _package(self, place: int) -> Package:
        choices = [place // stride % count for stride, count in self._strides]
        if len(self._blocks) == self._issues:  # each issue by itself, in order
            return tuple(choices)
        return assemble(self._issues, list(zip(self._blocks, choices, strict=True)))
