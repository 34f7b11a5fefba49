"""Does the range of the variants fit the figures that it moves?

Where an agreement and a trade survive the worst draw of all, every variant has them. Else the first
variants are drawn as `play --variant` draws them, so that what is told has happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.analysis.floors import home_floors, signed_floors, with_a_clause
from game.analysis.sense.scene import Scene
from game.analysis.table import table_of
from game.analysis.trades import tradable_items
from game.analysis.variants import drawn, has_agreement, has_trade
from game.bargaining.existence import exists
from game.scenario.diagnostics import Finding

MOST_TRIED = 12
"""Variants that are drawn; a class has more, but what goes wrong once in ten shows here."""

MOST_FIGURES = 1_200
"""Options that are drawn over all these variants; of a huge agenda only few are tried."""


def check_variation(scene: Scene) -> Iterator[Finding]:
    """A warning for a range that breaks the structure."""
    spread = scene.scenario.variation.points
    if not spread:
        return
    sound = [has_agreement] if scene.has_agreement else []
    sound += [has_trade] if has_trade(scene.table) else []
    if not sound or _survives(scene, spread) is not False:
        return
    tried = max(2, min(MOST_TRIED, MOST_FIGURES // sum(map(len, scene.table.space.options))))
    tables = {n: table_of(drawn(scene.scenario, n, 0)) for n in range(1, tried + 1)}
    broken = [n for n, table in tables.items() if not all(has(table) for has in sound)]
    if broken:
        yield Finding(
            ("variation", "points"),
            "VAR01",
            f"With a range of {spread}, {len(broken)} of the first {tried} draws leave no "
            f"agreement or no trade (variant {broken[0]} is one).",
            "Such figures are drawn again and no student gets them, but a smaller range, or more "
            "room above the walk-away values, keeps the variants alike in difficulty.",
            severity="warning",
        )


def _survives(scene: Scene, spread: int) -> bool | None:
    """Whether an agreement and a trade are there even when every figure moves to its worst.

    None where that is not proved: then drawing single variants would take as long for each.
    """
    table = scene.table
    worst = tuple(
        replace(floor, tables=tuple(_lowered(points, spread) for points in floor.tables))
        for floor in signed_floors(table, table.walk_away)
    )
    floors = with_a_clause(table, (*worst, *home_floors(table)))
    agreement = exists(floors, table.signable) if scene.has_agreement else scene.has_agreement
    trade = not has_trade(table) or next(tradable_items(table, 4 * spread), None) is not None
    return agreement and trade


def _lowered(points: tuple[int, ...], spread: int) -> tuple[int, ...]:
    """Figures keep their sign: a gain stays at least 1."""
    return tuple(p and (p - spread if p < 0 else max(1, p - spread)) for p in points)
