"""A new scenario passes its check and plays; graphs say what decides about what."""

import re

from game.instructor.graph import scenario_graph
from game.scenario.library import shipped_folder
from game.scenario.model import Condition
from game.scenario.reader import read_scenario
from game.wording.conditions import condition_in_words
from tests.plain.test_plain import sidelines
from tests.scenario_files import small_scenario


def test_new_writes_what_check_and_play_take(tmp_path):
    path = tmp_path / "mine" / "ferry.yaml"
    done = sidelines(tmp_path, "new", str(path))
    assert done.returncode == 0, done.stderr
    assert (path.parent / "scenario.schema.json").is_file()
    result = read_scenario(path)
    assert result.scenario is not None and not result.diagnostics
    played = sidelines(tmp_path, "play", str(path), "--as", "west", text="ready\nopen crew\nquit\n")
    assert played.returncode == 0 and "First comes Crew" in played.stdout
    again = sidelines(tmp_path, "new", str(path))
    assert again.returncode == 2 and "exists already" in again.stderr


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
        "The river agreed as “Share the water” or “All to the north”",
        "something agreed on Trade",
        "either the text adopted by both, or a side walked out",
        "not (carried at both homes)",
        "trust at least 40 and at most 60",
    ):
        assert part in said
    assert condition_in_words(small_scenario(), None) == "otherwise"
