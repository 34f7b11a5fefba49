"""Home: would the people who must live with a deal carry it?

Integers only. An audience's support is its opening support plus what each clause or silence does to
it, plus what the press makes of expectations met and missed, plus whatever play adds (events,
leaks, press lines). A home carries a deal when Σ weight × support ≥ carries_at × Σ weight and every
audience with a floor stands at or above it. Support is not cut at 0 or 100 while it is summed, so
that the arithmetic stays additive over items and can be counted exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from game.analysis.space import Space
from game.bargaining.preferences import Floor, Package, Tables
from game.scenario.elements import HomeChanges
from game.scenario.model import Grade, Scenario
from game.scenario.words import EVERYONE

GRADES: tuple[Grade, ...] = ("may", "likely", "set", "certain")
"""How firmly the press has promised something, weakest first."""

FALLING_SHORT: dict[Grade, int] = {"may": 0, "likely": -2, "set": -3, "certain": -4}
"""Change of every audience's support where a promise of this grade is not met."""

SURPRISE = 2
"""Change of every audience's support where a mere “may” is met, for the side that wanted it."""

CLAIM_AT_HOME = 2
CLAIM_ABROAD = -3
MOST_CLAIMED = 3
"""Claiming a win: per claimed clause, for every audience at home and across the table."""

LITTLE_AT_HOME = -2
LITTLE_ABROAD = 2
"""Saying little leaves the stage, and the credit, to the other side."""

Grades = tuple[Grade | None, ...]
"""Per item, what the press expects now."""


