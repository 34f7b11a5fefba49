"""Styles and levels, and what the computer makes of an answer to choices."""

from dataclasses import astuple

from hypothesis import given
from hypothesis import strategies as st

from game.summit.manner import LEVELS, STYLES, manner_of
from game.summit.mind import leant_to
from game.summit.moves import Grounds, Propose, Reason
from game.summit.notation import parse
from tests.scenario_files import SMALL, small_scenario


@given(st.lists(st.sampled_from(list(STYLES)), min_size=1, max_size=6))
def test_a_mixture_lies_between_its_styles(styles):
    mixed = astuple(manner_of(tuple(styles), "standard"))
    figures = zip(*(astuple(STYLES[style]) for style in styles), strict=True)
    for figure, parts in zip(mixed, figures, strict=True):
        assert min(parts) <= figure <= max(parts)


def test_a_style_weighs_as_often_as_it_is_named():
    once, twice = (
        manner_of(s, "standard") for s in (("firm", "opaque"), ("firm", "firm", "opaque"))
    )
    assert STYLES["opaque"].opens_up > once.opens_up > twice.opens_up > STYLES["firm"].opens_up


def test_levels_differ_in_what_they_hold_out_for():
    shares = [manner_of(("cautious",), level).fair_share for level in LEVELS]
    assert shares == sorted(set(shares))


def test_a_scenario_names_one_style_or_several():
    several = SMALL.replace("style: cautious", "style: [firm, opaque]")
    assert small_scenario().parties["south"].style == ("cautious",)
    assert small_scenario(several).parties["south"].style == ("firm", "opaque")


def test_an_answer_that_leans_tells_what_sets_its_package_apart():
    packages = ((("river", "share"), ("trade", "low")), (("river", "gauge"), ("trade", "low")))
    assert leant_to(parse("decline river 2"), packages) == (("river", "gauge"),)
    nearer = Grounds(Reason.NEARER, number=1)
    assert leant_to(Propose(terms=(), grounds=(nearer,)), packages) == (("river", "share"),)
    assert leant_to(parse("decline river"), packages) == ()
    assert leant_to(parse("decline river 3"), packages) == ()
