"""The best package for the other side that still leaves us enough, in spaces too large to list."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Sequence
from operator import getitem

from game.bargaining.blocks import Block, assemble
from game.bargaining.preferences import Package

RATIO = 1 << 24
"""Ratios of points are compared as whole numbers of this fineness."""

Estimate = Sequence[Sequence[int]]
"""Per issue, per option index: what it seems worth to the other side."""

Pairs = list[tuple[int, int]]
"""Per choice of a block: own points and estimated points."""

Step = tuple[int, int, int, int, int]
"""−ratio, block, number of the step in its block, own points given, choice after it."""


def best_exchange(
    blocks: Sequence[Block], least: int, estimate: Estimate, used: Collection[Package]
) -> Package | None:
    """A package that gives us at least `least`, was not used, and is worth most by the estimate.

    Very nearly the best: exact up to the one step in which the greedy solution of the knapsack
    falls short. None only if no package gives so much, or all those around were used.
    """
    rows = [_pairs(block, estimate) for block in blocks]
    start = _greedy(rows, least)
    if start is None:
        return None
    own = sum(row[c][0] for row, c in zip(rows, start, strict=True))
    worth = sum(row[c][1] for row, c in zip(rows, start, strict=True))
    waiting = [(-worth, -own, start)]
    seen = {start}
    while waiting:
        cost, loss, choices = heapq.heappop(waiting)
        package = assemble(len(estimate), list(zip(blocks, choices, strict=True)))
        if package not in used:
            return package
        for n, (row, held) in enumerate(zip(rows, choices, strict=True)):
            for choice, (mine, theirs) in enumerate(row):
                after = -loss + mine - row[held][0]
                near = (*choices[:n], choice, *choices[n + 1 :])
                if after >= least and near not in seen:
                    seen.add(near)
                    heapq.heappush(waiting, (cost - theirs + row[held][1], -after, near))
    return None


def _pairs(block: Block, estimate: Estimate) -> Pairs:
    tables = [estimate[issue] for issue in block.issues]
    return [
        (value[0], sum(map(getitem, tables, choice)))
        for value, choice in zip(block.values, block.choices, strict=True)
    ]


def _greedy(rows: list[Pairs], least: int) -> tuple[int, ...] | None:
    """From our best choices downwards: the steps that bring it most per point that we give."""
    chosen = [max(range(len(row)), key=row.__getitem__) for row in rows]
    spare = sum(row[c][0] for row, c in zip(rows, chosen, strict=True)) - least
    if spare < 0:
        return None
    steps = [step for n, row in enumerate(rows) for step in _hull_steps(n, row, chosen[n])]
    closed = set()
    for _, block, _, loss, choice in sorted(steps):
        if block in closed:
            continue
        if loss > spare:
            closed.add(block)
            continue
        spare -= loss
        chosen[block] = choice
    return _fill(rows, chosen, spare)


def _hull_steps(block: int, row: Pairs, start: int) -> list[Step]:
    """The steps along the upper hull of one block, from our best choice on."""
    steps: list[Step] = []
    at = start
    while True:
        mine, theirs = row[at]
        better = [
            (-((e - theirs) * RATIO // (mine - o)), o - mine, choice)
            for choice, (o, e) in enumerate(row)
            if e > theirs and o < mine
        ]
        if not better:
            return steps
        ratio, loss, choice = min(better)
        steps.append((ratio, block, len(steps), -loss, choice))
        at = choice


def _fill(rows: list[Pairs], chosen: list[int], spare: int) -> tuple[int, ...]:
    """Single changes that bring it more and that we can still afford, the largest first."""
    while True:
        best = max(
            (
                (e - row[held][1], o - row[held][0], n, choice)
                for n, (row, held) in enumerate(zip(rows, chosen, strict=True))
                for choice, (o, e) in enumerate(row)
                if e > row[held][1] and row[held][0] - o <= spare
            ),
            default=None,
        )
        if best is None:
            return tuple(chosen)
        _, change, block, choice = best
        spare += change
        chosen[block] = choice
