"""The meeting as it stands in words: the board, the draft, home, and what a delegation advises."""

import re
from dataclasses import replace

import pytest

from game.scenario.reader import read_text
from game.scenario.words import SILENCE
from game.summit import events as e
from game.summit.advice import advise
from game.summit.events import TrustCause
from game.summit.moves import Grounds, Note, Reason
from game.summit.state import Entry, new_state, rulebook
from game.summit.view import view_of
from game.wording import (
    board,
    dossier,
    news,
    status,
)
from game.wording.draft import draft, spoken_draft, statement
from game.wording.names import Names, points, signed
from tests.scenario_files import SMALL, play, small_scenario


def test_the_trend_of_trust_is_that_of_the_last_minutes():
    view = view_of(new_state(rulebook(small_scenario()), 1), "north")
    rises = e.TrustChanged(minute=0, by=2, now=52, cause=TrustCause.ASKED, party="north")
    falls = e.TrustChanged(minute=0, by=-6, now=46, cause=TrustCause.PRESSED, party="north")
    long_ago = e.TrustChanged(minute=-9, by=9, now=46, cause=TrustCause.ASKED, party="north")
    assert status.trust(view) == "50 of 100, correct"
    assert status.trust(view, [rises]) == "50 of 100, rising, correct"
    assert status.trust(view, [long_ago, rises, falls]) == "50 of 100, falling, correct"
    assert status.trend([long_ago], 20) == "steady"


def test_worth_counts_what_is_agreed_and_what_home_makes_of_it(summit):
    view = summit.view("south")
    found = status.worth(view, (("river", "share"), ("trade", "low")))
    assert found.points == 20 + 8 + 2
    assert found.carried
    assert status.worth(view, (("river", SILENCE),)).points == 0


def test_the_board_tells_both_wordings_and_their_worth(summit):
    play(summit, "north", "propose river=all visas=some")
    rows = board.rows(summit.view("south"), small_scenario())
    assert "They say “All to the north”. 0 points to you, home −3." in rows[0].text
    assert rows[1].text.startswith("Trade (trade): untouched.")
    play(summit, "south", "propose visas=some")
    assert "Both say “For some”." in board.rows(summit.view("south"), small_scenario())[2].text
    assert "(visas): same wording." in board.rows(summit.view("south"), small_scenario())[2].text
    assert "(river): open." in board.rows(summit.view("south"), small_scenario())[0].text


def test_the_board_says_that_a_side_would_leave_an_item_out(summit):
    play(summit, "north", "propose river=silence")
    row = board.rows(summit.view("south"), small_scenario())[0]
    assert "They would leave it out. 0 points to you" in row.text


def test_home_names_who_would_stop_it(summit):
    lines = board.home(summit.view("north"), small_scenario())
    assert lines[0].startswith("Your home, if nothing were agreed: ")
    assert lines[1].startswith("Farmers: 5") and "needs 40." in lines[1]


def test_home_names_what_was_promised_and_is_missing(summit):
    missing = "In each figure, what the press was promised and the text does not have: "
    assert board.home(summit.view("north"), small_scenario())[-1] == f"{missing}the river −2."
    play(summit, "north", "propose river=share")
    play(summit, "south", "accept")
    lines = board.home(summit.view("north"), small_scenario())
    assert lines[0].startswith("Your home, if the agreed clauses were all: ")
    assert not lines[-1].startswith(missing)


def test_home_names_what_one_is_bound_to_and_the_text_has_not(summit):
    view = replace(summit.view("north"), tied={"river": "share"})
    told = "what you are bound to in public and the text does not have: “Share the water” on the"
    assert f"In each figure, {told} river, −6." in board.home(view, small_scenario())


def test_notes_know_only_what_was_said(summit):
    def known(party):
        return board.notes(summit.view(party), small_scenario(), [])

    unmet = view_of(new_state(rulebook(small_scenario()), 1), "south")
    assert "Nothing is known of North yet" in board.notes(unmet, small_scenario(), [])[0]
    play(summit, "north", "explain river high all")
    play(summit, "south", "acknowledge river 1")
    play(summit, "north", "propose visas=some")
    right = summit.view("south").acknowledged["river"]
    text = dossier.shown_difficulties(summit.view("south"), small_scenario(), "river")[0][:-1]
    reading = "their difficulty is, as you read rightly" if right else (
        "their difficulty is not the one that you named"
    )  # fmt: skip
    assert known("south") == [
        "The river: they put it first; at minute 1 they said plainly that it matters a great deal "
        f"to them and that they look for “All to the north”; {reading}: “{text}”.",
        "Visas: what they last proposed is “For some”.",
    ]


