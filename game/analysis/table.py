"""Both sides of a scenario under the mathematics: where the debrief, `analyse` and checks begin.

Only they may hold a `Table`: it knows both parties' secrets.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game.analysis.home import Grades, opening_grades
from game.analysis.sheets import PartySheet, party_sheet
from game.analysis.space import Space, space_of
from game.bargaining.frontier import Deal, pareto_frontier
from game.bargaining.preferences import Allowed, without
from game.scenario.model import Scenario


@dataclass(frozen=True)
class Table:
    """The numbered space, both parties' sheets, and what the press expects before the meeting."""

    space: Space
    sheets: tuple[PartySheet, PartySheet]
    grades: Grades

    def sheet(self, party: str) -> PartySheet:
        """The sheet of the party with this id."""
        first, second = self.sheets
        return first if first.party == party else second

    @property
    def walk_away(self) -> tuple[int, int]:
        """Both walk-away values, in the order of the file."""
        first, second = self.sheets
        return first.preferences.walk_away, second.preferences.walk_away

    @cached_property
    def signable(self) -> Allowed:
        """Per item the options that cross nobody's red line."""
        red = self.sheets[0].red_lines | self.sheets[1].red_lines
        return without(self.space.allowed(), red)

    @cached_property
    def frontier(self) -> tuple[Deal, ...]:
        """The exact Pareto frontier over all packages, bridging options included."""
        first, second = self.sheets
        return pareto_frontier(first.preferences, second.preferences)

    @cached_property
    def agreements(self) -> tuple[Deal, ...]:
        """The frontier over what could be agreed: no red line, nobody below walk-away."""
        first, second = self.sheets
        deals = pareto_frontier(first.preferences, second.preferences, allowed=self.signable)
        return tuple(
            deal
            for deal in deals
            if deal.points[0] >= self.walk_away[0] and deal.points[1] >= self.walk_away[1]
        )

    @cached_property
    def best_surplus(self) -> tuple[int, int]:
        """Each side's most above its walk-away value in any agreement; 0 where there is none."""
        return (
            max((deal.points[0] - self.walk_away[0] for deal in self.agreements), default=0),
            max((deal.points[1] - self.walk_away[1] for deal in self.agreements), default=0),
        )

    @cached_property
    def most_joint(self) -> int:
        """The most that both together can gain over their walk-away values."""
        return max((sum(deal.points) - sum(self.walk_away) for deal in self.agreements), default=0)


def table_of(scenario: Scenario) -> Table:
    """The table of a scenario."""
    space = space_of(scenario)
    first, second = scenario.party_ids
    return Table(
        space=space,
        sheets=(party_sheet(scenario, first, space), party_sheet(scenario, second, space)),
        grades=opening_grades(scenario),
    )
