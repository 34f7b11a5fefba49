"""A class gets chairs and variants by lot: even, blind, the same every time."""

import csv
import json
import shlex

import pytest

from game.instructor.document import html
from game.instructor.roster import drawn, run_roster
from game.instructor.students import students_of
from game.scenario.library import UnusableError
from tests.processes import sidelines
from tests.scenario_files import small_scenario, write_small

NAMES = [f"s{number}" for number in range(101)]


def lots(names=NAMES, seed=0):
    return drawn(names, small_scenario(), "small", seed)


def test_chairs_are_even_and_both_are_played_on_the_same_figures():
    found = lots()
    north = sum(lot.party == "north" for lot in found)
    assert abs(north - (len(found) - north)) == 1
    for one, other in zip(found[::2], found[1::2], strict=False):
        assert {one.party, other.party} == {"north", "south"}
        assert one.variant == other.variant
    variants = [lot.variant for lot in found[::2]]
    assert len(set(variants)) == len(variants) and 0 not in variants
    firsts = {lot.party for lot in found[::2]}
    assert firsts == {"north", "south"}, "luck decides who of two gets which chair"


def test_the_lots_hang_on_the_seed_and_stay_when_somebody_joins():
    assert lots() == lots()
    assert lots(seed=1) != lots(seed=2)
    assert lots([*NAMES[:10], "late"])[:10] == lots(NAMES[:10])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Kim Minji\n\n  Sato, Yuki \n"),
        ("a.yaml", "- Kim Minji\n- Sato, Yuki\n"),
        ("a.csv", 'Kim Minji\n"Sato, Yuki"\n'),
        ("a.csv", "mail;Student;group\na@b;Kim Minji;1\nc@d;Sato, Yuki;2\n"),
        ("a.tsv", "Number\tNAME\tgroup\nKim Minji\tx\t1\nSato, Yuki\ty\t2\n"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_rosters_are_read_as_teachers_keep_them(tmp_path, name, content, encoding):
    path = tmp_path / name
    path.write_bytes(content.replace("\n", "\r\n").encode(encoding))
    assert students_of(path) == ["Kim Minji", "Sato, Yuki"]


def test_accented_names_are_read_from_a_western_table(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("Hélène\nRenée\nMüller\n".encode("cp1252"))
    assert students_of(path) == ["Hélène", "Renée", "Müller"]


@pytest.mark.parametrize(
    ("names", "encoding", "said"),
    [
        ("김민수\n이영희\n", "cp949", "the Korean Windows encoding"),
        ("さとう ゆき\n", "cp932", "the Japanese Windows encoding"),
        ("王伟\n李娜\n", "gb18030", "the Chinese encoding"),
        ("田中 太郎\n山田 花子\n", "cp932", "UTF-8"),
    ],
)
def test_a_roster_in_another_encoding_is_refused_and_never_garbled(tmp_path, names, encoding, said):
    path = tmp_path / "a.csv"
    path.write_bytes(names.encode(encoding))
    with pytest.raises(UnusableError, match=said):
        students_of(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", "\n \n", "names nobody"),
        ("a.txt", "Kim\nSato\nKim\n", "Kim stands twice"),
        ("a.txt", "K" * 90, "too long for a name"),
        ("a.yaml", "students: Kim\n", "should be a list"),
        ("a.yaml", "- [Kim\n", "line "),
        ("none.csv", None, "cannot be read"),
        ("a.xlsx", "PK\x03\x04 a workbook", "a document of another program"),
    ],
)
def test_what_is_wrong_with_a_roster_is_said(tmp_path, name, content, said):
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(UnusableError, match=said):
        students_of(path)


def test_the_command_carries_the_name_to_the_journal_and_to_the_report(tmp_path):
    path = write_small(tmp_path)
    name = 'Ann "O\'Hara" $1'
    (lot,) = drawn([name], small_scenario(), str(path), 3)
    words = shlex.split(lot.command)
    assert words[0] == "sidelines"
    journal = tmp_path / "kept.jsonl"
    text = "ready\nopen river\nconclude\nrefuse\n"
    done = sidelines(tmp_path, *words[1:], "--plain", "--journal", str(journal), text=text)
    assert done.returncode == 0, done.stderr
    head = json.loads(journal.read_text("utf-8").split("\n")[0])["c"]
    assert (head["student"], head["role"], head["variant"]) == (name, lot.party, lot.variant)


def test_pages_and_the_key(tmp_path, capsys):
    path = write_small(tmp_path)
    roster = tmp_path / "class.txt"
    roster.write_text("Kim\n<b>Sato</b>\n=1+1\n", "utf-8")
    assert run_roster(roster, str(path), (), 4, tmp_path / "out") == 0
    rows = list(csv.DictReader((tmp_path / "out" / "key.csv").open(encoding="utf-8-sig")))
    assert [row["student"] for row in rows] == ["Kim", "<b>Sato</b>", "'=1+1"]
    for number, row in enumerate(rows, start=1):
        page = (tmp_path / "out" / f"{number:03}.html").read_text("utf-8")
        other = "south" if row["chair"] == "north" else "north"
        assert f"--as {row['chair']}" in page and f"--as {other}" not in page
    whole = (tmp_path / "out" / "class.html").read_text("utf-8")
    assert whole.count('class="sheet"') == 3 and "&lt;b&gt;Sato" in whole and "<script" not in whole
    assert "no `variation:`" in capsys.readouterr().err
    with pytest.raises(UnusableError, match="has a key already"):
        run_roster(roster, str(path), (), 5, tmp_path / "out")


def test_a_brief_shows_the_points_of_its_variant(tmp_path):
    plain = sidelines(tmp_path, "brief", "seoul-summit", "--as", "korea").stdout
    one = sidelines(tmp_path, "brief", "seoul-summit", "--as", "korea", "--variant", "3").stdout
    assert "Variant 3." in one and "Variant" not in plain
    changed = [(a, b) for a, b in zip(plain.split("\n"), one.split("\n"), strict=True) if a != b]
    assert len(changed) > 5 and all(" points" in b or "Variant" in b for _, b in changed)


def test_a_brief_as_a_page_says_what_the_markdown_says(tmp_path):
    page = sidelines(
        tmp_path, "brief", "seoul-summit", "--as", "japan", "--format", "html"
    ).stdout  # fmt: skip
    plain = sidelines(tmp_path, "brief", "seoul-summit", "--as", "japan").stdout
    assert page.startswith("<!doctype html>")
    assert page.count("<li>") == plain.count("\n- ") and page.count("<h3>") == plain.count("\n### ")


def test_words_from_the_right_keep_to_themselves_in_a_line_from_the_left():
    assert html("a: كلّه هذا العام, 2 <points>") == "a: <bdi>كلّه هذا العام</bdi>, 2 &lt;points&gt;"
    assert html("كلّه هذا العام, 2") == "كلّه هذا العام, 2"
    assert html("a: 모두, 2") == "a: 모두, 2"
