"""A whole game through the screens, from the title to the debrief and back."""

from __future__ import annotations

import gc
from asyncio import to_thread
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import OptionList, Static

from game.summit import start
from game.summit.events import Phase
from game.summit.moves import Ask, Open, Ready
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
from tests.scenario_files import fill_disk

from .driving import (
    app_of,
    meeting_of,
    message,
    painted,
    play_table,
    press,
    shown,
    to_table,
    type_move,
)

SEOUL = Path(__file__).parents[2] / "scenarios" / "seoul-summit.yaml"


async def quiet(pilot: object) -> None:
    """Waits for the workers of the title."""
    from textual.pilot import Pilot

    assert isinstance(pilot, Pilot)
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("chair", ["north", "south"])
async def test_from_the_title_to_the_debrief(chair: str, data_folder: Path) -> None:
    app = SidelinesApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert "Two rivers" in painted(app)
        await press(pilot, "enter")
        await quiet(pilot)
        await press(pilot, "enter" if chair == "north" else "down enter")
        assert meeting_of(app).session.role == chair
        assert meeting_of(app).phase is Phase.BRIEFING
        await to_table(pilot)
        await play_table(pilot)
        if isinstance(app.screen, FinalTextScreen):
            assert "The two sides" in shown(app)
            await press(pilot, "y")
        if isinstance(app.screen, PressScreen):
            await press(pilot, "2")
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
async def test_the_seoul_summit_can_be_played_through(
    chair: str, new_app: Callable[..., SidelinesApp]
) -> None:
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


async def test_a_saved_game_goes_on_where_it_was(
    new_app: Callable[..., SidelinesApp], tmp_path: Path, data_folder: Path
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "a")
        minute = meeting_of(app).view.minute
        assert minute > 0
        await press(pilot, "ctrl+q")
    journal = tmp_path / "north.jsonl"
    on = f"To go on: sidelines resume {journal}"
    assert app.farewell == f"The game is saved: {journal}\n{on}"
    (data_folder / "journals").mkdir()
    (tmp_path / "north.jsonl").rename(data_folder / "journals" / "north.jsonl")
    again = SidelinesApp()
    async with again.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert f"North · {minute}′ · at the table" in painted(again)
        await press(pilot, "enter")
        assert meeting_of(again).view.minute == minute
        assert meeting_of(again).phase is Phase.TABLE


async def test_ctrl_c_ends_the_game_and_loses_nothing(
    new_app: Callable[..., SidelinesApp], tmp_path: Path
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "ctrl+c")
    assert app.farewell is not None
    assert Session.resume(tmp_path / "north.jsonl").view().phase is Phase.TABLE


async def test_a_cut_off_journal_is_resumed_and_said_so(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    session = new_session()
    session.close()
    journal = tmp_path / "north.jsonl"
    journal.write_bytes(journal.read_bytes() + b'{"d": "torn')
    resumed = Session.resume(journal)
    app = SidelinesApp(resumed)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert any("cut off" in note.message for note in app._notifications)


async def test_a_scenario_with_faults_tells_them_and_starts_nothing(data_folder: Path) -> None:
    (data_folder / "scenarios" / "a-broken.yaml").write_text("format: 1\ntitle: A broken one\n")
    app = SidelinesApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "home enter")
        await quiet(pilot)
        assert "cannot be played yet" in painted(app)
        assert app.meeting is None
        await press(pilot, "escape")
        assert isinstance(app.screen, TitleScreen)


async def test_deleting_a_saved_game_asks_first(
    new_session: Callable[..., Session], tmp_path: Path, data_folder: Path
) -> None:
    session = new_session()
    for move in (Ready(), Open(item="river"), Ask(item="river")):
        session.play(move)
    session.close()
    (data_folder / "journals").mkdir()
    journal = data_folder / "journals" / "north.jsonl"
    (tmp_path / "north.jsonl").rename(journal)
    app = SidelinesApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "d")
        assert "Two rivers: North · 2′ · at the table" in painted(app)
        await press(pilot, "enter")
        assert journal.exists()
        await press(pilot, "d")
        await press(pilot, "2")
        await quiet(pilot)
        assert not journal.exists()
        assert "Continue" not in painted(app)


