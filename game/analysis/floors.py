"""What a text must meet, as side conditions of the mathematics: both sides' points, both homes."""

from __future__ import annotations

from game.analysis.table import Table
from game.bargaining.preferences import Floor
from game.bargaining.solutions import Pair


def signed_floors(table: Table, above: Pair) -> tuple[Floor, Floor]:
    """At least so many points for each side."""
    first, second = (sheet.preferences for sheet in table.sheets)
    return (
        Floor(first.points, above[0], first.links),
        Floor(second.points, above[1], second.links),
    )


def home_floors(table: Table) -> tuple[Floor, ...]:
    """Carried at both homes, before play has moved them."""
    return tuple(f for sheet in table.sheets for f in sheet.home.floors(table.grades))


def with_a_clause(table: Table, floors: tuple[Floor, ...]) -> tuple[Floor, ...]:
    """The same conditions for texts in which something is agreed: an empty one is no agreement."""
    if not all(floor.holds(table.space.silence) for floor in floors):
        return floors
    named = tuple((0,) + (1,) * (len(options) - 1) for options in table.space.options)
    return (*floors, Floor(named, 1))
