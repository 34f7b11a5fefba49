"""The figures of many games: counted as they come in, so that memory does not grow with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from game.instructor.failures import Failures
from game.scenario.model import Scenario
from game.summit.ending import outcomes_of
from game.summit.state import State
from game.summit.walk import Fault

LADDER = ("random", "hard-liner", "splitter", "integrative")

Z95 = 1.959964
"""Standard normal quantile of a two-sided 95 % interval."""


@dataclass
class Sum:
    """How many values, their sum and the sum of their squares; whole numbers, so in any order."""

    count: int = 0
    total: int = 0
    squares: int = 0

    def add(self, value: int) -> None:
        """One more value."""
        self.count += 1
        self.total += value
        self.squares += value * value

    def merge(self, other: Sum) -> None:
        """The values of another sum as well."""
        self.count += other.count
        self.total += other.total
        self.squares += other.squares

    def interval(self) -> tuple[float, float, float]:
        """Mean and its 95 % interval by the normal approximation."""
        if not self.count:
            return 0.0, 0.0, 0.0
        mean = self.total / self.count
        if self.count < 2:
            return mean, mean, mean
        spread_squared = (self.squares * self.count - self.total**2) / (
            self.count * (self.count - 1)
        )
        spread = Z95 * sqrt(max(0.0, spread_squared) / self.count)
        return mean, mean - spread, mean + spread


@dataclass
class Tally:
    """What some games came to."""

    outcomes: Counter[str] = field(default_factory=Counter)
    moves: int = 0
    seen: set[str] = field(default_factory=set)
    """Options in force, events that happened, interests that were told."""
    scores: dict[tuple[str, str], Sum] = field(default_factory=dict)
    """(bot, party) → its scores in permille."""
    failures: dict[tuple[str, str], Failures] = field(default_factory=dict)
    """(bot, party) → its games without an agreement, and why."""
    examples: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    """ending → the first game that came to it: number, bot, party."""
    fault: Fault | None = None
    """The first random walk that came to no good; nothing is counted after it."""

    def add(self, state: State, bot: str, party: str, number: int, score: int) -> None:
        """One more finished game."""
        self.count(state)
        self.scores.setdefault((bot, party), Sum()).add(score)
        self.failures.setdefault((bot, party), Failures()).add(state, party)
        self.examples.setdefault(state.outcome or "", (number, bot, party))

    def count(self, state: State, *, drafts: bool = False) -> None:
        """A finished meeting without its score; `drafts`: options not in force count as seen."""
        self.outcomes[state.outcome or ""] += 1
        self.moves += len(state.record)
        if state.in_force or drafts:
            self.seen.update(f"option {item}={option}" for item, option in state.terms)
        self.seen.update(f"event {name}" for name in state.happened)
        self.seen.update(f"answer of {who} on {item}" for who, item in state.told)

    def merge(self, other: Tally) -> None:
        """The games of another tally as well, which came later."""
        self.outcomes.update(other.outcomes)
        self.moves += other.moves
        self.seen |= other.seen
        for key, scores in other.scores.items():
            self.scores.setdefault(key, Sum()).merge(scores)
        for key, failures in other.failures.items():
            self.failures.setdefault(key, Failures()).merge(failures)
        for outcome, game in other.examples.items():
            self.examples.setdefault(outcome, game)
        self.fault = self.fault or other.fault


def wilson(count: int, total: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927)."""
    if total == 0:
        return 0.0, 1.0
    share = count / total
    spread = Z95 * sqrt(share * (1 - share) / total + Z95**2 / (4 * total**2))
    centre = share + Z95**2 / (2 * total)
    scale = 1 + Z95**2 / total
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def counts(scenario: Scenario, tally: Tally, seconds: float) -> dict[str, Any]:
    """What came of games of any kind, as plain data."""
    total = tally.outcomes.total()
    return {
        "games": total,
        "seconds": round(seconds, 2),
        "outcomes": {name: _share(tally.outcomes[name], total) for name in outcomes_of(scenario)},
        "never_seen": never_seen(scenario, tally),
        "moves": round(tally.moves / max(1, total), 1),
    }


def report(
    scenario: Scenario, tally: Tally, seconds: float, examples: list[dict[str, Any]]
) -> dict[str, Any]:
    """The figures of games between bots and the counterpart, as plain data."""
    return {
        **counts(scenario, tally, seconds),
        "bots": {
            bot: {
                party: {
                    **_scores(tally.scores.get((bot, party), Sum())),
                    "failures": tally.failures.get((bot, party), Failures()).as_data(),
                }
                for party in scenario.party_ids
            }
            for bot in LADDER
        },
        "examples": examples,
    }


def never_seen(scenario: Scenario, tally: Tally) -> list[str]:
    """Endings, options, events and answers that no game has shown."""
    wanted = [
        *(
            f"option {item}={option}"
            for item, entry in scenario.agenda.items()
            for option in entry.options
        ),
        *(f"event {name}" for name in scenario.events),
        *(
            f"answer of {party} on {item}"
            for item, entry in scenario.agenda.items()
            for party in entry.interests
        ),
    ]
    endings = [f"outcome {name}" for name in outcomes_of(scenario) if not tally.outcomes[name]]
    return endings + [name for name in wanted if name not in tally.seen]


def _share(count: int, total: int) -> dict[str, Any]:
    low, high = wilson(count, total)
    share = count / total if total else 0.0
    return {"count": count, "share": round(share, 4), "low": round(low, 4), "high": round(high, 4)}


def _scores(scores: Sum) -> dict[str, Any]:
    mean, low, high = (value / 1000 for value in scores.interval())
    return {
        "games": scores.count,
        "mean_score": round(mean, 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }
