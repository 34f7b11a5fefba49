"""How a computer delegation negotiates: styles that a scenario names, levels that a student picks.

All figures are integers; permille are thousandths of a side's own surplus, from its walk-away value
to the best that its home would carry.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from typing import Literal, get_args

from game.scenario.model import Style

Level = Literal["gentle", "standard", "demanding"]
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Manner:
    """One way of negotiating."""

    firmness: int
    """Twice the exponent of the aspiration over time: 2 gives way steadily, 6 holds out long."""
    fair_share: int
    """Permille of its surplus below which it refuses even what beats its walk-away value."""
    free: int
    """Permille that it gives way with the clock alone, whatever the other side does."""
    returns: int
    """Permille by which it answers what the other side has offered."""
    opens_up: int
    """Trust from which it answers a question fully."""
    asks: int
    """How many questions of its own it puts."""
    bends: int = 0
    """Permille by which it comes down each time it is leaned on, which costs trust besides."""


STYLES: dict[Style, Manner] = {
    "principled": Manner(
        firmness=3, fair_share=240, free=300, returns=600, opens_up=48, asks=2, bends=0
    ),
    "firm": Manner(
        firmness=4, fair_share=280, free=100, returns=600, opens_up=58, asks=1, bends=30
    ),
    "cautious": Manner(
        firmness=3, fair_share=220, free=180, returns=520, opens_up=52, asks=1, bends=60
    ),
    "accommodating": Manner(
        firmness=2, fair_share=200, free=300, returns=600, opens_up=40, asks=2, bends=90
    ),
    "opaque": Manner(
        firmness=3, fair_share=260, free=120, returns=600, opens_up=66, asks=0, bends=50
    ),
}

SHIFTS: dict[Level, int] = {"gentle": -60, "standard": 0, "demanding": 40}
"""Permille that a level adds to the fair share and takes from what is given freely."""


def manner_of(styles: tuple[Style, ...], level: Level) -> Manner:
    """The styles of a scenario, mixed in equal parts, at a student's level."""
    figures = zip(*(astuple(STYLES[style]) for style in styles), strict=True)
    manner, shift = Manner(*(sum(each) // len(styles) for each in figures)), SHIFTS[level]
    return replace(
        manner,
        fair_share=manner.fair_share + shift,
        free=manner.free - shift,
    )
