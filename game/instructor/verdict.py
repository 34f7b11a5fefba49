"""The figures of a simulation in words: does the summit reward good negotiating?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from game.instructor import failures
from game.instructor.figures import LADDER
from game.scenario.model import Scenario
from game.summit.ending import outcomes_of


def in_words(scenario: Scenario, found: dict[str, Any]) -> list[str]:
    """The figures for people."""
    lines = [
        f"{scenario.title}: {found['games']:,} games in {found['seconds']} s, "
        f"{found['moves']} moves on average.",
        "",
        "Score by skill and chair (mean of own result and joint gain; 95 % interval):",
    ]
    for bot in LADDER:
        parts = [
            f"{scenario.parties[party].name} {entry['mean_score']:z.2f} "
            f"({entry['low']:z.2f} to {entry['high']:z.2f})"
            for party, entry in found["bots"][bot].items()
        ]
        lines.append(f"  {bot:<12} {'   '.join(parts)}")
    failed = list(failures.in_words(scenario, found["bots"]))
    told = (list(verdict(scenario, found["bots"])), failed, list(endings(scenario, found)))
    return [*lines, *(line for part in told if part for line in ("", *part))]


def endings(scenario: Scenario, found: dict[str, Any]) -> Iterator[str]:
    """How often each ending came, and what never did."""
    yield "Endings:"
    for name, entry in found["outcomes"].items():
        yield (
            f"  {entry['share']:6.1%}  ({entry['low']:.1%} to {entry['high']:.1%})  "
            f"{outcomes_of(scenario)[name].title}"
        )
    if found["never_seen"]:
        yield from ("", "Never seen in these games: " + ", ".join(found["never_seen"]) + ".")


def verdict(scenario: Scenario, scores: dict[str, Any]) -> Iterator[str]:
    """Does skill pay, chair by chair, and is one chair better than the other?"""
    for party in scenario.party_ids:
        yield from _of_chair(
            scenario.parties[party].name, {bot: scores[bot][party] for bot in LADDER}
        )
    yield from _between_chairs(scenario, scores)


def _of_chair(name: str, scores: dict[str, Any]) -> Iterator[str]:
    turned, blurred = [], []
    for low, high in pairwise(LADDER):
        if scores[high]["high"] < scores[low]["low"]:
            turned.append(f"the {low} does better than the {high}")
        elif scores[high]["low"] <= scores[low]["high"]:
            blurred.append(f"{low} and {high}")
    if not turned and not blurred:
        yield f"Skill pays from {name}'s chair: every step of the ladder is clear."
        return
    if turned:
        yield f"From {name}'s chair the ladder is reversed: {'; '.join(turned)}."
    if blurred:
        yield f"From {name}'s chair these are not clearly apart: {'; '.join(blurred)}."
    if all(scores[low]["high"] >= scores[LADDER[-1]]["low"] for low in LADDER[:-1]):
        yield f"From {name}'s chair skill does not pay: all do about as well."


def _between_chairs(scenario: Scenario, scores: dict[str, Any]) -> Iterator[str]:
    first, second = scenario.party_ids
    for one, other in ((first, second), (second, first)):
        if all(scores[bot][one]["low"] > scores[bot][other]["high"] for bot in LADDER):
            yield f"{scenario.parties[one].name}'s chair is the better one at every skill."
