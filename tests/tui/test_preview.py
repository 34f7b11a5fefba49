"""The rehearsal on the screen: it follows its file, and shows what is behind the scenes."""

from __future__ import annotations

import os
from asyncio import to_thread
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from game.summit.events import Phase
from game.summit.rehearsal import Rehearsal, Saved
from game.tui.preview import PreviewApp
from game.tui.screens.final_text import FinalTextScreen
from game.tui.screens.preview import PreviewScreen
from game.tui.screens.table import TableScreen

from .conftest import SMALL
from .driving import meeting_of, own_moves, painted, press, to_table


def save(path: Path, text: str) -> None:
    """Writes the file, later than before by the file system's clock."""
    later = path.stat().st_mtime_ns + 1_000_000_000
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(later, later))


async def read_again(pilot: Pilot[Any]) -> None:
    """Lets the app look at its file, as its clock does twice a second."""
    assert isinstance(pilot.app, PreviewApp)
    pilot.app.look()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file to be edited."""
    target = tmp_path / "edited.yaml"
    target.write_text(SMALL.read_text(encoding="utf-8"), encoding="utf-8")
    return target


async def test_the_game_follows_its_file(path: Path) -> None:
    app = PreviewApp(Rehearsal(path, "north"))
    good = path.read_text(encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await to_table(pilot)
        await press(pilot, "a")
        minute = meeting_of(app).view.minute
        save(path, good.replace("points:", "pionts:", 1))
        await read_again(pilot)
        assert isinstance(app.screen, PreviewScreen) and "pionts" in painted(app)
        save(path, good.replace("Two rivers", "Three rivers"))
        await read_again(pilot)
        assert isinstance(app.screen, TableScreen)
        assert meeting_of(app).session.scenario.title == "Three rivers"
        assert meeting_of(app).view.minute == minute


async def test_the_game_goes_on_while_the_file_is_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = PreviewApp(Rehearsal(path, "north"))
    read, begun, goes_on = Rehearsal.read, Event(), Event()

    def slow(rehearsal: Rehearsal) -> Saved | None:
        begun.set()
        assert goes_on.wait(10)
        return read(rehearsal)

    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await pilot.app.workers.wait_for_complete()
        monkeypatch.setattr(Rehearsal, "read", slow)
        save(path, path.read_text(encoding="utf-8").replace("Two rivers", "Three rivers"))
        app.look()
        assert await to_thread(begun.wait, 10)
        await pilot.press("a")
        await pilot.pause()
        assert getattr(own_moves(app)[-1], "verb", "") == "ask"
        goes_on.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert meeting_of(app).session.scenario.title == "Three rivers"
        assert getattr(own_moves(app)[-1], "verb", "") == "ask"


async def test_a_file_with_faults_opens_with_them_and_then_with_the_game(path: Path) -> None:
    good = path.read_text(encoding="utf-8")
    save(path, "title: [")
    app = PreviewApp(Rehearsal(path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PreviewScreen)
        for key in ("f2", "f4", "f5", "f6", "f7", "f8", "f9", "enter"):
            await press(pilot, key)
        save(path, good)
        await read_again(pilot)
        assert meeting_of(app).phase is Phase.BRIEFING


async def test_behind_the_scenes(path: Path) -> None:
    app = PreviewApp(Rehearsal(path, "north"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await press(pilot, "f4")
        assert "Walking away is worth: North" in painted(app)
        await press(pilot, "escape f6 f enter")
        assert isinstance(app.screen, FinalTextScreen)
        await press(pilot, "f7")
        assert meeting_of(app).session.role == "south"
        assert meeting_of(app).phase is Phase.FINAL_TEXT
        await press(pilot, "f6 6 enter")
        assert isinstance(app.screen, TableScreen) and meeting_of(app).view.minute >= 6
        await press(pilot, "f2")
        assert "holds out for" in painted(app)
        await press(pilot, "f9")
        assert isinstance(app.screen, PreviewScreen)
        await press(pilot, "enter f8")
        assert meeting_of(app).phase is Phase.BRIEFING


@pytest.mark.parametrize("faulty", [False, True], ids=["thinks", "faults"])
def test_pictures(snap_compare: Callable[..., bool], path: Path, faulty: bool) -> None:
    app = PreviewApp(Rehearsal(path, "north"))

    async def run(pilot: Pilot[Any]) -> None:
        await to_table(pilot)
        await press(pilot, "a f2")
        if faulty:
            save(path, path.read_text(encoding="utf-8").replace("points:", "pionts:", 1))
            await read_again(pilot)

    assert snap_compare(app, run_before=run, terminal_size=(80, 24))