def test_the_draft_shows_brackets_with_their_owners(summit):
    play(summit, "north", "propose river=all visas=some")
    play(summit, "south", "propose river=gauge")
    rows = draft(summit.view("south"), small_scenario())
    assert rows[0].text == (
        "[NOR: agreed that the north draws what it needs] "
        "[SOU: agreed to gauge the river before anything else]"
    )
    assert rows[1].text == "[NOR: agreed to ease visas for traders]"
    play(summit, "north", "accept")
    rows = draft(summit.view("south"), small_scenario())
    assert rows[0].text == "agreed to gauge the river before anything else;"


def test_each_wording_of_a_draft_that_is_read_aloud_ends_once(summit):
    text = SMALL.replace("agreed to share the water of the river", "agreed with Water Corp.")
    play(summit, "north", "propose river=share visas=some")
    assert spoken_draft(summit.view("south"), small_scenario(text)) == [
        "1. North: agreed with Water Corp.",
        "3. North: agreed to ease visas for traders.",
    ]
    play(summit, "south", "accept")
    assert spoken_draft(summit.view("south"), small_scenario(text))[0] == (
        "1. agreed with Water Corp."
    )


def test_every_red_line_that_a_text_crosses_is_named(summit):
    gauged = "points: {north: 5, south: 25}"
    text = SMALL.replace(gauged, f"{gauged}\n        red_line: {{north: Never.}}")
    view = view_of(new_state(rulebook(small_scenario(text)), 1), "north")
    terms = (("river", "gauge"), ("trade", "free"))
    told = status.worth_in_words(view, small_scenario(text), terms)
    assert told.endswith("; it crosses your red line on the river and Trade.")


def test_the_statement_ends_with_a_full_stop():
    text = statement(
        small_scenario(), {"river": "share", "trade": None, "visas": "some"}, ("trade",)
    )
    assert [line[:2] for line in text] == ["1.", "2.", "3."]
    assert text[-1].endswith(".") and text[0].endswith(";")
    assert "ministers" in text[1]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("{agreed: {river: share, trade: [mid, low]}}",
         "The river: Share the water; Trade: By half or A little adds 2 points. It moves goods."),
        ("{agreed: {visas: many}}",
         "Visas: a wording that is not on the menu yet adds 2 points."),
        ("{agreed: {visas: any}}", "Visas: any clause adds 2 points. It moves goods."),
        ("{agreed: {trade: mid}, silent: visas}",
         "Trade agreed as “By half”, and nothing agreed on Visas: adds 2 points. It moves goods."),
        ("{any: [{agreed: {visas: [some, many]}}, {not: {agreed: {trade: any}}}]}",
         "Either Visas agreed as “For some” or a wording that is not on the menu yet, or nothing "
         "agreed on Trade: adds 2 points."),
        ("{agreed: {river: share}, not: {agreed: {visas: [many, some]}}}",
         "The river agreed as “Share the water”, and Visas not agreed as “For some” or a wording "
         "that is not on the menu yet: adds 2 points."),
    ],
)  # fmt: skip
def test_a_link_is_told_in_words_and_names_no_hidden_wording(when, told):
    link = "{agreed: {river: share, trade: [mid, low]}}"
    text = SMALL.replace(link, when).replace("Shared water moves goods.", "It moves goods.")
    scenario = small_scenario(text)
    assert dossier.link_lines(scenario, "south") == [told]
    assert dossier.link_lines(scenario, "north") == []


def test_a_brief_to_be_heard_has_no_markup_and_no_secret_of_theirs():
    scenario = small_scenario()
    spoken = dossier.spoken_brief(scenario, "north")
    assert not any(mark in line for line in spoken for mark in ("#", "*", "- ", "> "))
    text = "\n".join(spoken)
    assert "You want the water shared" in text and "Farmers: support 54" in text
    assert "You want the river gauged" not in text and "Unions" not in text
    assert "For all" not in text, "a bridging option is on no menu"


