"""The analysis of a scenario against brute force over all its packages."""

from itertools import product

import pytest

from game.analysis import measures
from game.analysis.conditions import Situation, holds
from game.analysis.home import FALLING_SHORT, SURPRISE
from game.analysis.measures import (
    best_swap,
    measure,
    nearest_better,
    overlap,
    package_count,
    points_of,
    solutions,
    win_set,
    zopa,
)
from game.analysis.table import table_of
from game.analysis.variants import vary
from game.scenario.library import shipped_folder
from game.scenario.model import Condition
from game.scenario.reader import read_scenario
from tests.scenario_files import SMALL, small_scenario


def packages(table):
    return list(product(*(range(len(options)) for options in table.space.options)))


def signable(table, package):
    return all(sheet.crosses(package) is None for sheet in table.sheets)


def carried(table, number, package):
    sheet = table.sheets[number]
    return sheet.home.verdict(sheet.home.support(package, table.grades)).carried


@pytest.fixture(params=["small", "seoul"])
def table(request):
    if request.param == "small":
        return table_of(small_scenario())
    scenario = read_scenario(shipped_folder() / "seoul-summit.yaml").scenario
    return table_of(scenario)


def test_counts_agree_with_brute_force(table):
    every = packages(table)
    r1, r2 = table.walk_away
    worth = {package: points_of(table, package) for package in every}
    inside = [p for p in every if worth[p][0] >= r1 and worth[p][1] >= r2 and signable(table, p)]
    assert zopa(table).agreements == len(inside)
    assert zopa(table).of == package_count(table) == len(every)
    for number in (0, 1):
        sheet = table.sheets[number]
        mine = [p for p in every if carried(table, number, p) and sheet.crosses(p) is None]
        assert win_set(table, number).agreements == len(mine)
    both = [
        p for p in every if signable(table, p) and carried(table, 0, p) and carried(table, 1, p)
    ]
    assert overlap(table).agreements == len(both)
    best = max(inside, key=lambda p: sum(worth[p]))
    assert sum(solutions(table)["max_joint"].points) == sum(worth[best])
    assert table.best_surplus == (
        max(worth[p][0] for p in inside) - r1,
        max(worth[p][1] for p in inside) - r2,
    )


def test_measures_of_a_poor_text_name_what_was_better(table):
    text = list(table.space.silence)
    text[0] = 1
    text = tuple(text)
    points = points_of(table, text)
    found = measure(table, points, text)
    better = [
        p
        for p in packages(table)
        if signable(table, p)
        and all(x > y for x, y in zip(points_of(table, p), points, strict=True))
    ]
    assert found.better == len(better)
    assert found.nearest in better
    changed = [sum(x != y for x, y in zip(p, text, strict=True)) for p in better]
    assert sum(x != y for x, y in zip(found.nearest, text, strict=True)) == min(changed)


def test_an_efficient_text_leaves_nothing_better(table):
    deal = solutions(table)["nash"]
    found = measure(table, deal.points, deal.package)
    assert (found.better, found.nearest) == (0, None)
    assert found.own_result[0] <= 1000 and found.joint_gain <= 1000


def test_what_would_take_long_is_not_counted_but_whether_anything_is_better_is_known(
    table, monkeypatch
):
    monkeypatch.setattr(measures, "MOST_STEPS", 1)
    assert [share(table).agreements for share in (zopa, overlap)] == [None, None]
    assert [win_set(table, number).agreements for number in (0, 1)] == [None, None]
    poor, deal = table.space.silence, solutions(table)["nash"]
    found = measure(table, points_of(table, poor), poor)
    assert (found.better, found.better_carried, found.efficient) == (None, None, False)
    found = measure(table, deal.points, deal.package)
    assert (found.better, found.better_carried, found.efficient) == (0, 0, True)


def test_a_swap_gains_both_and_each_gives_on_one_item(table):
    start = tuple(1 if len(options) > 1 else 0 for options in table.space.options)
    swap = best_swap(table, start)
    if swap is not None:
        after = list(start)
        for item, option in (swap.first, swap.second):
            after[item] = option
        gains = tuple(
            b - a
            for a, b in zip(points_of(table, start), points_of(table, tuple(after)), strict=True)
        )
        assert swap.gains == gains and min(gains) > 0


