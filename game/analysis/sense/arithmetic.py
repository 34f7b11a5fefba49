"""Could any text give these numbers? The sums behind gains, support and ratification.

Everything that play may add to a sum is allowed for at its most favourable, so that “no” is proved:
promises of the press at whatever grade helps, all events, both press lines, and an item given to
the ministers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from game.analysis.home import (
    CLAIM_AT_HOME,
    LITTLE_ABROAD,
    MOST_CLAIMED,
    SURPRISE,
    HomeSheet,
    changes_per_audience,
)
from game.analysis.ministers import HANDED_SHARE
from game.analysis.sense.scene import Scene
from game.analysis.sense.worlds import HANDED, Case, Stage
from game.bargaining.existence import exists
from game.bargaining.preferences import Allowed, Floor, Tables

PRESS_HELP = MOST_CLAIMED * CLAIM_AT_HOME + LITTLE_ABROAD
"""The most support that press lines bring: every clause claimed, and the other side's silence."""

Changes = tuple[tuple[tuple[int, ...], ...], ...]
"""Per item and option the change of support for each audience of one party."""


@dataclass(frozen=True)
class Arithmetic:
    """The sums of one scenario, each at its most favourable."""

    scene: Scene
    _known: dict[tuple[int, tuple[bool, ...]], Changes] = field(default_factory=dict)

    def possible(self, case: Case, stage: Stage) -> bool | None:
        """Whether a text exists that fits the case at this stage; None where not proved."""
        allowed = self._allowed(case, stage)
        if not all(allowed):
            return False
        handed = tuple(
            HANDED in self._values(case, item) for item in range(len(self.scene.table.space.items))
        )
        floors = [*self._count(case)]
        if stage.in_force:
            floors += self._gains(case, handed)
        for number, sheet in enumerate(self.scene.table.sheets):
            if sheet.party in stage.ratified:
                floors += self._carried(number, handed)
            floors += self._support(number, case, handed)
        return exists(floors, allowed)

    def _values(self, case: Case, item: int) -> frozenset[int | str | None]:
        space = self.scene.table.space
        domain = case.get(("item", space.items[item]))
        if isinstance(domain, frozenset):
            return domain
        return frozenset(range(HANDED, len(space.options[item])))

    def _allowed(self, case: Case, stage: Stage) -> Allowed:
        """Per item the options of the text; one given to the ministers has none."""
        barred = {
            pair
            for sheet in self.scene.table.sheets
            if sheet.party in stage.ratified
            for pair in sheet.red_lines
        }
        return tuple(
            tuple(
                sorted(
                    {max(n, 0) for n in self._values(case, item) if isinstance(n, int)}
                    - {n for i, n in barred if i == item}
                )
            )
            for item in range(len(self.scene.table.space.items))
        )

    def _count(self, case: Case) -> Iterator[Floor]:
        least, most = _interval(case, "items_agreed")
        options = self.scene.table.space.options
        named = tuple((0,) + (1,) * (len(choices) - 1) for choices in options)
        if least is not None:
            yield Floor(named, least)
        if most is not None:
            yield Floor(_negative(named), -most)

    def _gains(self, case: Case, handed: tuple[bool, ...]) -> Iterator[Floor]:
        table = self.scene.table
        if ("joint_gain",) in case:
            first, second = (sheet.preferences for sheet in table.sheets)
            tables = tuple(
                tuple(map(sum, zip(*both, strict=True)))
                for both in zip(first.points, second.points, strict=True)
            )
            yield from self._gain(
                _interval(case, "joint_gain"),
                Floor(tables, sum(table.walk_away), (*first.links, *second.links)),
                table.most_joint,
                sum(self._handed_help(n, handed) for n in (0, 1)),
            )
        for number, sheet in enumerate(table.sheets):
            if ("own_gain", sheet.party) in case:
                yield from self._gain(
                    _interval(case, "own_gain", sheet.party),
                    Floor(
                        sheet.preferences.points, table.walk_away[number], sheet.preferences.links
                    ),
                    table.best_surplus[number],
                    self._handed_help(number, handed),
                )

    def _gain(
        self, asked: tuple[int | None, int | None], points: Floor, whole: int, help_: int
    ) -> Iterator[Floor]:
        """A percentage of `whole`, rounded down, of what the points leave above `at_least`."""
        least, most = asked
        if not whole:
            return
        if least is not None:
            need = -(-least * whole // 100)
            yield Floor(points.tables, points.at_least + need - help_, points.links)
        if most is not None:
            cap = ((most + 1) * whole - 1) // 100
            links = tuple(replace(link, points=-link.points) for link in points.links)
            yield Floor(_negative(points.tables), -(points.at_least + cap + help_), links)

    def _handed_help(self, party: int, handed: tuple[bool, ...]) -> int:
        """The most that one item handed down changes a party's points, up or down.

        No more than the share of one option, since it is that of the mean of two.
        """
        points = self.scene.table.sheets[party].preferences.points
        return max(
            (
                max(map(abs, table)) // HANDED_SHARE
                for table, free in zip(points, handed, strict=True)
                if free
            ),
            default=0,
        )

    def _carried(self, party: int, handed: tuple[bool, ...]) -> Iterator[Floor]:
        home = self.scene.table.sheets[party].home
        if not home.audiences:
            return
        yield self._weighted(party, handed, home.carries_at)
        for audience, needs in enumerate(home.needs):
            if needs is not None:
                yield self._single(party, audience, handed, needs)

    def _support(self, party: int, case: Case, handed: tuple[bool, ...]) -> Iterator[Floor]:
        """Only from below: what hands tied in public may cost at home has no bound."""
        sheet = self.scene.table.sheets[party]
        least, _ = _interval(case, "support", sheet.party)
        if least is not None and least > 0 and sheet.home.audiences:
            yield self._weighted(party, handed, least)
        for number, audience in enumerate(sheet.home.audiences):
            least, _ = _interval(case, "audience", sheet.party, audience)
            if least is not None:
                yield self._single(party, number, handed, least)

    def _weighted(self, party: int, handed: tuple[bool, ...], at_least: int) -> Floor:
        home = self.scene.table.sheets[party].home
        changes = self._changes(party, handed)
        start = sum(
            w * (o + h)
            for w, o, h in zip(home.weights, home.opening, self.help[party], strict=True)
        )
        return Floor(
            tuple(
                tuple(
                    sum(w * c for w, c in zip(home.weights, change, strict=True))
                    for change in options
                )
                for options in changes
            ),
            at_least * sum(home.weights) - start,
        )

    def _single(self, party: int, audience: int, handed: tuple[bool, ...], at_least: int) -> Floor:
        home = self.scene.table.sheets[party].home
        return Floor(
            tuple(
                tuple(change[audience] for change in options)
                for options in self._changes(party, handed)
            ),
            at_least - home.opening[audience] - self.help[party][audience],
        )

    def _changes(self, party: int, handed: tuple[bool, ...]) -> Changes:
        """At the grade that helps most; an item that may be handed down counts at least 0."""
        if (party, handed) not in self._known:
            home = self.scene.table.sheets[party].home
            self._known[party, handed] = tuple(
                tuple(
                    self._change(home, item, option, change, handed[item])
                    for option, change in enumerate(options)
                )
                for item, options in enumerate(home.changes)
            )
        return self._known[party, handed]

    @staticmethod
    def _change(
        home: HomeSheet, item: int, option: int, change: tuple[int, ...], handed: bool
    ) -> tuple[int, ...]:
        satisfying = home.satisfying[item]
        met = satisfying is not None and option in satisfying and item in home.wanted
        press = SURPRISE if met else 0
        if handed and not option:
            return tuple(max(0, c + press) for c in change)
        return tuple(c + press for c in change)

    def most_support(self, party: int) -> tuple[int, dict[str, int]]:
        """The most weighted support that anything can bring a party, and that of each audience."""
        home = self.scene.table.sheets[party].home
        everything = (True,) * len(home.changes)
        single = {
            audience: home.opening[n]
            + self.help[party][n]
            + sum(
                max(change[n] for change in options) for options in self._changes(party, everything)
            )
            for n, audience in enumerate(home.audiences)
        }
        if not single:
            return 100, {}
        whole = self._weighted(party, everything, 0)
        total = sum(max(table) for table in whole.tables) - whole.at_least
        return max(0, min(100, total // sum(home.weights))), single

    @cached_property
    def help(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Per party and audience the most that events and press lines add."""
        first, second = (self._help(n) for n in (0, 1))
        return first, second

    def _help(self, party: int) -> tuple[int, ...]:
        sheet = self.scene.table.sheets[party]
        total = [PRESS_HELP] * len(sheet.home.audiences)
        for event in self.scene.scenario.events.values():
            for effect in event.effects:
                change = changes_per_audience(
                    effect.support or {}, sheet.party, sheet.home.audiences
                )
                total = [t + max(0, c) for t, c in zip(total, change, strict=True)]
        return tuple(total)


def _interval(case: Case, *variable: str) -> tuple[int | None, int | None]:
    domain = case.get(variable)
    return domain if isinstance(domain, tuple) else (None, None)


def _negative(tables: Tables) -> Tables:
    return tuple(tuple(-value for value in table) for table in tables)
