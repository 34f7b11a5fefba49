"""An item in the ministers' hands: what it is worth to a side, and what its home makes of it."""

from __future__ import annotations

from collections.abc import Iterable

from game.analysis.home import FALLING_SHORT, Grades, HomeSheet
from game.analysis.sheets import PartySheet
from game.analysis.space import Space

HANDED_SHARE = 3
"""An item handed down is worth one part in three of the mean of its two bracketed wordings."""


def handed_points(sheet: PartySheet, space: Space, item: str, wordings: Iterable[str]) -> int:
    """A party's points for an item that the ministers have between two wordings.

    A third of the mean of both, rounded towards zero.
    """
    pairs = [space.pairs[item, option] for option in wordings]
    first, second = (sheet.preferences.points[index][number] for index, number in pairs)
    total = first + second
    return (abs(total) // (2 * HANDED_SHARE)) * (1 if total >= 0 else -1)


def handed_support(home: HomeSheet, index: int, grades: Grades) -> tuple[int, ...]:
    """How an item with the ministers differs from silence on it, per audience.

    It has no clause: its promise falls short if it was certain or set, and otherwise nobody at
    home counts it as silence.
    """
    grade = grades[index]
    held = home.satisfying[index] is not None and grade in ("certain", "set")
    short = FALLING_SHORT[grade or "may"] if held else 0
    return tuple(short - quiet for quiet in home.change(index, 0, grade))
