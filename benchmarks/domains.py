"""Negotiation domains of many kinds, built from a seed: the ground that the benchmarks play on.

Twenty-five domains in a row cover every size with every kind of opposition; walk-away values,
weights, how fine the points are, how many options an issue has and how worth runs over them are
drawn. Nothing is taken from a published domain, so that none can have been tuned to.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

from game.bargaining.frontier import Deal, pareto_frontier
from game.bargaining.preferences import Preferences, Tables

SIZES = {
    "tiny": (3, 12),
    "small": (13, 200),
    "medium": (201, 3_000),
    "large": (3_001, 40_000),
    "huge": (40_001, 1_000_000),
}
KINDS = ("opposed", "mixed", "random", "cooperative", "peaked")
SAME_ORDER = {"opposed": 0.0, "mixed": 0.35, "cooperative": 0.75}
"""How likely both sides want the same end of an issue; the random kind has no order at all, and in
the peaked kind each side has an option of its own that it likes best, and others by nearness."""

TOTALS = (30, 100, 1_000, 10_000)
"""Points of the best package for either side, up to rounding; coarse points make many equal."""

MANY_OPTIONS = (3, 5, 8, 12)
"""The most options of an issue, drawn per domain."""


@dataclass(frozen=True, slots=True)
class Domain:
    """Two parties over the same issues, each with its walk-away value."""

    name: str
    parties: tuple[Preferences, Preferences]
    frontier: tuple[Deal, ...]

    @property
    def packages(self) -> int:
        """How many packages there are."""
        return math.prod(len(table) for table in self.parties[0].points)


def domains(count: int, seed: int = 0) -> list[Domain]:
    """So many domains; every one has an agreement that leaves both more than their walk-away."""
    found = []
    for number in range(count):
        size = list(SIZES)[number % len(SIZES)]
        kind = KINDS[number // len(SIZES) % len(KINDS)]
        luck = random.Random(f"{seed}/{number}")
        found.append(_domain(luck, f"{number} {kind} {size}", kind, SIZES[size]))
    return found


def _domain(luck: random.Random, name: str, kind: str, size: tuple[int, int]) -> Domain:
    while True:
        sizes = _sizes(luck, *size)
        first, second = _weights(luck, sizes), _weights(luck, sizes)
        if luck.random() < 0.3:
            second = first
        issues = [_issue(luck, kind, count) for count in sizes]
        total = luck.choice(TOTALS)
        parties = tuple(
            _party(luck, total, [[weight * v for v in issue[n]] for weight, issue in pairs])
            for n, pairs in enumerate(
                (zip(first, issues, strict=True), zip(second, issues, strict=True))
            )
        )
        a, b = parties
        frontier = pareto_frontier(a, b)
        if any(x > a.walk_away and y > b.walk_away for x, y in (d.points for d in frontier)):
            return Domain(name, (a, b), frontier)


def _sizes(luck: random.Random, least: int, most: int) -> list[int]:
    while True:
        issues = luck.randint(1, 3) if most < 20 else luck.randint(2, 10)
        many = luck.choice(MANY_OPTIONS)
        sizes = [luck.randint(2, many) for _ in range(issues)]
        if least <= math.prod(sizes) <= most:
            return sizes


def _weights(luck: random.Random, sizes: list[int]) -> list[float]:
    evenness = luck.choice((0.5, 1, 3))
    return [luck.gammavariate(evenness, 1) + 0.02 for _ in sizes]


def _issue(luck: random.Random, kind: str, count: int) -> tuple[list[float], list[float]]:
    """Worth of every option to either side, 0 to 1."""
    if kind == "peaked":
        return _nearness(luck, count), _nearness(luck, count)
    first, second = _worths(luck, count), _worths(luck, count)
    if kind == "random":
        return first, second
    return sorted(first), sorted(second, reverse=luck.random() >= SAME_ORDER[kind])


def _nearness(luck: random.Random, count: int) -> list[float]:
    peak = luck.randrange(count)
    far = max(peak, count - 1 - peak)
    return [1 - abs(n - peak) / far for n in range(count)]


def _worths(luck: random.Random, count: int) -> list[float]:
    bend = luck.choice((0.5, 1, 2))
    if luck.random() < 0.5:
        steps = [(n / (count - 1)) ** bend for n in range(count)]
        luck.shuffle(steps)
        return steps
    drawn = [luck.random() ** bend for _ in range(count)]
    least, most = min(drawn), max(drawn)
    return [(v - least) / (most - least) for v in drawn]


def _party(luck: random.Random, total: int, worths: list[list[float]]) -> Preferences:
    if luck.random() < 0.3:  # even the worst option of an issue is worth something
        raised = [luck.random() * max(table) for table in worths]
        worths = [[v + up for v in table] for table, up in zip(worths, raised, strict=True)]
    scale = total / sum(max(table) for table in worths)
    points: Tables = tuple(tuple(round(scale * v) for v in table) for table in worths)
    drawn: Callable[[], float] = luck.random
    share = luck.choice((0.0, 0.3 * drawn(), 0.2 + 0.4 * drawn(), 0.2 + 0.4 * drawn()))
    return Preferences(points, (), round(share * sum(max(table) for table in points)))
