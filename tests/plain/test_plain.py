"""The game in lines, driven as a process and as a conversation."""

import io
import json
import os
import subprocess
import sys

import pytest

from game.plain.menu import run_menu
from game.plain.play import Play, scrub
from game.summit.journal import read_journal
from game.summit.session import Session
from tests.scenario_files import SMALL, small_scenario, write_small


def sidelines(tmp_path, *arguments, text="", **environment):
    variables = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "LOCALAPPDATA": str(tmp_path / "data"),
        **environment,
    }
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**variables, "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )


MOVES = """# a student's first meeting
ready
open river

ask visas
explain river high share
bogus move
propose river=moon
propose river=share trade=mid visas=many
accept
conclude
adopt
press share
"""


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
    assert "You open and put Trade first" in resumed.stdout


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


def play(text, role="south", seed=3):
    session = Session.start(small_scenario(), text=SMALL, name="small", role=role, seed=seed)
    output = io.StringIO()
    Play(session, output, interactive=True).run(iter(text.splitlines(keepends=True)))
    return output.getvalue()


def test_everything_can_be_looked_up():
    said = play(
        "where\nagenda\ndraft\nbrief\nfacts river\noptions 1\ndifficulties river\nopen\n"
        "try river=share\ntry moon=full\nglossary batna\nhelp\nrepeat\nfacts\noptions moon\n"
    )
    for words in (
        "You lead South", "The river (river): untouched", "The draft is an empty page",
        "You want the river gauged", "The river has two names. (The Gazette, 2020-01-01",
        "share: Share the water. 20 points, home", "Farmers vote in May.", "ready: 0 minutes.",
        "20 points (walk-away 10)", "no item “moon”", "best alternative to a negotiated agreement",
    ):  # fmt: skip
        assert words in said, words


def test_hidden_options_are_not_listed():
    said = play("options visas\nbrief\n")
    assert "For all" not in said


def test_the_debrief_is_told_to_the_end():
    said = play("ready\nopen trade\nask visas\nexplain river high share\nconclude\n")
    for title in ("How it ended", "What was brought home", "What they really wanted", "A note"):
        assert f"{title}:" in said


def test_typed_control_characters_are_scrubbed():
    assert scrub("ask\x1b[31m river\x07\n") == "ask [31m river"


def test_the_menu_takes_numbers_and_names(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "more"
    folder.mkdir()
    write_small(folder)
    output = io.StringIO()
    assert run_menu(io.StringIO("nonsense\nsmall\n2\nquit\n"), output, [folder]) == 0
    said = output.getvalue()
    assert "Type the number of a line" in said
    assert "You lead South" in said
    output = io.StringIO()
    assert run_menu(io.StringIO(""), output, [folder]) == 0
