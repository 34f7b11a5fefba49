"""What one party knows about itself, as numbers: points, links, red lines, home.

A sheet is built from one party's own part of the scenario. It is all that a delegation is given
besides the public record, so that a computer delegation cannot know the other side's secrets.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from game.analysis.conditions import Situation, check_of
from game.analysis.home import HomeSheet, home_sheet
from game.analysis.space import Space
from game.bargaining.preferences import Link, Package, Preferences
from game.scenario import model
from game.scenario.model import Condition, Scenario


@dataclass(frozen=True)
class PartySheet:
    """One party's own numbers."""

    party: str
    preferences: Preferences
    red_lines: frozenset[tuple[int, int]]
    """(item, option) pairs that this party can never sign."""
    home: HomeSheet

    def crossed(self, package: Package) -> tuple[tuple[int, int], ...]:
        """The (item, option) pairs of the package that cross a red line."""
        return tuple([pair for pair in enumerate(package) if pair in self.red_lines])

    def crosses(self, package: Package) -> tuple[int, int] | None:
        """The first red line that the package crosses, if any."""
        return next(iter(self.crossed(package)), None)


def party_sheet(scenario: Scenario, party: str, space: Space) -> PartySheet:
    """The numbers of one party, from its own part of the scenario."""
    points = tuple(
        (0, *(option.points.get(party, 0) for option in item.options.values()))
        for item in scenario.agenda.values()
    )
    return PartySheet(
        party=party,
        preferences=Preferences(
            points=points,
            links=tuple(
                compile_link(link, link.points[party], space)
                for link in scenario.links
                if link.points.get(party)
            ),
            walk_away=scenario.parties[party].walk_away,
        ),
        red_lines=frozenset(
            (index, number)
            for index, item in enumerate(scenario.agenda.values())
            for number, option in enumerate(item.options.values(), start=1)
            if party in option.red_line
        ),
        home=home_sheet(scenario, party, space),
    )


def compile_link(link: model.Link, points: int, space: Space) -> Link:
    """A scenario's link as the combinations of option numbers that it rewards or punishes."""
    items = tuple(sorted({space.item_index[item] for item in items_of(link.when)}))
    rewarded = check_of(link.when)
    combinations = frozenset(
        numbers
        for numbers in product(*(range(len(space.options[item])) for item in items))
        if rewarded(
            Situation(
                agreement={
                    space.items[item]: space.options[item][number] if number else None
                    for item, number in zip(items, numbers, strict=True)
                }
            )
        )
    )
    return Link(issues=items, combinations=combinations, points=points)


def items_of(condition: Condition) -> set[str]:
    """Every agenda item that a condition asks about."""
    items = {*(condition.agreed or {}), *(condition.silent or ()), *(condition.handed_down or ())}
    for part in (*(condition.all or ()), *(condition.any or ())):
        items |= items_of(part)
    if condition.not_ is not None:
        items |= items_of(condition.not_)
    return items
