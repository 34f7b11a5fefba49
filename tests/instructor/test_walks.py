"""Random walks: every move is drawn, the same number takes the same way, a fault is told."""

import json

import pytest

from game.instructor.walks import in_words, walks
from game.instructor.workers import watched
from game.scenario.library import shipped_folder
from game.scenario.reader import read_scenario
from game.summit.moves import VERBS, Ask
from game.summit.notation import parse
from game.summit.state import State, rulebook
from game.summit.summit import MOVE_TABLE, Rule
from game.summit.walk import DRAWN, Fault, walk
from tests.processes import sidelines
from tests.scenario_files import small_scenario, write_small

BESIDE_THE_MEETING = {"prepare", "guess", "reflect"}


def test_every_move_of_a_meeting_is_drawn_and_made():
    scenario = read_scenario(shipped_folder() / "seoul-summit.yaml").scenario
    rules = rulebook(scenario)
    made = set()
    for number in range(150):
        end = walk(rules, number)
        assert isinstance(end, State), end
        made |= {entry.move.verb for entry in end.record}
    assert set(DRAWN) == set(VERBS) - BESIDE_THE_MEETING == made


def test_the_same_seed_takes_the_same_ways():
    one, two = (walks(small_scenario(), 30, 7) for _ in range(2))
    one["seconds"] = two["seconds"] = 0
    assert one == two
    assert one["games"] == 30 == sum(entry["count"] for entry in one["outcomes"].values())
    assert one["fault"] is None


def broken(now, party, move):
    raise ZeroDivisionError("a rule that fails")


def test_a_walk_stops_on_a_fault_and_tells_the_moves_that_led_to_it(monkeypatch):
    monkeypatch.setitem(MOVE_TABLE, Ask.verb, Rule(broken))
    scenario = small_scenario()
    found = walks(scenario, 50)
    fault = found["fault"]
    assert fault["what"] == "ZeroDivisionError: a rule that fails"
    assert found["games"] == fault["number"] - 1 < 50
    moves = [parse(line.partition(": ")[2]) for line in fault["moves"]]
    assert isinstance(moves[-1], Ask) and not any(isinstance(m, Ask) for m in moves[:-1])
    told = "\n".join(in_words(scenario, "small", found))
    assert f"--walks 1 --seed {fault['number'] - 1}" in told and fault["moves"][-1] in told
    assert walk(rulebook(scenario), fault["number"]).moves == tuple(fault["moves"])


def test_a_position_without_a_move_is_a_fault(monkeypatch):
    monkeypatch.setattr("game.summit.walk.MOST_DRAWS", 20)
    monkeypatch.setitem(MOVE_TABLE, "ready", Rule(open_to=lambda state, party: ("no", None)))
    end = walk(rulebook(small_scenario()), 1)
    assert isinstance(end, Fault)
    assert "has no move in the phase briefing" in end.what and end.moves == ()


@pytest.mark.parametrize("as_json", [True, False])
def test_the_command(tmp_path, as_json):
    path = write_small(tmp_path)
    done = sidelines(
        tmp_path, "simulate", str(path), "--walks", "40", *(["--json"] if as_json else [])
    )
    assert done.returncode == 0, done.stderr
    if as_json:
        found = json.loads(done.stdout)
        assert found["games"] == 40 and found["fault"] is None
        assert {"seconds", "outcomes", "never_seen", "moves"} <= set(found)
    else:
        assert "40 random walks" in done.stdout and "Endings:" in done.stdout


def test_a_stop_says_what_was_played_so_far(capsys):
    def stopped():
        raise KeyboardInterrupt
        yield

    watched(stopped(), 1, "9 random walks on 1 processor")
    assert "the figures are of what was played so far" in capsys.readouterr().err
