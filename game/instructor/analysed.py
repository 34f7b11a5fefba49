"""The analysis of a scenario in words and a drawing, for people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from game.analysis.levers import MOST_CHANGE, Lever, levers
from game.analysis.measures import Swap, overlap, package_count, points_of, solutions, win_set, zopa
from game.analysis.table import Table
from game.analysis.trades import best_trades, halving
from game.bargaining.preferences import Package
from game.bargaining.solutions import Pair
from game.instructor.sketch import sketch
from game.scenario.model import Scenario
from game.wording.left import not_counted
from game.wording.names import figure

SOLUTIONS = {
    "nash": ("N", "Nash point"),
    "kalai": ("K", "Kalai point"),
    "max_joint": ("L", "Largest sum"),
}
"""Solution → its sign in the drawing, and its name."""

MOST_TRADES = 10
"""Trades that are told, the best first."""

MOST_LEVERS = 3
"""Numbers to change that are named for each measure and direction."""

MOST_PACKAGES = 200_000
"""Of a larger summit the numbers to change are not tried one by one: it would take long."""

MEASURED = {
    "signed": ("Texts that both could sign", "fewer", "more"),
    "carried": ("Texts that both could carry home", "fewer", "more"),
    "gain": ("The most points that both together could gain", "less", "more"),
}
"""Measure → what it is, and the words for a fall and a rise."""


def described(scenario: Scenario, table: Table, width: int | None) -> Iterator[str | Text]:
    """The whole account, line by line; without a width nothing is drawn."""
    yield scenario.title
    yield ""
    yield from _counts(scenario, table)
    yield ""
    yield from _space(scenario, table, width)
    yield ""
    yield from _trades(scenario, table)
    yield ""
    yield from _levers(table)


def _names(scenario: Scenario) -> tuple[str, str]:
    first, second = (scenario.parties[party].name for party in scenario.party_ids)
    return first, second


def _counts(scenario: Scenario, table: Table) -> Iterator[str]:
    first, second = _names(scenario)
    yield (
        f"{package_count(table):,} packages. Walk-away values: "
        f"{first} {figure(table.walk_away[0])}, {second} {figure(table.walk_away[1])} points."
    )
    within = "cross no red line and leave both at or above their walk-away values"
    told = (
        ("the zone of possible agreement", zopa(table), "Zone of possible agreement: ", within),
        (f"what {first} could carry", win_set(table, 0), f"{first} could carry home ", ""),
        (f"what {second} could carry", win_set(table, 1), f"{second} could carry home ", ""),
        ("what both could carry", overlap(table), "Both could carry ", ""),
    )
    left_out = []
    for what, share, before, after in told:
        if share.agreements is None:
            left_out.append(what)
        else:
            yield f"{before}{_percent(share.agreements, share.of)} {after}".rstrip() + "."
    yield from not_counted(left_out)


def _percent(agreements: int, of: int) -> str:
    return f"{agreements:,} of {of:,} packages ({100 * agreements / of:.1f} %)"


def _space(scenario: Scenario, table: Table, width: int | None) -> Iterator[str | Text]:
    """The drawing, and the same in sentences."""
    names = _names(scenario)
    frontier = [deal.points for deal in table.frontier]
    signs = _signs(table)
    if width is not None:
        yield from sketch(
            names, frontier, table.walk_away, {sign: at for at, sign in signs.items()}, width
        )
        yield ""

    def told(at: Pair) -> str:
        return ", ".join(f"{name} {figure(points)}" for name, points in zip(names, at, strict=True))

    yield (
        f"The line is the frontier, beyond which no text lies: from {told(frontier[0])} to "
        f"{told(frontier[-1])}. Dotted: the walk-away values."
    )
    for key, deal in solutions(table).items():
        if deal is not None:
            yield f"{signs[deal.points]}  {SOLUTIONS[key][1]}: {told(deal.points)}."
    halved = points_of(table, halving(table))
    left = (
        "It lies on the line: trading across items brings no more to both."
        if halved in {deal.points for deal in table.agreements}
        else "What lies between this and the line is what trading across items can bring."
    )
    yield f"{signs[halved]}  Splitting every item by itself: {told(halved)}. {left}"
    yield f"   Its wordings: {_wordings(scenario, table, halving(table))}."
    within = "; ".join(", ".join(map(figure, deal.points)) for deal in table.agreements)
    yield (
        f"The frontier of what both could sign, {names[0]} before {names[1]}: {within}."
        if within
        else "No text without a red line leaves both at or above their walk-away values."
    )


def _wordings(scenario: Scenario, table: Table, package: Package) -> str:
    """What a text holds: “Cables: Within three years; Towers: left open”."""
    told = []
    for item, option in table.space.agreement(package).items():
        entry = scenario.agenda[item]
        label = "left open" if option is None else entry.options[option].label
        told.append(f"{entry.short or entry.title}: {label}")
    return "; ".join(told)


def _signs(table: Table) -> dict[Pair, str]:
    """Points → the sign that stands there: a solution's, or H for the text that halves."""
    signs: dict[Pair, str] = {}
    for key, deal in solutions(table).items():
        if deal is not None:
            signs.setdefault(deal.points, SOLUTIONS[key][0])
    signs.setdefault(points_of(table, halving(table)), "H")
    return signs


