"""Lines as a person types them at a terminal, or as a file or pipe brings them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

from game.plain.lines import forgiving

MARK = "> "


class Keyboard:
    """Lines typed at a terminal, edited and recalled by the arrow keys where the system can."""

    def __init__(self) -> None:
        with suppress(ImportError):  # Windows edits its lines by itself
            import readline  # noqa: F401

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            return input(MARK)
        except EOFError:
            raise StopIteration from None

    def isatty(self) -> bool:
        """A person sits there."""
        return True


def standard_lines() -> Iterator[str]:
    """The lines of standard input."""
    return Keyboard() if sys.stdin.isatty() else forgiving(sys.stdin)


def is_typed(lines: Iterable[str]) -> bool:
    """Whether a person types these lines, who can be asked something."""
    isatty = getattr(lines, "isatty", None)
    return isatty is not None and bool(isatty())
