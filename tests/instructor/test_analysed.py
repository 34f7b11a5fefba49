"""The analysis for people: a drawing, the same in sentences, and which numbers to change."""

from itertools import pairwise

import pytest
from rich.console import Console
from rich.text import Text

from game.analysis import measures
from game.analysis.table import table_of
from game.instructor import analysed
from game.instructor.analyse import analysis
from game.instructor.analysed import described
from game.instructor.paper import tell
from game.scenario.reader import read_text
from tests.processes import sidelines
from tests.scenario_files import SMALL, small_scenario, write_small


def told(scenario, width=None):
    return [str(line) for line in described(scenario, table_of(scenario), width)]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_drawing_fits_its_width_and_has_every_sign(width):
    lines = told(small_scenario(), width)
    start = next(n for n, line in enumerate(lines) if "▲" in line)
    end = next(n for n, line in enumerate(lines) if "▶" in line)
    drawing = lines[start : end + 1]
    assert max(map(len, drawing)) <= min(width, 80)
    assert any("H" in line for line in drawing) and any("N" in line for line in drawing)
    assert lines[start].endswith("South") and lines[end].endswith("North")


def test_without_a_drawing_the_sentences_say_the_same():
    with_drawing, without = told(small_scenario(), 80), told(small_scenario())
    assert not any("▲" in line for line in without)
    assert [line for line in with_drawing if line in without and line] == [
        line for line in without if line
    ]
    text = "\n".join(without)
    assert "The line is the frontier" in text and "N  Nash point: North" in text
    assert "H  Splitting every item by itself: North" in text
    assert "   Its wordings: The river: Share the water; Trade: By half; Visas: For all." in text


def test_the_numbers_to_change_are_named_in_the_words_of_the_file():
    lines = told(small_scenario())
    at = lines.index(next(line for line in lines if line.startswith("Texts that both could sign")))
    assert "north's walk_away from 10 to" in "\n".join(lines[at:])
    assert "points for " in "\n".join(lines[at:])
    assert any(line.startswith("  fewer: ") for line in lines[at:])
    assert any(line.startswith("  more: ") for line in lines[at:])


def test_of_a_very_large_summit_it_is_said_that_they_were_not_tried(monkeypatch):
    monkeypatch.setattr(analysed, "MOST_PACKAGES", 10)
    assert "is not tried here" in told(small_scenario())[-1]


def test_of_a_very_large_summit_what_was_not_counted_is_named(monkeypatch):
    monkeypatch.setattr(measures, "MOST_STEPS", 30)
    table = table_of(small_scenario())
    text = "\n".join(told(small_scenario()))
    assert "it would take long: the zone of possible agreement." in text
    assert "North could carry home 36 of " in text and "Zone of" not in text
    shares = analysis(small_scenario(), table)
    assert shares["zopa"] == {"agreements": None, "of": 48}
    assert shares["win_sets"]["overlap"] == {"agreements": 36, "of": 48}


def test_where_links_couple_more_than_can_be_gone_through_nothing_is_begun(tmp_path):
    items = [f"item{n}" for n in range(8)]
    agenda = "".join(
        f"  {item}:\n    title: T\n    options:\n"
        + "".join(f"      o{n}: {{label: L, clause: c, points: {{}}}}\n" for n in range(8))
        for item in items
    )
    links = "".join(
        f"  - {{when: {{agreed: {{{one}: o1, {other}: o1}}}}, points: {{north: 1}}, because: B}}\n"
        for one, other in pairwise(items)
    )
    text = SMALL[: SMALL.index("agenda:")] + f"agenda:\n{agenda}links:\n{links}"
    done = sidelines(tmp_path, "analyse", str(write_small(tmp_path, text)))
    assert done.returncode == 2 and "make 43,046,721 combinations" in done.stderr, done.stderr
    assert "Link fewer items with one another" in done.stderr


def test_where_nothing_can_be_agreed_that_is_said():
    poor = read_text(SMALL.replace("walk_away: 10", "walk_away: 60"), "poor").scenario
    text = "\n".join(told(poor, 80))
    assert "No text without a red line leaves both" in text
    assert "Texts that both could sign: no number, changed by up to 10" in text


def test_a_reader_of_lines_is_not_given_a_drawing(tmp_path):
    for spoken in ("", "1"):
        done = sidelines(tmp_path, "analyse", "ministers-call", ACCESSIBLE=spoken)
        assert ("▲" in done.stdout) == (not spoken)


def test_on_a_terminal_lines_are_wrapped_by_words_and_keep_their_indent():
    console = Console(width=30, force_terminal=True, color_system=None, highlight=False)
    with console.capture() as capture:
        tell(console, "  fewer: raise korea's walk_away from 34 to 37")
        tell(console, "")
        tell(console, Text("서울정상회담 首脳会談 서울정상회담 首脳会談"))
    lines = capture.get().split("\n")
    assert lines[:4] == [
        "  fewer: raise korea's",
        "  walk_away from 34 to 37",
        "",
        "서울정상회담 首脳会談",
    ]
