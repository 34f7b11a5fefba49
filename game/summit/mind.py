"""What a thinking delegation makes of its view: beliefs, aspirations, bids. Integers only.

A mind is cut from a `PartyView` and nothing else. It holds the figures that a decision and its
explanation rest on.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import isqrt

from game.bargaining.belief import Belief
from game.bargaining.preferences import Allowed, Floor, Package, Preferences, without
from game.bargaining.search import highest
from game.scenario.words import SILENCE
from game.summit.events import SETTLED
from game.summit.evidence import positions, read_record, told_red_lines
from game.summit.manner import Manner
from game.summit.moves import Terms
from game.summit.view import PartyView

BEARABLE = 75
"""At the vote, percent of the fair share that is enough: all that is left is this text or none."""

LAST_WORD = 86
"""Percent of the meeting by which a delegation has come down as far as it will."""

LAST_MINUTES = 4
"""With so little time left no further exchange of offers fits in."""

PATIENCE = 2
"""Permille given way more freely for each point of trust above 50, and less below it."""

WALK_OUT = 2
"""Leaving the room leans on the other side as hard as saying so many times that one might."""

STEADY = 25
"""Estimated points that a change of an own wording must be worth: offers that see-saw mislead.

The last word may change what it likes: nothing comes after it.
"""


@dataclass(frozen=True, slots=True)
class Why:
    """The figures behind a decision, for the debrief and `--explain`. Points of its own side."""

    aspiration: int
    """What it held out for."""
    fair: int
    """Below this it refuses."""
    offered: int | None
    """What the other side's offer was worth to it, the rest as it would ask for it."""
    estimate: int | None
    """How it rates its own bid for the other side: percent of what it thinks they want."""
    bound: str
    """What decided: aspiration, fair_share, home, red_line, clock, courtesy."""


