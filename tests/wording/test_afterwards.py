"""What is told when the meeting is over, and what is asked before it is."""

from dataclasses import replace

import pytest

from game.analysis.measures import percent
from game.summit.debrief import debrief_of, when_made
from game.summit.marks import marks
from game.summit.moves import Accept, Conclude, Refuse, WalkOut
from game.summit.notation import parse
from game.summit.session import Session
from game.wording import status
from game.wording.debrief import mark_page, sections, turning_page
from game.wording.doubts import doubt
from game.wording.moments import Moments
from tests.scenario_files import SMALL, play, small_scenario

SHORT = ["ready", "open river", "ask visas", "propose trade=low visas=some", "adopt", "press share"]


@pytest.fixture(scope="module")
def over():
    """A finished game, led from the south, in which something was left on the table."""
    session = Session.start(small_scenario(), text=SMALL, name="small", role="south", seed=2)
    for text in [*SHORT[:4], "accept", "conclude", *SHORT[4:], "guess trade,river"]:
        session.play(parse(text))
    assert session.over
    return session


def pages_of(session):
    debrief = debrief_of(session.summit.state, session.records)
    return {page.title: page for page in sections(debrief, session.scenario, session.role)}


def test_a_move_is_told_at_the_minute_at_which_it_was_made(over):
    told = Moments(over.scenario, over.role, over.records)
    for number, (minute, record) in enumerate(when_made(over.records)):
        assert told.did(number).startswith(f"minute {minute}: ")
        assert minute <= record.minute
    text = " ".join(told.did(number) for number in range(len(over.records)))
    assert "answers on Visas" in text, "as it was told in play"
    assert "adopt" not in text.split() and "votes" in text, "no raw words of the notation"


def test_what_was_left_is_told_with_who_gives_and_where_the_middle_lies(over):
    left = pages_of(over)["What was left on the table"]
    text = " ".join(left.lines)
    assert "Best for North: " in text and "Fair middle" in text and "Yours: South " in text
    assert left.figure.endswith("better for both")
    missed = next((line for line in left.lines if "missed" in line), None)
    debrief = debrief_of(over.summit.state, over.records)
    assert (missed is None) is (debrief.missed is None)
    if missed is not None:
        assert "North gives on " in missed and "South gives on " in missed


def test_the_computers_offers_are_told_by_their_numbers(over):
    weighed = pages_of(over)["What the computer weighed"]
    offers = [line for line in weighed.lines if " offer " in line.split(".")[0]]
    assert offers and all("“" not in line for line in offers)
    assert any(
        "How offers are counted" in x for x in pages_of(over)["The offers, step by step"].lines
    )


def test_the_mark_is_a_page_with_the_sum_in_its_title(over):
    debrief = debrief_of(over.summit.state, over.records)
    lines = marks(over.scenario, over.role, debrief, over.records, over.log)
    page = mark_page(lines)
    assert page.figure == f"{sum(line.points or 0 for line in lines)} of 85"
    assert page.lines[-2].startswith("Reflection: open of 15.")


def test_nothing_is_mourned_where_nothing_was_lost(over):
    debrief = debrief_of(over.summit.state, over.records)
    told = Moments(over.scenario, over.role, over.records)
    best = replace(debrief, measures=replace(debrief.measures, better=0))
    assert "Nothing was lost" in turning_page(None, told, best).lines[0]
    lost = replace(debrief, measures=replace(debrief.measures, better=3))
    assert "No single move" in turning_page(None, told, lost).lines[0]


@pytest.mark.parametrize(
    ("permille", "told"), [(0, 0), (4, 0), (5, 1), (666, 67), (997, 99), (1000, 100), (-15, -1)]
)
def test_percent_is_rounded_and_only_the_whole_is_a_hundred(permille, told):
    assert percent(permille) == told


# --- before -------------------------------------------------------------------------------------


def test_all_who_would_stop_a_deal_are_named(summit):
    text = SMALL.replace("support: 52}", "support: 52, needs: 80}").replace(
        "needs: 40", "needs: 90"
    )
    scenario = small_scenario(text)
    session = Session.start(scenario, text=text, name="small", role="north", seed=1)
    view = session.view()
    told = status.stopping_in_words(view, scenario, view.standing)
    assert told.startswith("Farmers (") and " and Newspapers (" in told and "needs 80)" in told
    assert status.home(view, scenario).endswith(f"stopped by {told}")


def test_what_a_person_is_asked_before(table):
    scenario = small_scenario()
    view = table.view("north")
    assert "Nothing is agreed" in (doubt(view, scenario, Conclude()) or "")
    assert doubt(view, scenario, WalkOut()) is None, "the first is a recess"
    assert "ends the summit" in (doubt(replace(view, recess_taken=True), scenario, WalkOut()) or "")
    assert "ends the summit" in (doubt(view, scenario, Refuse()) or "")
    play(table, "north", "note")
    play(table, "south", "propose river=all trade=low visas=some")
    assert doubt(table.view("north"), scenario, Accept()) is None, "50 points, and carried"
    play(table, "north", "decline")
    play(table, "south", "propose visas=some")
    little = doubt(table.view("north"), scenario, Accept()) or ""
    assert "worth 5 points to you then, and walking away 10" in little
    assert "vote comes next" not in little, "two items are open still"
    part = parse("propose visas=some")
    assert doubt(table.view("north"), scenario, part) == little, "their own words put to them"
    assert doubt(table.view("north"), scenario, Accept(number=7)) is None, "the rules refuse it"
