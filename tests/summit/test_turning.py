"""The moment a meeting turned, and games that are taken up again."""

import pytest

from game.analysis.variants import vary
from game.summit.bots import HardLiner, Integrative
from game.summit.debrief import score
from game.summit.journal import JournalError, read_journal
from game.summit.notation import write
from game.summit.session import Session, moments, replay
from game.summit.turning import LASTING, Outlook, course_of, largest_lasting_loss, outlooks
from tests.scenario_files import SMALL, small_scenario
from tests.summit.test_session import finish, play_all, start


def played(bot, role="south", seed=3):
    session = Session.start(small_scenario(), text=SMALL, name="small", role=role, seed=seed)
    while not session.over:
        session.play(bot.choose(session.view()).move)
    return session


def outlook(score, number=0):
    return Outlook(number, 0, (0, 0), score, ())


@pytest.mark.parametrize(
    ("scores", "at"),
    [
        ([800, 800, 300, 300], 1),
        ([800, 0, 0, 780], None),  # what was lost is made good again
        ([400, 800, 790, 760], None),
        ([500, 900, 400, 600, 0], 3),
        ([0], None),
    ],
)
def test_the_turn_is_the_largest_loss_that_lasts(scores, at):
    found = largest_lasting_loss([outlook(s, n) for n, s in enumerate(scores)], LASTING)
    assert (found.before.number if found else None) == at


@pytest.mark.parametrize("role", ["north", "south"])
def test_a_good_negotiators_meeting_does_not_turn(role):
    session = played(Integrative(), role)
    found = outlooks(session)
    assert found[0].score == score(session.summit.state, role) > 0
    assert len({outlook.score for outlook in found}) == 1
    assert course_of(session).turn is None


@pytest.mark.parametrize("role", ["north", "south"])
def test_a_hard_liners_meeting_turns_at_a_move_of_his(role):
    session = played(HardLiner(), role)
    found = course_of(session).turn
    if score(session.summit.state, role) == 0:
        assert found is not None
        assert session.records[found.before.number].party == role
        assert found.before.score >= found.after.score + LASTING
        assert found.before.number < found.after.number
    else:
        assert found is None or found.before.score > score(session.summit.state, role)


def test_looking_for_the_turn_leaves_the_game_as_it_is():
    session = played(HardLiner())
    records, state = list(session.records), session.summit.state
    outlooks(session)
    assert session.records == records and session.summit.state is state


@pytest.mark.parametrize("variant", [0, 4])
def test_a_game_taken_up_again_names_its_parent_and_goes_its_own_way(tmp_path, variant):
    session = Session.start(
        small_scenario(),
        text=SMALL,
        name="small",
        role="south",
        seed=3,
        variant=variant,
        journal=tmp_path / "game.jsonl",
    )
    play_all(session)
    finish(session)
    session.close()
    before = (tmp_path / "game.jsonl").read_bytes()
    journal = read_journal(tmp_path / "game.jsonl")
    number = moments(journal.records, "south")[3]
    branch = Session.branch(journal, number, tmp_path / "again.jsonl")
    assert branch.head.parent == f"{journal.digest}:{number}"
    assert branch.scenario == vary(small_scenario(), variant)
    assert [write(r.move) for r in branch.records] == [
        write(r.move) for r in journal.records[:number]
    ]
    assert "south" in branch.summit.to_act()
    finish(branch)
    branch.close()
    taken = read_journal(tmp_path / "again.jsonl")
    assert taken.edited_at is None and taken.head.parent == branch.head.parent
    assert replay(taken)[1] is None
    assert (tmp_path / "game.jsonl").read_bytes() == before


def test_a_game_is_not_taken_up_where_the_student_made_no_move(tmp_path):
    session = start(tmp_path)
    play_all(session)
    session.close()
    journal = read_journal(tmp_path / "game.jsonl")
    theirs = next(n for n, r in enumerate(journal.records) if r.party == "north")
    for number in (theirs, 999):
        with pytest.raises(JournalError):
            Session.branch(journal, number, tmp_path / "again.jsonl")
    assert not (tmp_path / "again.jsonl").exists()