def _trades(scenario: Scenario, table: Table) -> Iterator[str]:
    found = best_trades(table)
    if not found:
        yield "No trade over two items gains both, from the text that splits every item by itself."
        return
    yield "Trades that gain both, from the text that splits every item by itself:"
    for swap in found[:MOST_TRADES]:
        yield from _trade(scenario, table, swap)
    if len(found) > MOST_TRADES:
        yield f"  And {len(found) - MOST_TRADES} more, which gain the side that gains less no more."


def _trade(scenario: Scenario, table: Table, swap: Swap) -> Iterator[str]:
    """Which items for which, what each side gains, and what each gets where."""
    names, start = _names(scenario), halving(table)
    first = table.sheets[0].preferences.points
    gets: dict[str, str] = {}
    titles = []
    for item, option in (swap.first, swap.second):
        entry = scenario.agenda[table.space.items[item]]
        titles.append(entry.title)
        name = names[0] if first[item][option] > first[item][start[item]] else names[1]
        chosen = table.space.options[item][option]
        gets[name] = entry.options[chosen].label if option else f"nothing on {entry.title}"
    gains = ", ".join(f"{name} +{gain}" for name, gain in zip(names, swap.gains, strict=True))
    yield f"  {' for '.join(titles)}: {gains}"
    yield "    " + "; ".join(f"{name} gets: {label}" for name, label in gets.items())


def _levers(table: Table) -> Iterator[str]:
    if package_count(table) > MOST_PACKAGES:
        yield (
            "Which numbers make it harder or easier is not tried here: with more than "
            f"{MOST_PACKAGES:,} packages it would take long."
        )
        return
    yield (
        "To make it harder or easier: the smallest changes that move a figure by a tenth, each "
        "tried by counting anew."
    )
    found = levers(table)
    for measure, (what, falls, rises) in MEASURED.items():
        of_it = [lever for lever in found if lever.measure == measure]
        if not of_it:
            yield f"{what}: no number, changed by up to {MOST_CHANGE}, moves this by a tenth."
            continue
        yield f"{what}, now {of_it[0].before:,}:"
        for word, upwards in ((falls, False), (rises, True)):
            moved = [lever for lever in of_it if (lever.after > lever.before) == upwards]
            yield from (f"  {word}: {_lever(lever)}" for lever in moved[:MOST_LEVERS])


def _lever(lever: Lever) -> str:
    """A change as an instruction, in the ids of the file."""
    verb = "raise" if lever.change > 0 else "lower"
    return (
        f"{verb} {_number(lever.place)} from {figure(lever.value)} to "
        f"{figure(lever.value + lever.change)}: "
        f"{lever.before:,} → {lever.after:,}"
    )


def _number(place: tuple[str, ...]) -> str:
    """What a number of the file is called: “japan's points for line=joint_review”."""
    match place:
        case ("agenda", item, "options", option, "points", party):
            return f"{party}'s points for {item}={option}"
        case ("parties", party, "home", "audiences", audience, "needs"):
            return f"what {party}'s {audience} needs"
        case _:
            return f"{place[1]}'s {place[-1]}"
