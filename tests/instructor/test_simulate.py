"""Simulation: figures that can be repeated, intervals that hold, a ladder whose top is clear."""

import json

import pytest

from game.instructor.simulate import LADDER, mean_interval, play_game, simulate, wilson
from game.scenario.library import shipped_folder
from game.scenario.reader import read_scenario
from tests.plain.test_plain import sidelines
from tests.scenario_files import small_scenario, write_small


def test_the_same_seed_gives_the_same_figures():
    one, two = (simulate(small_scenario(), 3, 7) for _ in range(2))
    one["seconds"] = two["seconds"] = 0
    assert one == two
    assert one["games"] == 3 * len(LADDER) * 2
    assert sum(entry["count"] for entry in one["outcomes"].values()) == one["games"]


@pytest.mark.parametrize("party", ["japan", "korea"])
def test_skill_is_worth_more_than_luck_and_stubbornness_in_seoul(party):
    scenario = read_scenario(shipped_folder() / "seoul-summit.yaml").scenario
    scores = {
        bot: [play_game(scenario, (bot, party, number)).score for number in range(1, 9)]
        for bot in LADDER
    }
    best = mean_interval(scores["integrative"])
    for bot in ("random", "hard-liner", "splitter"):
        assert mean_interval(scores[bot])[0] < best[1] - 0.2, (bot, scores)


def test_wilson_intervals():
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = wilson(5, 10)
    assert round(low, 3) == 0.237 and round(high, 3) == 0.763
    assert wilson(0, 50)[0] == 0.0 and wilson(50, 50)[1] == pytest.approx(1.0)


def test_the_command_prints_what_others_rely_on(tmp_path):
    path = write_small(tmp_path)
    done = sidelines(tmp_path, "simulate", str(path), "--games", "2", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {"games", "seconds", "outcomes", "never_seen", "bots"} <= set(found)
    assert set(LADDER) <= set(found["bots"])
    assert set(found["bots"]["random"]["north"]) == {"games", "mean_score", "low", "high"}
    told = sidelines(tmp_path, "simulate", str(path), "--games", "2").stdout
    assert "Score by skill and chair" in told and "Endings:" in told