def test_a_text_is_efficient_where_nothing_is_better_for_one_at_no_cost_to_the_other(table):
    every = [points_of(table, p) for p in packages(table) if signable(table, p)]
    texts = [deal.package for deal in table.agreements][:3]
    texts += [tuple(1 for _ in table.space.options), table.space.silence]
    for text in texts:
        points = points_of(table, text)
        better = any(a >= points[0] and b >= points[1] and (a, b) != points for a, b in every)
        assert measure(table, points, text).efficient is not better


def test_what_the_ministers_have_is_not_exchanged(table):
    start = tuple(1 if len(options) > 1 else 0 for options in table.space.options)
    items = range(len(start))
    assert best_swap(table, start, frozenset(items)) is None
    for item in items:
        swap = best_swap(table, start, frozenset({item}))
        assert swap is None or item not in (swap.first[0], swap.second[0])


def test_no_nearest_where_no_agreement_is_better():
    table = table_of(small_scenario())
    assert nearest_better(table, table.space.silence, (1000, 1000)) is None


def test_expectations_move_every_audience_of_the_side_that_is_held_to_them():
    text = SMALL.replace(
        "expected: likely", "expected: {grade: may, satisfied_by: {north: [all], south: share}}"
    )
    table = table_of(small_scenario(text))
    north = table.sheet("north").home
    assert north.press_change(0, 3, "may") == SURPRISE
    assert north.press_change(0, 1, "may") == 0
    assert north.press_change(0, 1, "certain") == FALLING_SHORT["certain"]
    assert table.sheet("south").home.press_change(0, 1, "certain") == 0


def test_an_audience_below_its_floor_stops_a_deal_alone():
    table = table_of(small_scenario(SMALL.replace("farmers: -3", "farmers: -15")))
    home = table.sheet("north").home
    verdict = home.verdict(home.support((2, 0, 0), table.grades))
    assert (verdict.carried, verdict.stopped_by) == (False, "farmers")


@pytest.mark.parametrize(
    ("condition", "true"),
    [
        ({"agreed": {"river": ("share", "all")}}, True),
        ({"agreed": {"river": ("any",)}}, True),
        ({"agreed": {"trade": ("any",)}}, False),
        ({"silent": ("trade",)}, True),
        ({"items_agreed": {"at_least": 2}}, False),
        ({"ratified": ("both",)}, False),
        ({"ratified": ("north",)}, True),
        ({"ratified": ("neither",)}, False),
        ({"walked_out": ("any",)}, False),
        ({"trust": {"at_least": 50, "at_most": 60}}, True),
        ({"support": {"north": {"at_most": 40}}}, False),
        ({"press": {"north": ("claim",)}}, True),
        ({"happened": ("flood",)}, True),
        ({"signed": False}, False),
        ({"any": ({"signed": False}, {"minute": {"at_least": 10}})}, True),
        ({"all": ({"signed": True}, {"minute": {"at_most": 10}})}, False),
        ({"not": {"handed_down": ("river",)}}, True),
        ({"own_gain": {"north": {"at_least": 10}}, "joint_gain": {"at_least": 1}}, True),
        ({"audience": {"north": {"press": {"at_least": 51}}}}, True),
        ({"refused": ("south",)}, False),
    ],
)
def test_conditions(condition, true):
    now = Situation(
        agreement={"river": "share", "trade": None, "visas": None},
        signed=True,
        ratified=["north"],
        trust=55,
        minute=30,
        joint_gain=20,
        own_gain={"north": 30},
        support={"north": 52},
        audience={"north": {"press": 51}},
        press={"north": "claim"},
        happened=["flood"],
    )
    assert holds(Condition.model_validate(condition), now) is true


def test_variants_keep_the_structure():
    scenario = read_scenario(shipped_folder() / "seoul-summit.yaml").scenario
    assert vary(scenario, 0) is scenario
    moved = 0
    for number in range(1, 40):
        other = vary(scenario, number)
        assert vary(scenario, number) == other
        for name, item in scenario.agenda.items():
            for party in scenario.parties:
                before = [o.points.get(party, 0) for o in item.options.values()]
                after = [o.points.get(party, 0) for o in other.agenda[name].options.values()]
                moved += before != after
                assert all(
                    abs(a - b) <= scenario.variation.points
                    for a, b in zip(before, after, strict=True)
                )
                ranks = [[x < y for x in row for y in row] for row in ([0, *before], [0, *after])]
                assert ranks[0] == ranks[1]
        assert zopa(table_of(other)).agreements > 0
    assert moved
