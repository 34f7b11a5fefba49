"""One definition per command gives key, footer, palette, tooltip and help."""

from __future__ import annotations

import subprocess
import sys

import pytest

from game.summit.summit import MOVE_TABLE
from game.tui import commands
from game.tui.commands import Command
from game.tui.screens.base import GameScreen
from game.tui.screens.briefing import BriefingScreen
from game.tui.screens.chair import ChairScreen
from game.tui.screens.compose import ComposeScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.final_text import FinalTextScreen
from game.tui.screens.opening import OpeningScreen
from game.tui.screens.press import PressScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen

from .conftest import NewApp
from .driving import painted, press, shown, to_table

SCREENS: tuple[type[GameScreen], ...] = (
    TitleScreen,
    ChairScreen,
    BriefingScreen,
    OpeningScreen,
    TableScreen,
    ComposeScreen,
    FinalTextScreen,
    PressScreen,
    DebriefScreen,
)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_command_of_a_screen_can_be_run(screen: type[GameScreen]) -> None:
    for command in screen.commands:
        assert callable(getattr(screen, f"do_{command.name}", None)), command.name


@pytest.mark.parametrize("screen", SCREENS)
def test_no_key_means_two_things(screen: type[GameScreen]) -> None:
    keys = [key for command in screen.commands for key in command.key.split(",")]
    assert len(keys) == len(set(keys))
    names = [command.name for command in screen.commands]
    assert len(names) == len(set(names))


def test_every_move_at_the_table_has_a_command() -> None:
    elsewhere = {"prepare", "ready", "open", "adopt", "refuse", "press", "guess", "reflect"}
    verbs = {command.verb for command in commands.TABLE}
    assert set(MOVE_TABLE) - elsewhere <= verbs


def test_a_binding_comes_from_its_command() -> None:
    command = Command("x", "x,y", "label", "about")
    (binding,) = commands.bindings([command])
    assert not isinstance(binding, tuple)
    assert (binding.key, binding.description, binding.tooltip) == ("x,y", "label", "about")


async def test_help_and_palette_know_every_command(
    new_app: NewApp,
) -> None:
    app = new_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await to_table(pilot)
        entries = [entry.title for entry in app.get_system_commands(app.screen)]
        for command in commands.TABLE:
            listed = any(
                title.lower().startswith(f"{command.label.lower()} (") for title in entries
            )
            assert listed is not command.when_open, command.name
        assert not {"Screenshot", "Maximize", "Keys"} & set(entries)
        await press(pilot, "question_mark")
        text = " ".join(shown(app).split())
        for command in commands.TABLE:
            assert " ".join(command.about.split())[:40] in text


async def test_the_palette_runs_a_command(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await to_table(pilot)
        await press(pilot, "ctrl+p")
        await press(pilot, "m o r e")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await pilot.pause(0.1)
        assert "Moves at the table" in painted(app)


async def test_the_glossary_is_a_key_away_and_can_be_searched(
    new_app: NewApp,
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "g")
        await press(pilot, "l o g r o l l")
        assert "logrolling" in painted(app)
        assert "Kalai" not in painted(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, TableScreen)


async def test_day_and_night(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.theme == "sidelines-dark"
        await press(pilot, "ctrl+t")
        assert app.theme == "sidelines-light"


@pytest.mark.parametrize("theme", ["sidelines-light", "ansi-dark", "ansi-light", "nord"])
async def test_every_theme_has_what_the_styles_need(theme: str, new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        app.theme = theme
        await pilot.pause()
        assert "Agenda" in painted(app)


def test_the_app_is_imported_without_what_the_first_picture_does_not_need() -> None:
    code = (
        "import sys, game.cli, game.tui.app; game.cli.build_parser(); "
        "print([m for m in ('pydantic', 'yaml', 'transitions') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_without_colour_no_colour_is_sent_and_the_cursor_still_shows(
    new_app: NewApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "l")
        segments = [s for row in app.screen._compositor.render_strips() for s in row if s.style]
        colours = {
            c.name for s in segments if s.style for c in (s.style.color, s.style.bgcolor) if c
        }
        assert colours == {"default"}
        assert any(s.style and s.style.underline and "Share by" in s.text for s in segments)
