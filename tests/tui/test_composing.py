"""Composing: a package, several, and what stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.summit.counterpart import Counterpart
from game.summit.delegation import Decision
from game.summit.events import Advised
from game.summit.moves import Accept, Choices, Decline, Grounds, Move, Propose, Reason
from game.tui.app import SidelinesApp
from game.tui.screens.compose import ComposeScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.board import Board

from .conftest import SEOUL, SMALL, NewApp
from .driving import meeting_of, message, own_moves, painted, press, shown, to_table


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
        assert theirs.pop("trade") == "free", "which north can never sign"
        assert meeting_of(app).basket.package == theirs
        assert "not taken: Trade." in message(app)


async def test_what_the_delegation_advised_can_be_taken_over(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p a")
        assert "advised no package" in message(app) and "a as advised" not in painted(app)
        await press(pilot, "escape u 2 b p a")
        advised = next(e for e in meeting_of(app).session.log if isinstance(e, Advised))
        assert meeting_of(app).basket.package == dict(advised.package) != {}
        assert "a as advised" in painted(app)


async def test_an_empty_package_is_named_and_not_silently_dropped(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        before = own_moves(app)
        await press(pilot, "c 1 2 enter")
        assert own_moves(app) == before
        assert "Package 2 is empty" in message(app)
        await press(pilot, "plus home 3")
        assert [len(package) for package in meeting_of(app).basket.packages] == [2, 2]
        await press(pilot, "backspace escape p")
        assert "A package" in shown(app)


async def test_the_clause_of_what_was_picked_stays_in_sight(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1")
        assert isinstance(app.screen, ComposeScreen) and app.screen.item == "trade"
        assert "agreed to share the waters by season" in painted(app)


@pytest.mark.parametrize("width", [80, 120])
async def test_points_stand_beside_their_wording(width: int, new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(width, 40)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 enter")
        row = next(line for line in painted(app).splitlines() if "Share by season" in line)
        assert " 10 Share by season" in row


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_move_shifts_a_column(size: tuple[int, int], new_app: NewApp) -> None:
    app = new_app("japan", SEOUL)
    async with app.run_test(size=size) as pilot:
        await to_table(pilot)
        before = head_line(app)
        await press(pilot, "p 3 3 3 3 3 2")
        assert head_line(app).replace("this package", "we say      ") == before
        await press(pilot, "enter")
        assert meeting_of(app).view.offer is not None
        assert head_line(app) == before


async def test_what_items_bring_together_stands_below_the_column_of_points(
    new_app: NewApp, tmp_path: Path
) -> None:
    linked = tmp_path / "linked.yaml"
    link = "links:\n  - {when: {agreed: {river: share, trade: mid}}, points: {north: 3}}\n"
    linked.write_text(SMALL.read_text(encoding="utf-8") + link, encoding="utf-8")
    app = new_app("north", linked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1")
        assert "together" not in painted(app)
        await press(pilot, "2")
        assert sum_line(app).split() == ["1", "+", "2", "together", "+3"]
        worth = str(app.screen.query_one("#worth").render())
        assert "25 points (+3 for the river and Trade together; walk-away 10)" in worth
        await press(pilot, "enter")
        assert sum_line(app).split()[:5] == ["1", "+", "2", "together", "+3"]


async def test_a_sum_that_comes_with_their_offer_is_painted_without_a_scrollbar(
    new_app: NewApp,
) -> None:
    app = new_app("korea", SEOUL)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 3 3 3 3 3 2 enter")
        assert sum_line(app).split() == ["1", "+", "3", "together", "+1"]
        board = app.screen.query_one(Board)
        assert not (board.show_horizontal_scrollbar or board.show_vertical_scrollbar)


def head_line(app: SidelinesApp) -> str:
    """The line of the board that names its columns."""
    return next(line for line in painted(app).splitlines() if "they say" in line)


def sum_line(app: SidelinesApp) -> str:
    """The line of the board on what two items bring together."""
    return next(line for line in painted(app).splitlines() if "together " in line)


async def test_an_item_that_the_ministers_have_shows_what_it_counts(
    new_app: NewApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1 2 1 enter")
        monkeypatch.setattr(Counterpart, "choose", lambda *_: Decision(Accept()))
        await press(pilot, "d 1 2")
        assert meeting_of(app).view.handed == ("river",)
        row = next(line for line in painted(app).splitlines() if "The river" in line)
        assert row.count(" 2 To the ministers") == 2 and "10" not in row
        assert "agreed so far 2 points" in painted(app)


@pytest.mark.parametrize(
    "answer",
    [
        Decline(nearer=2),
        Propose(terms=(("river", "gauge"),), grounds=(Grounds(Reason.NEARER, number=2),)),
    ],
)
async def test_of_a_choice_what_they_called_nearer_is_what_we_said(
    new_app: NewApp, monkeypatch: pytest.MonkeyPatch, answer: Move
) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        monkeypatch.setattr(Counterpart, "choose", lambda *_: Decision(answer))
        await press(pilot, "c 1 + up 2 enter")
        first, second = own_moves(app)[-1].packages
        await press(pilot, "p o")
        assert tuple(meeting_of(app).basket.package.items()) == second != first


async def test_what_is_too_long_is_cut_with_a_sign_and_keeps_its_arrows(new_app: NewApp) -> None:
    app = new_app("egypt", SEOUL.with_name("camp-david.yaml"))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "p 1")
        assert "◂In one year, with the airfields▸" in painted(app) or "…▸" in painted(app)
        await press(pilot, "enter")
        assert all(line.endswith(" ") for line in painted(app).splitlines()[4:11])


async def test_turning_to_a_package_begins_at_its_first_item(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "c 1 2 1 tab")
        assert isinstance(app.screen, ComposeScreen)
        assert app.screen.item == "river"
        await press(pilot, "2")
        assert meeting_of(app).basket.packages[1] == {"river": "gauge"}
