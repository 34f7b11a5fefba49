"""A whole game through the screens, from the title to the debrief and back."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from game.summit.events import Phase
from game.summit.session import Session
from game.summit.settings import keep, settings
from game.tui.app import SidelinesApp
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.final_text import FinalTextScreen
from game.tui.screens.press import PressScreen
from game.tui.screens.title import TitleScreen
from game.tui.theme import DARK, LIGHT
from game.wording.debrief import DANCE, TURNED
from game.wording.lesson import STEPS

from .conftest import SEOUL, NewApp
from .driving import (
    app_of,
    meeting_of,
    message,
    painted,
    play_table,
    press,
    quiet,
    shown,
    to_table,
    type_move,
)


@pytest.mark.parametrize("chair", ["north", "south"])
async def test_from_the_title_to_the_debrief(chair: str, data_folder: Path) -> None:
    app = SidelinesApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert "Two rivers" in painted(app)
        await press(pilot, "enter")
        await quiet(pilot)
        assert "Level standard. m changes it" in painted(app)
        await press(pilot, "enter" if chair == "north" else "down enter")
        assert meeting_of(app).session.role == chair
        assert meeting_of(app).phase is Phase.BRIEFING
        await to_table(pilot)
        await play_table(pilot)
        if isinstance(app.screen, FinalTextScreen):
            assert "The two sides" in shown(app)
            await press(pilot, "y")
        if isinstance(app.screen, PressScreen):
            await press(pilot, "2 enter")
        assert isinstance(app.screen, DebriefScreen)
        assert "How it ended" in painted(app)
        await press(pilot, "right down minus enter")
        titles = set()
        for _ in range(12):
            titles.add(painted(app).splitlines()[3])
            await press(pilot, "right")
        assert len(titles) >= 6
        journal = meeting_of(app).session.journal_path
        assert journal is not None and journal.parent == data_folder / "journals"
        assert str(journal.name) in shown(app).replace("\n", "")
        await press(pilot, "q")
        await quiet(pilot)
        assert isinstance(app.screen, TitleScreen)
        listed = [str(option.prompt) for option in app.screen.query_one(OptionList).options]
        assert any("points" in entry for entry in listed)
    assert Session.resume(journal).over


@pytest.mark.parametrize("chair", ["japan", "korea"])
async def test_the_seoul_summit_can_be_played_through(chair: str, new_app: NewApp) -> None:
    app = new_app(chair, SEOUL)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await play_table(pilot)
        if isinstance(app.screen, FinalTextScreen):
            await press(pilot, "y")
        if isinstance(app.screen, PressScreen):
            await press(pilot, "down enter")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "right escape right")
        assert meeting_of(app).session.over


async def test_the_preparation_sheet_is_filed(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        await press(pilot, "down minus ctrl+o 1 enter tab tab 1 2 enter")
        (record,) = [r for r in meeting_of(app_of(pilot)).session.records if r.party == "north"]
        assert record.move.verb == "prepare"
        assert getattr(record.move, "own", ()) == ("trade", "river", "visas")
        assert getattr(record.move, "walk_away", None) == 12
        assert [item for item, _ in getattr(record.move, "first_offer", ())] == ["river"]


async def test_a_game_is_taken_up_again_from_the_debrief(new_app: NewApp, tmp_path: Path) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await play_table(pilot)
        if isinstance(app.screen, FinalTextScreen):
            await press(pilot, "y")
        if isinstance(app.screen, PressScreen):
            await press(pilot, "2 enter")
        assert isinstance(app.screen, DebriefScreen)
        await quiet(pilot)
        pages = app.screen._pages
        assert any(page.title == TURNED and "integrative" in page.lines[-1] for page in pages)
        await press(pilot, "a")
        assert "Take it up again" in painted(app)
        await press(pilot, "down down enter")
        taken = meeting_of(app)
        assert taken.phase is Phase.TABLE and taken.session.head.parent is not None
        assert taken.session.journal_path == tmp_path / "north-again.jsonl"


async def test_a_campaign_goes_from_meeting_to_meeting(data_folder: Path) -> None:
    app = SidelinesApp(choose=SEOUL.with_name("five-meetings.yaml"))
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert "a campaign of 5 meetings" in painted(app)
        await press(pilot, "enter")
        assert "meeting 1 of 5" in shown(app)
        await to_table(pilot)
        await play_table(pilot)
        if isinstance(app.screen, FinalTextScreen):
            await press(pilot, "y")
        if isinstance(app.screen, PressScreen):
            await press(pilot, "2 enter")
        assert isinstance(app.screen, DebriefScreen)
        assert "next meeting: The summit" in painted(app)
        await press(pilot, "x")
        assert meeting_of(app).phase is Phase.BRIEFING
        assert "meeting 2 of 5" in shown(app)
        assert meeting_of(app).session.scenario.title == "Seoul, on the sidelines"


def told(app: SidelinesApp) -> str:
    """What the guide of the first meeting says is next."""
    text = str(app.screen.query_one("#lesson", Static).render())
    return text.removeprefix("Next  ").removesuffix("  (f3 puts this guide away)")


async def test_the_first_meeting_leads_by_doing_and_is_first_on_the_list_until_it_is_over(
    data_folder: Path,
) -> None:
    keep(met=False)
    app = SidelinesApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert "New here?" in painted(app)
        await press(pilot, "enter")
        assert told(app) == STEPS[0].keys
        assert "Public record" not in painted(app), "the lesson has no facts"
        await press(pilot, "enter escape q")
        assert "It is not saved" in painted(app)
        await press(pilot, "enter ctrl+q ctrl+q")
        assert "It is not saved" in painted(app)
        await press(pilot, "enter")
        assert app.is_running
        await press(pilot, "enter")
        assert told(app) == STEPS[2].keys
        for text, step in (
            ("ask toll", 4),
            ("explain market high", 5),
            ("propose toll=free market=upper_saturday", 7),
            ("conclude", 8),
        ):
            await type_move(pilot, text)
            assert told(app) == STEPS[step - 1].keys, text
        assert not settings().met
        await press(pilot, "y enter")
        assert settings().met
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "r")
        assert "kept no journal" in message(app)
        await press(pilot, "ctrl+e ctrl+e")
        written = sorted(path.name for path in (data_folder / "journals").iterdir())
        assert written == ["sidelines-debrief-2.md", "sidelines-debrief.md"]
        assert not {DANCE, TURNED} & {page.title for page in app.screen._pages}
        await press(pilot, "f3 q")
        await quiet(pilot)
        assert "New here?" not in painted(app)
        assert "A first meeting, guided" in painted(app)


async def test_the_theme_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    async with SidelinesApp().run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert settings().theme is None
        await press(pilot, "ctrl+t")
    assert settings().theme == LIGHT
    assert SidelinesApp().theme == LIGHT
    keep(theme="no such theme")
    assert SidelinesApp().theme == DARK


async def test_memory_is_collected_again_once_the_first_picture_stands() -> None:
    gc.disable()  # as `run` does
    try:
        async with SidelinesApp().run_test(size=(80, 24)) as pilot:
            await quiet(pilot)
            assert gc.isenabled()
    finally:
        gc.enable()
