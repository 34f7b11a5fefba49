"""The pages that are written from the code are those in the repository, and complete."""

import pytest

from game.analysis.sense import examined
from game.instructor.pages import DOCS, FAMILIES, pages, write
from game.instructor.reference import blocks, reference
from game.scenario.catalogue import CATALOGUE
from game.scenario.catalogue.complete import COMPLETE, COMPLETE_CAMPAIGN
from game.scenario.model import Scenario
from game.scenario.reader import read_text
from game.scenario.shape import keys_of


@pytest.fixture(scope="module")
def wanted():
    """The pages as the code would write them, drawn once."""
    return pages()


def test_the_pages_are_as_the_code_would_write_them(wanted):
    found = {
        str(path.relative_to(DOCS).as_posix()): path.read_text("utf-8")
        for path in (DOCS / "reference.md", DOCS / "facts.md", *(DOCS / "diagnostics").glob("*.md"))
        if path.exists()
    }
    stale = sorted(name for name in {*wanted, *found} if wanted.get(name) != found.get(name))
    assert not stale, "Write them anew with: python -m game.instructor.pages"


def test_every_code_has_a_page_and_a_place_in_the_index(wanted):
    index = wanted["diagnostics/README.md"]
    for code, entry in CATALOGUE.items():
        assert code[:3] in FAMILIES
        assert f"[{code}]({code}.md) | {entry.title}" in index
        assert wanted[f"diagnostics/{code}.md"].startswith(f"# {code}: {entry.title}\n")
    assert {code[:3] for code in CATALOGUE} == set(FAMILIES)


def test_pages_hold_nothing_that_a_terminal_would_obey(wanted):
    for text in wanted.values():
        assert all(line.isprintable() for line in text.split("\n"))


def test_writing_twice_changes_nothing_and_takes_old_pages_away(wanted, tmp_path, monkeypatch):
    monkeypatch.setattr("game.instructor.pages.pages", lambda: wanted)
    assert len(write(tmp_path)) == len(CATALOGUE) + 3
    assert write(tmp_path) == []
    (tmp_path / "diagnostics" / "OLD01.md").write_text("gone")
    assert write(tmp_path) == ["diagnostics/OLD01.md"]


def test_the_example_of_the_reference_has_every_key_and_no_fault():
    result = examined(read_text(COMPLETE, "complete"))
    assert [d.message for d in result.diagnostics] == []
    text = reference()
    for block in blocks(Scenario):
        section = text.split(f"\n## {block.__name__}\n")[1].split("\n## ")[0]
        for key in keys_of(block):
            assert f"| `{key}` | " in section, f"{key} of {block.__name__}"
        assert "| None |" not in section


def test_the_example_of_a_campaign_has_no_fault():
    result = examined(read_text(COMPLETE_CAMPAIGN, "complete"))
    assert [d.message for d in result.diagnostics] == []
    assert result.campaign is not None
