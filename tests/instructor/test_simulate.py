"""Simulation: figures that can be repeated, intervals that hold, a ladder whose top is clear."""

import json
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.instructor.figures import LADDER, Sum, Tally, wilson
from game.instructor.simulate import Task, play_game, simulate
from game.instructor.verdict import verdict
from game.scenario.library import shipped_folder
from game.scenario.reader import read_scenario
from game.summit.debrief import score
from tests.processes import sidelines
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
    scores = {bot: Sum() for bot in LADDER}
    for bot, number in product(LADDER, range(1, 9)):
        scores[bot].add(score(play_game(scenario, Task(bot, party, number))[0], party))
    best = scores["integrative"].interval()
    for bot in ("random", "hard-liner", "splitter"):
        assert scores[bot].interval()[0] < best[1] - 200, (bot, scores)


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
    assert {"games", "mean_score", "low", "high"} <= set(found["bots"]["random"]["north"])
    told = sidelines(tmp_path, "simulate", str(path), "--games", "2").stdout
    assert "Score by skill and chair" in told and "Endings:" in told


def test_an_example_of_each_ending_is_repeated_by_play(tmp_path):
    path = write_small(tmp_path)
    found = json.loads(
        sidelines(
            tmp_path, "simulate", str(path), "--games", "8", "--json",
            "--examples", str(tmp_path / "examples"), SIDELINES_COMMAND="python3 run.py",
        ).stdout
    )  # fmt: skip
    seen = [name for name, entry in found["outcomes"].items() if entry["count"]]
    assert sorted(seen) == [example["outcome"] for example in found["examples"]]
    for example in found["examples"]:
        moves = tmp_path / "examples" / f"{example['outcome']}.moves"
        head = moves.read_text("utf-8").splitlines()[0]
        assert head.startswith(f"# {example['bot']}: python3 run.py play {path} --as "), head
        journal = tmp_path / f"{example['outcome']}.jsonl"
        sidelines(
            tmp_path, "play", str(path), "--as", example["as"], "--seed", str(example["seed"]),
            "--variant", str(example["variant"]), "--journal", str(journal),
            "--moves", str(moves),
        )  # fmt: skip
        again = json.loads(sidelines(tmp_path, "replay", str(journal), "--json").stdout)
        assert again["outcome"] == example["outcome"]


def scores(*means, spread=0.01):
    return {
        bot: {
            party: {"low": mean - spread, "high": mean + spread, "mean_score": mean}
            for party, mean in zip(("north", "south"), pair, strict=True)
        }
        for bot, pair in zip(LADDER, means, strict=True)
    }


@pytest.mark.parametrize(
    ("means", "told"),
    [
        (((0.1, 0.1), (0.2, 0.2), (0.4, 0.4), (0.8, 0.8)), ["Skill pays", "Skill pays"]),
        (
            ((0.1, 0.1), (0.6, 0.2), (0.4, 0.4), (0.8, 0.8)),
            ["reversed: the hard-liner does better than the splitter", "Skill pays"],
        ),
        (
            ((0.1, 0.1), (0.1, 0.2), (0.4, 0.4), (0.8, 0.8)),
            ["not clearly apart: random and hard-liner", "Skill pays"],
        ),
        (
            ((0.5, 0.1), (0.5, 0.2), (0.5, 0.3), (0.5, 0.4)),
            [
                "not clearly apart",
                "all do about as well",
                "Skill pays",
                "North's chair is the better",
            ],
        ),
    ],
)
def test_the_verdict_is_plain(means, told):
    lines = list(verdict(small_scenario(), scores(*means)))
    assert len(lines) == len(told)
    for line, part in zip(lines, told, strict=True):
        assert part in line


@given(st.lists(st.integers(0, 1000), min_size=2), st.integers(0, 5))
def test_sums_may_come_in_any_parts(values, cut):
    whole, one, other = Sum(), Sum(), Sum()
    for value in values:
        whole.add(value)
    for value in values[:cut]:
        one.add(value)
    for value in values[cut:]:
        other.add(value)
    one.merge(other)
    assert one == whole
    mean, low, high = whole.interval()
    assert mean == pytest.approx(sum(values) / len(values)) and low <= mean <= high


def test_a_stop_tells_what_there_is(capsys):
    from game.instructor.workers import watched

    def stopped():
        tally = Tally()
        tally.outcomes["rest"] = 3
        yield tally
        raise KeyboardInterrupt

    tally, _ = watched(stopped(), 9, "9 games on 1 processor")
    assert tally.outcomes["rest"] == 3
    assert "so far" in capsys.readouterr().err


def test_where_no_bar_can_be_drawn_a_line_says_what_is_going_on(tmp_path):
    path = write_small(tmp_path)
    played = sidelines(tmp_path, "simulate", str(path), "--games", "1")
    walked = sidelines(tmp_path, "simulate", str(path), "--walks", "3")
    assert played.stderr == "8 games on 1 processor; the figures come at the end.\n"
    assert walked.stderr == "3 random walks on 1 processor; the figures come at the end.\n"


def test_what_was_never_seen_names_events_and_answers(tmp_path):
    found = simulate(small_scenario(), 1)
    assert all(
        name.split()[0] in ("outcome", "option", "event", "answer") for name in found["never_seen"]
    )


def test_without_a_cluster_it_says_what_to_install_or_that_nobody_answers(tmp_path):
    path = write_small(tmp_path)
    done = sidelines(tmp_path, "simulate", str(path), "--games", "1", "--cluster", "127.0.0.1:1")
    assert done.returncode == 2
    assert "pip install" in done.stderr or "No Dask scheduler" in done.stderr


def test_two_local_workers_of_a_cluster_give_the_same_figures():
    distributed = pytest.importorskip("dask.distributed")
    pytest.importorskip("joblib")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as all_:
        there = simulate(small_scenario(), 6, 7, all_.scheduler_address)
    here = simulate(small_scenario(), 6, 7)
    there["seconds"] = here["seconds"] = 0
    assert there == here
