"""Styles and levels, and what the computer makes of an answer to choices."""

from dataclasses import astuple, replace

from hypothesis import given
from hypothesis import strategies as st

from game.scenario.words import SILENCE
from game.summit.at_home import home_verdict
from game.summit.counterpart import answer_hand_down
from game.summit.ending import final_points
from game.summit.events import Rejected
from game.summit.evidence import leant_to, read_record
from game.summit.manner import LEVELS, STYLES, manner_of
from game.summit.mind import Mind, terms_of
from game.summit.moves import Grounds, Propose, Reason
from game.summit.notation import parse
from game.summit.summit import Summit
from tests.scenario_files import SMALL, play, small_scenario


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


def at_table(*moves):
    """The small summit after moves of the two sides, the north first."""
    summit = Summit(small_scenario(), seed=1)
    for party in ("north", "south"):
        play(summit, party, "ready")
    for text, party in zip(("open river", "open river", *moves), "ns" * 9, strict=False):
        events = play(summit, {"n": "north", "s": "south"}[party], text)
        assert not isinstance(events[0], Rejected), (text, events)
    return summit


def test_some_styles_come_down_sooner_when_leaned_on_and_none_below_what_it_takes():
    calm, pressed = (
        at_table(first, "note", "note", "note").view("south")
        for first in ("acknowledge river 1", "pressure river")
    )
    for style, manner in STYLES.items():
        before, after = (Mind(replace(v, trust=50, minute=39), manner) for v in (calm, pressed))
        assert (after.aspiration < before.aspiration) == (style != "principled")
        hard = Mind(replace(pressed, pressed_by_other=50, minute=39), manner)
        assert hard.aspiration >= hard.fair


def test_to_leave_the_room_leans_on_whoever_bends_to_pressure():
    stayed, back = (
        replace(at_table(first).view("south"), trust=50, minute=39) for first in ("note", "walkout")
    )
    for style, manner in STYLES.items():
        before, after = Mind(stayed, manner), Mind(back, manner)
        assert (after.aspiration < before.aspiration) == (style != "principled")
        assert after.aspiration >= after.fair
        own = Mind(replace(back, recess_by="south"), manner)
        assert own.aspiration == before.aspiration


def test_a_link_says_what_is_wanted_and_that_it_matters():
    before, after = (
        at_table("propose trade=low", "propose river=gauge", words).view("south")
        for words in ("note", "link river=gauge if trade=low")
    )
    (quiet, _), (linked, _) = (read_record(v).tables()[1::-1] for v in (before, after))
    low = before.space.option_index[1]["low"]
    assert linked[low] > quiet[low]


def narrowed(wordings=("all", "gauge")):
    """Both have worded the river, and the north would hand it down."""
    north, south = wordings
    return at_table(f"propose river={north}", f"propose river={south}", "handdown river")


def test_an_item_with_the_ministers_counts_with_its_share_in_points_and_at_home():
    summit = narrowed()
    before = {party: Mind(summit.view(party), STYLES["cautious"]) for party in ("north", "south")}
    foreseen = {party: summit.view(party).with_ministers("river") for party in before}
    play(summit, "south", "accept")
    for party, mind in before.items():
        view = summit.view(party)
        after = Mind(view, STYLES["cautious"])
        assert view.handed_points("river") == after.own.value(view.standing)
        assert final_points(summit.state, party) == after.own.value(view.standing)
        assert home_verdict(summit.state, party).carried == after.carries(view.standing)
        assert after.ceiling < mind.ceiling, "what the ministers have is out of reach"
        assert foreseen[party].extra == view.extra
        assert foreseen[party].preferences == view.preferences


def test_an_item_is_not_handed_down_where_no_fair_text_would_be_left():
    view = narrowed().view("south")
    late = replace(view, minute=view.minutes - 5)
    lost = replace(late, extra=tuple(-100 for _ in late.extra))
    moves = [
        answer_hand_down(Mind(each, STYLES["cautious"]), "river").move for each in (late, lost)
    ]
    assert [move.verb for move in moves] == ["accept", "decline"]


def test_hands_tied_in_public_are_believed():
    free, tied = (at_table(first).view("south") for first in ("note", "tiehands river=all"))
    before, after = (read_record(view).tables()[0] for view in (free, tied))
    all_to_the_north = free.space.option_index[0]["all"]
    assert after[all_to_the_north] == max(after) > before[all_to_the_north]


def test_the_last_word_may_change_every_wording():
    view = at_table("propose river=share trade=low", "propose river=gauge trade=free").view("south")
    last = replace(view, minute=view.minutes - 3)
    ratings = [
        [mind.rating(mind.bid_at(points) or view.standing) for points in range(11, 50)]
        for mind in (Mind(view, STYLES["cautious"]), Mind(last, STYLES["cautious"]))
    ]
    assert all(late >= early for early, late in zip(*ratings, strict=True))
    assert ratings[0] != ratings[1]


def test_a_wording_that_is_given_up_is_dropped_aloud():
    view = at_table("propose river=share trade=low visas=some", "propose trade=mid").view("north")
    worded = terms_of(view, view.space.replace(view.space.silence, (("trade", "mid"),)))
    assert worded == (("river", SILENCE), ("trade", "mid"), ("visas", SILENCE))


def test_an_answer_that_leans_tells_what_sets_its_package_apart():
    packages = ((("river", "share"), ("trade", "low")), (("river", "gauge"), ("trade", "low")))
    assert leant_to(parse("decline river 2"), packages) == (("river", "gauge"),)
    nearer = Grounds(Reason.NEARER, number=1)
    assert leant_to(Propose(terms=(), grounds=(nearer,)), packages) == (("river", "share"),)
    because = Grounds(Reason.NEARER, number=1, item="trade", option="low")
    assert leant_to(Propose(terms=(), grounds=(because,)), packages) == (("trade", "low"),)
    assert leant_to(parse("decline river"), packages) == ()
    assert leant_to(parse("decline river 3"), packages) == ()
