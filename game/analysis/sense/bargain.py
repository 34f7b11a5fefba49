"""Is there anything to negotiate? Agreements, homes, red lines and trades.

Everything that is told here is proved, over all packages: what the limits of the mathematics leave
open is not told.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.floors import signed_floors, with_a_clause
from game.analysis.home import HomeSheet
from game.analysis.sense.choices import check_choices
from game.analysis.sense.scene import Scene
from game.analysis.trades import tradable_items
from game.bargaining.existence import exists
from game.bargaining.preferences import Allowed, without
from game.scenario.diagnostics import Finding
from game.scenario.hints import shown


def check_bargain(scene: Scene) -> Iterator[Finding]:
    """Warnings for a summit in which nobody could agree, carry or trade."""
    yield from _agreement(scene)
    for item in range(len(scene.table.space.items)):
        yield from _red_lines(scene, item)
        yield from check_choices(scene, item)
    items = len(scene.table.space.items)
    if items > 1 and next(tradable_items(scene.table), None) is None:
        yield Finding(
            ("agenda",),
            "TRD01",
            "No exchange over two items would gain both sides: nothing is won by trading.",
            "Let the two sides care about different items: raise the points that one of them has "
            "at stake on one item, and the other's on another.",
            severity="warning",
            at_key=True,
        )


def _agreement(scene: Scene) -> Iterator[Finding]:
    """No text that both would sign, or none of them that both homes carry."""
    table = scene.table
    poor = [f for n in (0, 1) for f in _nothing_for(scene, n)]
    yield from poor
    unmoved = [f for n in (0, 1) for f in _never_carried(scene, n)]
    yield from unmoved
    signing = signed_floors(table, table.walk_away)
    if not poor and exists(with_a_clause(table, signing), table.signable) is False:
        first, second = (f"{scene.name(n)} {value}" for n, value in enumerate(table.walk_away))
        yield Finding(
            ("agenda",),
            "ZOP01",
            "No text leaves both sides at or above their walk-away values "
            f"({first}, {second}): there is no zone of possible agreement (ZOPA).",
            "Lower a `walk_away`, raise points of what both can live with, or take away a red "
            "line. To break off is then the right move, which a lesson can be about.",
            severity="warning",
            at_key=True,
        )
    elif not poor and not unmoved and scene.has_agreement is False:
        yield Finding(
            ("agenda",),
            "HOM03",
            "No text that both would sign is carried by both homes as they open.",
            "Raise the opening `support`, lower `carries_at` or a `needs`, or soften what the "
            "clauses do at home. Events and press lines alone would have to save every deal.",
            severity="warning",
            at_key=True,
        )


def _nothing_for(scene: Scene, party: int) -> Iterator[Finding]:
    name, walk_away = scene.party(party), scene.table.walk_away[party]
    most = scene.most_points(party)
    if most < walk_away:
        yield Finding(
            ("parties", name, "walk_away"),
            "ZOP01",
            f"{scene.name(party)} gets at most {most} points from any text that both can sign, "
            f"less than its walk-away value of {walk_away}: there is no zone of possible "
            "agreement (ZOPA).",
            f"Write {most} or less, or give it more points on the agenda.",
            severity="warning",
        )


def _never_carried(scene: Scene, party: int) -> Iterator[Finding]:
    sheet = scene.table.sheets[party]
    home, grades = sheet.home, scene.table.grades
    allowed = own_options(scene, party)
    best = [_most_support(scene, home, allowed, n) for n in range(len(home.audiences))]
    path = ("parties", scene.party(party), "home")
    stopped = False
    for name, needs, most in zip(home.audiences, home.needs, best, strict=True):
        if needs is not None and most < needs:
            stopped = True
            yield Finding(
                (*path, "audiences", name, "needs"),
                "HOM01",
                f"`{shown(name)}` stands at {most} at most, whatever is agreed, and so stops "
                "every deal.",
                f"Write {max(most, 0)} or less, raise its opening `support`, or let a clause win "
                "it over.",
                severity="warning",
            )
    if not stopped and exists(with_a_clause(scene.table, home.floors(grades)), allowed) is False:
        yield Finding(
            (*path, "carries_at"),
            "HOM02",
            f"No text that {scene.name(party)} can sign is carried at home as it opens.",
            "Lower `carries_at`, raise the opening `support`, or let clauses win support.",
            severity="warning",
        )


def own_options(scene: Scene, party: int) -> Allowed:
    """Per item the options that cross none of this party's own red lines."""
    return without(scene.table.space.allowed(), scene.table.sheets[party].red_lines)


def _most_support(scene: Scene, home: HomeSheet, allowed: Allowed, audience: int) -> int:
    return home.opening[audience] + sum(
        max(home.change(item, n, scene.table.grades[item])[audience] for n in options)
        for item, options in enumerate(allowed)
    )


def _red_lines(scene: Scene, item: int) -> Iterator[Finding]:
    space, sheets = scene.table.space, scene.table.sheets
    numbers = range(1, len(space.options[item]))
    if not any(number in scene.table.signable[item] for number in numbers):
        yield Finding(
            scene.item_path(item),
            "RED02",
            f"Every option of `{space.items[item]}` crosses a red line: the item can only be "
            "left out.",
            "Take a red line away, or add an option that both can sign.",
            severity="warning",
            at_key=True,
        )
        return
    for number in numbers:
        if all((item, number) in sheet.red_lines for sheet in sheets):
            yield Finding(
                (*scene.option_path(item, number), "red_line"),
                "RED01",
                f"`{space.options[item][number]}` crosses a red line of both sides: nobody can "
                "ever sign it.",
                "Take one of the two red lines away, or delete the option.",
                severity="warning",
                at_key=True,
            )
