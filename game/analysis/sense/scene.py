"""A scenario as the checks of sense look at it: its table, its names and paths, its extremes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import prod

from game.analysis.conditions import with_parts
from game.analysis.floors import home_floors, signed_floors, with_a_clause
from game.analysis.sheets import items_of
from game.analysis.table import Table, table_of
from game.bargaining.blocks import Block, blocks_of
from game.bargaining.existence import exists
from game.bargaining.preferences import Allowed, Link
from game.scenario.diagnostics import Path
from game.scenario.model import Scenario

MOST_COMBINED = 20_000
"""Combinations of options on linked items; with more, the exact analysis takes too long."""


@dataclass(frozen=True)
class Scene:
    """A sound scenario under the eyes of the checks. Parties, items and options by number."""

    scenario: Scenario

    @cached_property
    def table(self) -> Table:
        """The scenario in numbers."""
        return table_of(self.scenario)

    def party(self, number: int) -> str:
        """The id of a party."""
        return self.scenario.party_ids[number]

    def name(self, number: int) -> str:
        """The name of a party."""
        return self.scenario.parties[self.party(number)].name.strip()

    def item_path(self, item: int) -> Path:
        """Where an item stands in the file."""
        return ("agenda", self.table.space.items[item])

    def option_path(self, item: int, option: int) -> Path:
        """Where an option stands in the file."""
        return (*self.item_path(item), "options", self.table.space.options[item][option])

    @cached_property
    def has_agreement(self) -> bool | None:
        """Whether a text exists that both would sign and both homes carry; None: not proved."""
        signing = signed_floors(self.table, self.table.walk_away)
        floors = with_a_clause(self.table, (*signing, *home_floors(self.table)))
        return exists(floors, self.table.signable)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Both sides' points per block of linked items, over what crosses no red line."""
        return self.blocks_over(self.table.signable)

    def blocks_over(self, allowed: Allowed) -> tuple[Block, ...]:
        """The same over other options."""
        first, second = (sheet.preferences for sheet in self.table.sheets)
        return blocks_of([(first.points, first.links), (second.points, second.links)], allowed)

    def most_points(self, party: int) -> int:
        """The most that a party gets from any text without a red line."""
        return sum(max(row[party] for row in block.values) for block in self.blocks)

    def least_link_change(self, link: Link, item: int, better: int, number: int) -> int:
        """The least by which a link's points change when one option takes another's place."""
        place = link.issues.index(item)

        def others(option: int) -> set[tuple[int, ...]]:
            return {(*c[:place], *c[place + 1 :]) for c in link.combinations if c[place] == option}

        with_better, with_number = others(better), others(number)
        if link.points > 0:
            return -link.points if with_number - with_better else 0
        return link.points if with_better - with_number else 0

    def in_events(self, item: int, option: int) -> bool:
        """Whether a condition of an event asks for this option."""
        name = self.table.space.items[item]
        return any(
            self.table.space.options[item][option] in (condition.agreed or {}).get(name, ())
            for event in self.scenario.events.values()
            if event.when is not None
            for condition in with_parts(event.when)
        )


def coupled_items(scenario: Scenario) -> list[tuple[tuple[str, ...], int]]:
    """Groups of items that links join, with the number of combinations of their options."""
    groups: list[set[str]] = []
    for link in scenario.links:
        joined = items_of(link.when)
        for group in [group for group in groups if group & joined]:
            groups.remove(group)
            joined |= group
        groups.append(joined)
    return [
        (
            tuple(item for item in scenario.agenda if item in group),
            prod(1 + len(scenario.agenda[item].options) for item in group),
        )
        for group in groups
        if group
    ]
