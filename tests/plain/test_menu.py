"""The title screen in lines, and the guided first meeting."""

import io
from pathlib import Path

from game.plain.menu import run_menu
from game.wording.lesson import STEPS
from tests.processes import sidelines
from tests.scenario_files import write_small


def menu(monkeypatch, tmp_path, text):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "more"
    folder.mkdir(exist_ok=True)
    write_small(folder)
    output = io.StringIO()
    assert run_menu(io.StringIO(text), output, [folder]) == 0
    return output.getvalue()


def test_the_menu_takes_numbers_and_names(tmp_path, monkeypatch):
    said = menu(monkeypatch, tmp_path, "nonsense\nsmall\nback\nsmall\nwhat\nBo\n\nquit\n")
    assert said.count("Type the number of a line") == 2 and said.count("Which summit?") == 2
    assert "You lead South" in said
    menu(monkeypatch, tmp_path, "")
    said = menu(monkeypatch, tmp_path, "small\nnorth\ndemanding\nready\n")
    assert "You lead North" in said


def test_what_is_no_line_of_the_menu_is_told_why_and_enter_reads_it_again(tmp_path, monkeypatch):
    said = menu(monkeypatch, tmp_path, "nonsense\nthe\n\n?\nquit\n")
    assert "“nonsense” is none of these." in said and "“the” fits several of these." in said
    assert said.count("Which summit?") == 2 and said.count("Type the number of a line") == 3


def test_a_saved_game_is_gone_on_with_or_deleted(tmp_path, monkeypatch):
    first = menu(monkeypatch, tmp_path, "small\nsouth\n\n3\nquit\n")
    journal = Path(first.split("Your game is kept in ")[1].splitlines()[0])
    said = menu(monkeypatch, tmp_path, f"{journal.stem}\nwhere\nquit\n")
    assert "The meeting goes on." in said
    number = next(x for x in said.splitlines() if "Go on: Two rivers as South" in x).split(".")[0]
    said = menu(monkeypatch, tmp_path, f"delete 1\ndelete {number}\nno\nquit\n")
    assert "Name the number of a saved game" in said and "Nothing is deleted." in said
    assert journal.exists()
    said = menu(monkeypatch, tmp_path, f"delete {number}\nyes\nquit\n")
    assert "Deleted." in said and not journal.exists()


FIRST = """ready
open market
ask toll
explain market high
propose toll=free market=upper_saturday
conclude
adopt
press share
guess
toll market
debrief
"""


def test_the_first_meeting_leads_from_step_to_step(tmp_path):
    done = sidelines(tmp_path, "first", text=FIRST)
    assert done.returncode == 0 and "Traceback" not in done.stderr
    for number in range(1, len(STEPS) + 1):
        if number not in (6, 7):  # they accept at once, and may ask for the final text
            assert f"Step {number} of {len(STEPS)}" in done.stdout, done.stdout
    assert "What they really wanted" in done.stdout
    assert "what matters most first, as in 2 1." in done.stdout
    assert not list((tmp_path / "data").rglob("*.jsonl"))


def test_steps_that_are_passed_over_are_named(tmp_path):
    begun = FIRST.partition("propose")[0]
    done = sidelines(tmp_path, "first", text=f"{begun}accept\n")
    assert "Step 8 of 10. Steps 6 and 7 are behind you. Nothing is agreed" in done.stdout


def test_the_first_meeting_is_offered_first_once_and_keeps_its_number(tmp_path):
    new = sidelines(tmp_path, text="0\nquit\n")
    lines = new.stdout.splitlines()
    assert lines[2].startswith("0. A first meeting") and "Step 1 of" in new.stdout
    again = sidelines(tmp_path, text="quit\n").stdout.splitlines()
    assert again[2].startswith("1. ") and again[-1].startswith("0. A first meeting")
