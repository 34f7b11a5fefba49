"""The game in lines as a process: files of moves, saved games, faults, a campaign."""

import io
import json
import os
import subprocess
import sys

import pytest

from game.arguments import build_parser
from game.plain.play import Play
from game.scenario.library import UnusableError, find, shipped_folder
from game.started import quoted
from game.summit.journal import read_journal
from game.summit.notation import parse
from game.summit.session import Session
from game.summit.start import start_session
from tests.plain.conversation import MOVES, Broken, moves_of, play, session, type_in
from tests.processes import sidelines
from tests.scenario_files import SMALL, fill_disk, small_scenario, write_small


@pytest.mark.parametrize("role", ["north", "south"])
def test_a_game_from_a_file_of_moves(tmp_path, role):
    path = write_small(tmp_path)
    moves = tmp_path / "moves.txt"
    moves.write_text(MOVES, "utf-8")
    journal = tmp_path / "game.jsonl"
    done = sidelines(
        tmp_path, "play", str(path), "--as", role, "--seed", "3",
        "--moves", str(moves), "--journal", str(journal),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "line 7: “bogus” is not a move" in done.stderr
    assert "line 8: " in done.stderr and "not on the menu" in done.stderr
    assert "Traceback" not in done.stderr
    assert str(journal) in done.stdout
    replayed = sidelines(tmp_path, "replay", str(journal), "--json")
    assert replayed.returncode == 0, replayed.stderr
    assert json.loads(replayed.stdout)["same"] is True


def test_the_end_of_input_saves_the_game_and_resume_goes_on(tmp_path):
    path = write_small(tmp_path)
    begun = sidelines(tmp_path, "play", str(path), "--as", "south", "--seed", "1", text="ready\n")
    assert begun.returncode == 0
    assert "The game is saved" in begun.stdout
    resumed = sidelines(tmp_path, "resume", text="where\nopen trade\nnote\nquit\n")
    assert resumed.returncode == 0, resumed.stderr
    assert "Phase: opening statements" in resumed.stdout
    assert "You open, with Trade first." in resumed.stdout


@pytest.mark.parametrize("words", [["play", "seoul-summit"], ["first"], ["resume"], ["demo", "x"]])
def test_lines_are_asked_for_before_a_command_or_after_it(words):
    parse_args = build_parser().parse_args
    assert parse_args(["--plain", *words]).plain and parse_args([*words, "--plain"]).plain
    assert not parse_args(words).plain


def test_a_torn_journal_is_resumed_and_said_so(tmp_path):
    path = write_small(tmp_path)
    journal = tmp_path / "game.jsonl"
    sidelines(
        tmp_path, "play", str(path), "--as", "south", "--seed", "1", "--journal", str(journal),
        text="ready\nopen trade\n",
    )  # fmt: skip
    journal.write_bytes(journal.read_bytes()[:-9])
    resumed = sidelines(tmp_path, "resume", str(journal))
    assert "cut off" in resumed.stdout
    assert read_journal(journal).dropped is None


def test_an_unknown_scenario_names_the_nearest(tmp_path):
    done = sidelines(tmp_path, "play", "seul-summit", "--as", "japan")
    assert done.returncode == 2
    assert "Did you mean seoul-summit?" in done.stderr


def test_a_faulty_scenario_starts_nothing(tmp_path):
    path = write_small(tmp_path, SMALL.replace("walk_away: 10", "walk_away: ten"))
    done = sidelines(tmp_path, "play", str(path), "--as", "north")
    assert done.returncode == 2
    assert "walk_away" in done.stderr and "Traceback" not in done.stderr
    assert not list(tmp_path.rglob("*.jsonl"))


def test_the_command_that_goes_on_can_be_typed_as_it_is_told(tmp_path):
    journal = tmp_path / "my game.jsonl"
    said = play("quit\n", game=session(journal=journal))
    assert said.endswith(f'To go on: sidelines resume --plain "{journal}"\n')


def test_an_interruption_saves_the_game_and_says_where(tmp_path):
    journal = tmp_path / "game.jsonl"
    said = play(Broken("ready\n", "open trade\n"), game=session(journal=journal))
    assert said.endswith(f"The game is saved. To go on: sidelines resume --plain {journal}\n")
    again = Session.resume(journal)
    assert moves_of(again) == ["ready", "open trade"]
    said = play("talk all\n", game=again)
    assert "The meeting goes on." in said and said.count("You open, with Trade first.") == 2


def test_the_game_names_the_command_that_started_it(tmp_path):
    path = write_small(tmp_path)
    begun = sidelines(
        tmp_path, "play", str(path), "--as", "south", "--plain", text="ready\n",
        SIDELINES_COMMAND="python3 run.py",
    )  # fmt: skip
    assert begun.stdout.endswith("To go on: python3 run.py resume --plain\n"), "the only game"


def test_python_that_runs_the_module_is_told_as_it_was_typed(tmp_path):
    def told(*arguments):
        done = sidelines(tmp_path, *arguments, SIDELINES_COMMAND="")
        return done.stdout + done.stderr

    module = f"{quoted(sys.executable)} -m game"
    assert told("--help").startswith(f"usage: {module} ")
    assert f"`{module} new none.yaml` begins one" in told("preview", "none.yaml")
    assert f"`{module}` starts a new one" in told("resume")
    faulty = write_small(tmp_path, SMALL.replace("walk_away: 10", "walk_away: ten"))
    assert f"`{module} check {faulty}` shows every fault" in told("demo", str(faulty))
    (tmp_path / "empty.yaml").touch()
    assert f"`{module} new FILE` writes" in told("check", str(tmp_path / "empty.yaml"))


def test_input_that_is_no_text_is_answered(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "game", "play", str(write_small(tmp_path)), "--seed", "1"],
        input=b"\xff\xfe\nready\n", capture_output=True, timeout=60, check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0 and b"Traceback" not in done.stderr
    assert b"You close the brief" in done.stdout


@pytest.mark.parametrize("line", ["ask river", "undo"])
def test_a_full_disk_is_told_in_a_sentence(tmp_path, line):
    journal = tmp_path / "game.jsonl"
    session = Session.start(
        small_scenario(), text=SMALL, name="small", role="north", seed=1, journal=journal
    )
    session.play(parse("ready"))
    session.play(parse("open river"))
    fill_disk(session)
    with pytest.raises(UnusableError, match=r"No space left on device.*go on with it"):
        Play(session, io.StringIO(), interactive=True).run(iter([line]))
    assert len(Session.resume(journal).records) >= 4


def test_a_file_of_moves_that_is_not_there_is_told_in_words(tmp_path):
    done = sidelines(tmp_path, "play", str(write_small(tmp_path)), "--moves", "nowhere.txt")
    assert done.returncode == 2 and "No such file" in done.stderr and "Errno" not in done.stderr


def test_a_rehearsal_in_lines(tmp_path):
    path = write_small(tmp_path)
    words = "ready\nopen river\npoints\nthinks\nbriefs\njump 12\njump\nchair\nrestart\nquit\n"
    done = sidelines(tmp_path, "preview", str(path), "--as", "north", text=words)
    assert done.returncode == 0 and "Traceback" not in done.stderr
    for told in ("Walking away is worth: North", "You lead South", "goes to a minute"):
        assert told in done.stdout
    path.write_text("title: [", encoding="utf-8")
    broken = sidelines(tmp_path, "preview", str(path), text="\nquit\n")
    assert broken.returncode == 0 and "Error SYN" in broken.stdout
    none = sidelines(tmp_path, "preview", str(tmp_path / "none.yaml"))
    assert none.returncode == 2 and "sidelines new" in none.stderr


def test_a_campaign_in_lines_goes_from_meeting_to_meeting(tmp_path):
    journal = tmp_path / "one.jsonl"
    words = "ready\nopen agenda\nconclude\n"
    first = sidelines(
        tmp_path, "play", "five-meetings", "--as", "korea", "--seed", "1",
        "--journal", str(tmp_path / "first.jsonl"), "--moves", "-", text=words,
    )  # fmt: skip
    assert "The next meeting, The summit: sidelines resume --plain" in first.stdout
    (tmp_path / "first.jsonl").unlink()
    words += "next\n"
    done = sidelines(
        tmp_path, "play", "five-meetings", "--as", "korea", "--seed", "1",
        "--journal", str(journal), "--moves", "-", text=words,
    )  # fmt: skip
    assert done.returncode == 0 and "Traceback" not in done.stderr
    assert "meeting 1 of 5: The telephone call" in done.stdout
    assert "meeting 2 of 5: The summit" in done.stdout
    assert "unnamed sources have grown careful" in done.stdout
    (second,) = [path for path in tmp_path.glob("*.jsonl") if path != journal]
    goes_on = sidelines(tmp_path, "resume", str(second), text="ready\nquit\n")
    assert "meeting 2 of 5" in goes_on.stdout


def test_whoever_goes_on_in_a_campaign_hears_how_it_ended_and_where_the_rest_is(tmp_path):
    journal = tmp_path / "call.jsonl"
    game = start_session(find("five-meetings", []), role="korea", seed=1, journal=journal)
    said = type_in("ready\nopen agenda\nconclude\nyes\nnext\nquit\n", game)
    assert "1. How it ended:" in said and "2. What was brought home" not in said
    assert f"report {journal}" in said and "meeting 2 of 5: The summit" in said


@pytest.mark.parametrize("command", ["analyse", "simulate", "demo", "graph", "brief", "preview"])
def test_where_a_campaign_is_too_much_its_meetings_are_named(tmp_path, command):
    campaign = shipped_folder() / "five-meetings.yaml"
    chair = ("--as", "korea") if command in ("brief", "preview") else ()
    refused = sidelines(tmp_path, command, str(campaign), *chair)
    assert refused.returncode == 2 and "Traceback" not in refused.stderr
    assert "is a campaign. Name one of its meetings: ministers-call, seoul-" in refused.stderr
    call = tmp_path / "our-call.yaml"
    call.write_text((shipped_folder() / "ministers-call.yaml").read_text("utf-8"), "utf-8")
    own = tmp_path / "five.yaml"
    own.write_text(campaign.read_text("utf-8").replace("ministers-call", "our-call"), "utf-8")
    assert f": {call}, seoul-" in sidelines(tmp_path, command, str(own), *chair).stderr
