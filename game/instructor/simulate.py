"""`simulate`: games between bots of graded skill and the scenario's own counterpart, in numbers.

Game n of a bot is played on variant n with seed n, so that the same command gives the same figures
on every machine, whatever the number of processes. An ending or option that never came is only
"never seen": sampling proves nothing impossible.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Any

from game.analysis.table import Table
from game.analysis.variants import vary
from game.scenario.library import find
from game.scenario.model import Scenario
from game.summit.bots import bots
from game.summit.counterpart import Counterpart
from game.summit.debrief import result_points
from game.summit.ending import outcomes_of
from game.summit.events import Rejected
from game.summit.start import load_scenario
from game.summit.state import State, rulebook
from game.summit.summit import Summit

Z95 = 1.959964
"""Standard normal quantile of a two-sided 95 % interval."""

MOST_MOVES = 600
MOST_TRIES = 50
CHUNK = 10
LADDER = ("random", "hard-liner", "splitter", "integrative")


@dataclass(frozen=True, slots=True)
class GameResult:
    """One game of a bot."""

    bot: str
    party: str
    score: float
    outcome: str
    moves: int
    options: frozenset[tuple[str, str]]
    """Clauses of the text in force."""


def score_of(state: State, table: Table, party: str) -> float:
    """Mean of own result and joint gain; 0 without a ratified agreement."""
    if not state.in_force or not table.most_joint:
        return 0.0
    number = state.rules.scenario.party_ids.index(party)
    points = result_points(state)
    surplus = [p - r for p, r in zip(points, table.walk_away, strict=True)]
    best = table.best_surplus[number]
    own = surplus[number] / best if best else 0.0
    return (own + sum(surplus) / table.most_joint) / 2


def play_game(scenario: Scenario, task: tuple[str, str, int]) -> GameResult:
    """One game: (bot, its party, number of the game)."""
    bot, party, number = task
    rules = rulebook(vary(scenario, number))
    summit = Summit(rules.scenario, number, rules)
    other = scenario.other(party)
    sides = {party: bots(number)[bot], other: Counterpart(scenario.parties[other].style)}
    for _ in range(MOST_MOVES):
        if summit.over:
            break
        speaker = summit.to_act()[0]
        for _ in range(MOST_TRIES):
            move = sides[speaker].choose(summit.view(speaker)).move
            if not isinstance(summit.play(speaker, move)[0], Rejected):
                break
        else:
            raise RuntimeError(f"{bot} finds no move that is allowed: {move}")
    state = summit.state
    return GameResult(
        bot=bot,
        party=party,
        score=score_of(state, rules.table, party),
        outcome=state.outcome or "",
        moves=len(state.record),
        options=frozenset(state.terms) if state.in_force else frozenset(),
    )


def play_many(scenario: Scenario, tasks: Sequence[tuple[str, str, int]]) -> Iterator[GameResult]:
    """All games, on all processors, in the order of the tasks."""
    workers = min(os.cpu_count() or 1, max(1, len(tasks) // (2 * CHUNK)))
    play = partial(play_game, scenario)
    if workers == 1:
        yield from map(play, tasks)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(play, tasks, chunksize=CHUNK)


def wilson(count: int, total: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927)."""
    if total == 0:
        return 0.0, 1.0
    share = count / total
    spread = Z95 * sqrt(share * (1 - share) / total + Z95**2 / (4 * total**2))
    centre = share + Z95**2 / (2 * total)
    scale = 1 + Z95**2 / total
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def mean_interval(values: Sequence[float]) -> tuple[float, float, float]:
    """Mean and its 95 % interval by the normal approximation."""
    mean = sum(values) / len(values)
    if len(values) < 2:
        return mean, mean, mean
    variance = sum((value - mean) ** 2 for value in values) / (len(values) - 1)
    spread = Z95 * sqrt(variance / len(values))
    return mean, mean - spread, mean + spread


def simulate(scenario: Scenario, games: int, seed: int) -> dict[str, Any]:
    """`games` games per bot and chair, as plain data; Ctrl+C stops with what there is."""
    tasks = [
        (bot, party, seed + number)
        for number in range(1, games + 1)
        for bot in LADDER
        for party in scenario.party_ids
    ]
    started = time.perf_counter()
    results = list(_told(play_many(scenario, tasks), len(tasks)))
    return report(scenario, results, time.perf_counter() - started)


