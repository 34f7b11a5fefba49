"""The talk: what stands in sight, what is found, what is written out."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual.widgets import Input

from game.tui.app import SidelinesApp
from game.tui.widgets.talk import Talk

from .conftest import SEOUL, NewApp
from .driving import meeting_of, message, painted, press, to_table


def first_line(talk: Talk, text: str) -> int:
    """The line of the talk with which the last paragraph of this text begins."""
    folio = talk.folio
    bodies = [paragraph.body.plain for paragraph in folio.paragraphs]
    last = len(bodies) - 1 - bodies[::-1].index(text)
    return folio.line_of(last, folio.size.width)


async def test_the_talk_shows_what_came_last_and_can_be_searched(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        for key in ("a", "down", "a", "down", "a", "up", "a 2"):
            await press(pilot, key)
        last = [line for line in meeting_of(app).lines if line.speaker == "south"][-1]
        assert last.text.split()[0] in painted(app)
        talk = app.screen.query_one(Talk)
        end = talk.scroll_y
        assert end > 0
        await press(pilot, "slash")
        app.screen.query_one("#typed", Input).value = "CLOSE THE BRIEF"
        await press(pilot, "enter")
        assert talk.scroll_y == 0
        await press(pilot, "pagedown escape")
        app.screen.query_one("#typed", Input).value = ""
        await press(pilot, "slash")
        app.screen.query_one("#typed", Input).value = "quinquereme"
        await press(pilot, "enter")
        assert "was not said" in message(app)


@pytest.mark.parametrize("no_color", ["", "1"])
async def test_what_is_found_is_set_off_and_counted(
    new_app: NewApp, monkeypatch: pytest.MonkeyPatch, no_color: str
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "a")
        talk = app.screen.query_one(Talk)
        said = " ".join(paragraph.body.plain for paragraph in talk.folio.paragraphs)
        count = said.lower().count("the")
        assert count > 3
        await press(pilot, "slash")
        app.screen.query_one("#typed", Input).value = "THE"
        for keys, place in (("enter", 1), ("down", 2), ("enter", 3), ("up up up", count)):
            await press(pilot, keys)
            assert f"{place} of {count}" in message(app)
            here = [text for text, style in drawn(app) if style.reverse and text.lower() == "the"]
            assert len(here) == 1
        assert any(style.underline and text.lower() == "the" for text, style in drawn(app))
        await press(pilot, "escape")
        assert not any(style.reverse or style.underline for _, style in drawn(app))
        assert f"of {count}" not in message(app)


def drawn(app: SidelinesApp) -> list[tuple[str, Style]]:
    """What stands in the talk, as the terminal gets it: texts with their styles."""
    region = app.screen.query_one(Talk).content_region
    rows = app.screen._compositor.render_strips()[region.y : region.bottom]
    return [(s.text, s.style) for row in rows for s in row.crop(0, region.right - 1) if s.style]


async def test_the_talk_can_be_written_out(new_app: NewApp, tmp_path: Path) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "ctrl+e")
        text = (tmp_path / "north.txt").read_text(encoding="utf-8")
        assert "Two rivers" in text and "You open" in text


@pytest.mark.parametrize("size", [(80, 24), (120, 30)])
async def test_what_they_answered_stands_in_sight_after_every_move(
    new_app: NewApp, size: tuple[int, int]
) -> None:
    app = new_app("japan", SEOUL)
    async with app.run_test(size=size) as pilot:
        await to_table(pilot)
        for key in ("a", "down", "a", "p 2 2 2 enter", "p 2 3 3 enter", "a 2"):
            await press(pilot, key)
            latest = meeting_of(app).latest
            theirs = [line for line in latest if line.speaker == "korea" and line.kind == "move"]
            if theirs and app.screen.query_one(Talk).is_on_screen:
                assert " ".join(theirs[0].text.split()[:3]) in painted(app)
                talk = app.screen.query_one(Talk)
                assert talk.scroll_y in (talk.max_scroll_y, first_line(talk, theirs[0].text))


async def test_a_pane_tells_how_much_lies_below_its_edge(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "3")
        dossier = app.screen.query_one("#dossier")
        below = round(dossier.max_scroll_y)
        assert below > 0 and f"↓ {below} more" in painted(app)
        dossier.scroll_to(y=1, animate=False)
        await pilot.pause()
        assert f"↓ {below - 1} more" in painted(app)
        await press(pilot, "pagedown pagedown pagedown")
        assert "↓" not in painted(app)
        await press(pilot, "2")
        assert "↓" not in painted(app)
