"""The exact Pareto frontier of two parties, without enumerating packages.

Points add up over blocks of issues, so the frontier of the whole is made by merging the frontiers
of the blocks one by one: every sum of a kept pair and a block's pair is formed, sorted, and what is
dominated is dropped (the merge step of Nemhauser and Ullmann 1969). A pair of values is packed into
one integer, which sorts and adds at the speed of integers. The packages behind the pairs are found
again at the end by walking back through the stages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.bargaining.blocks import Block, assemble, blocks_of
from game.bargaining.preferences import Allowed, Package, Preferences, everything


@dataclass(frozen=True, slots=True)
class Deal:
    """A package and what it is worth to the two parties, in points."""

    package: Package
    points: tuple[int, int]


def pareto_frontier(
    first: Preferences, second: Preferences, *, allowed: Allowed | None = None
) -> tuple[Deal, ...]:
    """All undominated pairs of points, the first party's highest first, one package for each.

    `allowed` restricts the options per issue. Among packages with equal points the one with the
    lowest option indices, from the last block backwards, is named. Empty only where an issue has
    no option left.
    """
    allowed = allowed or everything(first.points)
    blocks = blocks_of([(first.points, first.links), (second.points, second.links)], allowed)
    packing = _Packing(blocks)
    stages = [[packing.base]]
    for block in blocks:
        stages.append(packing.merge(stages[-1], packing.pairs(block)))
    steps = [
        (block, packing.pairs(block), frozenset(before))
        for block, before in zip(reversed(blocks), reversed(stages[:-1]), strict=True)
    ]
    return tuple(
        Deal(assemble(len(allowed), _walk_back(steps, pair)), packing.unpack(pair))
        for pair in stages[-1]
    )


class _Packing:
    """Pairs of points as single integers: the first party's above, the second's below `shift`."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        lowest = [min((v[1] for v in block.values), default=0) for block in blocks]
        highest = [max((v[1] for v in block.values), default=0) for block in blocks]
        self._floor = sum(lowest)
        self._shift = (sum(highest) - self._floor).bit_length() + 1
        self._lowest = dict(zip((block.issues for block in blocks), lowest, strict=True))
        self._mask = (1 << self._shift) - 1
        self.base = 0

    def pairs(self, block: Block) -> list[int]:
        """The values of a block's choices, packed; the second party's counted from its least."""
        low = self._lowest[block.issues]
        return [(a << self._shift) + (b - low) for a, b in block.values]

    def merge(self, kept: list[int], pairs: list[int]) -> list[int]:
        """All sums, highest first, without the dominated ones."""
        fresh = undominated(sorted(set(pairs), reverse=True), self._mask)
        sums = [k + p for p in fresh for k in kept]
        sums.sort(reverse=True)
        return undominated(sums, self._mask)

    def unpack(self, pair: int) -> tuple[int, int]:
        """Both parties' points."""
        return pair >> self._shift, (pair & self._mask) + self._floor


def undominated(pairs: Sequence[int], mask: int) -> list[int]:
    """Of packed pairs, highest first, those that no other reaches in both values.

    `mask` leaves of a pair what stands for its second value.
    """
    best = -1
    kept = []
    for pair in pairs:
        below = pair & mask
        if below > best:
            best = below
            kept.append(pair)
    return kept


def _walk_back(
    steps: list[tuple[Block, list[int], frozenset[int]]], pair: int
) -> list[tuple[Block, int]]:
    parts = []
    for block, values, before in steps:
        choice = next(n for n, value in enumerate(values) if pair - value in before)
        parts.append((block, choice))
        pair -= values[choice]
    return parts
