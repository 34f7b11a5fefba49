"""`simulate`: games between bots of graded skill and the scenario's own counterpart, in numbers.

Game n of a bot is played on variant n with seed n, so that the same command gives the same figures
on every machine, whatever the number of processes. What never came is only “never seen”: sampling
proves nothing impossible.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from game.analysis.variants import vary
from game.instructor.figures import LADDER, Tally, report
from game.instructor.verdict import in_words
from game.instructor.workers import anywhere, units_of, watched, where
from game.scenario.library import find
from game.scenario.model import Scenario
from game.started import command, quoted
from game.summit.bots import bots
from game.summit.counterpart import Counterpart
from game.summit.debrief import score
from game.summit.events import Rejected
from game.summit.moves import Move
from game.summit.notation import write
from game.summit.session import with_red_line
from game.summit.start import load_scenario
from game.summit.state import Rulebook, State, rulebook
from game.summit.summit import Summit

MOST_MOVES = 600
MOST_TRIES = 50

UNIT = 5
"""Games of each bot and chair that one process plays before it reports."""


@dataclass(frozen=True, slots=True)
class Task:
    """One game: a bot in a chair, and the number that is its seed and its variant."""

    bot: str
    party: str
    number: int


@lru_cache(maxsize=1)
def _scenario(text: str) -> Scenario:
    """The scenario that a process plays, read once."""
    return Scenario.model_validate_json(text, strict=False)


def play_game(scenario: Scenario, task: Task) -> tuple[State, list[Move]]:
    """One game to its end, and the bot's own moves."""
    return _play(rulebook(vary(scenario, task.number)), task)


def _play(rules: Rulebook, task: Task) -> tuple[State, list[Move]]:
    summit = Summit(rules.scenario, task.number, rules)
    other = rules.scenario.other(task.party)
    player = bots(task.number)[task.bot]
    counterpart = Counterpart(rules.scenario.parties[other].style)
    made: list[Move] = []
    for _ in range(MOST_MOVES):
        if summit.over:
            break
        if task.party not in summit.to_act():
            summit.play(other, counterpart.choose(summit.view(other)).move)
            continue
        for _ in range(MOST_TRIES):
            move = with_red_line(
                summit.state, task.party, player.choose(summit.view(task.party)).move
            )
            if not isinstance(summit.play(task.party, move)[0], Rejected):
                made.append(move)
                break
        else:
            raise RuntimeError(f"{task.bot} finds no move that is allowed: {move}")
    return summit.state, made


def play_unit(text: str, numbers: range) -> Tally:
    """All bots from both chairs on some variants of a scenario, which comes as JSON."""
    tally = Tally()
    scenario = _scenario(text)
    for number in numbers:
        rules = rulebook(vary(scenario, number))
        for bot in LADDER:
            for party in rules.scenario.party_ids:
                state, _ = _play(rules, Task(bot, party, number))
                tally.add(state, bot, party, number, score(state, party))
    return tally


def simulate(
    scenario: Scenario, games: int, seed: int = 0, cluster: str | None = None
) -> dict[str, Any]:
    """`games` games per bot and chair, as plain data; Ctrl+C stops with what there is.

    `cluster` is the address of a Dask scheduler; without it this machine's processors play.
    """
    text = scenario.model_dump_json(by_alias=True, exclude_none=True)
    units = units_of(seed + 1, games, UNIT)
    task = f"{games * len(LADDER) * len(scenario.parties):,} games {where(units, cluster)}"
    tally, seconds = watched(anywhere(partial(play_unit, text), units, cluster), len(units), task)
    return report(scenario, tally, seconds, list(_examples(scenario, tally)))


def _examples(scenario: Scenario, tally: Tally) -> Iterator[dict[str, Any]]:
    """For each ending that was seen, the moves of a game that came to it."""
    for outcome, (number, bot, party) in sorted(tally.examples.items()):
        _, moves = play_game(scenario, Task(bot, party, number))
        yield {
            "outcome": outcome,
            "bot": bot,
            "as": party,
            "seed": number,
            "variant": number,
            "moves": [write(move) for move in moves],
        }


def run_simulate(
    name: str,
    extra: Sequence[Path],
    games: int,
    seed: int,
    *,
    as_json: bool,
    examples: Path | None = None,
    cluster: str | None = None,
) -> int:
    """Prints the figures of a simulation; with `examples`, a file of moves for each ending seen."""
    path = find(name, extra)
    scenario = load_scenario(path)
    found = simulate(scenario, games, seed, cluster)
    if examples is not None:
        write_examples(examples, name, found["examples"])
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print("\n".join(in_words(scenario, found)))
    return 0


def write_examples(folder: Path, name: str, examples: Sequence[dict[str, Any]]) -> None:
    """Writes the moves of each example to a file that `play --moves` takes."""
    folder.mkdir(parents=True, exist_ok=True)
    for example in examples:
        path = folder / f"{example['outcome']}.moves"
        again = (
            f"{command()} play {quoted(name)} --as {example['as']} --seed {example['seed']} "
            f"--variant {example['variant']} --moves {quoted(path.name)}"
        )
        lines = [f"# {example['bot']}: {again}", *example["moves"]]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
