"""Every code is in the catalogue, and every example of the catalogue is told as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game.scenario
from game.analysis import sense
from game.analysis.sense import examined
from game.scenario.catalogue import BASE, CATALOGUE, Entry
from game.scenario.diagnostics import Diagnostic, has_errors
from game.scenario.loaders import PYTHON_LOADER
from game.scenario.reader import read_scenario, read_text
from tests.scenario_files import SMALL

SOURCES = (Path(game.scenario.__file__).parent, Path(sense.__file__).parent)
WITH_EXAMPLE = [entry for entry in CATALOGUE.values() if entry.example]
JARGON = re.compile(
    r"pydantic|dict|tuple|str\b|\bint\b|bool|(?-i:\bNone\b)|Input|valid|literal|extra|schema|instance",
    re.I,
)


def codes_in_sources() -> set[str]:
    texts = (
        path.read_text(encoding="utf-8")
        for folder in SOURCES
        for path in folder.rglob("*.py")
        if "catalogue" not in path.parts
    )
    return {code for text in texts for code in re.findall(r'"([A-Z]{3}\d\d)"', text)}


def told(entry: Entry, folder: Path) -> tuple[Diagnostic, ...]:
    path = folder / "example.yaml"
    path.write_bytes(entry.content)
    return examined(read_scenario(path)).diagnostics


def test_the_catalogue_knows_every_code_of_the_sources_and_no_other() -> None:
    assert set(CATALOGUE) == codes_in_sources()


def test_the_base_of_the_examples_has_no_fault() -> None:
    assert examined(read_text(BASE)).diagnostics == ()


@pytest.mark.parametrize("entry", WITH_EXAMPLE, ids=lambda entry: entry.code)
def test_an_example_has_its_fault_and_only_that(entry: Entry, tmp_path: Path) -> None:
    found = told(entry, tmp_path)
    assert [(d.code, d.line) for d in found] == [
        (entry.code, line) for line in (entry.line, *entry.also)
    ]


@pytest.mark.parametrize("entry", WITH_EXAMPLE, ids=lambda entry: entry.code)
def test_a_mended_example_has_no_fault_and_plays(entry: Entry) -> None:
    result = examined(read_text(entry.mended))
    assert result.diagnostics == ()
    assert result.scenario is not None or result.campaign is not None


@pytest.mark.parametrize("entry", WITH_EXAMPLE, ids=lambda entry: entry.code)
def test_a_message_is_plain_and_points_into_its_line(entry: Entry, tmp_path: Path) -> None:
    for d in told(entry, tmp_path):
        assert d.message[0].isupper() or d.message[0] in "`“0123456789"
        assert d.message[-1] in ".?…"
        assert d.help
        assert not JARGON.search(re.sub(r"`[^`]*`|“[^”]*”", "", d.message + d.help))
        assert d.excerpt.replace("\ufffd", "").isprintable()
        if d.excerpt:
            assert 1 <= d.column <= len(d.excerpt) + 1
            assert d.column + d.width - 1 <= max(len(d.excerpt), d.column)


@pytest.mark.parametrize("entry", WITH_EXAMPLE, ids=lambda entry: entry.code)
def test_only_errors_keep_a_scenario_from_being_played(entry: Entry) -> None:
    result = examined(read_text(entry.example))
    assert (result.scenario is result.campaign is None) == has_errors(result.diagnostics)


@pytest.mark.parametrize(
    "entry", [e for e in WITH_EXAMPLE if e.encoding == "utf-8"], ids=lambda entry: entry.code
)
def test_the_parser_in_python_tells_the_same(entry: Entry) -> None:
    fast, slow = read_text(entry.example), read_text(entry.example, loader=PYTHON_LOADER)
    assert fast.diagnostics == slow.diagnostics
    assert fast.scenario == slow.scenario


def test_a_file_that_cannot_be_read_is_told_without_an_error_of_the_system(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path, "a\0b"):
        (d,) = read_scenario(path).diagnostics
        assert (d.code, d.unreadable, d.is_error) == ("FIL01", True, True)
        assert "Errno" not in d.message


def test_the_passages_of_an_entry_are_the_lines_that_differ() -> None:
    wrong, right = CATALOGUE["FMT03"].around(0)
    assert wrong.strip() == "walk_away: ten"
    assert right.strip() == "walk_away: 10"
    assert CATALOGUE["EVT02"].around(0) == ("", "    at: 12")


@pytest.mark.parametrize(
    ("written", "advised"), [("at least ten", "50"), ("12.5", "50"), ('">= 70 %"', "70")]
)
def test_a_range_is_advised_with_the_number_that_was_meant(written, advised):
    text = SMALL + f"outcomes:\n  best: {{when: {{joint_gain: {written}}}, title: A, text: B.}}\n"
    (found,) = [d for d in read_text(text, "small").diagnostics if d.code == "FMT06"]
    assert f"at_least: {advised}" in found.help
