"""Variants keep an agreement and a trade, and exchanges are found as brute force finds them."""

import random
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis import variants
from game.analysis.table import table_of
from game.analysis.trades import tradable_items
from game.analysis.variants import ATTEMPTS, drawn, has_agreement, has_trade, vary
from tests.scenario_files import SMALL, small_scenario

# One agreement, with the water shared and some tariffs lowered, leaves each side just enough.
TIGHT = SMALL.replace("walk_away: 10", "walk_away: 41") + "variation: {points: 3}\n"


def test_a_draw_without_an_agreement_is_drawn_again():
    scenario = small_scenario(TIGHT)
    assert has_agreement(table_of(scenario))
    numbers = range(1, 60)
    broken = [n for n in numbers if not has_agreement(table_of(drawn(scenario, n, 0)))]
    assert broken
    for number in numbers:
        other = vary(scenario, number)
        assert has_agreement(table_of(other)) and has_trade(table_of(other))
        assert other == vary(scenario, number)
        if number not in broken and has_trade(table_of(drawn(scenario, number, 0))):
            assert other == drawn(scenario, number, 0)


def test_a_summit_that_no_draw_can_keep_together_keeps_its_own_figures(monkeypatch):
    scenario = small_scenario(TIGHT)
    monkeypatch.setattr("game.analysis.variants.has_trade", lambda table: table.walk_away == (0, 0))
    monkeypatch.setattr(
        "game.analysis.variants.has_agreement", lambda table: table == table_of(scenario)
    )
    assert vary(scenario, 7) == scenario
    assert ATTEMPTS > 1


def test_a_summit_without_an_agreement_varies_all_the_same():
    scenario = small_scenario(TIGHT.replace("walk_away: 41", "walk_away: 90"))
    assert not has_agreement(table_of(scenario))
    assert any(vary(scenario, number) != scenario for number in range(1, 9))


@given(
    st.dictionaries(st.sampled_from("abcdefghijklmnop"), st.integers(-9, 9)),
    st.integers(1, 6),
    st.integers(0, 99),
)
def test_figures_close_together_keep_their_order_and_their_range(points, spread, seed):
    for tries in (0, 60):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(variants, "TRIES", tries)
            moved = variants._vary_points(points, spread, random.Random(seed))
        assert list(moved) == list(points)
        for one, before in points.items():
            assert abs(moved[one] - before) <= spread
            assert (moved[one] > 0) - (moved[one] < 0) == (before > 0) - (before < 0)
            for other in points:
                assert (moved[one] < moved[other]) == (before < points[other])


FIGURES = st.lists(st.tuples(st.integers(-6, 9), st.integers(-6, 9)), min_size=1, max_size=3)


@given(st.lists(FIGURES, min_size=2, max_size=3), st.booleans())
def test_tradable_items_are_those_of_brute_force(agenda, barred):
    text = "format: 1\ntitle: T\nparties:\n"
    text += "  a: {name: A, leader: A, brief: A}\n  b: {name: B, leader: B, brief: B}\nagenda:\n"
    for number, options in enumerate(agenda):
        text += f"  i{number}:\n    title: I{number}\n    options:\n"
        for place, (a, b) in enumerate(options):
            red = ", red_line: {a: No.}" if barred and place == 0 else ""
            text += f"      o{place}: {{label: L{place}, clause: did, "
            text += f"points: {{a: {a}, b: {b}}}{red}}}\n"
    table = table_of(small_scenario(text))

    def exchanges(one, other):
        figures = [
            [(0, 0), *(f for p, f in enumerate(agenda[item]) if not (barred and p == 0))]
            for item in (one, other)
        ]
        for (before, after), (b2, a2) in product(
            product(figures[0], repeat=2), product(figures[1], repeat=2)
        ):
            steps = [(after[n] - before[n], a2[n] - b2[n]) for n in (0, 1)]
            opposed = steps[0][0] * steps[1][0] < 0 and steps[0][1] * steps[1][1] < 0
            if opposed and steps[0][0] * steps[0][1] < 0 and all(sum(s) > 0 for s in steps):
                return True
        return False

    every = combinations(range(len(agenda)), 2)
    assert list(tradable_items(table)) == [pair for pair in every if exchanges(*pair)]


@pytest.mark.parametrize("number", [1, 5])
def test_a_summit_without_variation_is_the_file(number):
    scenario = small_scenario()
    assert vary(scenario, number) is scenario
