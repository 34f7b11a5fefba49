"""The reader: what any file may contain, what stays text, and all faults at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.catalogue import BASE
from game.scenario.compose import compose
from game.scenario.library import shipped_folder
from game.scenario.loaders import FAST_LOADER, PYTHON_LOADER
from game.scenario.reader import ReadResult, read_scenario, read_text
from tests.scenario_files import SMALL

SEOUL = shipped_folder() / "seoul-summit.yaml"


def codes(result: ReadResult) -> list[str]:
    return [d.code for d in result.diagnostics]


def both(text: str) -> ReadResult:
    """The result of the fast parser, once it is sure that the other one agrees."""
    fast, slow = read_text(text, loader=FAST_LOADER), read_text(text, loader=PYTHON_LOADER)
    assert fast.scenario == slow.scenario
    assert fast.diagnostics == slow.diagnostics
    return fast


@pytest.mark.parametrize("path", sorted(shipped_folder().glob("*.yaml")), ids=lambda p: p.stem)
def test_a_shipped_scenario_has_no_finding_at_all(path: Path) -> None:
    result = read_scenario(path)
    assert result.diagnostics == ()
    assert (result.scenario or result.campaign) is not None


def test_both_parsers_agree_on_whole_scenarios() -> None:
    for text in (SMALL, BASE, SEOUL.read_text(encoding="utf-8")):
        assert both(text).scenario is not None
        assert compose(text, FAST_LOADER).data == compose(text, PYTHON_LOADER).data


@pytest.mark.parametrize(
    "written", ["no", "on", "yes", "off", "010", "1:30", "2024-05-22", "12", "1.50", "true", "1e3"]
)
def test_a_word_that_yaml_would_take_for_something_else_stays_text(written: str) -> None:
    text = BASE.replace("title: Two rivers", f"title: {written}")
    scenario = both(text).scenario
    assert scenario is not None
    assert scenario.title == written


def test_an_id_may_be_a_word_that_yaml_would_take_for_something_else() -> None:
    scenario = both(BASE.replace("  river:\n", "  no:\n").replace("{river:", "{no:")).scenario
    assert scenario is not None
    assert list(scenario.agenda) == ["no", "trade"]


def test_a_number_stays_text_in_lists_too() -> None:
    text = BASE + "debrief: {questions: [1984, 2.50, Why?]}\n"
    scenario = both(text).scenario
    assert scenario is not None
    assert scenario.debrief.questions == ("1984", "2.50", "Why?")


def test_a_line_break_of_any_kind_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    for content in (BASE.replace("\n", "\r\n"), BASE.replace("\n", "\r"), "\ufeff" + BASE):
        path.write_bytes(content.encode())
        assert read_scenario(path).diagnostics == ()


def test_all_faults_are_told_at_once_each_at_its_place() -> None:
    text = (
        BASE.replace("title: Two rivers", "titel: Two rivers")
        .replace("walk_away: 10", "walk_away: ten")
        .replace("style: principled", "style: principle")
        .replace("source: gazette", "source: gazete")
        .replace("home: {north: {farmers: -3}}", "home: {north: {farmer: -3}}")
        .replace("{river: share}", "{rivers: share}")
        .replace("at: 12", "at: 99")
        .replace("clause: agreed to gauge the river", "clause: agreed to gauge the river.")
        .replace("    when: {ratified: both}\n", "")
    )
    result = both(text)
    assert result.scenario is None
    assert codes(result) == [
        *("FMT01", "FMT03", "FMT08", "REF05", "CLS01", "REF02", "REF03", "EVT01", "OUT01")
    ]
    for d in result.diagnostics:
        assert d.excerpt == text.splitlines()[d.line - 1]


def test_a_misspelt_table_does_not_make_what_is_in_it_unknown() -> None:
    for key in ("agenda", "sources", "events", "options", "home", "audiences"):
        wrong = BASE.replace(f"{key}:\n", f"{key}x:\n")
        wrong = wrong.replace("when: {ratified: both}", "when: {happened: flood}")
        assert set(codes(both(wrong))) == {"FMT01"}, key


def test_a_party_may_be_meant_by_its_name() -> None:
    text = BASE.replace("name: South", "name: The Southern Union")
    text = text.replace("points: {south: 2}", "points: {The Southern Union: 2}")
    (d,) = both(text).diagnostics
    assert d.code == "REF01"
    assert "Did you mean `south`?" in d.message


def test_a_key_in_the_wrong_block_is_told_where_it_belongs() -> None:
    text = BASE.replace("title: Two rivers", "title: Two rivers\nwalk_away: 3")
    (d,) = both(text).diagnostics
    assert d.code == "FMT01"
    assert "`parties`" in d.help


def test_a_nested_condition_is_checked_to_its_end() -> None:
    condition = "{any: [{not: {agreed: {river: gage}}}, {all: [{ratified: west}]}]}"
    result = both(BASE.replace("when: {ratified: both}", f"when: {condition}"))
    assert codes(result) == ["REF04", "REF01"]


def test_words_are_taken_where_they_mean_something() -> None:
    condition = (
        "{agreed: {river: any}, walked_out: any, refused: any, press: {north: share}, "
        "audience: {north: {farmers: {at_least: 3}}}, happened: flood, ratified: neither}"
    )
    text = BASE.replace("when: {ratified: both}", f"when: {condition}")
    text = text.replace("home: {north: {farmers: -3}}", "home: {north: {everyone: -3}}")
    assert both(text).diagnostics == ()
    wrong = BASE.replace("when: {ratified: both}", "when: {ratified: any, silent: both}")
    assert codes(both(wrong)) == ["REF01", "REF03"]


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("noted that Naver will sell its stake in LY Corp.", []),
        ("agreed with the U.S.", []),
        ("Japan and Korea will meet", []),
        ("United in concern, agreed to meet", []),
        ("agreed to meet.", ["CLS01"]),
        ("Agreed to meet", ["CLS02"]),
        ("The leaders agreed to meet.", ["CLS01", "CLS02"]),
        ("sharing of the water", ["CLS03"]),
        ("to share the water", ["CLS03"]),
        ("water", ["CLS03"]),
        ("implement the plan of May", []),
        ("bring the plan forward", []),
        ("물을 나누기로 했다", []),
        ("水を分けることで一致した", []),
    ],
)
def test_a_clause_is_part_of_a_sentence(clause: str, found: list[str]) -> None:
    text = BASE.replace("clause: agreed to share the water", f"clause: {clause}")
    result = both(text)
    assert codes(result) == found
    assert result.scenario is not None
