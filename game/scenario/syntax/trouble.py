"""Where a YAML parser stopped, and what the rules share in putting it into plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from game.scenario.diagnostics import Place
from game.scenario.intake import Fault

KEY = re.compile(
    r"""(?P<indent>\s*)(?P<dashes>(?:-\s+)*)
        (?P<key>"[^"]*"|'[^']*'|[^\s"'\[\]{},#&*!|>%@`-][^\n]*?|-[^\s:][^\n]*?)
        \s*(?P<colon>:)(?P<space>\s+|$)""",
    re.VERBOSE,
)
GLUED = re.compile(r"""\s*(?:-\s+)*(?P<key>[\w ]+):(?P<rest>[^\s:/].*)""")


@dataclass(frozen=True)
class Trouble:
    """Where a parser stopped, and why. Lines and columns count from 0 here."""

    problem: str
    line: int
    column: int
    context: str
    from_line: int
    from_column: int
    lines: list[str]

    @cached_property
    def text(self) -> str:
        return self.line_at(self.line)

    @cached_property
    def before(self) -> str:
        return self.text[: self.column]

    @cached_property
    def above(self) -> int | None:
        """The nearest line above that is neither blank nor a comment."""
        for number in range(min(self.line, len(self.lines)) - 1, -1, -1):
            stripped = self.lines[number].strip()
            if stripped and not stripped.startswith("#"):
                return number
        return None

    @cached_property
    def found(self) -> str:
        """What the parser met instead of what it expected."""
        match = re.search(r"(?:found|got) '(.*)'", self.problem)
        return match[1] if match else ""

    def line_at(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def place(self, line: int, column: int, width: int = 1) -> Place:
        """The place, drawn back to the end of the text where the parser ran past it."""
        while line > 0 and (line >= len(self.lines) or not self.lines[line].strip()):
            line -= 1
            column = len(self.line_at(line).rstrip())
        return Place(line + 1, min(column, len(self.line_at(line))) + 1, width)

    def rest_of_line(self, line: int, column: int) -> Place:
        return self.place(line, column, max(1, len(self.line_at(line).rstrip()) - column))

    def here(self) -> Place:
        return self.place(self.line, self.column)

    def origin(self) -> Place:
        return self.place(self.from_line, self.from_column)


def needs_quotes(t: Trouble, line: int, column: int, code: str = "SYN07") -> Fault:
    sign = t.line_at(line)[column : column + 1]
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    advice = "If it is meant as text, put the whole value in quotation marks."
    if limit := re.match(r">=?\s*(\d+)", t.line_at(line)[column:]):
        advice = f"A limit is written {{at_least: {limit[1]}}}. {advice}"
    return Fault(
        code,
        t.place(line, column),
        f"A value cannot start with {shown}, which has a meaning of its own in YAML.",
        advice,
    )


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"
