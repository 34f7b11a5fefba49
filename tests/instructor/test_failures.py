"""Why games came to nothing: at whom it failed, and over what."""

import pytest

from game.instructor.failures import Failures, in_words
from game.instructor.simulate import simulate
from game.summit.moves import Decline, Grounds, Reason
from game.summit.summit import Summit
from tests.scenario_files import SMALL, play, small_scenario

TO_THE_VOTE = (
    ("north", "ready"), ("south", "ready"), ("north", "open river"), ("south", "open trade"),
    ("north", "propose river=share trade=low visas=some"),
)  # fmt: skip


def failed(text, *moves):
    summit = Summit(small_scenario(text), seed=4)
    for party, move in moves:
        play(summit, party, move)
    assert summit.over
    failures = Failures()
    failures.add(summit.state, "north")
    return failures


def voted(north, south):
    agreed = (("south", "accept"), ("north", "conclude"))
    return [*TO_THE_VOTE, *agreed, ("north", north), ("south", south)]


def signed():
    return [*voted("adopt", "adopt"), ("north", "press share"), ("south", "press share")]


@pytest.mark.parametrize(
    ("change", "moves", "told"),
    [
        (("", ""), [*TO_THE_VOTE, ("south", "walkout"), ("north", "note"), ("south", "walkout")],
         "South walked out (1)"),
        (("", ""), [*TO_THE_VOTE[:4], ("north", "conclude")],
         "the talk ended with nothing agreed (1)"),
        (("", ""), voted("refuse", "adopt"),
         "North refused the text: too small a share (1)"),
        (("walk_away: 10\n    style: cautious", "walk_away: 50\n    style: cautious"),
         voted("adopt", "refuse"),
         "South refused the text: less than walking away is worth (1)"),
        (("needs: 40", "needs: 90"), signed(), "not carried at home in North: Farmers (1)"),
        (("support: 55", "support: 30"), signed(),
         "not carried at home in South: too little support at home (1)"),
    ],
)  # fmt: skip
def test_it_is_told_at_whom_a_game_failed_and_over_what(change, moves, told):
    text = SMALL.replace(*change)
    data = {"games": 1, "failures": failed(text, *moves).as_data()}
    first, line = in_words(small_scenario(text), {"random": {"north": data}})
    assert first.startswith("Games without an agreement, and why; ")
    assert line == f"  random as North, 1 of 1: {told}."


def test_a_no_that_was_given_a_ground_at_the_table_is_told_as_an_objection():
    summit = Summit(small_scenario(), seed=4)
    for party, move in (*TO_THE_VOTE[:4], ("north", "note"), ("south", "propose trade=free")):
        play(summit, party, move)
    red_line = Grounds(Reason.RED_LINE, item="trade", option="free")
    summit.play("north", Decline(item="trade", grounds=(red_line,)))
    play(summit, "south", "conclude")
    failures = Failures()
    failures.add(summit.state, "south")
    bots = {"splitter": {"south": {"games": 1, "failures": failures.as_data()}}}
    assert list(in_words(small_scenario(), bots))[2] == (
        "    Objections of North at the table: red line, Trade “Free trade” (1)."
    )


def test_the_figures_of_every_bot_and_chair_hold_their_failures():
    text = SMALL.replace("carries_at", "").replace("needs: 40", "needs: 90")
    bots = simulate(small_scenario(text), 2)["bots"]
    for chairs in bots.values():
        for entry in chairs.values():
            assert entry["failures"]["games"] == entry["games"] == 2
            assert entry["failures"]["why"]
