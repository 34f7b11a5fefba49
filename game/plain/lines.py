"""Lines in and out: what is typed is scrubbed, what cannot be written is replaced."""

from __future__ import annotations

import io
from typing import TextIO

from game.summit.moves import Choices, Link, Move, Propose, Terms


def forgiving(stream: TextIO) -> TextIO:
    """The same stream, with a question mark for what its encoding does not know."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream


def packages_of(move: Move) -> tuple[Terms, ...]:
    """What a move of the student would have signed, package by package."""
    if isinstance(move, Propose):
        return (move.terms,)
    if isinstance(move, Link):
        return ((move.give, move.want),)
    return move.packages if isinstance(move, Choices) else ()


def scrub(text: str) -> str:
    """A typed line without control characters."""
    return "".join(c if c.isprintable() else " " for c in text).strip()
