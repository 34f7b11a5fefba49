"""`simulate --walks`: random walks of both chairs, until one of them comes to no good.

What never came in thousands of them is worth a look; what broke is told with the moves before it.
Points play no part in a walk, so that all walks are on the figures of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from game.instructor.figures import Tally, counts
from game.instructor.verdict import endings
from game.instructor.workers import anywhere, units_of, watched, where
from game.scenario.library import find
from game.scenario.model import Scenario
from game.started import command, quoted
from game.summit.start import load_scenario
from game.summit.state import Rulebook, rulebook
from game.summit.walk import Fault, walk

UNIT = 200
"""Walks of one process before it reports."""


@lru_cache(maxsize=1)
def _rules(text: str) -> Rulebook:
    """The rules that a process walks by, read once."""
    return rulebook(Scenario.model_validate_json(text, strict=False))


def walk_unit(text: str, numbers: range) -> Tally:
    """Some walks in a scenario, which comes as JSON; none after one that came to no good."""
    tally = Tally()
    for number in numbers:
        end = walk(_rules(text), number)
        if isinstance(end, Fault):
            tally.fault = end
            break
        tally.count(end, drafts=True)
    return tally


def walks(scenario: Scenario, count: int, seed: int = 0) -> dict[str, Any]:
    """So many walks, as plain data; Ctrl+C stops with what there is."""
    text = scenario.model_dump_json(by_alias=True, exclude_none=True)
    units = units_of(seed + 1, count, UNIT)
    task = f"{count:,} random walks {where(units, None)}"
    tally, seconds = watched(anywhere(partial(walk_unit, text), units, None), len(units), task)
    fault = None if tally.fault is None else asdict(tally.fault)
    return {**counts(scenario, tally, seconds), "fault": fault}


def run_walks(name: str, extra: Sequence[Path], count: int, seed: int, *, as_json: bool) -> int:
    """Prints what came of the walks; 1 where one came to no good."""
    scenario = load_scenario(find(name, extra))
    found = walks(scenario, count, seed)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print("\n".join(in_words(scenario, name, found)))
    return 1 if found["fault"] else 0


def in_words(scenario: Scenario, name: str, found: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    yield (
        f"{scenario.title}: {found['games']:,} random walks in {found['seconds']} s, "
        f"{found['moves']} moves on average."
    )
    fault = found["fault"]
    if fault is None:
        yield from ("Every walk came to an ending.", "", *endings(scenario, found))
        return
    yield f"Walk {fault['number']} came to no good: {fault['what']}"
    again = f"{command()} simulate {quoted(name)} --walks 1 --seed {fault['number'] - 1}"
    yield f"Repeat it with: {again}"
    yield "The moves that led to it:"
    yield from (f"  {move}" for move in fault["moves"])
