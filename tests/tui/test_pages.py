"""Reading: the briefing, the debrief and what is written in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList, TabbedContent, TextArea

from game.summit.counterpart import Counterpart
from game.summit.delegation import Decision
from game.summit.moves import (
    Accept,
    Adopt,
    Conclude,
    Guess,
    Move,
    Open,
    Prepare,
    Press,
    Propose,
    Ready,
    Reflect,
)
from game.summit.session import Session
from game.tui.app import SidelinesApp
from game.tui.screens.debrief import GUESS, DebriefScreen
from game.tui.screens.title import TitleScreen
from game.tui.widgets.ranking import Ranking

from .conftest import SEOUL, SMALL, NewApp, NewSession
from .driving import meeting_of, message, own_moves, painted, press, shown, to_table


def page_count(app: SidelinesApp) -> int:
    """How many pages the debrief says that it has."""
    head = next(line for line in painted(app).splitlines() if "debrief " in line)
    return int(head.split(" of ")[1])


@pytest.fixture
def ended(new_session: NewSession) -> SidelinesApp:
    """An app at the debrief of a game in which a sheet was filed and nothing was agreed."""
    return at_its_end(
        new_session(),
        Prepare(own=(), theirs=("visas", "river", "trade"), first_offer=(), walk_away=10),
    )


def at_its_end(session: Session, *before: Move) -> SidelinesApp:
    """An app at the debrief of a game in which nothing was agreed."""
    for move in (
        *before,
        Ready(),
        Open(item="river"),
        Propose(terms=(("visas", "some"),)),
        Conclude(),
        Adopt(),
        Press(line="share"),
    ):
        session.play(move)
    assert session.over
    return SidelinesApp(session)


async def test_the_briefing_scrolls_and_turns_whatever_was_pressed_before(new_app: NewApp) -> None:
    app = new_app("japan", SEOUL)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab down pagedown space")
        assert app.screen.query("#brief VerticalScroll").first().scroll_y > 20
        await press(pilot, "right")
        assert app.screen.query_one(TabbedContent).active == "agenda"
        await press(pilot, "end")
        page = app.screen.query("#agenda VerticalScroll").first()
        assert page.scroll_y == page.max_scroll_y > 0
        await press(pilot, "home up left left")
        assert app.screen.query_one(TabbedContent).active == "record"
        await press(pilot, "escape")
        assert not isinstance(app.screen, TitleScreen)


async def test_the_guess_is_a_page_that_begins_with_the_sheet(ended: SidelinesApp) -> None:
    async with ended.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right")
        assert GUESS in painted(ended)
        await press(pilot, "right")
        assert "once more reads on" in message(ended)
        await press(pilot, "down shift+up enter")
        assert own_moves(ended)[-1] == Guess(theirs=("river", "visas", "trade"))
        assert GUESS not in painted(ended)
        assert "debrief 3 of" in painted(ended)
        await press(pilot, "left")
        assert "the river, Visas, Trade" in painted(ended)
        await press(pilot, "left")
        assert "How it ended" in painted(ended)


async def test_an_order_that_was_never_thought_of_is_no_guess(
    new_session: NewSession,
) -> None:
    app = at_its_end(new_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right enter")
        assert GUESS not in painted(app)
        assert not any(isinstance(move, Guess) for move in own_moves(app))


async def test_leaving_a_game_that_is_over_says_only_where_it_lies(ended: SidelinesApp) -> None:
    async with ended.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+q")
    assert ended.farewell == f"The game is saved: {meeting_of(ended).session.journal_path}"


async def test_the_guess_can_be_passed_over(ended: SidelinesApp) -> None:
    async with ended.run_test(size=(80, 24)) as pilot:
        count = page_count(ended)
        await press(pilot, "right right right")
        assert not ended.screen.query(Ranking) and page_count(ended) == count
        assert not any(isinstance(move, Guess) for move in own_moves(ended))
        await press(pilot, "escape")
        assert isinstance(ended.screen, DebriefScreen)


async def test_what_was_missed_stands_above_the_drawing_and_both_scroll(
    ended: SidelinesApp,
) -> None:
    async with ended.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right enter")
        while "What was left on the table" not in painted(ended):
            await press(pilot, "right")
        text = shown(ended)
        assert text.index("What was left") < text.index("The drawing:")
        await press(pilot, "end")
        assert "(underlined)" in painted(ended)
        assert "What was left on the table" not in painted(ended)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_reflection_has_its_field_in_sight_and_is_not_dropped_by_a_key(
    ended: SidelinesApp, size: tuple[int, int]
) -> None:
    async with ended.run_test(size=size) as pilot:
        await press(pilot, "r")
        field = ended.screen.query_one(TextArea)
        assert field.region.height >= 6 and field.region in ended.screen.region
        assert "ctrl+s: into the journal" in painted(ended)
        await press(pilot, "M o r e escape enter")
        assert ended.screen.query_one(TextArea).text == "More"
        await press(pilot, "ctrl+s")
        assert own_moves(ended)[-1] == Reflect(text="More")
        await press(pilot, "r o escape 2")
        assert isinstance(ended.screen, DebriefScreen)


async def test_the_debrief_is_written_out_beside_the_journal(
    ended: SidelinesApp, tmp_path: Path
) -> None:
    async with ended.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+e")
        assert "Written: north.md" in message(ended)
    text = (tmp_path / "north.md").read_text(encoding="utf-8")
    assert "## How it ended" in text and "## What was said" in text and "You open" in text
    assert GUESS not in text


async def test_escape_does_nothing_on_the_title() -> None:
    app = SidelinesApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark escape escape escape")
        assert isinstance(app.screen, TitleScreen) and app.is_running


async def test_the_title_begins_with_the_game_to_go_on_with(
    new_session: NewSession, data_folder: Path
) -> None:
    folder = data_folder / "journals"
    folder.mkdir()
    for name, moves in (
        ("over", (Ready(), Open(item="river"), Conclude())),
        ("begun", (Ready(), Open(item="river"))),
        ("unread", ()),
    ):
        session = new_session()
        for move in moves:
            session.play(move)
        session.close()
        assert session.journal_path is not None
        session.journal_path.rename(folder / f"{name}.jsonl")
    app = SidelinesApp()
    async with app.run_test(size=(80, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        listed = [str(option.prompt) for option in app.screen.query_one(OptionList).options]
        assert listed[0] == "Continue" and "at the table" in listed[1]
        assert "10 points" in listed[-1]
        assert not any("briefing" in entry for entry in listed)
        await press(pilot, "enter")
        assert meeting_of(app).session.journal_path == folder / "begun.jsonl"


def to_the_press(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A text is signed, and the other side will say that both have won."""
    session.play(Ready())
    session.play(Open(item="river"))
    answers = iter((Accept(), Adopt(), Press(line="share")))
    with monkeypatch.context() as patch:
        patch.setattr(Counterpart, "choose", lambda *_: Decision(next(answers)))
        for move in (Propose(terms=(("river", "gauge"), ("trade", "mid"))), Conclude(), Adopt()):
            session.play(move)
    return session


