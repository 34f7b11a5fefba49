"""A new scenario passes its check and plays; graphs say what decides about what."""

import os
import re
import subprocess
import sys

import pytest

from game.analysis.sense import examined
from game.instructor.graph import scenario_graph
from game.instructor.new import Answers, asked, filled, run_new
from game.scenario.library import shipped_folder
from game.scenario.model import Condition
from game.scenario.reader import read_scenario, read_text
from game.wording.conditions import condition_in_words
from tests.processes import sidelines
from tests.scenario_files import small_scenario


def test_new_writes_what_check_and_play_take(tmp_path):
    path = tmp_path / "mine" / "ferry.yaml"
    done = sidelines(tmp_path, "new", str(path))
    assert done.returncode == 0, done.stderr
    assert (path.parent / "scenario.schema.json").is_file()
    result = read_scenario(path)
    assert result.scenario is not None and not result.diagnostics
    played = sidelines(tmp_path, "play", str(path), "--as", "west", text="ready\nopen crew\nquit\n")
    assert played.returncode == 0 and "with Crew first" in played.stdout
    again = sidelines(tmp_path, "new", str(path))
    assert again.returncode == 2 and "exists already" in again.stderr


def test_a_copy_has_its_own_title_and_keeps_every_comment(tmp_path):
    path = tmp_path / "my-seoul.yaml"
    done = sidelines(tmp_path, "new", str(path), "--from", "seoul-summit")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "scenario.schema.json").is_file()
    original = (shipped_folder() / "seoul-summit.yaml").read_text("utf-8")
    copy = path.read_text("utf-8")
    changed = [
        (a, b) for a, b in zip(original.split("\n"), copy.split("\n"), strict=True) if a != b
    ]
    assert changed[-1] == ("title: Seoul, on the sidelines", "title: My seoul")
    assert all("yaml-language-server" in a for a, _ in changed[:-1])
    unknown = sidelines(tmp_path, "new", str(tmp_path / "b.yaml"), "--from", "seoul-sumit")
    assert unknown.returncode == 2 and "seoul-summit" in unknown.stderr
    assert not (tmp_path / "b.yaml").exists()


def test_a_faulty_scenario_is_not_copied(tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("format: 1\ntitle: Half\n", encoding="utf-8")
    done = sidelines(tmp_path, "new", str(tmp_path / "copy.yaml"), "--from", str(wrong))
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert not (tmp_path / "copy.yaml").exists()


NAMES = [
    ("East Island", "West Island"),
    ("West", "East"),
    ("West Island", "East Island"),
    ("St. Kitts & Nevis", "Côte d’Or"),
    ("대한민국", "日本"),
    ("Any", "Both"),
    ("East Island", "Norway"),
    ("No", "N"),
]


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("minutes", [5, 40, 600])
def test_the_template_passes_check_with_any_answers(names, minutes):
    title = 'The east: a #1 "story" \\'
    text = filled(Answers(title=title, names=names, place="no", date="1:30", minutes=minutes))
    result = examined(read_text(text))
    assert result.scenario is not None and not result.diagnostics
    scenario = result.scenario
    assert (scenario.title, scenario.meeting.place, scenario.meeting.date) == (title, "no", "1:30")
    assert tuple(party.name for party in scenario.parties.values()) == names
    assert scenario.meeting.minutes == minutes
    for old in Answers().names:
        assert old in names or old not in text


def test_the_questions_ask_again_and_enter_takes_the_default(capsys):
    typed = iter(["", "3rd", "Norway", "norway", "Sweden", "x" * 90, "Oslo", "", "four", "4", "45"])
    answers = asked(lambda question: next(typed))
    assert answers == Answers(names=("Norway", "Sweden"), place="Oslo", minutes=45)
    said = capsys.readouterr().out
    assert "begins with a letter" in said and "different" in said and "too long" in said

    def gone(question):
        raise EOFError

    assert asked(gone) == Answers()


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_questions_are_asked_on_a_terminal_only(tmp_path):
    path = tmp_path / "ours.yaml"
    assert sidelines(tmp_path, "new", str(path), text="Title\n").returncode == 0
    assert "title: The ferry line" in path.read_text("utf-8")
    path.unlink()
    ours, theirs = os.openpty()
    try:
        game = subprocess.Popen(
            [sys.executable, "-m", "game", "new", str(path)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.write(ours, b"A summit of mine\nNorway\nSweden\n\n\n30\n")
        assert game.wait(timeout=60) == 0
    finally:
        os.close(ours)
        os.close(theirs)
    scenario = read_scenario(path).scenario
    assert scenario is not None and scenario.title == "A summit of mine"
    assert list(scenario.parties) == ["norway", "sweden"] and scenario.meeting.minutes == 30


def test_every_event_and_ending_is_in_the_graph(tmp_path):
    scenario = read_scenario(shipped_folder() / "seoul-summit.yaml").scenario
    drawn = "\n".join(scenario_graph(scenario))
    for name in (*scenario.events, *scenario.outcomes):
        assert re.search(rf"(event|end)_{name}\b", drawn)
    assert drawn.startswith("flowchart")
    assert "flowchart" in sidelines(tmp_path, "graph", "seoul-summit").stdout


def test_conditions_read_as_english():
    condition = Condition.model_validate(
        {
            "agreed": {"river": ("share", "all"), "trade": ("any",)},
            "any": ({"signed": True}, {"walked_out": ("any",)}),
            "not": {"ratified": ("both",)},
            "trust": {"at_least": 40, "at_most": 60},
        }
    )
    said = condition_in_words(small_scenario(), condition)
    for part in (
        "the river agreed as “Share the water” or “All to the north”",
        "something agreed on Trade",
        "either the text adopted by both, or a side walked out",
        "not (carried at both homes)",
        "trust at least 40 and at most 60",
    ):
        assert part in said
    assert condition_in_words(small_scenario(), None) == "otherwise"


@pytest.mark.parametrize(("name", "told"), [("mine.yaml", False), ("mine.docx", True)])
def test_a_name_that_no_list_would_show_is_told(tmp_path, capsys, name, told):
    assert run_new(tmp_path / name, None, ()) == 0
    assert ("Let its name end in .yaml" in capsys.readouterr().out) == told


def test_what_comes_next_is_told_as_it_can_be_typed_here(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SIDELINES_COMMAND", "python3 run.py")
    path = tmp_path / "my summit.yaml"
    assert run_new(path, None, ()) == 0
    said = "".join(capsys.readouterr().out.split())  # the lines are broken to the width
    assert f'python3run.pycheck"{"".join(str(path).split())}"' in said
    assert "sidelinescheck" not in said
