"""Lines in and out: what is typed is scrubbed, what is told is labelled."""

from __future__ import annotations

import io
from typing import TextIO

from game.summit.moves import Choices, Link, Move, Propose, Terms
from game.wording.lines import Line, Narrator


def forgiving(output: TextIO) -> TextIO:
    """The same output, which writes a question mark for what its encoding does not know."""
    if isinstance(output, io.TextIOWrapper):
        output.reconfigure(errors="replace")
    return output


def packages_of(move: Move) -> tuple[Terms, ...]:
    """What a move of the student would have signed, package by package."""
    if isinstance(move, Propose):
        return (move.terms,)
    if isinstance(move, Link):
        return ((move.give, move.want),)
    return move.packages if isinstance(move, Choices) else ()


def spoken(narrator: Narrator, line: Line) -> str:
    """A line of the narration, labelled with its minute and speaker."""
    label = f"Minute {line.minute}."
    if line.kind == "speech" and line.speaker is not None:
        return f"{label} {narrator.names.address(line.speaker)}: {line.text}"
    if line.kind == "private":
        return f"{label} For you alone: {line.text}"
    return f"{label} {line.text}"


def scrub(text: str) -> str:
    """A typed line without control characters."""
    return "".join(c if c.isprintable() else " " for c in text).strip()
