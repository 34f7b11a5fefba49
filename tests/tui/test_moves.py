"""What each key of the table does, and what it says where its move is not open."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from game.summit.events import Phase
from game.summit.moves import Acknowledge, Ask, Decline, Explain, Link
from game.tui.screens.dialogs import Choice, Choose
from game.tui.screens.table import TableScreen
from game.tui.widgets.board import Board

from .conftest import NewApp
from .driving import (
    floor,
    foot,
    meeting_of,
    message,
    own_moves,
    painted,
    press,
    shown,
    to_table,
    type_move,
)


async def test_the_footer_puts_what_is_closed_in_brackets(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        assert "(" not in foot(app)
        await press(pilot, "u 2")
        assert "(p propose  c choices  a ask" in foot(app)
        assert floor(app).endswith("   b back")


@pytest.mark.parametrize(("width", "rows"), [(80, 2), (120, 1), (160, 1)])
async def test_the_footer_is_one_bar_where_there_is_room(
    width: int, rows: int, new_app: NewApp
) -> None:
    app = new_app()
    async with app.run_test(size=(width, 40)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 1 enter")
        drawn = foot(app).splitlines()
        assert len(drawn) == rows and app.screen.query_one("#footer").size.height == rows
        assert drawn[-1].endswith("? help  q leave ") and len(drawn[-1]) == width


async def test_an_answer_is_named_only_while_there_is_something_to_answer(
    new_app: NewApp,
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        assert not floor(app)
        await press(pilot, "p 1 2 1 enter")
        assert meeting_of(app).view.offer is not None
        assert "n decline" in floor(app) and "decline" not in foot(app)
        lines = painted(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "n decline" in line)
        await pilot.click(offset=(lines[row].index("decline"), row))
        assert isinstance(app.screen, Choose), "it can be clicked on"


async def test_linking_two_items(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        before = own_moves(app)
        await press(pilot, "l 2 2 1")
        assert own_moves(app) == before
        sentence = "We can move to “Gauge first” on the river, if you can move to “Lower dues”"
        assert sentence in " ".join(shown(app).split())
        await press(pilot, "enter")
        assert own_moves(app)[-1] == Link(give=("river", "gauge"), want=("trade", "low"))


async def test_an_option_that_is_off_limits_says_so_wherever_it_is_asked_for(
    new_app: NewApp,
) -> None:
    app = new_app("north")
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        assert isinstance(app.screen, TableScreen)
        notes = {choice.value: choice.note for choice in app.screen.options("trade")}
        assert notes["free"] == "our red line"
        assert notes["mid"].startswith("12 points to us")


async def test_an_aside_holds_to_its_item_wherever_the_cursor_is(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "s 2 down")
        assert meeting_of(app).phase is Phase.ASIDE
        before = own_moves(app)
        await press(pilot, "a")
        assert own_moves(app) == before
        assert "the river" in message(app)
        await press(pilot, "up a")
        assert own_moves(app)[-1] == Ask(item="river")


async def test_a_decline_names_items_by_their_numbers_on_the_board(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 1 enter")
        await press(pilot, "n")
        assert "0 Just decline" in painted(app)
        await press(pilot, "2")
        move = own_moves(app)[-1]
        assert isinstance(move, Decline) and move.item == "trade"


async def test_what_a_key_answered_goes_with_the_next_key(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        for key in ("3", "z", "p escape"):
            await press(pilot, "y")
            assert "nothing on the table" in message(app)
            await press(pilot, key)
            assert "nothing on the table" not in message(app)


async def test_undo_is_told_after_a_move(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "a")
        assert "^z takes your move back" in message(app)
        await press(pilot, "down")
        assert "^z" not in message(app)


async def test_an_enlarged_pane_scrolls_by_the_arrows(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "a a a e 1 1 3 z")
        dossier = app.screen.query_one("#dossier")
        await press(pilot, "2 up")
        talk = app.screen.query_one("#talk")
        assert talk.has_focus and not dossier.has_focus
        assert talk.scroll_y < talk.max_scroll_y
        await press(pilot, "z down")
        assert app.screen.query_one(Board).item == "trade"


async def test_a_click_on_ask_asks_for_the_item(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        before = own_moves(app)
        await pilot.click("#footer", offset=(foot(app).index("a ask") + 1, 0))
        await pilot.pause()
        assert own_moves(app) == before
        await press(pilot, "2")
        assert own_moves(app)[-1] == Ask(item="trade")


async def test_a_click_on_the_name_of_a_pane_brings_it_up(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        rows = painted(app).splitlines()
        row = next(n for n, line in enumerate(rows) if "4 Notes" in line)
        await pilot.click(offset=(rows[row].index("4 Notes") + 2, row))
        await pilot.pause()
        assert isinstance(app.screen, TableScreen) and app.screen.pane == "notes"
        assert "What we know of South" in painted(app)


async def test_copying_says_so(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await to_table(pilot)
        app.screen.text_select_all()
        await press(pilot, "ctrl+c")
        assert "You open" in app.clipboard
        assert any(note.message == "Copied." for note in app._notifications)


@pytest.mark.parametrize(
    "keys, move", [("C", "conclude"), ("W", "walkout")], ids=["conclude", "walkout"]
)
async def test_a_key_and_a_typed_move_ask_in_the_same_words(
    new_app: NewApp, keys: str, move: str
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        if move == "walkout":
            await type_move(pilot, move)  # the first is a recess
        await press(pilot, keys)
        asked = app.screen.query_one(".dialog-text", Static).visual
        await press(pilot, "escape")
        await type_move(pilot, move)
        assert f"{app.screen.query_one('.dialog-text', Static).visual}" == f"{asked}" != ""


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
        meeting = meeting_of(app)
        said = next(line.text for line in meeting.lines if "must be hard" in line.text)
        assert meeting.difficulties("river")[1] in said


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


async def test_what_is_not_open_away_from_the_table_says_how_to_get_back(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "s 2 k 1")
        assert "k acknowledge)" in foot(app) and "k acknowledges" not in shown(app)
        await press(pilot, "b u 2 p")
        assert "b returns to the table first" in message(app)
        await press(pilot, "b")
        await type_move(pilot, "give them the river")
        assert "“give” is not a move. Moves are propose" in message(app)


async def test_an_answer_without_a_key_is_chosen_by_arrow_and_enter(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        answers: list[object] = []
        choices = [Choice(number, f"Moment {number}") for number in range(1, 13)]
        app.push_screen(Choose("Take it up again", "", choices), answers.append)
        await pilot.pause()
        assert "↑↓ and enter" in painted(app)
        await press(pilot, "end up enter")
        assert answers == [11]
