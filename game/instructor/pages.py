"""Writes what the documentation owes to the code: diagnostics, the reference, the facts.

    python -m game.instructor.pages

The pages are drawn from the catalogue of diagnostics and from the model of the format. A test tells
when those in the repository are no longer what this writes.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill

from game.analysis.sense import examined
from game.instructor.check import human, plain
from game.instructor.facts import facts_page
from game.instructor.reference import reference
from game.scenario.catalogue import CATALOGUE, Entry
from game.scenario.diagnostics import Diagnostic
from game.scenario.library import shipped_folder
from game.scenario.reader import read_scenario

DOCS = shipped_folder().parent / "docs"

FAMILIES = {
    "FIL": "The file",
    "SYN": "How YAML is written",
    "FMT": "Keys and values",
    "REF": "Ids that lead nowhere",
    "CON": "Conditions",
    "EVT": "Events",
    "OUT": "Endings",
    "SRC": "Sources",
    "CLS": "Clauses",
    "NAM": "Names",
    "TXT": "Room on the screen",
    "BRF": "Briefs",
    "MRK": "The mark",
    "ZOP": "Agreements",
    "HOM": "The homes",
    "RED": "Red lines",
    "OPT": "Options",
    "ITM": "Items",
    "TRD": "Trades",
    "LNK": "Links",
    "VAR": "Variants",
    "CAM": "Campaigns",
}

NOTE = "<!-- Written by `python -m game.instructor.pages`; do not edit. -->\n"

CONTEXT, MOST_LINES, MOST_COLUMNS = 2, 16, 100


def pages() -> dict[str, str]:
    """Every written page: its path below `docs`, and its text."""
    told = {code: _told(entry) for code, entry in CATALOGUE.items()}
    return {
        "reference.md": reference(),
        "facts.md": facts_page(),
        "diagnostics/README.md": _index(told),
        **{f"diagnostics/{code}.md": _page(CATALOGUE[code], told[code]) for code in CATALOGUE},
    }


def write(folder: Path) -> list[str]:
    """Writes all pages below a folder, deletes those of codes that are gone, names what changed."""
    wanted = pages()
    changed = []
    for name, text in wanted.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    for path in folder.glob("diagnostics/*.md"):
        if f"diagnostics/{path.name}" not in wanted:
            path.unlink()
            changed.append(f"diagnostics/{path.name}")
    return changed


def _told(entry: Entry) -> Diagnostic:
    """What `check` says of the example, as a file of its own bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "summit.yaml"
        if entry.example:
            path.write_bytes(entry.content)
        found = examined(read_scenario(path)).diagnostics
    return replace(next(d for d in found if d.code == entry.code), file=path.name)


def _index(told: dict[str, Diagnostic]) -> str:
    parts = [
        "# What `check` says\n",
        NOTE,
        "`sidelines check FILE` finds every fault of a scenario at once. Each kind has a code with "
        "a page of its own: what it means, an example, and the example mended.\n",
        "An **error** keeps the summit from being played. A **warning** does not: it tells what "
        "would disappoint a class, and you decide. Warnings about agreements, homes, trades and "
        "endings are proved with exact sums over all texts that could be agreed; where the agenda "
        "is too large for a proof, nothing is claimed.\n",
    ]
    for family, title in FAMILIES.items():
        parts.append(f"## {title}\n")
        parts.append("| code | what | |\n|---|---|---|")
        parts += [
            f"| [{code}]({code}.md) | {CATALOGUE[code].title} | {told[code].severity} |"
            for code in sorted(CATALOGUE)
            if code.startswith(family)
        ]
        parts.append("")
    return "\n".join(parts)


def _page(entry: Entry, told: Diagnostic) -> str:
    parts = [
        f"# {entry.code}: {entry.title}\n",
        NOTE,
        f"{told.severity.capitalize()}. {entry.why}\n",
    ]
    if entry.example:
        wrong, right = (_shortened(text) for text in entry.around(CONTEXT))
        parts += [f"## The fault\n\n```yaml\n{wrong}\n```\n"]
    parts.append(f"## What `check` says\n\n```\n{_said(told)}\n```\n")
    if entry.example:
        parts.append(f"## Mended\n\n```yaml\n{right}\n```\n")
    parts.append("[All codes](README.md) · [The format](../reference.md)\n")
    return "\n".join(parts)


def _said(told: Diagnostic) -> str:
    """The finding as `check` prints it; sentences are wrapped, the line of the file is cut."""
    lines = "\n".join(plain(line) for line in human(told)).rstrip().splitlines()
    return "\n".join(
        _line(line) if " │ " in line else fill(line, MOST_COLUMNS, subsequent_indent="  ")
        for line in lines
    )


def _shortened(text: str) -> str:
    """A passage that fits a page and is safe to print: long lines and long passages are cut."""
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        half = MOST_LINES // 2
        lines = [*lines[:half], "…", *lines[-half:]]
    return "\n".join(_line(line) for line in lines)


def _line(line: str) -> str:
    shown = "".join(
        c if c.isprintable() else "<tab>" if c == "\t" else f"<U+{ord(c):04X}>" for c in line
    )
    return shown if len(shown) <= MOST_COLUMNS else shown[: MOST_COLUMNS - 1] + "…"


def main() -> None:
    """Writes the pages of this repository."""
    changed = write(DOCS)
    print("\n".join(f"docs/{name}" for name in changed) or "All pages are as they should be.")


if __name__ == "__main__":
    main()
