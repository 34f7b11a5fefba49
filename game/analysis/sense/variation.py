"""Does the range of the variants fit the figures that it moves?

The first variants are drawn as `play --variant` draws them, so that what is told has happened.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.sense.scene import Scene
from game.analysis.variants import drawn, keeps_structure
from game.scenario.diagnostics import Finding

TRIED = 12
"""Variants that are drawn; a class has more, but what goes wrong once in ten shows here."""


def check_variation(scene: Scene) -> Iterator[Finding]:
    """A warning for a range that breaks the structure."""
    spread = scene.scenario.variation.points
    if not spread:
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
