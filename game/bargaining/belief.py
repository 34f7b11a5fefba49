"""What the other side seems to want, from what it asked for and what it said. Integers only.

Counts of what was offered are enough at the length of a summit; decaying or damping them gained
nothing in trials. Words correct the counts: a stated importance weighs an issue, a stated wish
counts like several offers, a refusal tells what to leave alone. Of an option that was never spoken
of, the guess is that what costs us helps them; of one that came to light when an interest was
understood, that it serves both.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from game.bargaining.preferences import Tables

TOLD_COUNTS = 3
"""A wish that was stated counts as much as this many offers."""

IMPORTANCE = {"high": 3, "medium": 2, "low": 1}
UNKNOWN_IMPORTANCE = 2
REFUSED_COUNTS = 4
"""An option that was turned down in so many words counts as much against it as this many offers."""

SERVES_BOTH = 80
"""Estimated worth of a bridging option, in percent of the issue's weight."""

OPPOSED = 50
"""Worth of an option never spoken of when it is our worst, in percent of the issue's weight."""

SCALE = 60
"""Estimated points of the best option of an issue, per step of importance."""


@lru_cache(maxsize=64)
def guesses(own: Tables, bridging: frozenset[tuple[int, int]]) -> Tables:
    """Worth of every option before anything is heard, in percent of the issue's weight."""
    return tuple(
        tuple(
            SERVES_BOTH
            if (issue, option) in bridging
            else OPPOSED * (max(options) - points) // max(1, max(options) - min(options))
            for option, points in enumerate(options)
        )
        for issue, options in enumerate(own)
    )


class Belief:
    """An estimate of the other side's points, sharpened by every offer and statement."""

    def __init__(self, own: Tables, bridging: frozenset[tuple[int, int]] = frozenset()) -> None:
        """`own`: our points per issue and option; `bridging`: options thought to serve both."""
        self._guesses = guesses(own, bridging)
        self._counts = [[0] * len(options) for options in own]
        self._against = [[0] * len(options) for options in own]
        self._importance: list[int | None] = [None] * len(own)
        self._moved = [0] * len(own)
        self._last: list[int | None] = [None] * len(own)

    def offered(self, terms: Iterable[tuple[int, int]]) -> None:
        """The other side proposed these (issue, option) pairs."""
        counts, last = self._counts, self._last
        for issue, option in terms:
            counts[issue][option] += 1
            before, last[issue] = last[issue], option
            if before is not None and before != option:
                self._moved[issue] += 1

    def told(self, issue: int, importance: str | None, option: int | None) -> None:
        """The other side said how much an issue matters to it, and what it wants there."""
        if importance is not None:
            self._importance[issue] = IMPORTANCE[importance]
        if option is not None:
            self._counts[issue][option] += TOLD_COUNTS

    def refused(self, issue: int, option: int) -> None:
        """The other side turned this option down by name."""
        self._against[issue][option] += REFUSED_COUNTS

    def weight(self, issue: int) -> int:
        """How much an issue seems to matter: what was said, and how rarely it gave way there."""
        stated = self._importance[issue] or UNKNOWN_IMPORTANCE
        return SCALE * stated * 2 // (2 + self._moved[issue])

    def tables(self) -> Tables:
        """Estimated points per issue and option; the most wanted option is worth the weight."""
        return tuple([self._table(issue) for issue in range(len(self._counts))])

    def _table(self, issue: int) -> tuple[int, ...]:
        counts, against = self._counts[issue], self._against[issue]
        weight = self.weight(issue)
        most = max(1, *counts)
        table = []
        for count, no, guess in zip(counts, against, self._guesses[issue], strict=True):
            asked = 100 * count // most
            worth = asked if asked > guess else guess
            if no:
                worth -= 100 * no // max(no, most)
            table.append(weight * worth // 100)
        return tuple(table)

    def ranking(self) -> tuple[int, ...]:
        """Issues, those that seem to matter most to it first."""
        heard = [sum(counts) for counts in self._counts]
        order = range(len(self._counts))
        return tuple(sorted(order, key=lambda i: (-self.weight(i), -heard[i], i)))

    def evidence(self) -> int:
        """How much there is to go by: offers and statements counted per issue, 0 to 100."""
        heard = sum(min(3, sum(counts)) for counts in self._counts)
        return 100 * heard // (3 * len(self._counts))
