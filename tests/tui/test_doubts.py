"""What is asked or said before a move that gives something up, ends the meeting, or cannot be."""

from __future__ import annotations

from game.scenario.words import SILENCE
from game.summit.events import Phase
from game.summit.moves import Ask, HandDown, PullAside
from game.summit.state import Offer
from game.tui.app import SidelinesApp
from game.tui.screens.dialogs import Choose, Confirm

from .conftest import SEOUL, NewApp
from .driving import (
    floor,
    meeting_of,
    message,
    own_moves,
    press,
    shown,
    to_table,
    type_move,
)


def asked(app: SidelinesApp) -> str:
    """What the question over the screen says."""
    return str(app.screen.query_one(".dialog-text").render())


async def test_walking_out_asks_and_the_first_answer_is_no(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "W")
        await press(pilot, "enter")
        assert meeting_of(app).view.recess_by is None
        await press(pilot, "W")
        await press(pilot, "2")
        assert meeting_of(app).view.recess_by


async def test_a_typed_move_that_ends_the_meeting_is_asked_about(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await type_move(pilot, "conclude")
        assert isinstance(app.screen, Confirm)
        assert "Nothing is agreed" in shown(app)
        await press(pilot, "escape")
        assert meeting_of(app).phase is Phase.TABLE
        await type_move(pilot, "conclude")
        await press(pilot, "2")
        assert meeting_of(app).session.over


async def test_handing_down_asks_first_and_tells_what_goes(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 1 enter")
        before = own_moves(app)
        await press(pilot, "d 1")
        asked = " ".join(shown(app).split())
        assert own_moves(app) == before and "Hand the river to the ministers?" in asked
        assert "takes 2 minutes" in asked and "counts 2 points to you" in asked
        assert "What they have put on the table falls with it." in asked
        assert "bound in public" not in asked
        await press(pilot, "enter d 1 2")
        assert own_moves(app)[-1] == HandDown(item="river")


async def test_handing_down_what_one_is_bound_to_tells_what_it_does_at_home(
    new_app: NewApp,
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 1 enter t 1 d 1")
        asked = " ".join(shown(app).split())
        assert "You are bound in public to “Share by season” on the river" in asked


async def test_an_aside_tells_what_is_known_and_what_goes(new_app: NewApp) -> None:
    app = new_app("japan", SEOUL)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 enter")
        await press(pilot, "s")
        asked = " ".join(shown(app).split())
        assert "What they have put on the table falls with it." in asked
        assert "told you in full" not in asked
        await press(pilot, "escape a s")
        asked = " ".join(shown(app).split())
        assert "they said plainly" in asked and "answered in full on Missiles" in asked
        await press(pilot, "2")
        assert own_moves(app)[-1] == PullAside(item="missiles")
        assert meeting_of(app).view.offer is None


async def test_what_they_told_in_full_is_asked_again_only_after_a_question(
    new_app: NewApp,
) -> None:
    app = new_app("japan", SEOUL)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "a")
        assert own_moves(app)[-1] == Ask(item="missiles")
        before = own_moves(app)
        await press(pilot, "a")
        assert own_moves(app) == before
        assert "to ask again costs trust" in " ".join(shown(app).split())
        await press(pilot, "2")
        assert len(own_moves(app)) == len(before) + 1


async def test_the_floor_is_left_unasked_only_where_nothing_waits(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 1 enter")
        before = own_moves(app)
        await press(pilot, "full_stop")
        assert own_moves(app) == before and isinstance(app.screen, Confirm)
        assert "stays unanswered" in " ".join(shown(app).split())
        await press(pilot, "escape n 0 full_stop")
        assert getattr(own_moves(app)[-1], "verb", "") == "note"


async def test_hints_name_only_what_is_open(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "down")
        assert "p composes a package, a asks" in message(app)
        await press(pilot, "s 2")
        assert "a asks" in message(app) and "composes" not in message(app)
        await press(pilot, "down")
        assert "not what you are aside to speak about" in message(app)


async def test_a_move_that_is_longer_than_what_is_left_says_so_and_the_advice_still_comes(
    new_app: NewApp,
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await type_move(pilot, "propose river=share trade=mid")
        await press(pilot, "u 1")
        state = meeting_of(app).session.summit.state
        state.offer = None
        state.items["river"].agreed = "share"
        state.minute = meeting_of(app).view.minutes - 2
        meeting_of(app)._view = None
        await press(pilot, "u")
        told = asked(app)
        assert "2 are left: the talk ends with it, once your delegation has spoken" in told
        await press(pilot, "2")
        assert meeting_of(app).phase is Phase.FINAL_TEXT
        assert "✎" in shown(app)


async def test_a_question_and_a_package_that_outlast_the_talk_are_asked_about(
    new_app: NewApp,
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        meeting_of(app).session.summit.state.minute = meeting_of(app).view.minutes - 2
        meeting_of(app)._view = None
        before = own_moves(app)
        await press(pilot, "a")
        assert "It takes 3 minutes, and 2 are left" in asked(app) and own_moves(app) == before
        await press(pilot, "escape p 1 enter")
        assert "once they have taken what you offer or left it" in asked(app)
        await press(pilot, "enter")
        assert own_moves(app) == before and meeting_of(app).basket.package, "it is kept"
        await press(pilot, "enter 2")
        assert getattr(own_moves(app)[-1], "verb", "") == "propose"
        assert not meeting_of(app).basket.package


async def test_what_crosses_the_own_red_line_is_neither_accepted_nor_linked(
    new_app: NewApp,
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        state = meeting_of(app).session.summit.state
        state.offer = Offer("south", ((("trade", "free"),),))
        meeting_of(app)._view = meeting_of(app)._openings = None
        app.follow()
        await pilot.pause()
        assert "it crosses our red line (✗); with it 4 points" in shown(app)
        assert "accept" not in floor(app) and floor(app).endswith("   n decline")
        await press(pilot, "y")
        assert "crosses your own red line" in message(app)
        await press(pilot, "2 down l")
        assert isinstance(app.screen, Choose)
        assert [choice.value for choice in app.screen._choices] == ["low", "mid", SILENCE]


async def test_an_offer_that_one_audience_would_stop_is_not_told_as_short_of_the_sum(
    new_app: NewApp,
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        meeting = meeting_of(app)
        state = meeting.session.summit.state
        state.offer = Offer("south", ((("river", "share"),),))
        for beside, told in (([40, -30], "stopped by Farmers ("), ([-20, -20], "short of 50")):
            state.extra["north"] = beside
            meeting._view = meeting._openings = None
            app.follow()
            await pilot.pause()
            assert told in " ".join(floor(app).split())


async def test_an_offer_over_everything_says_that_the_vote_can_come_next(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        state = meeting_of(app).session.summit.state
        for terms, ends in (
            ((("river", "share"), ("trade", "mid")), False),
            ((("river", "share"), ("trade", "mid"), ("visas", "some")), True),
        ):
            state.offer = Offer("south", (terms,))
            meeting_of(app)._view = meeting_of(app)._openings = None
            app.follow()
            await pilot.pause()
            assert ("Nothing is left open then" in shown(app)) == ends
            assert "y accept   n decline" in floor(app)
