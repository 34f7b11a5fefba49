"""The best package under side conditions, and how many packages meet them; both exact.

The search goes through the blocks depth first, best choices first, and turns back where even the
best rest cannot reach what has been found. The bound is sharp: for each side condition alone, the
frontier of the remaining blocks (objective against that condition) says how much can still be had.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.bargaining.blocks import Block, Objective, assemble, block_of, blocks_of, coupled
from game.bargaining.frontier import undominated
from game.bargaining.preferences import Allowed, Floor, Link, Package, Preferences, Tables

Curve = list[int]
"""Undominated pairs of a side condition and the objective, ascending, each packed in one integer.

The condition stands above `shift` bits, the objective, counted from its least, below them.
"""


def highest(objective: Preferences, floors: Sequence[Floor], allowed: Allowed) -> Package | None:
    """The allowed package with the highest objective that meets every floor; None if none does.

    Among equals, the one that leaves more above the first floor; then the first that is found.
    """
    asked = list(floors[:1])
    while True:
        found = _highest(objective, asked, allowed)
        if found is None:
            return None
        broken = next((floor for floor in floors[1:] if not floor.holds(found)), None)
        if broken is None:
            return found
        # Few floors bind: what is best without the others and meets them is the best of all.
        asked.append(broken)


def _highest(objective: Preferences, floors: Sequence[Floor], allowed: Allowed) -> Package | None:
    """The same, every floor being part of the search."""
    ground = _ground(objective.links, tuple([(f.tables, f.links) for f in floors]), allowed)
    search = _Search(ground, objective.points)
    if len(floors) == 1:
        search.follow(floors[0].at_least)
    else:
        search.descend(0, 0, tuple(floor.at_least for floor in floors))
    if search.best is None:
        return None
    blocks = [part.block for part in ground]
    return assemble(len(allowed), list(zip(blocks, search.best, strict=True)))


@dataclass(frozen=True, slots=True)
class _Part:
    """A block without what the single options add to the objective."""

    block: Block
    linked: tuple[int, ...]
    """Per choice, what the objective's links add; empty where it has none."""
    rows: tuple[tuple[int, ...], ...]
    """Per choice, what it adds to each side condition."""
    columns: tuple[tuple[int, ...], ...]
    """The same per side condition."""
    options: tuple[tuple[int, ...], ...]
    """Per issue of the block, the options that may be used."""

    def gains(self, points: Tables) -> list[int]:
        """Per choice, what it adds to the objective."""
        sums = [0]
        for issue, options in zip(self.block.issues, self.options, strict=True):
            added = [points[issue][option] for option in options]
            sums = [total + more for total in sums for more in added]
        return list(map(int.__add__, sums, self.linked)) if self.linked else sums


@lru_cache(maxsize=64)
def _ground(
    links: tuple[Link, ...], conditions: tuple[Objective, ...], allowed: Allowed
) -> tuple[_Part, ...]:
    """The blocks of a search but for the objective's points.

    Remembered: what a side asks for changes with every move, what it needs and may use seldom.
    """
    every = [link for each in (links, *(more for _, more in conditions)) for link in each]
    return tuple(
        _part(issues, links, conditions, tuple([allowed[issue] for issue in issues]))
        for issues in coupled(len(allowed), every)
    )


@lru_cache(maxsize=256)
def _part(
    issues: tuple[int, ...],
    links: tuple[Link, ...],
    conditions: tuple[Objective, ...],
    options: tuple[tuple[int, ...], ...],
) -> _Part:
    """One block: remembered beside the whole, of which an agreed item changes but one block."""
    nothing = ((0,) * (1 + max(map(max, options))),) * (1 + max(issues))
    block = block_of(issues, ((nothing, links), *conditions), options)
    return _Part(
        block=block,
        linked=tuple([row[0] for row in block.values]) if links else (),
        rows=tuple([row[1:] for row in block.values]),
        columns=tuple(zip(*block.values, strict=True))[1:],
        options=options,
    )


