"""A game on a file that is being edited."""

import os

import pytest

from game.scenario.library import UnusableError
from game.summit.events import Phase
from game.summit.notation import parse, write
from game.summit.rehearsal import ORDER, Rehearsal
from tests.scenario_files import SMALL, write_small


def save(path, text):
    """Writes the file with a moment of its own, so that the clock's grain does not matter."""
    later = path.stat().st_mtime_ns + 1_000_000_000
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(later, later))


def own_moves(session):
    return [write(r.move) for r in session.records if r.party == session.role]


@pytest.fixture
def path(tmp_path):
    return write_small(tmp_path)


@pytest.fixture
def rehearsal(path):
    made = Rehearsal(path, "south")
    for text in ("ready", "open trade", "ask trade", "propose river=share trade=mid"):
        made.session.play(parse(text))
    return made


def test_nothing_happens_until_the_file_is_saved(rehearsal):
    before = rehearsal.session
    assert not rehearsal.refresh() and rehearsal.session is before


def test_a_saved_file_keeps_the_moves_that_fit_and_says_which_do_not(rehearsal, path):
    assert "share:" in SMALL
    save(path, SMALL.replace("share", "divide"))
    assert rehearsal.refresh() and not rehearsal.broken
    assert own_moves(rehearsal.session) == ["ready", "open trade", "ask trade"]
    assert [write(one.move) for one in rehearsal.left_out] == ["propose river=share trade=mid"]


def test_new_points_keep_every_move(rehearsal, path):
    save(path, SMALL.replace("walk_away: ", "walk_away: 1", 1))
    kept = own_moves(rehearsal.session)
    assert rehearsal.refresh()
    assert own_moves(rehearsal.session) == kept and not rehearsal.left_out


def test_faults_leave_the_last_good_game_as_it_was(rehearsal, path):
    before = rehearsal.session
    save(path, SMALL.replace("points:", "pionts:"))
    assert rehearsal.refresh() and rehearsal.broken
    assert rehearsal.session is before
    save(path, SMALL)
    assert rehearsal.refresh() and not rehearsal.broken
    assert own_moves(rehearsal.session) == own_moves(before)


def test_a_file_that_is_gone_for_a_moment_changes_nothing(rehearsal, path):
    path.rename(path.with_suffix(".bak"))
    assert not rehearsal.refresh() and rehearsal.session is not None


def test_a_file_with_faults_from_the_start_is_waited_for(path):
    save(path, "title: [")
    made = Rehearsal(path)
    assert made.session is None and made.broken
    save(path, SMALL)
    assert made.refresh() and made.session is not None


def test_what_cannot_be_rehearsed_is_said(tmp_path, path):
    with pytest.raises(UnusableError, match="sidelines new"):
        Rehearsal(tmp_path / "none.yaml")
    with pytest.raises(UnusableError, match="north, south"):
        Rehearsal(path, "east")


@pytest.mark.parametrize("phase", ORDER)
def test_one_can_jump_to_any_phase_and_back(rehearsal, phase):
    rehearsal.jump_to_phase(Phase.DEBRIEF)
    assert rehearsal.session.over
    rehearsal.jump_to_phase(phase)
    assert rehearsal.session.summit.phase is phase


def test_one_can_jump_to_a_minute_and_back_to_an_earlier_one(rehearsal):
    rehearsal.jump_to_minute(12)
    assert rehearsal.session.minute >= 12
    rehearsal.jump_to_minute(1)
    assert 1 <= rehearsal.session.minute < 12
    assert own_moves(rehearsal.session)[:2] == ["ready", "open trade"]


def test_the_other_chair_begins_again(rehearsal):
    rehearsal.restart("north")
    assert rehearsal.session.role == "north" and own_moves(rehearsal.session) == []
