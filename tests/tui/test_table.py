"""The table: panes, sizes, typing, coming and going."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from game.summit.events import Phase, TrustCause, TrustChanged
from game.tui.screens.compose import ComposeScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.board import Board
from game.tui.widgets.status import StatusLines
from game.wording.status import LATELY

from .conftest import SEOUL, NewApp
from .driving import (
    floor,
    foot,
    meeting_of,
    message,
    own_moves,
    painted,
    play_table,
    press,
    shown,
    to_table,
    type_move,
)


async def test_each_pane_comes_up_by_its_key_and_can_be_enlarged(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        for key, words in (
            ("1", "Nothing has been put on paper"),
            ("2", "You open"),
            ("3", "The waters of the upper river"),
            ("4", "What we know of South"),
        ):
            await press(pilot, key)
            assert words in painted(app)
        await press(pilot, "z")
        assert "Our own home" in painted(app)
        assert "Agenda" not in painted(app)
        await press(pilot, "escape")
        assert "Agenda" in painted(app)


async def test_the_dossier_follows_the_cursor(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 30)) as pilot:
        await to_table(pilot)
        await press(pilot, "3 down")
        assert "Trade through the ports" in painted(app)
        assert "Free port" in painted(app)
        assert "our red line" in painted(app)


async def test_side_by_side_from_120_and_the_dossier_at_160(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await to_table(pilot)
        both = painted(app)
        assert "Nothing has been put on paper" in both and "You open" in both
        assert "Behind our position" not in both
        await pilot.resize_terminal(160, 50)
        await pilot.pause()
        three = painted(app)
        assert "Nothing has been put on paper" in three and "You open" in three
        assert "Behind our position" in three


async def test_the_panes_stand_side_by_side_from_the_first_picture(
    new_app: NewApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted = TableScreen.on_mount
    wide = []

    def on_mount(screen: TableScreen) -> None:
        wide.append(screen.has_class("-wide"))
        mounted(screen)

    monkeypatch.setattr(TableScreen, "on_mount", on_mount)
    app = new_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await to_table(pilot)
    assert wide == [True]


async def test_resizing_keeps_place_focus_and_what_was_typed(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "3 down down colon a s k")
        await pilot.resize_terminal(60, 15)
        await pilot.pause()
        assert "needs a terminal of 80 by 22" in painted(app)
        assert "60 by 15" in painted(app)
        await pilot.resize_terminal(130, 40)
        await pilot.pause()
        assert "needs a terminal" not in painted(app)
        typed = app.screen.query_one("#typed", Input)
        assert typed.value == "ask" and typed.has_focus
        assert app.screen.query_one(Board).item == "visas"
        await press(pilot, "escape")
        assert app.screen.query_one(Board).has_focus


async def test_no_key_acts_behind_the_card_that_asks_for_room(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2")
        before, package = own_moves(app), dict(meeting_of(app).basket.package)
        await pilot.resize_terminal(79, 24)
        await press(pilot, "enter 3 escape a ctrl+p ctrl+t")
        assert "needs a terminal" in painted(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert own_moves(app) == before and meeting_of(app).basket.package == package
        assert isinstance(app.screen, ComposeScreen) and app.screen.item == "visas"
        assert app.theme == "sidelines-dark"
        await press(pilot, "enter")
        assert len(own_moves(app)) == len(before) + 1
        await press(pilot, "colon x")
        await pilot.resize_terminal(80, 10)
        await press(pilot, "y enter")
        await pilot.resize_terminal(80, 24)
        assert app.screen.query_one("#typed", Input).value == "x"
        await press(pilot, "ctrl+p")
        await pilot.resize_terminal(40, 24)
        await pilot.pause()
        assert "needs a terminal" in painted(app)
        await press(pilot, "ctrl+q")
    assert app.farewell is not None and not app.is_running


async def test_a_move_in_words_with_completion(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "colon a s k space r i")
        await press(pilot, "right enter")
        assert getattr(own_moves(app)[-1], "item", None) == "river"
        await type_move(pilot, "propose nonsense")
        assert "item=option" in message(app)
        assert app.screen.query_one("#typed", Input).has_focus
        await press(pilot, "escape")
        await type_move(pilot, "propose river=nonsense")
        assert "not on the menu" in message(app)


async def test_a_caucus_and_the_way_back(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "u")
        await press(pilot, "2")
        assert meeting_of(app).phase is Phase.CAUCUS
        assert "In caucus." in painted(app) and "   b back" in painted(app)
        assert painted(app).count("✎ ") > 1, "advice stands sentence by sentence"
        await press(pilot, "4")
        assert "What they seem to want" in shown(app)
        await press(pilot, "b")
        assert meeting_of(app).phase is Phase.TABLE


async def test_undo_takes_the_last_move_back(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        minute, lines = meeting_of(app).view.minute, len(meeting_of(app).lines)
        await press(pilot, "a")
        await press(pilot, "ctrl+z")
        await press(pilot, "2")
        assert meeting_of(app).view.minute == minute
        assert len(meeting_of(app).lines) == lines


async def test_undo_leads_back_from_the_final_text_and_from_the_press(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await play_table(pilot, typed=0)
        assert meeting_of(app).phase is Phase.FINAL_TEXT and "^z undo" in foot(app)
        await press(pilot, "t")
        assert "What was said" in painted(app)
        await press(pilot, "t")
        assert "What was said" not in painted(app)
        await press(pilot, "y")
        assert meeting_of(app).phase is Phase.PRESS and "^z undo" in foot(app)
        await press(pilot, "ctrl+z 2")
        assert meeting_of(app).phase is Phase.FINAL_TEXT
        await press(pilot, "ctrl+z 2")
        assert meeting_of(app).phase is Phase.TABLE


async def test_the_mouse_moves_the_cursor_and_presses_the_footer(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await pilot.click(Board, offset=(10, 4))
        assert app.screen.query_one(Board).item == "visas"
        await pilot.click("#footer", offset=(3, 0))
        await pilot.pause()
        assert isinstance(app.screen, ComposeScreen)


async def test_text_from_a_scenario_is_shown_and_never_obeyed(
    new_app: NewApp, tmp_path: Path
) -> None:
    hostile = tmp_path / "hostile.yaml"
    text = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")
    hostile.write_text(
        text.replace("Share by season", "'[red]x[/] [@click=app.quit]y[/]'")
        .replace("title: Visas", "title: 'Visas [/] [3.5%]'")
        .replace("agreed to share the waters by season", "'agreed [b]REDACTED[/b] [x/]'"),
        encoding="utf-8",
    )
    app = new_app("north", hostile)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 0")
        assert "[red]x[/] [@click=app.quit]y[/]" in painted(app)
        await press(pilot, "enter")
        assert "Visas [/] [3.5%]" in painted(app)
        assert "[NOR: agreed [b]REDACTED[/b] [x/]]" in painted(app)
        await press(pilot, "space")
        await press(pilot, "escape question_mark escape g escape")
        await press(pilot, "C")
        await press(pilot, "escape")


async def test_trust_that_changed_long_ago_is_no_trend(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        view, log = meeting_of(app).view, meeting_of(app).session.log
        for ago, falls in ((LATELY, False), (0, True)):
            log.append(
                TrustChanged(
                    minute=view.minute - ago,
                    by=-3,
                    now=view.trust,
                    cause=TrustCause.PRESSED,
                    party="north",
                )
            )
            assert isinstance(app.screen, TableScreen)
            app.screen.renew()
            status = app.screen.query_one(StatusLines).render().plain
            assert ("▾" in status) is falls


@pytest.mark.parametrize(
    "width, names",
    [
        (80, "stopped by the families… +1"),
        (160, "the families of the abducted, and the communications ministry and"),
        (200, "the families of the abducted (31, needs 40)"),
    ],
)
async def test_the_head_names_who_at_home_stops_the_deal(
    new_app: NewApp, width: int, names: str
) -> None:
    app = new_app("japan", SEOUL)
    async with app.run_test(size=(width, 24)) as pilot:
        await to_table(pilot)
        assert names in painted(app).splitlines()[1]


async def test_a_wording_that_the_board_has_to_cut_is_whole_in_the_line_below(
    new_app: NewApp,
) -> None:
    app = new_app("japan", SEOUL)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await type_move(pilot, "propose line=capital_noted")
        await press(pilot, "end up")
        board = app.screen.query_one(Board)
        board.go_to("line")
        await press(pilot, "")
        label = meeting_of(app).names.option("line", "capital_noted")
        row = painted(app).splitlines()[4 + board.cursor]
        assert label not in row and "…" in row
        assert f"We say “{label}”" in message(app)
        assert len(message(app)) <= 78


async def test_hands_tied_in_public_are_marked(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await type_move(pilot, "tiehands river=share")
        assert "The river ✱‡" in painted(app)
        assert "you are bound in public to “Share by season”" in message(app)


async def test_their_answer_takes_the_place_of_the_dossier(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await to_table(pilot)
        await press(pilot, "3 a")
        assert app.screen.query_one("#talk").has_class("-shown")
        assert not app.screen.query_one("#dossier").has_class("-shown")


async def test_when_everything_is_settled_the_floor_names_the_way_on(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        for _ in range(9):
            if meeting_of(app).view.unsettled:
                await type_move(pilot, "propose river=gauge trade=mid visas=some")
        assert not meeting_of(app).view.unsettled
        assert "Everything is settled." in floor(app) and "C conclude" in floor(app)
