"""Variants: other numbers with the same structure, so that no two students need share a sheet.

Per item and party the order of the options survives, ties stay ties, what was worth nothing or less
than nothing stays so, and silence stays 0. Red lines, links, homes and texts are not touched. An
agreement that both can sign and carry home, and at least one exchange over two items that gains
both, are still there wherever the file has them: figures that lose one are drawn again.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import pairwise

from game.analysis.floors import home_floors, signed_floors, with_a_clause
from game.analysis.table import Table, table_of
from game.analysis.trades import tradable_items
from game.bargaining.existence import exists
from game.scenario.model import Item, Scenario

TRIES = 60
"""Draws for the figures of one item; where none keeps their order, they are set one by one."""

ATTEMPTS = 30
"""Draws for the whole summit before the figures of the file are kept."""


def vary(scenario: Scenario, variant: int) -> Scenario:
    """The scenario with its points moved by at most `variation.points`; variant 0 is the file.

    The same number gives the same figures on every machine.
    """
    if variant == 0 or scenario.variation.points == 0:
        return scenario
    for attempt in range(ATTEMPTS):
        other = drawn(scenario, variant, attempt)
        if keeps_structure(scenario, other):
            return other
    return scenario


def drawn(scenario: Scenario, variant: int, attempt: int) -> Scenario:
    """One draw of a variant's figures, in which only the order of the options is sure."""
    luck = random.Random(f"variant:{variant}" + (f":{attempt}" if attempt else ""))
    spread = scenario.variation.points
    agenda = {
        name: _vary_item(item, scenario, spread, luck) for name, item in scenario.agenda.items()
    }
    return scenario.model_copy(update={"agenda": agenda})


def keeps_structure(scenario: Scenario, other: Scenario) -> bool:
    """Whether other figures leave an agreement and a trade, if the scenario's own do."""
    changed = table_of(other)
    # The file is asked only where something is missing, which is rare.
    return all(
        present(changed) or not present(table_of(scenario))
        for present in (has_agreement, has_trade)
    )


def has_agreement(table: Table) -> bool:
    """Whether both could sign and carry home one and the same text, as far as can be proved."""
    floors = (*signed_floors(table, table.walk_away), *home_floors(table))
    return exists(with_a_clause(table, floors), table.signable) is True


def has_trade(table: Table) -> bool:
    """Whether an exchange over two items would gain both."""
    return next(tradable_items(table), None) is not None


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
            break
    else:
        shifted = _one_by_one(levels, spread, luck)
    return {name: shifted[value] for name, value in points.items()}


def _one_by_one(levels: list[int], spread: int, luck: random.Random) -> dict[int, int]:
    """Each figure at random above the one before it, from 0 outwards: always in order."""
    shifted = {0: 0}
    for sign in (1, -1):
        last = 0
        for level in sorted(abs(level) for level in levels if level * sign > 0):
            low = max(last + 1, level - spread)
            last = low + int(luck.random() * (level + spread - low + 1))
            shifted[sign * level] = sign * last
    return shifted