async def test_a_press_line_is_shown_by_its_figure_and_taken_by_enter_alone(
    new_session: NewSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = to_the_press(new_session(), monkeypatch)
    app = SidelinesApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Both leaders won" in painted(app), "the line that moves no home comes first to hand"
        for figure, told in (("1", "Not open. There is no clause"), ("3", "leave them the stage")):
            await press(pilot, figure)
            assert told in painted(app) and not session.over
        await press(pilot, "enter")
        assert own_moves(app)[-1] == Press(line="little") and session.over


async def test_a_press_line_that_loses_the_own_home_is_asked_about_first(
    new_session: NewSession, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "bare.yaml"
    text = SMALL.read_text(encoding="utf-8")
    path.write_text(text.replace("carries_at: 50", "carries_at: 52", 1), encoding="utf-8")
    session = to_the_press(new_session(path=path), monkeypatch)
    app = SidelinesApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3 enter")
        assert "Tell the press this?" in painted(app) and "with 2 less" in painted(app)
        await press(pilot, "escape")
        assert not session.over
        await press(pilot, "enter 2")
        assert own_moves(app)[-1] == Press(line="little") and session.over


async def test_an_item_is_shown_by_its_figure_and_opened_with_by_enter(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter 2")
        assert "Trade through the ports" in painted(app)
        await press(pilot, "9 enter")
        assert own_moves(app)[-1] == Open(item="trade")


async def test_a_typed_move_is_shown_by_an_item_of_this_summit(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await press(pilot, "down colon")
        assert "e.g. ask trade" in painted(app)
