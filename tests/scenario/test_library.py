"""The library of scenarios: names, nearest names, broken files, and a quick first look."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.scenario import library
from tests.scenario_files import SMALL, write_small


@pytest.fixture(autouse=True)
def _no_own_scenarios(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "own_folder", lambda: tmp_path / "own")


def test_a_scenario_is_found_by_name_and_by_path(tmp_path: Path) -> None:
    path = write_small(tmp_path)
    assert library.find("small", [tmp_path]) == path
    assert library.find(str(path)) == path
    assert library.find("seoul-summit").name == "seoul-summit.yaml"


def test_a_name_that_is_not_there_brings_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(library.UnknownScenarioError) as raised:
        library.find("seul-sumit", [tmp_path])
    assert raised.value.nearest == ("seoul-summit",)
    assert "Did you mean seoul-summit?" in str(raised.value)
    with pytest.raises(library.UnknownScenarioError) as raised:
        library.find("qqqq", [tmp_path])
    assert raised.value.nearest == ()
    assert "seoul-summit" in str(raised.value)


def test_a_file_named_without_its_ending_is_the_nearest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("orla.yaml").write_text("title: The Orla\n", encoding="utf-8")
    with pytest.raises(library.UnknownScenarioError) as raised:
        library.find("orla")
    assert raised.value.nearest == ("orla.yaml",)


def test_a_folder_named_besides_comes_before_the_shipped_one(tmp_path: Path) -> None:
    mine = tmp_path / "seoul-summit.yaml"
    mine.write_text(SMALL, encoding="utf-8")
    (entry,) = (e for e in library.entries([tmp_path]) if e.id == "seoul-summit")
    assert (entry.path, entry.title) == (mine, "Two rivers")


def test_the_head_tells_title_summary_and_parties(tmp_path: Path) -> None:
    path = write_small(tmp_path, SMALL.replace("title: Two", "summary: A ford.\ntitle: Two"))
    entry = library.read_head(path)
    assert (entry.title, entry.summary) == ("Two rivers", "A ford.")
    assert entry.parties == (("north", "North"), ("south", "South"))
    assert (entry.kind, entry.fault) == ("scenario", None)


@pytest.mark.parametrize(
    "content", [b"title: 'a", b"[" * 60_000, b"title: a: b: c", b"\x00\x01\x02", b"\ttitle: x"]
)
def test_a_broken_file_is_listed_with_its_fault(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.yaml").write_bytes(content)
    (entry,) = (e for e in library.entries([tmp_path]) if e.id == "broken")
    assert entry.fault is not None
    assert entry.fault.startswith("cannot be read: ")
    assert entry.title


@pytest.mark.parametrize("content", [b"", b"hello", b"- a\n- b\n", b"\xff\xfe\x00", b"a: *b\n"])
def test_any_other_file_is_listed_under_its_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.yaml").write_bytes(content)
    (entry,) = (e for e in library.entries([tmp_path]) if e.id == "odd")
    assert entry.title == "odd"


def test_a_title_cannot_steer_the_terminal(tmp_path: Path) -> None:
    text = SMALL.replace("title: Two rivers", 'title: "Two\\e[31m\\u202erivers"')
    assert library.read_head(write_small(tmp_path, text)).title == "Two [31m rivers"


def test_the_list_of_scenarios_needs_no_model_of_the_format(tmp_path: Path) -> None:
    write_small(tmp_path)
    program = (
        "import sys; from pathlib import Path; from game.scenario import library; "
        "titles = [e.title for e in library.entries([Path(sys.argv[1])])]; "
        "assert 'Two rivers' in titles, titles; "
        "print([name for name in sys.modules if name.split('.')[0] == 'pydantic'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=Path(library.__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_the_list_begins_with_the_shortest_and_ends_with_campaigns(tmp_path: Path) -> None:
    write_small(tmp_path, SMALL.replace("minutes: 40", "minutes: 5"))
    (tmp_path / "aaa.yaml").write_text("title: Nothing said of its length\n", encoding="utf-8")
    found = library.entries([tmp_path])
    known = [entry.plays_in or entry.minutes for entry in found if entry.kind == "scenario"]
    assert found[0].id == "small" and known.pop() is None
    assert known == sorted(map(int, filter(None, known)))
    assert all(e.teaches and e.plays_in for e in found if e.path.parent != tmp_path)
    assert [entry.id for entry in found[-2:]] == ["aaa", "five-meetings"]


def test_a_name_that_cannot_be_a_path_is_unknown_and_no_crash(tmp_path: Path) -> None:
    for name in ("a" * 5000, "a\0b", ""):
        with pytest.raises(library.UnknownScenarioError):
            library.find(name, [tmp_path, tmp_path / "not-there"])


def test_only_files_are_listed_and_one_that_repeats_itself_with_its_fault(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "alias.yaml").write_text("x: &a 1\ny: *a\ntitle: T\n", encoding="utf-8")
    found = {e.id: e.fault for e in library.entries([tmp_path]) if e.path.parent == tmp_path}
    assert list(found) == ["alias"]
    assert found["alias"] is not None