class Mind:
    """The reckoning of one delegation at one moment."""

    def __init__(self, view: PartyView, manner: Manner) -> None:
        self.view = view
        self.manner = manner
        self.own = view.preferences

    @cached_property
    def belief(self) -> Belief:
        """What the other side seems to want."""
        return read_record(self.view)

    # --- what could be in the text ------------------------------------------------------------

    @cached_property
    def red(self) -> frozenset[tuple[int, int]]:
        """What this side can never sign."""
        return self.view.sheet.red_lines

    @cached_property
    def menu(self) -> Allowed:
        """Per item the options that both could sign, as far as this side knows.

        Settled items have their one option. What the other side has called its red line is not
        asked for again.
        """
        view = self.view
        free = without(view.space.allowed(view.found), self.red | told_red_lines(view))
        items = zip(view.items.values(), view.standing, free, strict=True)
        return tuple(
            [(agreed,) if seen.state in SETTLED else options for seen, agreed, options in items]
        )

    @cached_property
    def home(self) -> tuple[Floor, ...]:
        """“Carried at home” as side conditions."""
        return self.view.sheet.home.floors(self.view.grades, self.view.extra)

    @cached_property
    def ceiling(self) -> int:
        """The most points that this side could carry home, whatever the other side thinks.

        Taken over the whole menu, settled or not, so that it does not sink as items are settled;
        what the ministers have is out of reach.
        """
        view = self.view
        allowed = without(view.space.allowed(view.found), self.red)
        if view.handed:
            allowed = tuple(
                (0,) if item in view.handed else options
                for item, options in zip(view.items, allowed, strict=True)
            )
        return most_carried(self.own, self.home, allowed)

    # --- what it holds out for ----------------------------------------------------------------

    def points_at(self, permille: int) -> int:
        """Points at a share of the way from the walk-away value to the ceiling, rounded up."""
        surplus = max(0, self.ceiling - self.own.walk_away)
        return self.own.walk_away + -(-surplus * permille // 1000)

    @cached_property
    def fair(self) -> int:
        """Points below which any text is refused: a fair share, and never below walk-away."""
        return max(self.points_at(self.manner.fair_share), self.own.walk_away + 1)

    @cached_property
    def bearable(self) -> int:
        """Points below which the final text is refused: with nothing left to gain by waiting."""
        share = self.manner.fair_share * BEARABLE // 100
        return max(self.points_at(share), self.own.walk_away + 1)

    @cached_property
    def progress(self) -> int:
        """How much of the time in which it gives way is gone, in permille."""
        return min(1000, 100_000 * self.view.minute // (LAST_WORD * max(1, self.view.minutes)))

    @property
    def last_chance(self) -> bool:
        """Whether no further exchange of offers fits in."""
        return self.view.minutes_left <= LAST_MINUTES

    @cached_property
    def given(self) -> int:
        """How far the other side has come towards a fair text, in permille.

        Squared, so that the last steps count most: an offer of half a fair share is no quarter of
        the way to an agreement.
        """
        best = max((self.own.value(position) for position in positions(self.view)), default=0)
        come = max(0, min(1000, 1000 * best // max(1, self.fair)))
        return come * come // 1000

    @cached_property
    def aspiration(self) -> int:
        """Points held out for now (time-dependent tactics of Faratin, Sierra and Jennings 1998).

        The clock lowers it from the ceiling to the fair share along a power curve; it sinks no
        faster than the free part and what the other side has offered allow; trust adds patience.
        Whoever bends to pressure comes down by so much each time, and further for a walk-out.
        """
        manner = self.manner
        gone = isqrt(10**6 * self.progress**manner.firmness // 1000**manner.firmness)
        by_clock = 1000 - (1000 - manner.fair_share) * gone // 1000
        patience = PATIENCE * (self.view.trust - 50)
        pressed = self.view.pressed_by_other
        if self.view.recess_by == self.view.other:
            pressed += WALK_OUT
        bent = manner.bends * pressed
        earned = manner.free + patience + self.given * manner.returns // 1000
        return max(self.fair, self.points_at(max(by_clock, 1000 - earned) - bent))

    # --- what it would ask for ----------------------------------------------------------------

    @cached_property
    def theirs(self) -> Preferences:
        """What this side thinks the other wants."""
        return Preferences(self.belief.tables())

    @cached_property
    def _sought(self) -> Preferences:
        """What a bid is chosen by: their estimated wishes, and what this side has said already."""
        if self.last_chance:
            return self.theirs
        tables = [list(table) for table in self.theirs.points]
        for item, seen in self.view.items.items():
            if seen.mine is not None:
                index, number = self.view.space.pairs[item, seen.mine]
                tables[index][number] += STEADY
        return Preferences(tuple(map(tuple, tables)))

    def bid_at(self, points: int) -> Package | None:
        """The whole text that seems best for the other side with at least so many points here."""
        own = Floor(self.own.points, points, self.own.links)
        return highest(self._sought, (own, *self.home), self.menu)

    @cached_property
    def bid(self) -> Package:
        """The text that it would ask for now; what is nearest to it where that cannot be had."""
        found = self.bid_at(self.aspiration) or highest(self.own, self.home, self.menu)
        return found or self.view.standing

    def asking_for(self, text: Package) -> Mind:
        """The same mind with another text that it would ask for; no other figure rests on that."""
        other = copy(self)
        other.bid = text
        return other

    @property
    def target(self) -> int:
        """The points of that text, which is what an offer is held against."""
        return min(self.aspiration, self.own.value(self.bid))

    # --- what an offer is worth ---------------------------------------------------------------

    def with_terms(self, package: Package, terms: Terms) -> Package:
        """A text with some items replaced."""
        return self.view.space.replace(package, terms)

    def worth(self, terms: Terms) -> int:
        """Points of an offer with everything else as this side would ask for it."""
        return self.own.value(self.with_terms(self.bid, terms))

    def worth_alone(self, terms: Terms) -> int:
        """Points of an offer if nothing else were agreed any more."""
        return self.own.value(self.with_terms(self.view.standing, terms))

    def carries(self, package: Package) -> bool:
        """Whether home would carry this text."""
        return all(floor.holds(package) for floor in self.home)

    def can_carry_with(self, terms: Terms) -> bool:
        """Whether some fair text with these terms in it would be carried at home."""
        fixed = self.with_terms(self.bid, terms)
        named = {self.view.space.item_index[item] for item, _ in terms}
        allowed = tuple(
            (fixed[index],) if index in named else options
            for index, options in enumerate(self.menu)
        )
        fair = Floor(self.own.points, self.fair, self.own.links)
        floors = (fair, *self.home)
        if all(floor.holds(fixed) for floor in floors):
            return True
        another = any(len(options) > 1 for options in allowed)
        return another and highest(self.own, floors, allowed) is not None

    def can_mend(self, item: str) -> bool:
        """Whether another wording of one item would make a fair text of the agreed one."""
        standing, index = self.view.standing, self.view.space.item_index[item]
        options = without(self.view.space.allowed(self.view.found), self.red)[index]
        fair = Floor(self.own.points, self.fair, self.own.links)
        texts = ((*standing[:index], option, *standing[index + 1 :]) for option in options)
        return any(all(floor.holds(text) for floor in (fair, *self.home)) for text in texts)

    def crossed(self, terms: Terms) -> tuple[str, str] | None:
        """The first of the terms that crosses a red line of this side."""
        pairs = self.view.space.pairs
        return next((term for term in terms if pairs[term] in self.red), None)

    def rating(self, package: Package) -> int:
        """How good a text seems for the other side: percent of the best it is thought to want."""
        most = sum(max(table) for table in self.theirs.points)
        return 100 * self.theirs.value(package) // most if most else 0


@lru_cache(maxsize=64)
def most_carried(own: Preferences, home: tuple[Floor, ...], allowed: Allowed) -> int:
    """The most points in any text that home would carry; in any text at all, where it carries none.

    Remembered, since it is the same from one move to the next until home or the menu changes.
    """
    best = highest(own, home, allowed) or highest(own, (), allowed)
    return own.walk_away if best is None else own.value(best)


def terms_of(view: PartyView, package: Package) -> Terms:
    """The part of a text that would have to be proposed: open items that it names or drops.

    What either side has worded is dropped aloud: an item left out stands as it stood.
    """
    terms = []
    for item in view.unsettled:
        index, seen = view.space.item_index[item], view.items[item]
        option = view.space.options[index][package[index]]
        if option != SILENCE or {seen.mine, seen.theirs} - {None, SILENCE}:
            terms.append((item, option))
    return tuple(terms)
