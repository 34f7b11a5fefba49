"""Is there any package that meets all side conditions? Yes, no, or not proved within the limits.

Three steps, the cheap ones first: a condition that the best choices everywhere cannot meet settles
the matter; weights on the conditions, raised where they are missed, mostly find a package that
meets all of them (the subgradient method of Lagrangian relaxation, Held and Karp 1971); what is
left is decided exactly by merging the blocks one by one, as long as that stays small. All limits
are counts, not seconds, so that the answer is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from game.bargaining.blocks import blocks_of
from game.bargaining.preferences import Allowed, Floor

ROUNDS = 40
"""Weightings that are tried before the exact merge."""

MOST_STEPS = 30_000
"""Sums that the exact merge may form; beyond them nothing is claimed."""


def exists(floors: Sequence[Floor], allowed: Allowed) -> bool | None:
    """Whether an allowed package meets every floor; None where that was not proved.

    The combinations of options inside one block of linked issues are enumerated: whoever asks sees
    to it that they are few.
    """
    if not all(allowed):
        return False
    blocks = blocks_of([(floor.tables, floor.links) for floor in floors], allowed)
    needs = [floor.at_least for floor in floors]
    columns = [list(zip(*block.values, strict=True)) for block in blocks]
    most = [sum(max(block[f]) for block in columns) for f in range(len(floors))]
    least = [sum(min(block[f]) for block in columns) for f in range(len(floors))]
    if any(high < need for high, need in zip(most, needs, strict=True)):
        return False
    # A floor that even the worst choices meet decides nothing.
    undecided = [f for f, (low, need) in enumerate(zip(least, needs, strict=True)) if low < need]
    rows = [sorted({tuple(row[f] for f in undecided) for row in block.values}) for block in blocks]
    needs = [needs[f] for f in undecided]
    if not needs or _weighted(rows, needs):
        return True
    return _merged(rows, needs)


Rows = list[list[tuple[int, ...]]]


def _weighted(rows: Rows, needs: list[int]) -> bool:
    """Whether one of some weightings of the conditions leads to a package that meets them."""
    spans = [
        max(1, sum(max(row[f] for row in block) - min(row[f] for row in block) for block in rows))
        for f in range(len(needs))
    ]
    scale = max(spans)
    weights = [1000 * scale // span for span in spans]
    for _ in range(ROUNDS):
        total = [0] * len(needs)
        for block in rows:
            best = max(block, key=lambda row: sum(w * v for w, v in zip(weights, row, strict=True)))
            total = list(map(add, total, best))
        missing = [need - value for need, value in zip(needs, total, strict=True)]
        if max(missing) <= 0:
            return True
        for f, gap in enumerate(missing):
            step = 4000 * scale * gap // (spans[f] * spans[f])
            weights[f] = max(0, weights[f] + (step or (1 if gap > 0 else 0)))
    return False


def _merged(rows: Rows, needs: list[int]) -> bool | None:
    """The exact answer, from tables of running sums; None where they grow beyond the limit.

    Of sums that agree on all conditions but the last only the highest on that one is kept; what can
    no longer reach a condition is dropped, and what can no longer miss one is cut.
    """
    most = [[0] * len(needs)]
    least = [[0] * len(needs)]
    for block in reversed(rows):
        columns = list(zip(*block, strict=True))
        most.append([a + max(column) for a, column in zip(most[-1], columns, strict=True)])
        least.append([a + min(column) for a, column in zip(least[-1], columns, strict=True)])
    states = {(0,) * (len(needs) - 1): 0}
    steps = 0
    for depth, block in enumerate(rows, start=1):
        rest = len(rows) - depth
        reach = [need - high for need, high in zip(needs, most[rest], strict=True)]
        enough = [need - low for need, low in zip(needs, least[rest], strict=True)]
        steps += len(states) * len(block)
        if steps > MOST_STEPS:
            return None
        merged: dict[tuple[int, ...], int] = {}
        for before, last in states.items():
            for row in block:
                after = tuple(map(add, (*before, last), row))
                if all(value >= low for value, low in zip(after, reach, strict=True)):
                    cut = tuple(map(min, after, enough))
                    if merged.get(cut[:-1], reach[-1] - 1) < cut[-1]:
                        merged[cut[:-1]] = cut[-1]
        states = _undominated(merged)
    return bool(states)


def _undominated(states: dict[tuple[int, ...], int]) -> dict[tuple[int, ...], int]:
    """Of two conditions only the sums that are not worse than another on both; else everything."""
    if not states or len(next(iter(states))) != 1:
        return states
    kept: dict[tuple[int, ...], int] = {}
    best: int | None = None
    for first in sorted(states, reverse=True):
        if best is None or states[first] > best:
            best = kept[first] = states[first]
    return kept
