"""The guide does what it says: its files are written, its edits made, its commands run, in order.

In the documents, a fence of `yaml NAME` or `text NAME` writes a file; `diff NAME` changes lines of
one (those with − must be there); `console` runs each line that begins with `$ sidelines`,
and the lines below it must come in its output in this order. A line of “…” stands for anything.
"""

import os
import re
import shlex
import subprocess
import sys

import pytest

from game.scenario.library import shipped_folder

DOCS = shipped_folder().parent / "docs"
GUIDE = ("tutorial.md", "from-an-article.md", "how-to.md", "teaching.md")
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```", re.M | re.S)


def changed(text, diff):
    """A text with the lines of a diff taken out and put in, hunk by hunk."""
    for hunk in re.split(r"^@@.*\n", diff, flags=re.M):
        old = "".join(line[1:] for line in hunk.splitlines(True) if line[0] in " -")
        new = "".join(line[1:] for line in hunk.splitlines(True) if line[0] in " +")
        assert old and text.count(old) == 1, f"not once in the file:\n{old}"
        text = text.replace(old, new)
    return text


def run(folder, command):
    words = shlex.split(command)
    assert words[0] == "sidelines", command
    done = subprocess.run(
        [sys.executable, "-m", "game", *words[1:]],
        cwd=folder,
        input="",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={
            **os.environ,
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "PYTHONIOENCODING": "utf-8",
            "COLUMNS": "100",
        },
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def check_console(folder, text):
    output = ""
    for line in text.splitlines():
        if line.startswith("$ "):
            output = run(folder, line[2:])
        elif line.strip() not in ("", "…"):
            wanted = line.strip().rstrip("…").strip()
            assert wanted in output, f"{wanted!r} is not (or not in this place) in:\n{output}"
            output = output[output.index(wanted) + len(wanted) :]


@pytest.mark.parametrize("name", GUIDE)
def test_the_guide_does_what_it_says(name, tmp_path):
    text = (DOCS / name).read_text(encoding="utf-8")
    steps = FENCE.findall(text)
    assert any(kind == "console" for kind, _, _ in steps)
    for kind, file, body in steps:
        if kind == "console":
            check_console(tmp_path, body)
        elif kind == "diff":
            path = tmp_path / file
            path.write_text(changed(path.read_text("utf-8"), body), encoding="utf-8")
        elif file:
            (tmp_path / file).write_text(body, encoding="utf-8")


PAGES = [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page):
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (page.parent / target).exists(), target
