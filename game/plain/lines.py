"""Lines in and out: what is typed is scrubbed, what cannot be written is replaced."""

from __future__ import annotations

import io
from typing import TextIO


def forgiving(stream: TextIO) -> TextIO:
    """The same stream, with a question mark for what its encoding does not know."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream


def scrub(text: str) -> str:
    """A typed line without control characters."""
    return "".join(c if c.isprintable() else " " for c in text).strip()
