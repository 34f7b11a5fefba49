"""The parts: running text, the board, packages, completion, drawings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection

from game.scenario.words import SILENCE
from game.summit.events import ItemState
from game.summit.moves import Choices, Propose
from game.tui.packages import Basket
from game.tui.text import cell, first_paragraph, scrubbed, shortened
from game.tui.typed import completed
from game.tui.widgets.audiences import bar_row
from game.tui.widgets.board import Board
from game.tui.widgets.braille import Canvas
from game.tui.widgets.folio import Folio, Paragraph
from game.tui.widgets.papers import unbroken
from game.tui.widgets.plots import Mark, Scale, SpacePlot
from game.tui.widgets.rows import Row
from game.tui.widgets.talk import paragraphs
from game.wording.lines import Line
from game.wording.names import Names

from .conftest import NewSession

WIDE = st.text(alphabet="ab 서울정상회담首脳会談", max_size=40)


# --- text -------------------------------------------------------------------------------------


@given(WIDE, st.integers(1, 30))
def test_a_cell_has_its_width_whatever_the_script(text: str, width: int) -> None:
    assert cell_len(cell(text, width).plain) == width


@given(WIDE, st.integers(12, 60))
def test_wrapped_lines_never_run_over_the_edge(text: str, width: int) -> None:
    folio = Folio(4)
    folio.show([Paragraph(Content(text), Content("12′")), Paragraph(Content("end"))])
    assert all(line.cell_length <= width for line in folio.lines(width))
    letters = "".join(line.plain for line in folio.lines(width)).replace(" ", "")
    assert letters == f"12′{text}end".replace(" ", "")


def test_what_is_pasted_has_no_control_characters() -> None:
    assert scrubbed("ask\x1b[31m river\r\n\x07 now") == "ask [31m river now"


def test_a_first_paragraph_is_cut_after_a_sentence_or_a_word() -> None:
    assert first_paragraph("One two\nthree.\n\nFour.", 40) == "One two three."
    assert first_paragraph("One two three", 9) == "One two …"
    assert first_paragraph("One two. Three four five.", 15) == "One two."


class FolioApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Folio(3, id="folio")


async def test_text_can_be_selected_as_it_is_set() -> None:
    app = FolioApp()
    async with app.run_test(size=(20, 6)) as pilot:
        folio = app.query_one(Folio)
        folio.show([Paragraph(Content("one two three four five six"), Content("9′"))])
        await pilot.pause()
        assert folio.size.height > 1
        selected = folio.get_selection(Selection(Offset(3, 0), Offset(10, 0)))
        assert selected[0] == "one two"
        everything = folio.get_selection(Selection(None, None))
        assert "six" in everything[0]


@pytest.mark.parametrize(
    "width, short",
    [
        (30, "A free vote of the Knesset…"),
        (24, "A free vote…"),
        (11, "A free…"),
        (4, "A f…"),
    ],
)
def test_a_wording_is_cut_after_a_word_that_says_something(width: int, short: str) -> None:
    assert shortened("A free vote of the Knesset, soon", width).plain == short
    assert shortened("A free vote", 11).plain == "A free vote"
    assert shortened("Both authorities inspect", 16).plain == "Both authoritie…"


@given(WIDE, st.integers(1, 30))
def test_a_shortened_text_has_its_room(text: str, width: int) -> None:
    assert cell_len(shortened(text, width).plain) <= width


def test_places_in_the_text_and_lines_answer_each_other() -> None:
    folio = Folio(2)
    folio.show([Paragraph(Content("word " * n), space=n > 1) for n in range(1, 12)])
    for width in (12, 30, 77):
        for number in range(11):
            assert folio.paragraph_at(folio.line_of(number, width), width) == number


# --- talk -------------------------------------------------------------------------------------


def test_remarks_of_the_record_run_together_and_speech_is_named(
    new_session: NewSession,
) -> None:
    names = Names(new_session().scenario)
    lines = [
        Line("move", 3, "You ask.", "north"),
        Line("speech", 5, "Water is water.", "south"),
        Line("system", 5, "One."),
        Line("system", 5, "Two."),
        Line("news", 6, "Rain."),
    ]
    found = [paragraph.body.plain for paragraph in paragraphs(lines, names, "north")]
    assert found == ["You ask.", "The President  “Water is water.”", "· One. Two.", "◆ Rain."]
    margins = [p.margin.plain for p in paragraphs(lines, names, "north")]
    assert margins == ["3′", "5′", "", "6′"]


# --- the board --------------------------------------------------------------------------------


class BoardApp(App[None]):
    CSS = "Board { height: auto; } .board--cursor { text-style: bold; }"

    def compose(self) -> ComposeResult:
        yield Board(id="board")


async def test_the_board_keeps_its_columns_with_wide_characters() -> None:
    rows = tuple(
        Row(title, title, True, "주한미군 훈련", "12", "首脳会談", "−3", ItemState.NARROWED)
        for title in ("Missiles", "拉致問題", "미사일")
    )
    app = BoardApp()
    async with app.run_test(size=(80, 10)) as pilot:
        board = app.query_one(Board)
        board.show(rows)
        await pilot.pause()
        lines = [board.render_line(y) for y in range(4)]
        places = set()
        for line in lines[1:]:
            assert line.cell_length == 80
            text = line.text
            places.add(cell_len(text[: text.index("narrowed")]))
        assert len(places) == 1


async def test_the_cursor_stays_on_the_board() -> None:
    rows = tuple(Row(n, n, False, "–", "", "–", "", ItemState.UNTOUCHED) for n in "abc")
    app = BoardApp()
    async with app.run_test(size=(80, 10)) as pilot:
        board = app.query_one(Board)
        board.show(rows)
        await pilot.pause()
        board.focus()
        await pilot.press("up", "down", "down", "down", "down")
        assert board.item == "c"
        board.go_to("b")
        assert board.item == "b"


# --- packages ---------------------------------------------------------------------------------


def test_the_wheel_of_an_item_goes_round_and_may_leave_it_out() -> None:
    basket = Basket()
    seen = []
    for _ in range(4):
        basket.step("a", ("x", "y"), 1)
        seen.append(basket.package.get("a"))
    assert seen == ["x", "y", SILENCE, None]
    basket.step("a", ("x", "y"), -1)
    assert basket.package == {"a": SILENCE}


def test_packages_become_a_proposal_or_choices_in_the_order_of_the_agenda(
    new_session: NewSession,
) -> None:
    view = new_session().view()
    basket = Basket()
    assert basket.move(view) == Propose(terms=())
    basket.put("visas", "some")
    basket.put("river", "share")
    one = (("river", "share"), ("visas", "some"))
    assert basket.move(view) == Propose(terms=one)
    assert basket.add() and basket.add() and not basket.add()
    basket.put("river", "all")
    basket.packages[1].clear()
    assert basket.move(view) == Choices(packages=(one, (("river", "all"), ("visas", "some"))))
    basket.drop()
    basket.drop()
    basket.drop()
    assert basket.empty and len(basket.packages) == 1


# --- typing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("as", "ask"),
        ("ask ri", "ask river"),
        ("propose ri", "propose river="),
        ("propose river=g", "propose river=gauge"),
        ("propose river=share tr", "propose river=share trade="),
        ("explain river hi", "explain river high"),
        ("explain river high al", "explain river high all"),
        ("brief river lo", "brief river lower"),
        ("press s", "press share"),
        ("propose visas=ma", None),
        ("xyz ", None),
    ],
)
def test_completion_knows_verbs_items_and_what_is_on_the_menu(
    typed: str, whole: str | None, new_session: NewSession
) -> None:
    session = new_session()
    verbs = ("ask", "accept", "propose", "explain", "brief", "press")
    assert completed(typed, verbs, session.view()) == whole


# --- drawings ---------------------------------------------------------------------------------


@given(st.integers(0, 39), st.integers(0, 39))
def test_every_dot_of_the_canvas_can_be_set(x: int, y: int) -> None:
    canvas = Canvas(20, 10)
    canvas.dot(x, y, "red")
    rows = [canvas.row(number).plain for number in range(10)]
    drawn = [(r, c) for r, row in enumerate(rows) for c, sign in enumerate(row) if sign != " "]
    assert drawn == [(9 - y // 4, x // 2)]
    assert bin(ord(rows[9 - y // 4][x // 2]) - 0x2800).count("1") == 1


@given(st.tuples(st.integers(0, 19), st.integers(0, 19)), st.tuples(st.integers(0, 19),
       st.integers(0, 19)))  # fmt: skip
def test_a_line_joins_its_ends_without_gaps(start: tuple[int, int], end: tuple[int, int]) -> None:
    found: list[tuple[int, int]] = []

    class Watched(Canvas):
        def dot(self, x: int, y: int, style: str) -> None:
            found.append((x, y))

    Watched(10, 5).line(start, end, "")
    assert found[0] == start and found[-1] == end
    assert all(max(abs(a - c), abs(b - d)) == 1 for (a, b), (c, d) in pairwise(found))


def test_marks_stay_on_the_canvas_and_above_the_dots() -> None:
    canvas = Canvas(6, 2)
    canvas.line((0, 0), (11, 0), "")
    canvas.mark(11, 0, "17", "bold")
    assert canvas.row(1).plain.endswith("17")


def test_figures_that_would_touch_move_apart() -> None:
    canvas = Canvas(12, 1)
    canvas.mark(8, 0, "12", "")
    canvas.mark(10, 0, "10", "")
    assert canvas.row(0).plain.split() in (["12", "10"], ["10", "12"])


def test_the_scale_keeps_corners() -> None:
    scale = Scale((-5, 0), (10, 20), (31, 41))
    assert scale.dot((-5, 0)) == (0, 0)
    assert scale.dot((10, 20)) == (30, 40)


class PlotApp(App[None]):
    def compose(self) -> ComposeResult:
        yield SpacePlot(
            "North",
            "South",
            [(10, 50), (30, 40), (50, 10)],
            (20, 20),
            [Mark((12, 30), "1", ""), Mark((30, 40), "N", ""), Mark((25, 25), "X", "")],
        )


async def test_the_space_shows_every_sign_and_explains_it() -> None:
    app = PlotApp()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        plot = app.query_one(SpacePlot)
        lines = [line.plain for line in plot.lines()]
        drawing = "\n".join(lines[1:-2])
        assert all(sign in drawing for sign in ("1", "N", "X"))
        assert "South's points" in lines[0] and "North's points" in "".join(lines[-3:])
        assert "walk-away" in lines[-1] + lines[-2]
        assert len(lines) <= 20 and max(cell_len(line) for line in lines) <= 80
        y = {
            sign: next(n for n, line in enumerate(lines[1:], 1) if sign in line[6:])
            for sign in "NX"
        }
        assert y["N"] < y["X"]


def test_a_home_that_falls_short_is_marked_by_a_sign() -> None:
    assert "✗ needs 40" in bar_row("Farmers", 31, 40).plain
    assert "✗" not in bar_row("Farmers", 41, 40, before=38).plain
    assert "was 38" in bar_row("Farmers", 41, 40, before=38).plain
    assert bar_row("Farmers", -21, 40, before=-3).plain.endswith("   0  ✗ needs 40")


def test_the_name_of_an_audience_is_never_cut() -> None:
    name = "the communications ministry and the users of LINE"
    first, second = bar_row(name, 48, 36, weight=2, width=30).plain.splitlines()
    assert first.startswith("the communications ministry") and "needs 36" in first
    assert second.strip() == "and the users of LINE"


def test_a_mark_stands_whole_on_its_line() -> None:
    parts = [Content("Share by season"), Content("17 points, home +3"), Content("← they said")]
    assert unbroken(parts, 60).plain == "Share by season  17 points, home +3  ← they said"
    assert unbroken(parts, 40).plain == "Share by season  17 points, home +3\n← they said"
    assert unbroken(parts, 30).plain == "Share by season\n17 points, home +3\n← they said"
