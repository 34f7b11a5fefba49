"""Sessions: the journal before the eyes, resume, undo, replay; and a counterpart that is fair."""

import json
import random
from dataclasses import replace

import pytest

from game.summit.counterpart import Counterpart
from game.summit.journal import JournalError, Record, read_journal
from game.summit.moves import Refuse
from game.summit.notation import parse, write
from game.summit.session import Session, replay
from game.summit.summit import Summit
from tests.scenario_files import SMALL, small_scenario

MOVES = [
    "ready",
    "open trade",
    "ask trade",
    "explain river high gauge",
    "propose river=share trade=mid",
    "propose river=gauge trade=low",
    "caucus",
    "back",
    "note",
]


def start(tmp_path, role="south", seed=3, name="game.jsonl"):
    return Session.start(
        small_scenario(),
        text=SMALL,
        name="small",
        role=role,
        seed=seed,
        journal=tmp_path / name,
    )


def play_all(session, moves=MOVES):
    for text in moves:
        session.play(parse(text))


def finish(session):
    """Brings a game to its end with the plainest moves that are open."""
    for _ in range(60):
        if session.over:
            return
        openings = session.summit.openings(session.role)
        for text in ("accept", "adopt", "press share", "conclude", "back", "ready", "open river"):
            if openings.get(text.split()[0], "no") is None:
                session.play(parse(text))
                break
    assert session.over


def test_every_move_is_on_disk_before_it_is_shown(tmp_path):
    session = start(tmp_path)
    path = session.journal_path
    for text in MOVES:
        session.play(parse(text))
        on_disk = read_journal(path)
        assert [r.move for r in on_disk.records] == [r.move for r in session.records]


def test_a_rejected_move_is_not_journaled(tmp_path):
    session = start(tmp_path)
    before = session.journal_path.read_bytes()
    session.play(parse("accept"))
    assert session.journal_path.read_bytes() == before


def test_a_game_is_resumed_where_it_stood(tmp_path):
    session = start(tmp_path)
    play_all(session)
    again = Session.resume(session.journal_path)
    assert again.log == session.log
    assert again.view() == session.view()
    finish(session)
    finish(again)
    assert again.summit.state.outcome == session.summit.state.outcome


@pytest.mark.parametrize("cut", [1, 7, 40])
def test_a_torn_last_line_is_dropped_and_told(tmp_path, cut):
    session = start(tmp_path)
    play_all(session)
    path = session.journal_path
    path.write_bytes(path.read_bytes()[:-cut])
    resumed = Session.resume(path)
    assert "cut off" in resumed.notice
    assert len(read_journal(path).records) >= len(session.records) - 1
    finish(resumed)
    assert read_journal(path).edited_at is None


def test_a_replay_comes_out_the_same(tmp_path):
    session = start(tmp_path)
    play_all(session)
    finish(session)
    again, difference = replay(read_journal(session.journal_path))
    assert difference is None
    assert again.log == session.log


def test_an_edited_move_is_noticed(tmp_path):
    session = start(tmp_path)
    play_all(session)
    path = session.journal_path
    path.write_text(
        path.read_text("utf-8").replace("explain river high", "explain river low"), "utf-8"
    )
    journal = read_journal(path)
    assert journal.edited_at is not None


def test_a_replay_names_the_first_answer_that_differs(tmp_path):
    session = start(tmp_path)
    play_all(session)
    journal = read_journal(session.journal_path)
    number = next(
        n for n, r in enumerate(journal.records) if r.party == "north" and r.move.verb == "propose"
    )
    changed = replace(journal.records[number], move=parse("propose visas=some"))
    records = (*journal.records[:number], changed)
    _, difference = replay(replace(journal, records=records))
    assert difference is not None
    assert difference.number == number + 1
    assert difference.recorded == "propose visas=some"


def test_a_move_that_is_not_possible_is_named_by_its_place(tmp_path):
    session = start(tmp_path)
    play_all(session)
    journal = read_journal(session.journal_path)
    number = next(n for n, r in enumerate(journal.records) if r.party == "south" and n > 4)
    impossible = replace(journal.records[number - 1], move=parse("adopt"))
    records = (*journal.records[: number - 1], impossible, *journal.records[number:])
    broken, again = replace(journal, records=records), tmp_path / "again.jsonl"
    for read in (replay, Session.from_journal, lambda j: Session.branch(j, number, again)):
        with pytest.raises(JournalError, match=f"Move {number} of the journal"):
            read(broken)
    assert not again.exists()


@pytest.mark.parametrize(
    "content",
    ["", "nonsense\n", '{"d": "x", "c": {"name": 1}}\n', "[1]\n", '{"d": 1}\n', "[" * 9000 + "\n"],
)
def test_what_is_no_journal_is_told_in_a_sentence(tmp_path, content):
    path = tmp_path / "broken.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(JournalError) as problem:
        Session.resume(path)
    assert "journal" in str(problem.value) or "saved game" in str(problem.value)


