"""Does the range of the variants fit the figures that it moves?

Where an agreement and a trade survive the worst draw of all, every variant has them. Else the first
variants are drawn as `play --variant` draws them, so that what is told has happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.analysis.measures import home_floors, signed_floors, some_clause
from game.analysis.sense.scene import Scene
from game.analysis.trades import tradable_items
from game.analysis.variants import drawn, has_trade, keeps_structure
from game.bargaining.existence import exists
from game.scenario.diagnostics import Finding

TRIED = 12
"""Variants that are drawn; a class has more, but what goes wrong once in ten shows here."""


def check_variation(scene: Scene) -> Iterator[Finding]:
    """A warning for a range that breaks the structure."""
    spread = scene.scenario.variation.points
    if not spread:
        return
    if _survives(scene, spread):
        return
    drawings = {number: drawn(scene.scenario, number, 0) for number in range(1, TRIED + 1)}
    broken = [n for n, other in drawings.items() if not keeps_structure(scene.scenario, other)]
    if broken:
        yield Finding(
            ("variation", "points"),
            "VAR01",
            f"With a range of {spread}, {len(broken)} of the first {TRIED} draws leave no "
            f"agreement or no trade (variant {broken[0]} is one).",
            "Such figures are drawn again and no student gets them, but a smaller range, or more "
            "room above the walk-away values, keeps the variants alike in difficulty.",
            severity="warning",
        )


def _survives(scene: Scene, spread: int) -> bool:
    """Whether an agreement and a trade are there even when every figure moves to its worst."""
    table = scene.table
    worst = tuple(
        replace(floor, tables=tuple(_lowered(points, spread) for points in floor.tables))
        for floor in signed_floors(table, table.walk_away)
    )
    floors = (*worst, *home_floors(table), some_clause(scene.table))
    return exists(floors, table.signable) is True and (
        not has_trade(table) or next(tradable_items(table, 4 * spread), None) is not None
    )


def _lowered(points: tuple[int, ...], spread: int) -> tuple[int, ...]:
    """Figures keep their sign: a gain stays at least 1."""
    return tuple(p and (p - spread if p < 0 else max(1, p - spread)) for p in points)
