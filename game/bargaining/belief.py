"""What the other side seems to want, from what it asked for and what it said. Integers only.

Counts of what was offered are enough at the length of a summit; decaying or damping them gained
nothing in trials. Words correct the counts: a stated importance weighs an issue, a stated wish
counts like several offers, until offers contradict it.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.bargaining.preferences import Allowed, Tables

TOLD_COUNTS = 3
"""A wish that was stated counts as much as this many offers."""

IMPORTANCE = {"high": 3, "medium": 2, "low": 1}
UNKNOWN_IMPORTANCE = 2
SCALE = 60
"""Estimated points of the best option of an issue, per step of importance."""


class Belief:
    """An estimate of the other side's points, sharpened by every offer and statement."""

    def __init__(self, allowed: Allowed) -> None:
        """`allowed`: per issue the option indices; an issue's estimate covers the highest index."""
        self._counts = [[0] * (max(options) + 1) for options in allowed]
        self._importance: list[int | None] = [None] * len(allowed)
        self._moved = [0] * len(allowed)
        self._last: list[int | None] = [None] * len(allowed)

    def offered(self, terms: Iterable[tuple[int, int]]) -> None:
        """The other side proposed these (issue, option) pairs."""
        for issue, option in terms:
            self._counts[issue][option] += 1
            if self._last[issue] not in (None, option):
                self._moved[issue] += 1
            self._last[issue] = option

    def told(self, issue: int, importance: str | None, option: int | None) -> None:
        """The other side said how much an issue matters to it, and what it wants there."""
        if importance is not None:
            self._importance[issue] = IMPORTANCE[importance]
        if option is not None:
            self._counts[issue][option] += TOLD_COUNTS

    def doubted(self, issue: int) -> None:
        """What it said of an issue was belied by its offers: only the offers count."""
        self._importance[issue] = None

    def weight(self, issue: int) -> int:
        """How much an issue seems to matter: what was said, and how rarely it gave way there."""
        stated = self._importance[issue] or UNKNOWN_IMPORTANCE
        return SCALE * stated * 2 // (2 + self._moved[issue])

    def tables(self) -> Tables:
        """Estimated points per issue and option; the most wanted option is worth the weight."""
        return tuple(self._table(issue) for issue in range(len(self._counts)))

    def _table(self, issue: int) -> tuple[int, ...]:
        counts = self._counts[issue]
        most = max(counts)
        if most == 0:
            # Nothing heard: any clause is thought somewhat better than silence.
            return (0, *(self.weight(issue) // 2 for _ in counts[1:]))
        weight = self.weight(issue)
        return tuple(weight * count // most for count in counts)

    def ranking(self) -> tuple[int, ...]:
        """Issues, those that seem to matter most to it first."""
        heard = [sum(counts) for counts in self._counts]
        order = range(len(self._counts))
        return tuple(sorted(order, key=lambda i: (-self.weight(i), -heard[i], i)))

    def evidence(self) -> int:
        """How much there is to go by: offers and statements counted per issue, 0 to 100."""
        heard = sum(min(3, sum(counts)) for counts in self._counts)
        return 100 * heard // (3 * len(self._counts))
