"""The best package under side conditions, and how many packages meet them; both exact.

The search goes through the blocks depth first, best choices first, and turns back where even the
best rest cannot reach what has been found. The bound is sharp: for each side condition alone, the
frontier of the remaining blocks (objective against that condition) says how much can still be had.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from game.bargaining.blocks import Block, assemble, blocks_of
from game.bargaining.preferences import Allowed, Floor, Package, Preferences

Curve = tuple[list[int], list[int]]
"""Ascending values of a side condition, and the best objective with at least that value."""


def highest(objective: Preferences, floors: Sequence[Floor], allowed: Allowed) -> Package | None:
    """The allowed package with the highest objective that meets every floor; None if none does.

    Among equals, the one that leaves more above the first floor; then the lowest option indices.
    """
    # A floor that even the worst choices meet needs no search; the first decides between equals.
    floors = [f for number, f in enumerate(floors) if number == 0 or not _is_met(f, allowed)]
    blocks = blocks_of(
        [(objective.points, objective.links), *((f.tables, f.links) for f in floors)], allowed
    )
    search = _Search(blocks, [floor.at_least for floor in floors])
    search.descend(0, 0, tuple(0 for _ in floors))
    if search.best is None:
        return None
    return assemble(len(allowed), list(zip(blocks, search.best, strict=True)))


def _is_met(floor: Floor, allowed: Allowed) -> bool:
    """Whether every allowed package meets a floor, as far as the single issues show."""
    least = sum(
        min(map(table.__getitem__, options))
        for table, options in zip(floor.tables, allowed, strict=True)
    )
    return least + sum(min(0, link.points) for link in floor.links) >= floor.at_least


class _Search:
    """One depth-first search."""

    def __init__(self, blocks: tuple[Block, ...], needs: list[int]) -> None:
        self.blocks = blocks
        self.needs = needs
        self.best: tuple[int, ...] | None = None
        self._best_key: tuple[int, int] | None = None
        self._path = [0] * len(blocks)
        self._order = [
            sorted(range(len(block.choices)), key=[-row[0] for row in block.values].__getitem__)
            for block in blocks
        ]
        self._curves = [_curves(blocks, floor + 1) for floor in range(len(needs))]
        self._most = _suffix_most(blocks)

    def descend(self, depth: int, value: int, sums: tuple[int, ...]) -> None:
        """Tries every choice of the block at this depth that can still beat the best found."""
        if depth == len(self.blocks):
            key = (value, sums[0] - self.needs[0] if self.needs else 0)
            if self._best_key is None or key > self._best_key:
                self._best_key = key
                self.best = tuple(self._path)
            return
        block = self.blocks[depth]
        for choice in self._order[depth]:
            row = block.values[choice]
            here = value + row[0]
            if self._best_key is not None and here + self._most[depth + 1] < self._best_key[0]:
                return  # the choices that are left are worth less still
            after = tuple(map(int.__add__, sums, row[1:]))
            reach = self._reach(depth + 1, after)
            if reach is None:
                continue
            if self._best_key is not None and here + reach < self._best_key[0]:
                continue
            self._path[depth] = choice
            self.descend(depth + 1, here, after)

    def _reach(self, depth: int, sums: tuple[int, ...]) -> int | None:
        """An upper bound of what the remaining blocks add; None where a floor cannot be met."""
        bound = self._most[depth]
        for floor, total in enumerate(sums):
            values, bests = self._curves[floor][depth]
            place = bisect_left(values, self.needs[floor] - total)
            if place == len(values):
                return None
            bound = min(bound, bests[place])
        return bound


def _suffix_most(blocks: tuple[Block, ...]) -> list[int]:
    most = [0]
    for block in reversed(blocks):
        most.append(most[-1] + max(row[0] for row in block.values))
    return most[::-1]


def _curves(blocks: tuple[Block, ...], column: int) -> list[Curve]:
    """For every depth: the frontier of the remaining blocks, objective against one condition."""
    curves: list[Curve] = [([0], [0])]
    points = [(0, 0)]
    for block in reversed(blocks):
        pairs = _undominated({(row[column], row[0]) for row in block.values})
        points = _undominated({(c + d, o + p) for c, o in points for d, p in pairs})
        curves.append(([c for c, _ in reversed(points)], [o for _, o in reversed(points)]))
    return curves[::-1]


def _undominated(pairs: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs that no other reaches in both values, the first value falling."""
    kept: list[tuple[int, int]] = []
    best = None
    for pair in sorted(pairs, reverse=True):
        if best is None or pair[1] > best:
            best = pair[1]
            kept.append(pair)
    return kept


def count_packages(floors: Sequence[Floor], allowed: Allowed) -> int:
    """How many allowed packages meet every floor, counted without enumerating them.

    Blocks are merged one by one into a table of running sums; sums that can no longer miss a floor
    are taken together, and those that can no longer reach one are dropped.
    """
    blocks = blocks_of([(floor.tables, floor.links) for floor in floors], allowed)
    least, most = _ranges(blocks, len(floors))
    needs = [floor.at_least for floor in floors]
    states: Counter[tuple[int, ...]] = Counter({tuple(0 for _ in floors): 1})
    for depth, block in enumerate(blocks, start=1):
        rows = Counter(block.values)
        merged: Counter[tuple[int, ...]] = Counter()
        enough = [need - low for need, low in zip(needs, least[depth], strict=True)]
        reach = [need - high for need, high in zip(needs, most[depth], strict=True)]
        for sums, count in states.items():
            for row, times in rows.items():
                after = tuple(map(int.__add__, sums, row))
                if all(value >= low for value, low in zip(after, reach, strict=True)):
                    merged[tuple(map(min, after, enough))] += count * times
        states = merged
    return sum(states.values())


def _ranges(blocks: tuple[Block, ...], width: int) -> tuple[list[list[int]], list[list[int]]]:
    """For every depth: the least and the most that the remaining blocks add to each condition."""
    least, most = [[0] * width], [[0] * width]
    for block in reversed(blocks):
        columns = list(zip(*block.values, strict=True)) if width else []
        least.append([low + min(column) for low, column in zip(least[-1], columns, strict=True)])
        most.append([high + max(column) for high, column in zip(most[-1], columns, strict=True)])
    return least[::-1], most[::-1]
