"""`analyse`: the exact analysis of a scenario, as JSON, or in words and a drawing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from game.analysis.measures import Share, Swap, overlap, package_count, solutions, win_set, zopa
from game.analysis.sense import too_many_combinations
from game.analysis.table import Table, table_of
from game.analysis.trades import best_trades
from game.bargaining.frontier import Deal
from game.instructor.analysed import described
from game.instructor.paper import paper, tell
from game.scenario.library import UnusableError, find
from game.scenario.model import Scenario
from game.started import is_spoken
from game.summit.start import load_scenario


def run_analyse(name: str, extra: Sequence[Path], *, as_json: bool) -> int:
    """Prints the analysis."""
    scenario = load_scenario(find(name, extra))
    for heavy in too_many_combinations(scenario):
        raise UnusableError(f"{heavy.message} {heavy.help}")
    table = table_of(scenario)
    if as_json:
        print(json.dumps(analysis(scenario, table), ensure_ascii=False, indent=2))
        return 0
    console = paper()
    for line in described(scenario, table, _room(console)):
        tell(console, line)
    return 0


def _room(console: Console) -> int | None:
    """Cells for a drawing; None where one would be read aloud or could not be written."""
    writable = console.encoding.startswith("utf")
    return None if is_spoken() or not writable else console.width


def analysis(scenario: Scenario, table: Table) -> dict[str, Any]:
    """The analysis as plain data."""
    parties = scenario.party_ids
    return {
        "outcomes": package_count(table),
        "parties": list(parties),
        "walk_away": dict(zip(parties, table.walk_away, strict=True)),
        "frontier": [_entry(scenario, table, deal) for deal in table.frontier],
        **{
            name: None if deal is None else _entry(scenario, table, deal)
            for name, deal in solutions(table).items()
        },
        "zopa": _share(zopa(table)),
        "win_sets": {
            **{party: _share(win_set(table, n)) for n, party in enumerate(parties)},
            "overlap": _share(overlap(table)),
        },
        "trades": [_trade(scenario, table, swap) for swap in best_trades(table)],
    }


def _entry(scenario: Scenario, table: Table, deal: Deal) -> dict[str, Any]:
    return {
        "points": dict(zip(scenario.party_ids, deal.points, strict=True)),
        "options": table.space.agreement(deal.package),
    }


def _share(share: Share) -> dict[str, int | None]:
    return {"agreements": share.agreements, "of": share.of}


def _trade(scenario: Scenario, table: Table, swap: Swap) -> dict[str, Any]:
    space = table.space
    return {
        "items": [space.items[swap.first[0]], space.items[swap.second[0]]],
        "options": {
            space.items[item]: space.options[item][option] if option else None
            for item, option in (swap.first, swap.second)
        },
        "gains": dict(zip(scenario.party_ids, swap.gains, strict=True)),
    }
