"""Playing through the screens: helpers that press keys and read what is shown."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, Static

from game.summit.counterpart import Counterpart
from game.summit.events import Phase
from game.summit.notation import write
from game.tui.app import SidelinesApp
from game.tui.meeting import Meeting
from game.tui.screens.table import TableScreen
from game.tui.widgets.folio import Folio
from game.tui.widgets.footer import CommandFooter


def meeting_of(app: SidelinesApp) -> Meeting:
    """The meeting that goes on."""
    assert app.meeting is not None
    return app.meeting


def own_moves(app: SidelinesApp) -> list[object]:
    """The student's moves so far, without their grounds."""
    session = meeting_of(app).session
    return [record.move for record in session.records if record.party == session.role]


def message(app: SidelinesApp) -> str:
    """What the line above the footer says."""
    return str(app.screen.query_one("#message").render())


async def press(pilot: Pilot[Any], keys: str) -> None:
    """Presses keys, separated by spaces, and waits until the screen and its workers are quiet."""
    await pilot.press(*keys.split())
    await pilot.pause()
    for worker in [worker for worker in pilot.app.workers if not worker.is_finished]:
        await worker.wait()
    await pilot.pause()


async def quiet(pilot: Pilot[Any]) -> None:
    """Waits until everything that goes on beside the screen is done."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def to_table(pilot: Pilot[Any]) -> None:
    """From the briefing through the opening statement, with the first item, to the table."""
    await press(pilot, "enter")
    await press(pilot, "enter")
    assert meeting_of(app_of(pilot)).phase is Phase.TABLE


def app_of(pilot: Pilot[Any]) -> SidelinesApp:
    """The app, by its type."""
    assert isinstance(pilot.app, SidelinesApp)
    return pilot.app


async def type_move(pilot: Pilot[Any], text: str) -> None:
    """Types a move in words at the table."""
    await press(pilot, "colon")
    pilot.app.screen.query_one("#typed", Input).value = text
    await press(pilot, "enter")


async def play_table(pilot: Pilot[Any], typed: int = 3, most: int = 60) -> None:
    """Lets a bot decide until the talks are over; its first moves are typed, for the others the
    screen is asked directly, which saves the time of the keys."""
    bot = Counterpart(("accommodating",))
    app = app_of(pilot)
    for number in range(most):
        meeting = meeting_of(app)
        if meeting.phase not in (Phase.TABLE, Phase.CAUCUS, Phase.ASIDE):
            return
        move = bot.choose(meeting.view).move
        if number < typed:
            await type_move(pilot, write(move))
        else:
            assert isinstance(app.screen, TableScreen) and app.screen.make(move)
            await pilot.pause()
    raise AssertionError("the talks did not end")


def foot(app: SidelinesApp) -> str:
    """What the footer shows."""
    return str(app.screen.query_one(CommandFooter).render())


def floor(app: SidelinesApp) -> str:
    """What the lines on what awaits an answer say, with the keys that answer."""
    return str(app.screen.query_one("#floor").render())


def shown(app: SidelinesApp) -> str:
    """All text that the current screen's folios and labels hold in sight."""
    parts = [str(widget.render()) for widget in app.screen.query(Static) if widget.display]
    for folio in app.screen.query(Folio):
        if folio.region.width:
            parts += [line.plain for line in folio.lines(folio.size.width)]
    return "\n".join(parts)


def painted(app: SidelinesApp) -> str:
    """What stands on the terminal, row by row."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)