def _told(results: Iterator[GameResult], total: int) -> Iterator[GameResult]:
    """The results, with a word on progress where somebody watches."""
    watched = sys.stderr.isatty()
    try:
        for number, result in enumerate(results, start=1):
            if watched and (number % CHUNK == 0 or number == total):
                print(f"\r{number} of {total} games", end="", file=sys.stderr, flush=True)
            yield result
    except KeyboardInterrupt:
        print("\nStopped: the figures are of the games played so far.", file=sys.stderr)
    if watched:
        print(file=sys.stderr)


def report(scenario: Scenario, results: Sequence[GameResult], seconds: float) -> dict[str, Any]:
    """The figures of some games."""
    counts = Counter(result.outcome for result in results)
    total = len(results)
    seen = {option for result in results for option in result.options}
    return {
        "games": total,
        "seconds": round(seconds, 2),
        "outcomes": {name: _share(counts[name], total) for name in outcomes_of(scenario)},
        "never_seen": [
            *(f"outcome {name}" for name in outcomes_of(scenario) if not counts[name]),
            *(
                f"option {item}={option}"
                for item, entry in scenario.agenda.items()
                for option in entry.options
                if (item, option) not in seen
            ),
        ],
        "moves": round(sum(result.moves for result in results) / max(1, total), 1),
        "bots": {
            bot: {
                party: _scores([r.score for r in results if (r.bot, r.party) == (bot, party)])
                for party in scenario.party_ids
            }
            for bot in LADDER
        },
    }


def _share(count: int, total: int) -> dict[str, Any]:
    low, high = wilson(count, total)
    share = count / total if total else 0.0
    return {"count": count, "share": round(share, 4), "low": round(low, 4), "high": round(high, 4)}


def _scores(scores: Sequence[float]) -> dict[str, Any]:
    if not scores:
        return {"games": 0, "mean_score": 0.0, "low": 0.0, "high": 0.0}
    mean, low, high = mean_interval(scores)
    return {
        "games": len(scores),
        "mean_score": round(mean, 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }


def run_simulate(name: str, extra: Sequence[Path], games: int, seed: int, *, as_json: bool) -> int:
    """Prints the figures of a simulation."""
    scenario = load_scenario(find(name, extra))
    found = simulate(scenario, games, seed)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print("\n".join(in_words(scenario, found)))
    return 0


def in_words(scenario: Scenario, found: dict[str, Any]) -> list[str]:
    """The figures for people."""
    lines = [
        f"{scenario.title}: {found['games']} games in {found['seconds']} s, "
        f"{found['moves']} moves on average.",
        "",
        "Score by skill and chair (mean of own result and joint gain; 95 % interval):",
    ]
    for bot in LADDER:
        parts = [
            f"{scenario.parties[party].name} {entry['mean_score']:.2f} "
            f"({entry['low']:.2f} to {entry['high']:.2f})"
            for party, entry in found["bots"][bot].items()
        ]
        lines.append(f"  {bot:<12} {'   '.join(parts)}")
    lines += ["", *verdict(scenario, found["bots"]), "", "Endings:"]
    for name, entry in found["outcomes"].items():
        lines.append(
            f"  {entry['share']:6.1%}  ({entry['low']:.1%} to {entry['high']:.1%})  "
            f"{outcomes_of(scenario)[name].title}"
        )
    if found["never_seen"]:
        lines += ["", "Never seen in these games: " + ", ".join(found["never_seen"]) + "."]
    return lines


def verdict(scenario: Scenario, scores: dict[str, Any]) -> Iterable[str]:
    """Does skill pay, chair by chair?"""
    for party in scenario.party_ids:
        name = scenario.parties[party].name
        steps = pairwise(LADDER)
        blurred = [
            f"{low} and {high}"
            for low, high in steps
            if scores[high][party]["low"] <= scores[low][party]["high"]
        ]
        if not blurred:
            yield f"Skill pays from {name}'s chair: every step of the ladder is clear."
        else:
            yield f"From {name}'s chair these are not clearly apart: {'; '.join(blurred)}."
