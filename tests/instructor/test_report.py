"""Reports of finished games: Markdown, HTML, JSON, and the class table."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from game.instructor.drawings import MARGIN, WIDTH
from game.instructor.report import as_data, class_table, load, markdown, row, table, without_names
from game.instructor.report_html import page
from game.scenario.reader import read_text
from game.summit.marks import total
from game.summit.notation import parse
from game.summit.session import Session
from game.wording.debrief import Section
from tests.processes import sidelines
from tests.scenario_files import SMALL, small_scenario

MOVES = [
    "prepare own=river,trade,visas theirs=river,trade walk_away=10 first=river:share,trade:mid",
    "ready", "open river", "ask visas", "explain river high share", "ask trade", "ask river",
    "propose river=share trade=mid visas=many", "propose river=share trade=low visas=many",
]  # fmt: skip


def finished(tmp_path, name="game", role="south", student=None, moves=MOVES, text=SMALL):
    session = Session.start(
        read_text(text).scenario, text=text, name="small", role=role, seed=2, student=student,
        journal=tmp_path / f"{name}.jsonl",
    )  # fmt: skip
    for text in [*moves, "conclude", "adopt", "press share"]:
        session.play(parse(text))
    for text in ("refuse", "accept", "conclude", "adopt", "press share"):
        if not session.over:
            session.play(parse(text))
    assert session.over
    session.play(parse("guess trade,river,visas"))
    session.play(parse("reflect I asked <b>late</b>."))
    return session.journal_path


def test_markdown_and_json_say_the_same(tmp_path):
    path = finished(tmp_path)
    told = sidelines(tmp_path, "report", str(path))
    assert told.returncode == 0, told.stderr
    for heading in ("## How it ended", "## Mark", "## Reflection", "## Transcript"):
        assert heading in told.stdout
    found = json.loads(sidelines(tmp_path, "report", str(path), "--format", "json").stdout)
    assert found["role"] == "south" and found["mark"]["of"] == 85
    assert found["mark"]["points"] == sum(m["points"] or 0 for m in found["mark"]["lines"])
    assert any(s["title"] == "What they really wanted" for s in found["sections"])


def test_in_markdown_the_clauses_are_numbered_and_the_other_lines_have_bullets(tmp_path):
    ending = Section("How it ended", ("The text:", "1. agreed to wait;", "2. agreed to meet."))
    text = markdown(replace(load(finished(tmp_path)), sections=(ending,)))
    assert "\n- The text:\n1. agreed to wait;\n2. agreed to meet.\n" in text


def test_the_page_is_whole_and_shows_text_as_text(tmp_path):
    html = page([load(finished(tmp_path, student="<i>Kim</i>"))])
    assert html.startswith("<!doctype html>") and "<svg" in html
    assert "&lt;i&gt;Kim" in html and "&lt;b&gt;late" in html
    assert "<script" not in html and "http" not in html.replace("http-equiv", "")


@pytest.mark.parametrize(
    ("undone", "told"),
    [(0, "level standard."), (1, "1 move was taken back."), (4, "4 moves were taken back.")],
)
def test_a_practice_game_says_so(tmp_path, undone, told):
    report = load(finished(tmp_path))
    report.session.undone = undone
    assert told in markdown(report) and f"{told}</p>" in page([report])


def test_the_class_table_has_a_line_for_each_student(tmp_path):
    one = finished(tmp_path, "one", student="=SUM(1)")
    two = finished(tmp_path, "two", role="north", student="Mina", moves=["ready", "open river"])
    done = sidelines(tmp_path, "report", str(one), str(two), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["student"] for row in rows] == ["'=SUM(1)", "Mina"]
    assert rows[1]["in_force"] == "False"
    assert "The class" in page([load(one), load(two)])


def test_the_class_table_has_shares_in_percent(tmp_path):
    report = load(finished(tmp_path))
    measures = replace(report.debrief.measures, own_result=(526, 684), joint_gain=926)
    entry = row(replace(report, debrief=replace(report.debrief, measures=measures)))
    assert (entry["own_result"], entry["joint_gain"]) == (68, 93)


def test_the_class_is_drawn_beside_what_both_could_sign(tmp_path):
    all_to_the_north = "points: {north: 25, south: 0}\n"
    never = "        red_line: {south: We cannot sign our river away.}\n"
    text = SMALL.replace(all_to_the_north, all_to_the_north + never)
    whole = page([load(finished(tmp_path, name, text=text)) for name in ("one", "two")])
    drawing = whole[: whole.index("</svg>")]
    ends = re.findall(r'class="tick" x="([0-9.]+)" y="([0-9.]+)"[^>]*>100<', drawing)
    assert [float(x) for x, _ in ends] == [WIDTH - MARGIN, MARGIN - 8]
    assert float(ends[1][1]) == MARGIN + 4


def test_the_class_table_says_which_summit_where_there_are_several(tmp_path):
    other = SMALL.replace("title: Two rivers", "title: Three rivers")
    one, two = load(finished(tmp_path, "one")), load(finished(tmp_path, "two", text=other))
    for both in (class_table([one, two]), page([one, two])):
        assert "South; Two rivers" in both and "South; Three rivers" in both
    assert "; Two rivers" not in class_table([one, one]) + page([one, one])


def test_preparation_and_process_are_marked(tmp_path):
    careful = load(finished(tmp_path, "careful")).marks
    careless = load(finished(tmp_path, "careless", moves=["ready", "open river"])).marks
    assert careful[0].points > careless[0].points == 0
    assert "first offer" in careful[0].why
    assert careful[1].points > careless[1].points
    assert total(careful)[1] == 85 and careful[-1].points is None


def test_a_choice_of_packages_is_an_offer_as_in_the_steps(tmp_path):
    moves = ["ready", "open river", "choices river=gauge trade=mid | river=share"]
    report = load(finished(tmp_path, "choice", moves=moves))
    own = [offer for offer in report.debrief.offers if offer.party == "south"]
    assert f"offers over several items: {len(own)} of {len(own)};" in report.marks[1].why


def test_a_game_that_goes_on_has_no_report(tmp_path):
    session = Session.start(
        small_scenario(), text=SMALL, name="small", role="south", journal=tmp_path / "open.jsonl"
    )
    done = sidelines(tmp_path, "report", str(session.journal_path))
    assert done.returncode == 2 and "has not ended" in done.stderr
    one = finished(tmp_path, "one", student="Kim")
    of_both = sidelines(tmp_path, "report", str(session.journal_path), str(one), "--format", "json")
    assert of_both.returncode == 2 and "Left out: The game in" in of_both.stderr
    assert [report["student"] for report in json.loads(of_both.stdout)] == ["Kim"]


def test_a_class_has_one_frontier_with_every_result_on_it(tmp_path):
    reports = []
    for name in ("kim", "sato"):
        (tmp_path / name).mkdir()
        reports.append(load(finished(tmp_path / name, student=name)))
    html = page(reports)
    head = html[: html.index("How it ended")]
    assert html.count('<div class="sheet">') == 3
    assert head.count("<svg") == 1 and "by its number in the table" in head
    assert html.count("<figcaption>The curves of concession") == 2


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("river:gauge,trade:mid,visas:some", "first offer ambitious and arguable"),
        ("river:gauge,trade:free", "first offer ambitious and hard to argue for"),
        ("river:all", "first offer modest and arguable"),
        ("", "no first offer planned"),
    ],
)
def test_a_planned_first_offer_is_judged_by_what_it_leaves_both(tmp_path, first, told):
    sheet = "prepare own=river walk_away=10" + (f" first={first}" if first else "")
    report = load(finished(tmp_path, moves=[sheet, "ready", "open river"]))
    assert report.marks[0].why.endswith(told)
    lines = [line for page in report.sections for line in page.lines]
    assert any("that you planned" in line for line in lines) == bool(first)


def test_without_names_nobody_is_named_in_any_form(tmp_path):
    paths = [finished(tmp_path, name, student=f"{name} Kim") for name in ("alpha", "beta")]
    reports = [load(path) for path in paths]
    hidden_ones = without_names(reports)
    for form in (
        table,
        class_table,
        page,
        lambda several: "".join(map(markdown, several)),
        lambda several: json.dumps([as_data(one) for one in several]),
    ):
        named, hidden = form(reports), form(hidden_ones)
        assert "alpha Kim" in named and "beta Kim" in named
        assert "alpha" not in hidden and "beta" not in hidden and "Kim" not in hidden
        assert "Student 1" in hidden and "Student 2" in hidden
    asked = sidelines(tmp_path, "report", *map(str, paths), "--format", "csv", "--without-names")
    assert asked.stdout == table(hidden_ones)
