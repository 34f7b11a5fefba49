"""A game on a file that is being edited."""

import os

import pytest

from game.scenario.library import UnusableError, shipped_folder
from game.summit.events import Phase
from game.summit.mind import Mind
from game.summit.notation import parse, write
from game.summit.rehearsal import GOALS, ORDER, Rehearsal
from game.wording import backstage
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


def test_a_jump_keeps_the_moves_before_its_goal(rehearsal):
    played = [record.move for record in rehearsal.session.records]
    rehearsal.jump_to_phase(Phase.DEBRIEF)
    rehearsal.jump_to_phase(Phase.TABLE)
    kept = [record.move for record in rehearsal.session.records]
    assert own_moves(rehearsal.session) == ["ready", "open trade"] and kept == played[: len(kept)]


@pytest.mark.parametrize("phase", GOALS)
def test_every_goal_says_whether_it_was_reached(rehearsal, phase):
    assert rehearsal.jump_to_phase(phase)
    assert rehearsal.session.summit.phase is phase
    rehearsal.jump_to_phase(Phase.DEBRIEF)
    assert not rehearsal.jump_to_minute(500)


def test_to_a_caucus_and_an_aside_one_goes_from_where_the_table_stands(rehearsal):
    moves = own_moves(rehearsal.session)
    assert rehearsal.jump_to_phase(Phase.CAUCUS)
    assert own_moves(rehearsal.session) == [*moves, "caucus"]
    assert rehearsal.jump_to_phase(Phase.ASIDE)
    assert own_moves(rehearsal.session)[: len(moves)] == moves


def test_the_other_chair_takes_over_the_game_as_it_was_played(rehearsal):
    played = [(r.party, write(r.move)) for r in rehearsal.session.records]
    last = max(n for n, (party, _) in enumerate(played) if party == "south")
    rehearsal.change_chair()
    session = rehearsal.session
    assert session.role == "north" and "north" in session.summit.to_act()
    # The computer's last answer is taken back: it is the player's to give.
    assert [(r.party, write(r.move)) for r in session.records] == played[: last + 1]
    assert played[last][1].startswith("propose") and session.view().offer is not None


@pytest.mark.parametrize("phase", GOALS)
def test_the_other_chair_can_be_taken_in_every_phase(rehearsal, phase):
    rehearsal.jump_to_phase(phase)
    rehearsal.change_chair()
    session = rehearsal.session
    assert session.role == "north" and (session.over or "north" in session.summit.to_act())
    if phase not in (Phase.CAUCUS, Phase.ASIDE):
        assert session.summit.phase is phase


def test_a_move_left_out_for_a_slip_comes_back_when_the_slip_is_mended(rehearsal, path):
    kept = own_moves(rehearsal.session)
    save(path, SMALL.replace("share", "divide"))
    assert rehearsal.refresh() and rehearsal.left_out
    save(path, SMALL)
    assert rehearsal.refresh() and not rehearsal.left_out
    assert own_moves(rehearsal.session) == kept


def test_a_move_left_out_stays_out_once_the_game_has_gone_on(rehearsal, path):
    save(path, SMALL.replace("share", "divide"))
    assert rehearsal.refresh()
    assert rehearsal.session.undo()
    save(path, SMALL)
    assert rehearsal.refresh()
    assert own_moves(rehearsal.session) == ["ready", "open trade"]


def test_another_answer_of_the_computer_is_told(rehearsal, path):
    assert rehearsal.answered is None
    save(path, SMALL.replace("minutes: ", "minutes: 1") if "minutes: " in SMALL else SMALL)
    before = list(rehearsal.session.records)
    values = [part.split(maxsplit=1)[0] for part in SMALL.split("walk_away: ")[1:]]
    save(path, SMALL.replace(f"walk_away: {values[0]}", "walk_away: 33", 1))
    assert rehearsal.refresh() and not rehearsal.broken
    told = rehearsal.answered
    assert told is not None, "a walk-away value of 33 must change what North answers"
    assert told.party == "north" and told.recorded == write(before[told.number - 1].move)
    assert told.computed == write(rehearsal.session.records[told.number - 1].move)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "[" * 5000,
        "a: &a [*a]",
        "title: \x1b[31m",
        SMALL.replace("agenda:", "agenda: {}\nother:"),
        SMALL.replace("south", "south_west"),
        SMALL.replace("river", "stream"),
        SMALL[: len(SMALL) // 2],
    ],
)
def test_nothing_that_is_saved_can_break_the_rehearsal(rehearsal, path, text):
    save(path, text)
    assert rehearsal.refresh()
    assert rehearsal.session is not None
    assert backstage.weighing(rehearsal.session) and backstage.read_again(rehearsal)
    save(path, SMALL)
    assert rehearsal.refresh() and not rehearsal.broken


def test_a_file_of_other_bytes_is_a_fault(rehearsal, path):
    later = path.stat().st_mtime_ns + 1_000_000_000
    path.write_bytes(b"\xff\xfe\x00\xd8 title")
    os.utime(path, ns=(later, later))
    assert rehearsal.refresh() and rehearsal.broken and rehearsal.session is not None


def test_a_campaign_is_no_file_to_rehearse():
    with pytest.raises(UnusableError, match="campaign"):
        Rehearsal(shipped_folder() / "five-meetings.yaml")


def test_what_the_computer_reckons_with_is_true(rehearsal):
    told = "\n".join(backstage.weighing(rehearsal.session))
    mind = Mind(rehearsal.session.summit.view("north"), rehearsal.session.counterpart.manner)
    assert f"holds out for {mind.aspiration} points" in told and f"{mind.fair} it refuses" in told
    rehearsal.jump_to_phase(Phase.DEBRIEF)
    assert "holds out for" not in "".join(backstage.weighing(rehearsal.session)).split("minute")[0]
