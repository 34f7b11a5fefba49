"""Pictures of the few screens that matter. `pytest --snapshot-update` draws them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from game.tui.app import SidelinesApp

from .conftest import NewApp
from .driving import press, to_table

Compare = Callable[..., bool]


def steps(*keys: str) -> Callable[[Pilot[Any]], Any]:
    """From the briefing to the table, then these keys."""

    async def run(pilot: Pilot[Any]) -> None:
        await to_table(pilot)
        for each in keys:
            await press(pilot, each)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()

    return run


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_table(snap_compare: Compare, new_app: NewApp, size: tuple[int, int]) -> None:
    run = steps("a", "p 1 2 1 enter", "1")
    assert snap_compare(new_app(), run_before=run, terminal_size=size)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_composing(snap_compare: Compare, new_app: NewApp, size: tuple[int, int]) -> None:
    assert snap_compare(new_app(), run_before=steps("p 1 2 plus 3"), terminal_size=size)


def test_the_briefing_by_day(snap_compare: Compare, new_app: NewApp) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await press(pilot, "ctrl+t right")

    assert snap_compare(new_app(), run_before=run, terminal_size=(80, 24))


def test_the_space_of_the_debrief(snap_compare: Compare, new_app: NewApp) -> None:
    run = steps("p 1 2 1 enter", "p 3 1 1 enter", "C", "2", "right", "enter", "right", "end")
    assert snap_compare(new_app(), run_before=run, terminal_size=(80, 24))


def test_the_title(snap_compare: Compare, data_folder: Path) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(SidelinesApp(), run_before=run, terminal_size=(80, 24))