class _Search:
    """One depth-first search."""

    def __init__(self, ground: tuple[_Part, ...], points: Tables) -> None:
        self.best: tuple[int, ...] | None = None
        self._best_key: tuple[int, int] | None = None
        self._path = [0] * len(ground)
        self._rows = [part.rows for part in ground]
        self._columns = [part.columns for part in ground]
        self._gains = [part.gains(points) for part in ground]
        self._least, self._most = _suffix_ranges(self._gains)
        self._shift = (self._most[0] - self._least[0]).bit_length()
        self._mask = (1 << self._shift) - 1
        self._curves = self._frontiers()

    def descend(self, depth: int, value: int, needs: tuple[int, ...]) -> None:
        """Tries every choice of the block at this depth that can still beat the best found.

        `value` is what the blocks before it add to the objective, `needs` what the floors still
        lack.
        """
        if depth == len(self._rows):
            key = (value, -needs[0] if needs else 0)
            if self._best_key is None or key > self._best_key:
                self._best_key = key
                self.best = tuple(self._path)
            return
        gains, rows, most = self._gains[depth], self._rows[depth], self._most[depth + 1]
        choices: Iterable[int] = range(len(gains))
        if needs:
            # The first floor forbids most: what cannot reach it any more is left out at once.
            least = needs[0] - (self._curves[depth + 1][0][-1] >> self._shift)
            adds = self._columns[depth][0]
            choices = [choice for choice, added in enumerate(adds) if added >= least]
        for choice in sorted(choices, key=gains.__getitem__, reverse=True):
            here = value + gains[choice]
            if self._best_key is not None and here + most < self._best_key[0]:
                return  # the choices that are left are worth less still
            lacking = tuple(map(int.__sub__, needs, rows[choice]))
            reach = self._reach(depth + 1, lacking)
            if reach is None or (self._best_key is not None and here + reach < self._best_key[0]):
                continue
            self._path[depth] = choice
            self.descend(depth + 1, here, lacking)

    def follow(self, need: int) -> None:
        """What `descend` finds, where there is one floor: its curves are no bounds then but exact.

        The first block shows the best that can be had, (objective, above the floor); the others
        have but to be asked which choice leads to it.
        """
        shift, mask = self._shift, self._mask
        best: tuple[int, int] | None = None
        for depth, (gains, columns) in enumerate(zip(self._gains, self._columns, strict=True)):
            adds, curve = columns[0], self._curves[depth + 1][0]
            least, most = self._least[depth + 1], self._most[depth + 1]
            out_of_reach = need - (curve[-1] >> shift)
            choices = [choice for choice, added in enumerate(adds) if added >= out_of_reach]
            found: tuple[int, int] | None = None
            for choice in sorted(choices, key=gains.__getitem__, reverse=True):
                gain = gains[choice]
                if found is not None and gain + most < found[0]:
                    break  # the choices that are left are worth less still
                rest = curve[bisect_left(curve, (need - adds[choice]) << shift)]
                value = gain + least + (rest & mask), adds[choice] + (rest >> shift)
                if found is None or value > found:
                    found, self._path[depth] = value, choice
                    if found == best:
                        break
            if found is None:
                return
            taken = self._path[depth]
            need -= adds[taken]
            best = found[0] - gains[taken], found[1] - adds[taken]
        self.best = tuple(self._path)

    def _reach(self, depth: int, needs: tuple[int, ...]) -> int | None:
        """An upper bound of what the remaining blocks add; None where a floor cannot be met."""
        shift, mask = self._shift, self._mask
        bound = self._most[depth] - self._least[depth]
        for curve, need in zip(self._curves[depth], needs, strict=True):
            place = bisect_left(curve, need << shift)
            if place == len(curve):
                return None
            if (reach := curve[place] & mask) < bound:
                bound = reach
        return self._least[depth] + bound

    def _frontiers(self) -> list[list[Curve]]:
        """For every depth and floor: the frontier of the remaining blocks, objective against it.

        The first block always comes before them, so that nothing is ever asked at depth 0.
        """
        curves: list[list[Curve]] = [[[0] for _ in self._columns[0]]] if self._columns else []
        for gains, block in zip(self._gains[:0:-1], self._columns[:0:-1], strict=True):
            low = min(gains)
            merged = []
            for curve, column in zip(curves[-1], block, strict=True):
                pairs = [(c << self._shift) + g - low for c, g in zip(column, gains, strict=True)]
                if len(pairs) == 1:  # a settled issue moves the curve and leaves its form
                    merged.append([kept + pairs[0] for kept in curve])
                    continue
                pairs = self._undominated(pairs)
                merged.append(self._undominated([kept + p for kept in curve for p in pairs]))
            curves.append(merged)
        return [[], *reversed(curves)]

    def _undominated(self, pairs: list[int]) -> Curve:
        """The packed pairs that no other reaches in both values, ascending."""
        pairs.sort(reverse=True)
        return undominated(pairs, self._mask)[::-1]


def _suffix_ranges(gains: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """For every depth: the least and the most that the remaining blocks add to the objective."""
    least, most = [0], [0]
    for block in reversed(gains):
        least.append(least[-1] + min(block))
        most.append(most[-1] + max(block))
    return least[::-1], most[::-1]


class CountTooLongError(Exception):
    """A count would take more steps than it was given."""


def count_packages(floors: Sequence[Floor], allowed: Allowed, most_steps: int | None = None) -> int:
    """How many allowed packages meet every floor, counted without enumerating them.

    Blocks are merged one by one into a table of running sums; sums that can no longer miss a floor
    are taken together, and those that can no longer reach one are dropped. Several floors over many
    issues leave many sums: with `most_steps`, additions, a longer count raises CountTooLongError.
    """
    blocks = blocks_of([(floor.tables, floor.links) for floor in floors], allowed)
    least, most = _ranges(blocks, len(floors))
    needs = [floor.at_least for floor in floors]
    states: Counter[tuple[int, ...]] = Counter({tuple(0 for _ in floors): 1})
    steps = 0
    for depth, block in enumerate(blocks, start=1):
        rows = Counter(block.values)
        steps += len(states) * len(rows) * len(floors)
        if most_steps is not None and steps > most_steps:
            raise CountTooLongError
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
