"""Findings on a file as lines of text: the place, the line with a caret, the way out."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from game.scenario.diagnostics import Diagnostic


def quoted_line(d: Diagnostic, room: int | None = None) -> tuple[str, ...]:
    """The line of the file and below it a caret under the finding; nothing where there is no line.

    The caret stands by cells, not characters: the files may be Korean or Japanese. With `room`, in
    cells, a long line is shown from near the finding on.
    """
    if not d.excerpt:
        return ()
    line, column = d.excerpt, d.column - 1
    if room is not None and cell_len(line) > room and column > room // 3:
        cut = column - room // 3
        line, column = f"…{line[cut + 1 :]}", column - cut
    before = cell_len(line[:column])
    width = max(1, cell_len(line[column : column + d.width]))
    if room is not None:
        while cell_len(line) > room:
            line = line[:-1]
        width = max(1, min(width, room - before))
    number = str(d.line)
    return (f"{number} │ {line}", f"{' ' * len(number)} │ {' ' * before}{'^' * width}")


def fault_lines(faults: Iterable[Diagnostic]) -> list[str]:
    """All findings, each in a few lines to be read in a row."""
    lines = []
    for d in faults:
        lines.append(
            f"{d.severity.capitalize()} {d.code}, line {d.line}, column {d.column}: {d.message}"
        )
        lines += [f"  {line}" for line in quoted_line(d)]
        lines += [f"  {d.help}"] if d.help else []
    return lines


def counted(faults: Iterable[Diagnostic]) -> str:
    """“1 error, 3 warnings”; empty where there is none."""
    found = list(faults)
    errors = sum(d.is_error for d in found)
    told = [(errors, "error"), (len(found) - errors, "warning")]
    return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in told if n)
