"""`check`: every fault of scenario files, for people, for editors, for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from game.analysis.sense import examined
from game.scenario.diagnostics import Diagnostic
from game.scenario.reader import read_scenario

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
        console = Console(highlight=False, soft_wrap=True)
        for d in found:
            console.print(human(d))
        console.print(summary(files, found), markup=False)
    sys.stdout.flush()
    if any(d.unreadable for d in found):
        return EXIT_UNREADABLE
    return EXIT_ERRORS if any(d.is_error for d in found) else EXIT_OK


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


def human(d: Diagnostic) -> Text:
    """A finding as a small paragraph: place, message, the line with a caret, what to do."""
    style = "bold red" if d.is_error else "bold yellow"
    text = Text.assemble(
        (f"{d.severity} {d.code}", style), f"  {d.file}, line {d.line}, column {d.column}\n"
    )
    text.append(f"  {d.message}\n", "bold")
    if d.excerpt:
        number = str(d.line)
        # The caret stands by cells, not characters: the files may be Korean or Japanese.
        before = cell_len(d.excerpt[: d.column - 1])
        width = max(1, cell_len(d.excerpt[d.column - 1 : d.column - 1 + d.width]))
        text.append(f"  {number} │ {d.excerpt}\n", "dim")
        text.append(f"  {' ' * len(number)} │ {' ' * before}{'^' * width}\n", style)
    if d.help:
        text.append(f"  {d.help}\n")
    return text


def summary(files: Sequence[str], found: Iterable[Diagnostic]) -> str:
    """How many files, errors and warnings."""
    errors = sum(d.is_error for d in found)
    warnings = sum(not d.is_error for d in found)
    checked = "1 file" if len(files) == 1 else f"{len(files)} files"
    if not errors and not warnings:
        return f"{checked}: no faults."
    pages = "Each code has a page in docs/diagnostics."
    return f"{checked}: {_count(errors, 'error')}, {_count(warnings, 'warning')}. {pages}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