def test_undo_takes_back_a_move_and_the_journal_says_so(tmp_path):
    session = start(tmp_path)
    play_all(session, MOVES[:5])
    before = session.view()
    session.play(parse(MOVES[5]))
    assert session.undo()
    assert session.view() == before
    assert read_journal(session.journal_path).undone > 0
    assert Session.resume(session.journal_path).view() == before


def test_the_same_seed_and_moves_give_the_same_game(tmp_path):
    one, two = start(tmp_path), start(tmp_path, name="two.jsonl")
    play_all(one)
    play_all(two)
    assert one.journal_path.read_bytes() == two.journal_path.read_bytes()


def test_the_scenario_travels_in_the_journal(tmp_path):
    session = start(tmp_path)
    head = json.loads(session.journal_path.read_text("utf-8").splitlines()[0])["c"]
    assert head["text"] == SMALL
    assert (head["role"], head["seed"]) == ("south", 3)


def random_game(scenario, seed):
    """Moves of a random student against the computer; returns everything that the computer did."""
    summit = Summit(scenario, seed)
    computer = Counterpart(("principled",))
    luck = random.Random(seed)
    done = []
    for _ in range(60):
        if summit.over:
            break
        party = summit.to_act()[0]
        if party == "north":
            decision = computer.choose(summit.view("north"))
            done.append((write(decision.move), decision.move.grounds, decision.why))
            summit.play(party, decision.move)
            continue
        texts = [
            "ready", "open river", "ask river", "ask visas", "propose river=gauge trade=mid",
            "propose river=share", "propose trade=free visas=some", "explain river high gauge",
            "accept", "decline", "note", "link river=share if trade=free", "adopt", "press share",
        ]  # fmt: skip
        for text in sorted(texts, key=lambda _: luck.random()):
            if summit.play(party, parse(text))[0].__class__.__name__ != "Rejected":
                break
    return done


def test_the_computer_does_not_know_the_students_secrets():
    """Other secret points, walk-away, links and home of the student: not a byte changes."""
    changed = SMALL
    for old, new in (
        ("north: 10, south: 20", "north: 10, south: 3"),
        ("north: 5, south: 25", "north: 5, south: 1"),
        ("north: 12, south: 12", "north: 12, south: 40"),
        ("{south: {unions: -3}}", "{south: {unions: 9}}"),
        ("points: {south: 2}", "points: {south: -20}"),
    ):
        assert old in changed
        changed = changed.replace(old, new)
    for seed in range(12):
        here = random_game(small_scenario(), seed)
        there = random_game(small_scenario(changed), seed)
        # The student's own vote may be forced otherwise; until then all must be the same.
        assert here == there


def test_the_computer_never_signs_what_its_home_would_not_carry():
    heavy = SMALL.replace("farmers: -3", "farmers: -30")
    summit = Summit(small_scenario(heavy), 1)
    computer = Counterpart(("accommodating",), "gentle")
    for party, text in (
        ("north", "ready"), ("south", "ready"), ("north", "open river"), ("south", "open river"),
        ("north", "propose river=gauge visas=some trade=low"), ("south", "accept"),
        ("north", "conclude"),
    ):  # fmt: skip
        summit.play(party, parse(text))
    assert isinstance(computer.choose(summit.view("north")).move, Refuse)


def test_a_no_to_what_is_off_limits_says_so_and_is_not_asked_for_again(tmp_path):
    text = SMALL.replace("style: cautious", "style: firm").replace(
        "points: {north: 4, south: 16}", "points: {north: 4, south: 40}"
    )
    session = Session.start(
        small_scenario(text), text=text, name="small", role="north", seed=1,
        journal=tmp_path / "red.jsonl",
    )  # fmt: skip
    for line in ("ready", "open river", "propose river=all"):
        session.play(parse(line))
    for _ in range(4):
        if session.view().offer is not None and session.view().offer.party == "south":
            break
        session.play(parse("note"))
    assert ("trade", "free") in session.view().offer.packages[0]
    session.play(parse("decline trade"))
    said = next(r.move for r in reversed(session.records) if r.move.verb == "decline")
    assert said.grounds[0].option == "free"
    for _ in range(8):
        offer = session.view().offer
        if offer is not None and offer.party == "south":
            assert ("trade", "free") not in offer.packages[0]
        session.play(parse("note"))
    assert Session.resume(session.journal_path).view() == session.view()


def test_a_sheet_of_an_older_version_that_names_nothing_here_is_left_out(tmp_path):
    session = start(tmp_path)
    session.writer.record(Record(0, "south", parse("prepare own=nowhere walk_away=10")))
    play_all(session)
    session.close()
    again = Session.resume(tmp_path / "game.jsonl")
    assert [write(r.move) for r in again.records] == [write(r.move) for r in session.records]
    assert "nowhere" in again.notice
