"""Draws the pictures of the documentation: every screen, in three sizes and the looks there are.

    python docs/pictures.py

Run by hand after the screens have changed. Everything is played from one seed, so that only what
has changed comes out otherwise.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))
os.environ["TEXTUAL_ANIMATIONS"] = "none"

from textual.pilot import Pilot

from game.scenario import library
from game.summit import settings
from game.summit.bots import bots
from game.summit.notation import parse
from game.summit.session import Session
from game.summit.start import Seat, beginning
from game.tui.app import SidelinesApp
from game.tui.theme import DARK, LIGHT

SEOUL = DOCS.parent / "scenarios" / "seoul-summit.yaml"
SIZES = ((80, 24), (120, 40), (160, 50))
OPENING = (
    "ready",
    "open abductions",
    "ask line",
    "explain abductions high by_name",
    "ask us_ties",
    "propose missiles=sanctions_team abductions=by_name line=joint_review",
)

Show = Callable[[Pilot[Any]], Awaitable[None]]


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Presses keys and waits until the screen is quiet."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def keys(*wanted: str) -> Show:
    """A picture that some keys lead to."""
    return lambda pilot: press(pilot, *wanted)


def played(moves: int | None) -> Session:
    """The Seoul summit from Japan's chair: after so many own moves, or at its end."""
    session = beginning(SEOUL).session(Seat("japan", seed=5), journal=None)
    for move in OPENING[:moves]:
        session.play(parse(move))
    player = bots(5)["integrative"]
    while moves is None and not session.over:
        session.play(player.choose(session.view()).move)
    return session


PICTURES: dict[str, tuple[int | None, Show]] = {
    "briefing": (0, keys()),
    "agenda": (0, keys("right")),
    "opening": (1, keys()),
    "table": (6, keys()),
    "talk": (6, keys("2", "z")),
    "dossier": (6, keys("3")),
    "compose": (5, keys("p", "right", "down", "right")),
    "moves": (5, keys("space")),
    "help": (5, keys("question_mark")),
    "glossary": (5, keys("g")),
    "debrief": (None, keys()),
    "space": (None, keys("right", "enter", "right", "end")),
    "dance": (None, keys("right", "enter", "right", "right", "right", "end")),
    "home": (None, keys("right", "enter", *["right"] * 6)),
}
LOOKS = {LIGHT: ("table", "space"), "ansi-dark": ("table", "space")}
"""Besides the dark theme, in which every screen is drawn."""


async def draw(name: str, size: tuple[int, int], theme: str) -> None:
    """One picture."""
    moves, show = PICTURES[name]
    app = SidelinesApp(played(moves))
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await press(pilot)
        await show(pilot)
        look = {DARK: "", LIGHT: "-light"}.get(theme, "-ansi")
        path = DOCS / "pictures" / f"{name}{look}-{size[0]}.svg"
        path.write_text(app.export_screenshot(title="Sidelines"), encoding="utf-8")


async def draw_title(size: tuple[int, int]) -> None:
    """The title screen, with the summits that come with the game."""
    app = SidelinesApp()
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        path = DOCS / "pictures" / f"title-{size[0]}.svg"
        path.write_text(app.export_screenshot(title="Sidelines"), encoding="utf-8")


async def main() -> None:
    """All pictures; the player's own folders are left alone."""
    with tempfile.TemporaryDirectory() as folder:
        library.data_folder = lambda: Path(folder)
        settings.settings_file = lambda: Path(folder) / "settings.json"
        for size in SIZES:  # before any game, after which nobody is new here
            await draw_title(size)
        for size in SIZES:
            for name in PICTURES:
                await draw(name, size, DARK)
            for theme, names in LOOKS.items():
                for name in names:
                    await draw(name, size, theme)


if __name__ == "__main__":
    asyncio.run(main())
