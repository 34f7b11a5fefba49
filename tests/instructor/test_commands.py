"""The command line as others rely on it: exit codes and the keys of the JSON."""

import json
import os
import re
import subprocess
import sys

import pytest

from game.arguments import build_parser
from game.scenario.library import shipped_folder
from game.summit.rehearsal import Rehearsal
from tests.processes import sidelines
from tests.scenario_files import SMALL, write_small


def data(done):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_list(tmp_path):
    entries = data(sidelines(tmp_path, "list", "--json"))
    seoul = next(entry for entry in entries if entry["id"] == "seoul-summit")
    assert seoul["parties"] == ["japan", "korea"]
    assert seoul["title"] == "Seoul, on the sidelines"
    assert "Seoul, on the sidelines" in sidelines(tmp_path, "list").stdout


def test_analyse(tmp_path):
    found = data(sidelines(tmp_path, "analyse", "seoul-summit", "--json"))
    assert found["outcomes"] == 15625
    assert found["parties"] == ["japan", "korea"]
    assert found["walk_away"] == {"japan": 34, "korea": 34}
    first = [entry["points"]["japan"] for entry in found["frontier"]]
    assert first == sorted(first, reverse=True)
    assert set(found["frontier"][0]) == {"points", "options"}
    for key in ("nash", "kalai", "max_joint"):
        assert min(found[key]["points"].values()) >= 34
    assert 0 < found["zopa"]["agreements"] < found["zopa"]["of"] / 4
    assert set(found["win_sets"]) == {"japan", "korea", "overlap"}
    assert len(found["trades"]) >= 3
    assert "frontier" in sidelines(tmp_path, "analyse", "seoul-summit").stdout


def test_demo_is_the_same_every_time(tmp_path):
    one = data(sidelines(tmp_path, "demo", "seoul-summit", "--seed", "1", "--json"))
    two = data(sidelines(tmp_path, "demo", "seoul-summit", "--seed", "1", "--json"))
    assert one == two
    assert {
        "scenario", "seed", "moves", "outcome", "agreement", "points", "measures", "digest",
    } <= set(one)  # fmt: skip
    told = sidelines(tmp_path, "demo", "seoul-summit", "--seed", "1").stdout
    assert "What was brought home" in told and "The President" in told


@pytest.mark.parametrize("style", ["human", "concise", "json"])
def test_check_exit_codes(tmp_path, style):
    good = write_small(tmp_path)
    bad = tmp_path / "bad.yaml"
    bad.write_text(SMALL.replace("walk_away: 10", "walk_away: ten"), "utf-8")
    assert sidelines(tmp_path, "check", str(good), "--format", style).returncode == 0
    done = sidelines(tmp_path, "check", str(bad), "--format", style)
    assert done.returncode == 1
    missing = sidelines(tmp_path, "check", str(tmp_path / "none.yaml"), "--format", style)
    assert missing.returncode == 2
    if style == "json":
        fault = json.loads(done.stdout)[0]
        assert set(fault) >= {"file", "code", "severity", "line", "column", "message", "help"}
        assert fault["line"] == 1 + SMALL.split("walk_away: 10")[0].count("\n")
    if style == "concise":
        assert done.stdout.startswith(f"{bad}:")


def test_brief_schema_graph(tmp_path):
    brief = sidelines(tmp_path, "brief", "seoul-summit", "--as", "korea").stdout
    assert brief.startswith("# Seoul, on the sidelines: the brief of South Korea")
    assert "forced mobilisation" in brief and "secretariat" not in brief
    schema = data(sidelines(tmp_path, "schema"))
    assert schema["properties"]["agenda"]["additionalProperties"] is False
    assert "stateDiagram" in sidelines(tmp_path, "graph", "--phases").stdout


@pytest.mark.parametrize(
    ("command", "library"),
    [
        (["list"], "textual"),
        (["analyse", "seoul-summit"], "textual"),
        (["demo", "seoul-summit"], "textual"),
        (["check", str(shipped_folder() / "seoul-summit.yaml")], "rich.console"),
    ],
)
def test_headless_commands_do_without_what_draws(command, library):
    code = (
        "import sys; from game.cli import main; "
        f"code = main({command!r}); "
        f"assert {library!r} not in sys.modules, '{library} was imported'; sys.exit(code)"
    )
    plain = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=plain
    )
    assert done.returncode == 0, done.stderr


def test_faults_are_the_same_words_with_colour_and_without(tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text("format: 1\ntitle: [\n", encoding="utf-8")
    plain = sidelines(tmp_path, "check", str(path), FORCE_COLOR="").stdout
    colour = sidelines(tmp_path, "check", str(path), FORCE_COLOR="1", COLUMNS="400").stdout
    assert "\x1b[" in colour and "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", colour) == plain


def test_every_argument_of_every_command_is_explained():
    (commands,) = (a for a in build_parser()._actions if isinstance(a.choices, dict))
    bare = [
        (name, action.dest)
        for name, command in commands.choices.items()
        for action in command._actions
        if not action.help
    ]
    assert len(commands.choices) > 15 and not bare


def test_a_delegation_is_known_by_its_name_too(tmp_path):
    brief = sidelines(tmp_path, "brief", "seoul-summit", "--as", "korea").stdout
    assert (
        brief
        and sidelines(tmp_path, "brief", "seoul-summit", "--as", "South Korea").stdout == brief
    )
    assert Rehearsal(write_small(tmp_path), "South").session.role == "south"


def test_what_cannot_be_used_is_told_without_a_traceback(tmp_path):
    for arguments in (
        ["play", "seoul-summit", "--as", "mars"],
        ["play", "seoul-summit", "--as", "japan", "--level", "cruel"],
        ["replay", str(tmp_path / "none.jsonl")],
        ["resume", str(tmp_path / "none.jsonl")],
        ["resume"],
        ["brief", "seoul-summit", "--as", "mars"],
        ["play", "seoul-summit", "--as", "japan", "--moves", str(tmp_path / "none.txt")],
    ):
        done = sidelines(tmp_path, *arguments)
        assert done.returncode == 2, arguments
        assert done.stderr.startswith("sidelines: ") and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("simulate ministers-call --games -3", "from 1 up"),
        ("brief seoul-summit --as korea --variant two", "'two' is no whole number"),
        ("brief seoul-summit --as corea", "Did you mean korea?"),
        ("simulate ministers-call --walks 0", "from 1 up"),
        ("preview .", "is a folder"),
        ("preview {long}", "There is no file"),
        ("new {long}", "cannot be written"),
        ("roster {here}/notes.txt ministers-call --to {long}", "cannot be written"),
        ("roster {here}/small.yaml {here}/notes.txt", "That stands behind the roster."),
        ("report {here}/notes.txt", "A journal is what the game writes"),
    ],
)
def test_what_is_no_number_no_file_and_no_journal_is_told_with_what_would_do(tmp_path, words, told):
    (tmp_path / "notes.txt").write_text("notes of the meeting\n", "utf-8")
    write_small(tmp_path)
    done = sidelines(tmp_path, *words.format(here=tmp_path, long="a" * 300).split())
    assert done.returncode == 2
    assert told in done.stderr and "Traceback" not in done.stderr


def test_letters_that_the_output_does_not_know_stop_no_command(tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("format: 2\n", encoding="utf-8")
    for arguments in (["check", str(wrong)], ["demo", "seoul-summit"]):
        done = subprocess.run(
            [sys.executable, "-m", "game", *arguments],
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
            capture_output=True,
            check=False,
        )
        assert b"Traceback" not in done.stderr
        assert done.stdout
