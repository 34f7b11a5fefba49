"""How many packages lie where, each figure counted exactly or, of a very large summit, left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.analysis.measures import Share, overlap, win_set, zopa
from game.analysis.sense import too_many_combinations
from game.analysis.table import Table
from game.bargaining.search import CountTooLongError
from game.scenario.library import UnusableError
from game.scenario.model import Scenario

MOST_STEPS = 2_000_000
"""Additions on the way to one figure: some seconds. Twelve items of six options take 500,000."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of a summit; None is one that was left out, since it would take long."""

    zopa: Share | None
    win_sets: tuple[Share | None, Share | None]
    """Per party, in the order of the file."""
    overlap: Share | None


def counted(table: Table) -> Counted:
    """Counts what can be counted in some seconds."""
    return Counted(
        zopa=_within(lambda most: zopa(table, most)),
        win_sets=(
            _within(lambda most: win_set(table, 0, most)),
            _within(lambda most: win_set(table, 1, most)),
        ),
        overlap=_within(lambda most: overlap(table, most)),
    )


def _within(count: Callable[[int], Share]) -> Share | None:
    try:
        return count(MOST_STEPS)
    except CountTooLongError:
        return None


def must_be_computable(scenario: Scenario) -> None:
    """Raises UnusableError where links couple too much to compute anything in a lesson's time."""
    for finding in too_many_combinations(scenario):
        raise UnusableError(f"{finding.message} {finding.help}")
