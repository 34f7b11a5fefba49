"""A plain alternating-offers agent: the bargaining core by itself, without phases or a table.

In each exchange a side answers what is on the table and, unless it accepts, makes an offer of its
own; a session has a fixed number of exchanges. The other side's points are unknown. What the parts
are worth is measured in `benchmarks/league.py`; `docs/how-it-works.md` has the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import getitem

from game.bargaining.bids import Bids
from game.bargaining.preferences import Package, Preferences


@dataclass(frozen=True, slots=True)
class Tactics:
    """How an agent comes down from its best package to its walk-away value."""

    firmness: int
    """Exponent of the aspiration's curve (Faratin et al. 1998) per hundred exchanges."""


STRONGEST = Tactics(firmness=125)
"""Firm until late: what wins most against agents of many kinds."""

COOPERATIVE = Tactics(firmness=3)
"""Comes down early enough that two of its kind find what is best for both together."""

STEEPEST = 70
"""The highest exponent; with more, too many long sessions end without an agreement."""

GIVEN_FOR_NEW = 4
"""Exponent of a milder curve: answering new offers never takes the aspiration below it."""

OWED = (0, 1)
"""New offers by which the other side is ahead where it waits for an answer in kind; one that is
further ahead comes down by itself."""

REPEATS = 3
"""In so many exchanges at the end a bid may be repeated: refused before, it may now be enough."""


class Bound(StrEnum):
    """What decided how much was asked for, or the answer."""

    CURVE = "curve"  # the aspiration at this time
    PACE = "pace"  # a new offer is answered with a new one, and so a little less is asked
    HEARD = "heard"  # never less than the best that was offered so far
    WALK_AWAY = "walk-away"  # never what is no better than no agreement
    HALF = "half"  # the last exchange, with a word left: half of the gain that is asked for
    LAST = "last"  # the last exchange and the last word: whatever is better than no agreement


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether an offer is accepted, and why."""

    accept: bool
    aspiration: int
    """Own points that would be asked for next; an offer of as much is accepted."""
    estimate: int
    """What the offer seems worth to the other side, in percent of the best for it, 0 to 100."""
    bound: Bound
    """What set the aspiration, or took the decision by itself."""


class Negotiator:
    """One side of a session; sees its own points and what it is offered, nothing else.

    In every exchange call `respond` with what is on the table, if there is anything, then, if it
    was not accepted, `propose`. There is no chance in it: the same offers get the same answers.
    """

    def __init__(
        self, preferences: Preferences, exchanges: int, tactics: Tactics = STRONGEST
    ) -> None:
        """`exchanges`: how many offers each side may make."""
        self._value = preferences.value
        self._walk_away = preferences.walk_away
        self._last = exchanges - 1
        self._power = max(1, min(STEEPEST, exchanges * tactics.firmness // 100))
        self._bids = Bids(preferences)
        self._counts = [[0] * len(table) for table in preferences.points]
        self._made: set[Package] = set()
        self._heard: set[Package] = set()
        self._word_left = False
        """Whether this side, having opened, can still make an offer that will be answered."""
        self._best_heard: Package | None = None
        """Of what it was offered, the best; nothing that is no better than no agreement."""
        self._best_value = self._walk_away
        self._falling: tuple[int, int, int] | None = None
        """An exchange, and the values of the two curves in it."""

    def propose(self, exchange: int) -> Package:
        """The offer to make in this exchange, the first being 0."""
        if not self._made:
            self._word_left = not self._heard
        package = self._choose(exchange)
        self._made.add(package)
        if exchange >= self._last:
            self._word_left = False
        return package

    def respond(self, offer: Package, exchange: int) -> Answer:
        """Hears an offer and says whether it is taken: if it gives what would be asked for next."""
        value = self._value(offer)
        self._hear(offer, value)
        aspiration, bound = self._aspiration(exchange)
        if value <= self._walk_away:
            accept, bound = False, Bound.WALK_AWAY
        elif exchange < self._last:
            accept = value >= aspiration
        elif self._word_left:
            accept, bound = self._gives_half(value, aspiration), Bound.HALF
        else:
            accept, bound = True, Bound.LAST
        return Answer(accept, aspiration, self._estimate(offer), bound)

    def _hear(self, offer: Package, value: int) -> None:
        for issue, option in enumerate(offer):
            self._counts[issue][option] += 1
        self._heard.add(offer)
        if value > self._best_value:
            self._best_heard, self._best_value = offer, value

    def _estimate(self, offer: Package) -> int:
        """How often the other side asked for these options, against those it asked for most."""
        return 100 * self._asked(offer) // sum(map(max, self._counts))

    def _asked(self, package: Package) -> int:
        """How often the other side asked for the options of a package, added up."""
        return sum(map(getitem, self._counts, package))

    def _gives_half(self, value: int, aspiration: int) -> bool:
        """Whether it gives half of the gain that is asked for."""
        return 2 * (value - self._walk_away) >= aspiration - self._walk_away

    def _choose(self, exchange: int) -> Package:
        """Of what gives enough, what looks best for the other side; until late, something new."""
        least, _ = self._aspiration(exchange)
        ends = exchange >= self._last
        if ends and self._best_heard and self._gives_half(self._best_value, least):
            return self._best_heard
        fresh = self._bids.find(least, self._counts, self._made)
        if fresh and exchange <= self._last - REPEATS:
            return fresh
        again = self._bids.find(least, self._counts, ())
        assert again is not None, "the best package is always worth enough"
        return fresh if fresh and self._asked(fresh) >= self._asked(again) else again

    def _aspiration(self, exchange: int) -> tuple[int, Bound]:
        if self._word_left and self._best_heard:
            # There is room for both, and a word left: the last step down is not taken.
            exchange = min(exchange, max(0, self._last - 1))
        if self._falling is None or self._falling[0] != exchange:
            curves = self._curve(exchange, self._power), self._curve(exchange, GIVEN_FOR_NEW)
            self._falling = exchange, *curves
        _, least, mild = self._falling
        bound = Bound.CURVE
        if mild < least and len(self._heard) - len(self._made) in OWED:
            for_new = max(mild, self._bids.value_at(len(self._made)))
            if for_new < least:
                least, bound = for_new, Bound.PACE
        if self._best_heard and least < self._best_value:
            least, bound = self._best_value, Bound.HEARD
        elif least <= self._walk_away:
            least, bound = self._walk_away + 1, Bound.WALK_AWAY
        return min(least, self._bids.best), bound

    def _curve(self, exchange: int, power: int) -> int:
        """From the best down to the walk-away value, the later the more quickly."""
        top, span = self._bids.best, max(1, self._last)
        gone: int = min(exchange, span) ** power
        whole: int = span**power
        return top - (top - self._walk_away) * gone // whole