async def test_a_list_read_before_a_deletion_does_not_bring_the_game_back(
    new_session: Callable[..., Session],
    tmp_path: Path,
    data_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = new_session()
    session.play(Ready())
    session.close()
    (data_folder / "journals").mkdir()
    (tmp_path / "north.jsonl").rename(data_folder / "journals" / "north.jsonl")
    (old,) = start.saved_games()
    begun, newer, ended = Event(), Event(), Event()

    def slow() -> Iterator[start.SavedGame]:
        begun.set()
        newer.wait(10)
        try:
            yield old
        finally:
            ended.set()

    readings = iter((slow, lambda: iter(())))
    monkeypatch.setattr(start, "saved_games", lambda: next(readings)())
    app = SidelinesApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TitleScreen)
        assert await to_thread(begun.wait, 10)
        app.screen.fill()
        newer.set()
        assert await to_thread(ended.wait, 10)
        await quiet(pilot)
        assert "Two rivers: North" not in painted(app) and "Continue" not in painted(app)


async def test_the_preparation_sheet_is_filed(new_app: Callable[..., SidelinesApp]) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        await press(pilot, "down minus ctrl+o 1 enter tab tab 1 2 enter")
        (record,) = [r for r in meeting_of(app_of(pilot)).session.records if r.party == "north"]
        assert record.move.verb == "prepare"
        assert getattr(record.move, "own", ()) == ("trade", "river", "visas")
        assert getattr(record.move, "walk_away", None) == 12
        assert [item for item, _ in getattr(record.move, "first_offer", ())] == ["river"]


async def test_a_full_disk_ends_the_game_with_a_sentence(
    new_app: Callable[..., SidelinesApp], tmp_path: Path
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        fill_disk(meeting_of(app).session)
        await press(pilot, "a")
    assert app.farewell is not None and "No space left" in app.farewell
    assert Session.resume(tmp_path / "north.jsonl").view().phase is Phase.TABLE


async def test_a_full_disk_ends_the_game_with_a_sentence_when_a_move_is_taken_back(
    new_app: Callable[..., SidelinesApp], tmp_path: Path
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        fill_disk(meeting_of(app).session)
        assert app.undo() is not None
    assert app.farewell is not None and "No space left" in app.farewell
    assert Session.resume(tmp_path / "north.jsonl").view().phase is Phase.TABLE


async def test_a_saved_game_that_cannot_be_deleted_or_opened_is_told_in_words(
    new_session: Callable[..., Session],
    tmp_path: Path,
    data_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = new_session()
    session.play(Ready())
    session.close()
    (data_folder / "journals").mkdir()
    (tmp_path / "north.jsonl").rename(data_folder / "journals" / "north.jsonl")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    app = SidelinesApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(Path, "unlink", refuse)
            await press(pilot, "d")
            await press(pilot, "2")
        assert "cannot be deleted: Permission denied." in message(app)
        monkeypatch.setattr("game.summit.session.mend", refuse)
        await press(pilot, "enter")
        assert "cannot be written on" in message(app) and "Errno" not in message(app)


async def test_without_a_folder_to_save_in_the_game_goes_on_unsaved(
    data_folder: Path,
) -> None:
    (data_folder / "journals").write_text("a file where the folder should be")
    app = SidelinesApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await quiet(pilot)
        await press(pilot, "enter")
        await quiet(pilot)
        await press(pilot, "enter")
        assert meeting_of(app).session.journal_path is None
        assert any("cannot be saved" in note.message for note in app._notifications)


async def test_a_game_is_taken_up_again_from_the_debrief(
    new_app: Callable[..., SidelinesApp], tmp_path: Path
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await play_table(pilot)
        if isinstance(app.screen, FinalTextScreen):
            await press(pilot, "y")
        if isinstance(app.screen, PressScreen):
            await press(pilot, "2")
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
            await press(pilot, "2")
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


async def test_the_first_meeting_leads_by_doing_and_is_first_on_the_list_until_it_is_over() -> None:
    keep(met=False)
    app = SidelinesApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert "New here?" in painted(app)
        await press(pilot, "enter")
        assert told(app) == STEPS[0].keys
        await press(pilot, "enter escape q")
        assert "It is not saved" in painted(app)
        await press(pilot, "enter enter")
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
