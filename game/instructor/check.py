"""`check`: every fault of scenario files, for people, for editors, for machines."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from game.analysis.sense import examined
from game.scenario.diagnostics import Diagnostic
from game.scenario.reader import read_scenario
from game.wording.faults import counted, quoted_line

EXIT_OK, EXIT_ERRORS, EXIT_UNREADABLE = 0, 1, 2


def run_check(files: Sequence[str], style: str) -> int:
    """Prints the faults of all files; 0 none but warnings, 1 errors, 2 a file not to be read."""
    found = [d for file in files for d in examined(read_scenario(file)).diagnostics]
    if style == "json":
        print(json.dumps([as_json(d) for d in found], ensure_ascii=False, indent=2))
    elif style == "concise":
        for d in found:
            print(f"{d.file}:{d.line}:{d.column}: {d.code} {d.message}")
    else:
        _tell(found, summary(files, found))
    sys.stdout.flush()
    if any(d.unreadable for d in found):
        return EXIT_UNREADABLE
    return EXIT_ERRORS if any(d.is_error for d in found) else EXIT_OK


Line = tuple[tuple[str, str], ...]
"""A line in pieces: (text, its style)."""


def _tell(found: Iterable[Diagnostic], last: str) -> None:
    """Prints the findings and a last line, with colour where a person reads."""
    if not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        for d in found:
            for line in human(d):
                print(plain(line))
        print(last)
        return
    # Named here: in a pipe they would take a tenth of the time of a check.
    from rich.text import Text

    from game.instructor.paper import paper, tell

    console = paper()
    for d in found:
        for line in human(d, console.width):
            tell(console, Text.assemble(*line))
    tell(console, last)


def plain(line: Line) -> str:
    """The text of a line alone."""
    return "".join(text for text, _ in line)


def as_json(d: Diagnostic) -> dict[str, object]:
    """A finding with the keys that others rely on."""
    return {
        "file": d.file,
        "code": d.code,
        "severity": d.severity,
        "line": d.line,
        "column": d.column,
        "message": d.message,
        "help": d.help,
    }


def human(d: Diagnostic, room: int | None = None) -> Iterator[Line]:
    """A finding in lines: place, message, the line with a caret, what to do, a blank.

    With `room`, in cells, a long line of the file is shown from near the finding on.
    """
    style = "bold red" if d.is_error else "bold yellow"
    place = f"  {d.file}" + ("" if d.unreadable else f", line {d.line}, column {d.column}")
    yield (f"{d.severity} {d.code}", style), (place, "")
    yield ((f"  {d.message}", "bold"),)
    inside = None if room is None else room - len(f"  {d.line} │ ")
    for line, tone in zip(quoted_line(d, inside), ("dim", style), strict=False):
        yield ((f"  {line}", tone),)
    if d.help:
        yield ((f"  {d.help}", ""),)
    yield ()


def summary(files: Sequence[str], found: Iterable[Diagnostic]) -> str:
    """How many files, errors and warnings."""
    told = counted(found)
    checked = "1 file" if len(files) == 1 else f"{len(files)} files"
    if not told:
        return f"{checked}: no faults."
    return f"{checked}: {told}. Each code has a page in docs/diagnostics."
