"""The table: composing, panes, refusals, typing, sizes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.style import Style
from textual.widgets import Input

from game.summit.events import Phase, TrustCause, TrustChanged
from game.summit.moves import Acknowledge, Choices, Explain, Propose
from game.tui.app import SidelinesApp
from game.tui.screens.compose import ComposeScreen
from game.tui.screens.dialogs import Confirm
from game.tui.screens.table import TableScreen
from game.tui.widgets.board import Board
from game.tui.widgets.status import StatusLines
from game.tui.widgets.talk import Talk
from game.wording.status import LATELY

from .driving import meeting_of, message, own_moves, painted, press, shown, to_table, type_move

NewApp = Callable[..., SidelinesApp]


def first_line(talk: Talk, text: str) -> int:
    """The line of the talk with which the last paragraph of this text begins."""
    folio = talk.folio
    bodies = [paragraph.body.plain for paragraph in folio.paragraphs]
    last = len(bodies) - 1 - bodies[::-1].index(text)
    return folio.line_of(last, folio.size.width)


async def test_a_package_over_every_item_takes_few_keys(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 1 enter")
        assert own_moves(app)[-1] == Propose(
            terms=(("river", "share"), ("trade", "mid"), ("visas", "some"))
        )
        assert isinstance(app.screen, TableScreen)
        assert meeting_of(app).basket.empty


async def test_own_points_and_home_change_while_composing(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "right")
        assert isinstance(app.screen, ComposeScreen)
        assert "10 points" in str(app.screen.query_one("#worth").render())
        await press(pilot, "right")
        assert "5 points" in str(app.screen.query_one("#worth").render())
        await press(pilot, "down right")
        assert "25 points" in str(app.screen.query_one("#worth").render())


async def test_a_draft_survives_leaving_the_page(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 escape")
        assert isinstance(app.screen, TableScreen)
        await press(pilot, "a")
        await press(pilot, "p")
        assert "Share by season" in painted(app)
        assert meeting_of(app).basket.package == {"river": "share", "trade": "mid"}


async def test_two_packages_make_a_choice(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 plus home 3 enter")
        assert own_moves(app)[-1] == Choices(
            packages=(
                (("river", "share"), ("trade", "mid")),
                (("river", "all"), ("trade", "mid")),
            )
        )


async def test_the_same_package_twice_is_refused_with_a_reason(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        before = len(own_moves(app))
        await press(pilot, "p 1 plus enter")
        assert "same as another" in message(app)
        assert isinstance(app.screen, ComposeScreen)
        assert len(own_moves(app)) == before


async def test_their_wordings_can_be_taken_over(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 1 enter")
        theirs = {i: s.theirs for i, s in meeting_of(app).view.items.items() if s.theirs}
        assert theirs
        await press(pilot, "p t")
        assert meeting_of(app).basket.package == theirs


@pytest.mark.parametrize(
    ("key", "words"),
    [("y", "nothing on the table"), ("r", "Nothing is settled"), ("b", "no place")],
)
async def test_a_key_that_is_not_open_says_why(new_app: NewApp, key: str, words: str) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        before = own_moves(app)
        await press(pilot, key)
        assert words in message(app)
        assert own_moves(app) == before


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
        assert "needs a terminal of 80 by 24" in painted(app)
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


async def test_explaining_asks_how_much_and_what(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        item = meeting_of(app).view.question or "river"
        await press(pilot, "e")
        await press(pilot, "1")
        await press(pilot, "1")
        move = own_moves(app)[-1]
        assert isinstance(move, Explain)
        assert (move.item, move.importance) == (item, "high")
        assert move.option is not None


async def test_acknowledging_shows_three_difficulties(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "k")
        assert "The harvest decides the autumn" in painted(app)
        await press(pilot, "2")
        assert own_moves(app)[-1] == Acknowledge(item="river", number=2)


async def test_a_caucus_and_the_way_back(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "u")
        await press(pilot, "2")
        assert meeting_of(app).phase is Phase.CAUCUS
        assert "b returns to the table" in painted(app)
        await press(pilot, "4")
        assert "What they want" in shown(app)
        await press(pilot, "b")
        assert meeting_of(app).phase is Phase.TABLE


async def test_walking_out_asks_and_the_first_answer_is_no(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "W")
        await press(pilot, "enter")
        assert not meeting_of(app).view.recess_taken
        await press(pilot, "W")
        await press(pilot, "2")
        assert meeting_of(app).view.recess_taken


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


async def test_the_talk_shows_what_came_last_and_can_be_searched(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        for key in ("a", "down", "a", "down", "a", "up", "a"):
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


async def test_all_moves_in_one_list_with_cost_and_reason(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "space")
        assert "W  walk out" in painted(app)
        await press(pilot, "y")
        assert "nothing on the table" in message(app)
        await press(pilot, "space")
        await press(pilot, "down down enter")
        assert getattr(own_moves(app)[-1], "verb", "") == "ask"


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


@pytest.mark.parametrize("size", [(80, 24), (120, 30)])
async def test_what_they_answered_stands_in_sight_after_every_move(
    new_app: NewApp, size: tuple[int, int]
) -> None:
    app = new_app("japan", Path(__file__).parents[2] / "scenarios" / "seoul-summit.yaml")
    async with app.run_test(size=size) as pilot:
        await to_table(pilot)
        for key in ("a", "down", "a", "p 2 2 2 enter", "p 2 3 3 enter", "a"):
            await press(pilot, key)
            latest = meeting_of(app).latest
            theirs = [line for line in latest if line.speaker == "korea" and line.kind == "move"]
            if theirs and app.screen.query_one(Talk).is_on_screen:
                assert " ".join(theirs[0].text.split()[:3]) in painted(app)
                talk = app.screen.query_one(Talk)
                assert talk.scroll_y in (talk.max_scroll_y, first_line(talk, theirs[0].text))


async def test_a_typed_move_that_ends_the_meeting_is_asked_about(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await type_move(pilot, "conclude")
        assert isinstance(app.screen, Confirm)
        assert "Nothing is agreed" in shown(app)
        await press(pilot, "escape")
        assert meeting_of(app).phase is Phase.TABLE
        await type_move(pilot, "conclude")
        await press(pilot, "2")
        assert meeting_of(app).session.over


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