class Stopping(NamedTuple):
    """An audience that would stop a deal by itself."""

    audience: str
    support: int
    needs: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one home decides."""

    carried: bool
    support: int
    """Weighted support, 0 to 100 (rounded down)."""
    needed: int
    stopped_by: str | None
    """The first audience below its floor, which stops the deal whatever the rest thinks."""


@dataclass(frozen=True, slots=True)
class Reactions:
    """What one home makes of every option while its press expects what it does."""

    changes: tuple[tuple[tuple[int, ...], ...], ...]
    """Per item and option: change per audience, expectations counted."""
    whole: Tables
    """Per item and option: change of the weighted sum."""
    single: tuple[Tables, ...]
    """The same for each audience with a floor, alone."""


@dataclass(frozen=True)
class HomeSheet:
    """One party's home as numbers; without audiences every deal is carried."""

    audiences: tuple[str, ...]
    weights: tuple[int, ...]
    opening: tuple[int, ...]
    needs: tuple[int | None, ...]
    carries_at: int
    changes: tuple[tuple[tuple[int, ...], ...], ...]
    """Per item and option (0 is silence): change per audience, expectations not counted."""
    satisfying: tuple[frozenset[int] | None, ...]
    """Per item the options that this party's press would count; None where it is held to none."""
    wanted: frozenset[int]
    """Items on which a met “may” is credited to this party."""

    def press_change(self, item: int, option: int, grade: Grade | None) -> int:
        """What the press makes of this option, for every audience alike."""
        satisfying = self.satisfying[item]
        if grade is None or satisfying is None:
            return 0
        if option in satisfying:
            return SURPRISE if grade == "may" and item in self.wanted else 0
        return FALLING_SHORT[grade]

    def change(self, item: int, option: int, grade: Grade | None) -> tuple[int, ...]:
        """Change of support per audience when the item ends with this option."""
        press = self.press_change(item, option, grade)
        return tuple(change + press for change in self.changes[item][option])

    def in_all(self, item: int, option: int, grade: Grade | None) -> int:
        """The same for weighted support, rounded towards zero, to be shown."""
        if not self.audiences:
            return 0
        total = self.weigh(self.change(item, option, grade))
        return abs(total) // sum(self.weights) * (1 if total >= 0 else -1)

    @cached_property
    def _reactions(self) -> dict[Grades, Reactions]:
        return {}

    def reactions(self, grades: Grades) -> Reactions:
        """Every option under these expectations: reckoned once, since they change but seldom."""
        if grades not in self._reactions:
            changes = tuple(
                tuple(self.change(item, option, grades[item]) for option in range(len(options)))
                for item, options in enumerate(self.changes)
            )
            self._reactions[grades] = Reactions(
                changes=changes,
                whole=tuple(tuple(map(self.weigh, options)) for options in changes),
                single=tuple(
                    tuple(tuple(c[audience] for c in options) for options in changes)
                    for audience, needs in enumerate(self.needs)
                    if needs is not None
                ),
            )
        return self._reactions[grades]

    def before(self, extra: Sequence[int] | None) -> tuple[int, ...]:
        """Support per audience but for the text; `extra` is what play has added."""
        if extra is None:
            return self.opening
        return tuple(map(int.__add__, self.opening, extra))

    def support(
        self, package: Package, grades: Grades, extra: Sequence[int] | None = None
    ) -> tuple[int, ...]:
        """Support per audience after this text; `extra` is what play has added."""
        changes = map(tuple.__getitem__, self.reactions(grades).changes, package)
        return tuple(map(sum, zip(self.before(extra), *changes, strict=True)))

    def weigh(self, figures: Sequence[int]) -> int:
        """Σ weight × figure, of one figure per audience."""
        return sum(w * f for w, f in zip(self.weights, figures, strict=True))

    def weighted(self, support: Sequence[int]) -> int:
        """Weighted support, rounded down and cut to 0 to 100 for showing."""
        if not self.audiences:
            return 100
        return max(0, min(100, self.weigh(support) // sum(self.weights)))

    def stopping(self, support: Sequence[int]) -> tuple[Stopping, ...]:
        """All audiences below their floor: each stops the deal, whatever the rest thinks."""
        return tuple(
            [
                Stopping(audience, has, needs)
                for audience, has, needs in zip(self.audiences, support, self.needs, strict=True)
                if needs is not None and has < needs
            ]
        )

    def verdict(self, support: Sequence[int]) -> Verdict:
        """Does this home carry a deal that leaves its audiences with this support?"""
        stopping = self.stopping(support)
        enough = self.weigh(support) >= self.carries_at * sum(self.weights)
        return Verdict(
            carried=enough and not stopping,
            support=self.weighted(support),
            needed=self.carries_at,
            stopped_by=stopping[0].audience if stopping else None,
        )

    def floors(self, grades: Grades, extra: Sequence[int] | None = None) -> tuple[Floor, ...]:
        """“Carried at home” as side conditions of the mathematics: the whole, then each floor.

        Reckoned once, like the reactions: what play adds are a few points in a few places.
        """
        if not self.audiences:
            return ()
        before = self.before(extra)
        if (grades, before) not in self._floors:
            reactions = self.reactions(grades)
            needed = [
                need - now for need, now in zip(self.needs, before, strict=True) if need is not None
            ]
            self._floors[grades, before] = (
                Floor(reactions.whole, self.carries_at * sum(self.weights) - self.weigh(before)),
                *map(Floor, reactions.single, needed),
            )
        return self._floors[grades, before]

    @cached_property
    def _floors(self) -> dict[tuple[Grades, tuple[int, ...]], tuple[Floor, ...]]:
        return {}


def opening_grades(scenario: Scenario) -> Grades:
    """What the press expects of each item before the meeting."""
    return tuple(
        item.expected.grade if item.expected else None for item in scenario.agenda.values()
    )


def home_sheet(scenario: Scenario, party: str, space: Space) -> HomeSheet:
    """The home of one party as numbers, from its own part of the scenario."""
    home = scenario.parties[party].home
    audiences = tuple(home.audiences) if home else ()
    people = tuple(home.audiences.values()) if home else ()
    satisfying, wanted = _expectations(scenario, party, space)
    return HomeSheet(
        audiences=audiences,
        weights=tuple(a.weight for a in people),
        opening=tuple(a.support for a in people),
        needs=tuple(a.needs for a in people),
        carries_at=home.carries_at if home else 0,
        changes=tuple(
            (
                changes_per_audience(item.silence.home, party, audiences),
                *(changes_per_audience(o.home, party, audiences) for o in item.options.values()),
            )
            for item in scenario.agenda.values()
        ),
        satisfying=satisfying,
        wanted=wanted,
    )


def changes_per_audience(
    changes: HomeChanges, party: str, audiences: Sequence[str]
) -> tuple[int, ...]:
    """One party's part of a table of changes at home, per audience."""
    own = changes.get(party, {})
    everyone = own.get(EVERYONE, 0)
    return tuple(own.get(audience, 0) + everyone for audience in audiences)


def _expectations(
    scenario: Scenario, party: str, space: Space
) -> tuple[tuple[frozenset[int] | None, ...], frozenset[int]]:
    satisfying: list[frozenset[int] | None] = []
    wanted = set()
    for index, item in enumerate(scenario.agenda.values()):
        named = item.expected.satisfied_by if item.expected else None
        if item.expected is None or (named is not None and party not in named):
            satisfying.append(None)
        elif named is None:
            satisfying.append(frozenset(range(1, len(space.options[index]))))
        else:
            numbers = space.option_index[index]
            satisfying.append(frozenset(numbers[option] for option in named[party]))
            wanted.add(index)
    return tuple(satisfying), frozenset(wanted)
