"""What is wrong with a file, where, and what to do about it.

A `Diagnostic` is complete in itself: whoever shows it needs neither the file nor the catalogue.
The codes are explained in `game.scenario.catalogue`; the analysis of a scenario adds its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]

Path = tuple[str | int, ...]
"""Where something stands in the data: keys, and positions in lists."""


class Place(NamedTuple):
    """Where something stands in the text: line and column from 1, width in characters."""

    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding on one file.

    `excerpt` is the line of the file, without its line break and safe to print; `width` counts the
    characters that the finding is about, from `column` on. `unreadable` marks the case in which
    the file itself could not be read at all, which `check` answers with exit code 2.
    """

    file: str
    code: str
    severity: Severity
    line: int
    column: int
    message: str
    help: str = ""
    excerpt: str = ""
    width: int = 1
    unreadable: bool = False

    @property
    def is_error(self) -> bool:
        """Whether the scenario cannot be played because of it."""
        return self.severity == "error"

    def at(self, place: Place, excerpt: str = "") -> Diagnostic:
        """The same finding somewhere else."""
        return replace(
            self, line=place.line, column=place.column, width=place.width, excerpt=excerpt
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding before it is tied to a file: it points into the data, not yet into the text.

    With `at_key` it is about the last key of the path, else about the value there.
    """

    path: Path
    code: str
    message: str
    help: str = ""
    severity: Severity = "error"
    at_key: bool = False


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """As they stand in the file, errors first where two share a place, no finding twice."""
    unique = dict.fromkeys(diagnostics)
    return tuple(
        sorted(unique, key=lambda d: (d.file, d.line, d.column, d.severity, d.code, d.message))
    )


def has_errors(diagnostics: Sequence[Diagnostic]) -> bool:
    """Whether there is anything but warnings."""
    return any(d.is_error for d in diagnostics)
