"""The exact Pareto frontier of two parties: milliseconds by number of packages.

Repeat with: .venv/bin/python benchmarks/frontier.py [runs]

“Opposed”: what one side likes more the other likes less, on every issue. It is the hardest case,
in which most options stay on the frontier. Goals: 10⁶ packages in 10 ms, 10¹⁵ opposed in 300 ms.
The last rows have links that couple three issues. Medians over fresh random domains.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from itertools import product

from game.bargaining.frontier import pareto_frontier
from game.bargaining.preferences import Link, Preferences

HIGHEST = 100


def party(luck: random.Random, issues: int, options: int, order: int) -> Preferences:
    """Random points per option: rising (1), falling (−1) or in no order (0)."""
    tables = []
    for _ in range(issues):
        points = [luck.randint(0, HIGHEST) for _ in range(options)]
        tables.append(tuple(sorted(points, reverse=order < 0)) if order else tuple(points))
    return Preferences(tuple(tables))


def linked(luck: random.Random, preferences: Preferences, options: int) -> Preferences:
    """The same with a link over the first three issues."""
    combinations = frozenset(
        choice for choice in product(range(options), repeat=3) if luck.random() < 0.2
    )
    return Preferences(preferences.points, (Link((0, 1, 2), combinations, 15),))


def row(name: str, issues: int, options: int, opposed: bool, links: bool, runs: int) -> None:
    """Measures and prints one kind of domain."""
    times, sizes = [], []
    for seed in range(runs):
        luck = random.Random(seed)
        first = party(luck, issues, options, 1 if opposed else 0)
        second = party(luck, issues, options, -1 if opposed else 0)
        if links:
            first = linked(luck, first, options)
        begun = time.perf_counter()
        deals = pareto_frontier(first, second)
        times.append(1000 * (time.perf_counter() - begun))
        sizes.append(len(deals))
    print(
        f"{name:<28} {options**issues:>9.0e} packages  {statistics.median(times):>8.2f} ms "
        f"(max {max(times):.2f})  frontier {statistics.median(sizes):.0f}"
    )


def main(runs: int) -> None:
    """Prints the table."""
    for opposed in (False, True):
        kind = "opposed" if opposed else "random"
        row(f"{kind}, 6 issues × 10", 6, 10, opposed, False, runs)
        row(f"{kind}, 15 issues × 10", 15, 10, opposed, False, runs)
    row("opposed, 3 coupled, 6 × 10", 6, 10, True, True, runs)
    row("opposed, 3 coupled, 15 × 10", 15, 10, True, True, runs)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
