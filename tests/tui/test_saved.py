"""Saved games: listed, taken up, deleted, and what happens where they cannot be kept."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import OptionList

from game.summit import saved_games
from game.summit.events import Phase
from game.summit.moves import Ask, Open, Ready
from game.summit.session import Session
from game.summit.settings import keep
from game.tui.app import SidelinesApp
from game.tui.screens.title import TitleScreen
from tests.scenario_files import fill_disk

from .conftest import SMALL, NewApp, NewSession
from .driving import (
    meeting_of,
    message,
    painted,
    press,
    quiet,
    to_table,
)


def among_the_saved(journal: Path, data_folder: Path) -> Path:
    """Puts a journal where the title looks for saved games; its new place."""
    (data_folder / "journals").mkdir()
    return journal.rename(data_folder / "journals" / journal.name)


async def test_a_saved_game_goes_on_where_it_was(
    new_app: NewApp, tmp_path: Path, data_folder: Path
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
    among_the_saved(tmp_path / "north.jsonl", data_folder)
    again = SidelinesApp()
    async with again.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert f"North · {minute}′ · at the table" in painted(again)
        await press(pilot, "enter")
        assert meeting_of(again).view.minute == minute
        assert meeting_of(again).phase is Phase.TABLE


async def test_the_game_that_was_just_left_is_first_to_hand(data_folder: Path) -> None:
    keep(met=True)
    second = SMALL.read_text(encoding="utf-8").replace("Two rivers", "Two rivers more")
    (data_folder / "scenarios" / "two-rivers-more.yaml").write_text(second, encoding="utf-8")
    app = SidelinesApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "down")
        await press(pilot, "enter")
        await press(pilot, "enter")
        await to_table(pilot)
        journal = meeting_of(app).session.journal_path
        await press(pilot, "q")
        await quiet(pilot)
        entry = app.screen.query_one(OptionList).highlighted_option
        assert entry is not None and entry.id == f"save:{journal}"
        assert "Continue" in painted(app)


async def test_ctrl_c_tells_how_to_leave_and_ctrl_q_leaves_and_loses_nothing(
    new_app: NewApp, tmp_path: Path
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await to_table(pilot)
        await press(pilot, "ctrl+c")
        assert any("ctrl+q ends Sidelines" in note.message for note in app._notifications)
        assert app.farewell is None
        await press(pilot, "ctrl+q")
    assert app.farewell is not None
    assert Session.resume(tmp_path / "north.jsonl").view().phase is Phase.TABLE


async def test_a_cut_off_journal_is_resumed_and_said_so(
    new_session: NewSession, tmp_path: Path
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
    (data_folder / "scenarios" / "a-broken.yaml").write_text(
        "format: 1\ntitle: A broken one\nmeeting: {minutes: 1}\n"
    )
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
    new_session: NewSession, tmp_path: Path, data_folder: Path
) -> None:
    session = new_session()
    for move in (Ready(), Open(item="river"), Ask(item="river")):
        session.play(move)
    session.close()
    journal = among_the_saved(tmp_path / "north.jsonl", data_folder)
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
    new_session: NewSession,
    tmp_path: Path,
    data_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = new_session()
    session.play(Ready())
    session.close()
    among_the_saved(tmp_path / "north.jsonl", data_folder)
    (old,) = saved_games.saved_games()
    begun, newer, ended = Event(), Event(), Event()

    def slow() -> Iterator[saved_games.SavedGame]:
        begun.set()
        newer.wait(10)
        try:
            yield old
        finally:
            ended.set()

    readings = iter((slow, lambda: iter(())))
    monkeypatch.setattr(saved_games, "saved_games", lambda: next(readings)())
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


async def test_a_full_disk_ends_the_game_with_a_sentence(new_app: NewApp, tmp_path: Path) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        fill_disk(meeting_of(app).session)
        await press(pilot, "a")
    assert app.farewell is not None and "No space left" in app.farewell
    assert Session.resume(tmp_path / "north.jsonl").view().phase is Phase.TABLE


async def test_a_full_disk_ends_the_game_with_a_sentence_when_a_move_is_taken_back(
    new_app: NewApp, tmp_path: Path
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        fill_disk(meeting_of(app).session)
        assert app.undo() is not None
    assert app.farewell is not None and "No space left" in app.farewell
    assert Session.resume(tmp_path / "north.jsonl").view().phase is Phase.TABLE


async def test_a_saved_game_that_cannot_be_deleted_or_opened_is_told_in_words(
    new_session: NewSession,
    tmp_path: Path,
    data_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = new_session()
    session.play(Ready())
    session.close()
    among_the_saved(tmp_path / "north.jsonl", data_folder)

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
