"""`analyse`: the exact analysis of a scenario, as JSON or in words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from game.analysis.measures import (
    Share,
    overlap,
    solutions,
    swaps_from,
    win_set,
    zopa,
)
from game.analysis.measures import outcomes as count_outcomes
from game.analysis.table import Table, table_of
from game.bargaining.frontier import Deal
from game.bargaining.preferences import Package
from game.scenario.library import find
from game.scenario.model import Scenario
from game.summit.start import load_scenario


def run_analyse(name: str, extra: Sequence[Path], *, as_json: bool) -> int:
    """Prints the analysis."""
    scenario = load_scenario(find(name, extra))
    table = table_of(scenario)
    if as_json:
        print(json.dumps(analysis(scenario, table), ensure_ascii=False, indent=2))
    else:
        print("\n".join(in_words(scenario, table)))
    return 0


def analysis(scenario: Scenario, table: Table) -> dict[str, Any]:
    """The analysis as plain data."""
    parties = scenario.party_ids
    return {
        "outcomes": count_outcomes(table),
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
        "trades": trades(scenario, table),
    }


def _entry(scenario: Scenario, table: Table, deal: Deal) -> dict[str, Any]:
    return {
        "points": dict(zip(scenario.party_ids, deal.points, strict=True)),
        "options": table.space.agreement(deal.package),
    }


def _share(share: Share) -> dict[str, int]:
    return {"agreements": share.agreements, "of": share.of}


def halving(table: Table) -> Package:
    """The text of two sides that split every item by itself: the option that is most even.

    Per item, among the options that cross no red line, the one whose smaller share of each side's
    best on that item is largest.
    """
    first, second = (sheet.preferences.points for sheet in table.sheets)

    def evenness(item: int, option: int) -> tuple[int, int]:
        mine, theirs = first[item][option], second[item][option]
        best = max(1, *first[item]), max(1, *second[item])
        return min(mine * best[1], theirs * best[0]), mine + theirs

    return tuple(
        max(options, key=partial(evenness, item)) for item, options in enumerate(table.signable)
    )


def trades(scenario: Scenario, table: Table) -> list[dict[str, Any]]:
    """Exchanges over two items that gain both, seen from the text that halves every item.

    One entry per pair of items: the exchange whose smaller gain is largest.
    """
    start = halving(table)
    best: dict[tuple[int, int], Any] = {}
    for swap in swaps_from(table, start):
        pair = (swap.first[0], swap.second[0])
        worth = (min(swap.gains), sum(swap.gains))
        if pair not in best or worth > best[pair][0]:
            best[pair] = (worth, swap)
    names = table.space
    return [
        {
            "items": [names.items[swap.first[0]], names.items[swap.second[0]]],
            "options": {
                names.items[item]: names.options[item][option] if option else None
                for item, option in (swap.first, swap.second)
            },
            "gains": dict(zip(scenario.party_ids, swap.gains, strict=True)),
        }
        for _, swap in sorted(best.values(), key=lambda entry: entry[0], reverse=True)
    ]


def in_words(scenario: Scenario, table: Table) -> list[str]:
    """The analysis for people."""
    first, second = (scenario.parties[party].name for party in scenario.party_ids)
    space, common = zopa(table), overlap(table)
    lines = [
        scenario.title,
        "",
        f"{count_outcomes(table):,} packages. Walk-away values: {first} {table.walk_away[0]}, "
        f"{second} {table.walk_away[1]} points.",
        f"Zone of possible agreement: {_percent(space)} cross no red line and leave both at or "
        "above their walk-away values.",
    ]
    for number, name in enumerate((first, second)):
        lines.append(f"{name} could carry home {_percent(win_set(table, number))}.")
    lines.append(f"Both could carry {_percent(common)}.")
    for title, deal in zip(
        ("Nash point", "Kalai point", "Largest sum"), solutions(table).values(), strict=True
    ):
        if deal is not None:
            lines.append(f"{title}: {first} {deal.points[0]}, {second} {deal.points[1]}.")
    lines += ["", "The frontier, over all packages:"]
    for deal in table.frontier:
        lines.append(f"  {first} {deal.points[0]:>4}   {second} {deal.points[1]:>4}")
    lines += ["", "Trades that gain both, from a text that splits every item by itself:"]
    for trade in trades(scenario, table):
        items = " for ".join(scenario.agenda[item].title for item in trade["items"])
        gains = trade["gains"]
        one, two = (gains[party] for party in scenario.party_ids)
        lines.append(f"  {items}: {first} +{one}, {second} +{two}")
    return lines


def _percent(share: Share) -> str:
    return (
        f"{share.agreements:,} of {share.of:,} packages ({100 * share.agreements / share.of:.1f} %)"
    )
