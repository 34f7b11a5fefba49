"""The dance: each step between two offers of one side, classed by what it changes for both.

The classes are those of Hindriks, Jonker and Tykhonov 2007 (“Analysis of negotiation dynamics”).
"""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """What a step did for the side that took it, and for the other."""

    CONCESSION = "concession"  # less for itself, more for the other
    SELFISH = "selfish"  # more for itself, less for the other
    FORTUNATE = "fortunate"  # more for both
    UNFORTUNATE = "unfortunate"  # less for itself, and no more for the other
    NICE = "nice"  # more for the other at no cost
    SILENT = "silent"  # changes nothing


def step(own: int, other: int) -> Step:
    """The class of a step from its changes for the stepping side and the other, in points.

    More for itself at no change for the other counts as selfish, as in the source; less for the
    other at no gain as unfortunate.
    """
    if own == 0:
        if other == 0:
            return Step.SILENT
        return Step.NICE if other > 0 else Step.UNFORTUNATE
    if own > 0:
        return Step.FORTUNATE if other > 0 else Step.SELFISH
    return Step.CONCESSION if other > 0 else Step.UNFORTUNATE
