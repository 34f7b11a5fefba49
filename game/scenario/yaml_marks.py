"""Where the data of a file stands in its text."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.diagnostics import Path, Place


@dataclass(slots=True, eq=False)
class Mark:
    """One value of the file with its place, its key's place and the marks of what is in it.

    `raw` is the text of a scalar as it was understood, before `12` became a number; None for
    blocks and lists. `plain` tells an unquoted scalar. `broken` says that a finding on this value
    was made already, so that nothing more needs to be said about it.
    """

    value: Place
    key: Place | None = None
    raw: str | None = None
    plain: bool = False
    broken: bool = False
    entries: dict[str, Mark] | list[Mark] | None = None

    @property
    def place(self) -> Place:
        """Where to point at: a scalar at its value, a block or an empty value at its key."""
        if self.key is not None and (self.raw is None or (self.plain and not self.raw)):
            return self.key
        return self.value

    def step(self, part: str | int) -> Mark | None:
        """The mark one step down, if there is one."""
        if isinstance(self.entries, dict):
            return self.entries.get(part) if isinstance(part, str) else None
        if isinstance(self.entries, list) and isinstance(part, int) and part < len(self.entries):
            return self.entries[part]
        return None

    def nearest(self, path: Path) -> Mark:
        """The mark at the path, or of the deepest part of it that the file has."""
        mark = self
        for part in path:
            below = mark.step(part)
            if below is None:
                break
            mark = below
        return mark

    def find(self, path: Path) -> Mark | None:
        """The mark at exactly this path, if the file has it."""
        mark: Mark | None = self
        for part in path:
            if mark is None:
                return None
            mark = mark.step(part)
        return mark
