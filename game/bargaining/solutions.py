"""Bargaining solutions over a list of deals: what fair and efficient outcomes would be.

All are taken over the deals at or above both walk-away values, in integers, so that they are the
same on every machine. s is a party's surplus: points minus walk-away value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.bargaining.frontier import Deal

Pair = tuple[int, int]
"""Points of both sides, in the order of the file."""


def nash(deals: Iterable[Deal], walk_away: Pair) -> Deal | None:
    """The deal with the largest product s₁·s₂ (Nash 1950); among equals the larger sum."""
    return _best(deals, walk_away, lambda s: (s[0] * s[1], s[0] + s[1]))


def kalai(deals: Iterable[Deal], walk_away: Pair) -> Deal | None:
    """The deal whose poorer side is best off, max min(s₁, s₂) (Kalai 1977, equal gains)."""
    return _best(deals, walk_away, lambda s: (min(s), s[0] + s[1]))


def max_joint(deals: Iterable[Deal], walk_away: Pair) -> Deal | None:
    """The deal with the largest sum s₁ + s₂; among equals the more even one."""
    return _best(deals, walk_away, lambda s: (s[0] + s[1], min(s)))


def _best(
    deals: Iterable[Deal], walk_away: Pair, worth: Callable[[Pair], tuple[int, ...]]
) -> Deal | None:
    within = [d for d in deals if d.points[0] >= walk_away[0] and d.points[1] >= walk_away[1]]
    return max(
        within,
        key=lambda d: worth((d.points[0] - walk_away[0], d.points[1] - walk_away[1])),
        default=None,
    )


def kendall_tau(guess: Sequence[str], weights: dict[str, int]) -> int:
    """How well a ranking fits the true weights, in thousandths from −1000 to 1000.

    Kendall's tau-b (1945) without the correction for ties in the guess, which is a strict order:
    (concordant − discordant) / pairs whose true weights differ. 0 where there is no such pair.
    """
    concordant = discordant = 0
    for place, higher in enumerate(guess):
        for lower in guess[place + 1 :]:
            if weights[higher] > weights[lower]:
                concordant += 1
            elif weights[higher] < weights[lower]:
                discordant += 1
    pairs = concordant + discordant
    return 1000 * (concordant - discordant) // pairs if pairs else 0
