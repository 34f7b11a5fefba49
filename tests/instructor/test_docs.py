"""What the documents show works as they show it."""

import argparse
import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from game.analysis.measures import overlap, win_set, zopa
from game.analysis.table import table_of
from game.arguments import build_parser
from game.cli import RUN
from game.scenario.library import shipped_folder
from game.scenario.model import TimedMove
from game.scenario.reader import read_scenario, read_text
from game.scenario.schema import schema_text
from game.summit.manner import STYLES
from game.summit.notation import parse
from game.summit.state import DEFAULT_MINUTES
from game.summit.summit import MOVE_TABLE

ROOT = shipped_folder().parent


def test_the_shipped_schema_is_the_formats():
    for kind in ("scenario", "campaign"):
        shipped = ROOT / "scenarios" / f"{kind}.schema.json"
        assert shipped.read_text("utf-8").strip() == schema_text(kind)


def test_the_scenarios_in_the_guide_have_no_fault():
    blocks = re.findall(
        r"```yaml\n(.*?)```", (ROOT / "docs" / "writing.md").read_text("utf-8"), re.S
    )
    assert blocks
    for block in blocks:
        result = read_text(block, "writing.md")
        assert result.scenario is not None and not result.diagnostics


def test_the_table_of_moves_names_every_move_at_the_table_and_its_minutes():
    text = (ROOT / "docs" / "playing.md").read_text("utf-8")
    rows = re.findall(r"^\| (`.*?) \| ([0-9].*?) \|", text, re.M)
    named = {word for verbs, _ in rows for word in re.findall(r"`(\w+)", verbs)}
    away = {"prepare", "ready", "open", "adopt", "refuse", "press", "guess", "reflect"}
    assert named == set(MOVE_TABLE) - away
    for verbs, minutes in rows:
        for verb, cost in zip(
            re.findall(r"`(\w+)", verbs), re.findall(r"\d+", minutes), strict=False
        ):
            if verb != "back":
                assert DEFAULT_MINUTES.get(verb, 0) == int(cost), verb


def test_the_table_of_styles_has_the_figures_by_which_the_computer_negotiates():
    text = (ROOT / "docs" / "writing.md").read_text("utf-8")
    gives_way = {2: "steadily", 3: "later", 4: "late"}
    for style, manner in STYLES.items():
        row = (
            f"| `{style}` | {gives_way[manner.firmness]} | {manner.fair_share // 10} % | "
            f"{manner.free // 10} % | {manner.bends // 10} % | {manner.opens_up} | {manner.asks} |"
        )
        assert row in text


def test_the_healthy_figures_are_those_of_the_shipped_summits():
    text = (ROOT / "docs" / "writing.md").read_text("utf-8")
    read = [read_scenario(path) for path in shipped_folder().glob("*.yaml")]
    scenarios = {Path(each.file).stem: each.scenario for each in read if each.scenario}
    assert scenarios
    for name, scenario in scenarios.items():
        table = table_of(scenario)
        shares = (zopa(table), win_set(table, 0), win_set(table, 1), overlap(table))
        signed, first, second, both = (f"{100 * s.agreements / s.of:.1f} %" for s in shares)
        assert f"| `{name}` | {signed} | {first}, {second} | {both} |" in text


def test_moves_are_written_as_the_notation_reads_them():
    assert parse("choices A=x | A=y B=z".lower())
    assert parse("link a=x if b=y")


def test_the_page_for_changes_names_files_that_there_are():
    text = (ROOT / "docs" / "changing.md").read_text("utf-8")
    named = set(re.findall(r"`((?:game|tests|docs|benchmarks|scenarios)/[\w./-]*)`", text))
    assert named and not [name for name in named if not (ROOT / name).exists()]


FOLDERS = sorted(path.parent for path in (ROOT / "game").glob("*/__init__.py"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_of_the_game_says_what_each_of_its_modules_is_for(folder):
    names = {path.stem for path in folder.iterdir() if path.suffix == ".py"} - {"__init__"}
    names |= {path.parent.name for path in folder.glob("*/__init__.py")}
    lines = (folder / "__init__.py").read_text("utf-8").splitlines()
    told = [line.split("  ")[0].split(", ") for line in lines if "  " in line]
    assert sorted(names) == sorted(name for entry in told for name in entry)


def test_every_move_that_takes_minutes_can_be_given_others():
    assert set(DEFAULT_MINUTES) <= set(get_args(TimedMove)) <= set(MOVE_TABLE)


def test_every_command_has_something_that_runs_it():
    (commands,) = (a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction))
    assert {None, *commands.choices} == set(RUN)


def test_the_hook_for_pre_commit_runs_a_command_that_there_is():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["id"] == "sidelines-check"
    program, *arguments = hook["entry"].split()
    options = build_parser().parse_args([*arguments, "one.yaml", "two.yaml"])
    assert (program, options.command) == ("sidelines", "check")
    assert options.files == ["one.yaml", "two.yaml"]
    assert re.match(hook["files"], "scenarios/seoul-summit.yaml")