def test_a_delegation_speaks_of_their_home_only_where_there_is_a_text(summit):
    names = Names(small_scenario())
    before = " ".join(news.advice(names, advise(summit.view("north"))))
    assert "Nothing is agreed yet" in before and "of 100" not in before
    play(summit, "north", "propose trade=mid")
    play(summit, "south", "accept")
    after = " ".join(news.advice(names, advise(summit.view("north"))))
    assert "of 100, we think" in after and "Nothing is agreed yet" not in after


def test_a_delegation_recommends_nothing_that_its_own_home_would_not_carry(summit):
    names = Names(small_scenario())
    play(summit, "north", "propose trade=mid")
    play(summit, "south", "accept")
    view = summit.view("north")
    found = advise(view)
    assert found.package and not found.stuck
    lost = advise(replace(view, extra=(-60, -60)))
    assert lost.stuck and lost.package == () and lost.trade is None
    said = " ".join(news.advice(names, lost))
    assert "no text that our own home would carry" in said and "might be had" not in said


def test_figures_below_zero_have_a_true_minus():
    scenario = read_text(SMALL.replace("walk_away: 10", "walk_away: -10")).scenario
    view = view_of(new_state(rulebook(scenario), 1), "north")
    told = [status.worth_in_words(view, scenario, ()), *board.home(view, scenario)]
    assert "walk-away −10" in told[0] and told[-1].endswith("the river −2.")
    assert not any(re.search(r"-\d", line) for line in told)


@pytest.mark.parametrize(("added", "shown"), [(-200, 0), (200, 100)])
def test_support_is_shown_from_0_to_100(summit, added, shown):
    view, scenario = summit.view("north"), small_scenario()
    moved = replace(view, extra=tuple(added for _ in view.extra))
    assert board.home(moved, scenario)[1].startswith(f"Farmers: {shown} of 100")
    if added < 0:
        stopped = status.stopping_in_words(moved, scenario, moved.standing)
        assert stopped == "Farmers (0, needs 40)"


def test_what_they_said_that_they_can_never_sign_is_marked_where_one_chooses(summit):
    view = summit.view("north")
    assert "Their red line." not in str(board.options(view, small_scenario(), "river"))
    said = Note(grounds=(Grounds(Reason.RED_LINE, item="river", option="all"),))
    heard = replace(view, record=(*view.record, Entry(0, "south", said)))
    marked = dict(board.options(heard, small_scenario(), "river"))
    assert marked["all"].endswith("Their red line.")
    assert "Their red line." not in marked["share"]


def test_what_comes_on_top_of_what_is_agreed_is_not_told_as_if_it_stood_alone(summit):
    terms = (("trade", "mid"),)
    alone = status.worth_in_words(summit.view("north"), small_scenario(), terms)
    assert alone.startswith("If this alone were agreed: 12 points")
    play(summit, "north", "propose river=all")
    play(summit, "south", "propose river=gauge")
    play(summit, "north", "handdown river")
    play(summit, "south", "accept")
    told = status.worth_in_words(summit.view("north"), small_scenario(), terms)
    assert told.startswith("Added to what is agreed so far: 17 points")


@pytest.mark.parametrize("party", ["north", "south"])
def test_a_brief_has_the_figures_of_the_table(party):
    """Points and home of every wording on the menu, and of leaving an item out."""
    scenario = small_scenario()
    view = view_of(new_state(rulebook(scenario), 1), party)
    for item in scenario.agenda:
        told = dossier.option_lines(scenario, party, item)
        for option in (*view.items[item].options, SILENCE):
            home = status.own_home_change(view, item, option)
            figures = points(status.own_points(view, item, option)) + (
                f", home {signed(home)}" * bool(home)
            )
            line = [one for one in told if one.startswith(f"{option}: ")]
            if option == SILENCE and not home:
                assert not line
            elif status.is_red_line(view, item, option):
                assert "your red line: " in line[0]
            else:
                assert line[0].endswith(f", {figures}")
