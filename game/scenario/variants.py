"""Variants: other numbers with the same structure, so that no two students need share a sheet.

Per item and party the order of the options survives, ties stay ties, what was worth nothing or less
than nothing stays so, and silence stays 0. Red lines, links, homes and texts are not touched.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import pairwise

from game.scenario.model import Item, Scenario

TRIES = 60
"""Draws for one item before its own figures are kept."""


def vary(scenario: Scenario, variant: int) -> Scenario:
    """The scenario with its points moved by at most `variation.points`; variant 0 is the file.

    The same number gives the same figures on every machine.
    """
    spread = scenario.variation.points
    if variant == 0 or spread == 0:
        return scenario
    luck = random.Random(f"variant:{variant}")
    agenda = {
        name: _vary_item(item, scenario, spread, luck) for name, item in scenario.agenda.items()
    }
    return scenario.model_copy(update={"agenda": agenda})


def _vary_item(item: Item, scenario: Scenario, spread: int, luck: random.Random) -> Item:
    moved = {
        party: _vary_points(
            {name: option.points.get(party, 0) for name, option in item.options.items()},
            spread,
            luck,
        )
        for party in scenario.parties
    }
    options = {
        name: option.model_copy(
            update={"points": {party: points[name] for party, points in moved.items()}}
        )
        for name, option in item.options.items()
    }
    return item.model_copy(update={"options": options})


def _vary_points(points: Mapping[str, int], spread: int, luck: random.Random) -> dict[str, int]:
    levels = sorted({0, *points.values()})
    for _ in range(TRIES):
        shifted = {
            level: level + (int(luck.random() * (2 * spread + 1)) - spread if level else 0)
            for level in levels
        }
        values = [shifted[level] for level in levels]
        if all(low < high for low, high in pairwise(values)):
            return {name: shifted[value] for name, value in points.items()}
    return dict(points)
