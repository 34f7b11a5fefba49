"""The data of a file, walked without fear: what is missing or of another kind is simply empty.

The checks across a file run on this and not on the model, so that a file with a fault of the format
still gets all its other faults told at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from game.scenario.diagnostics import Path


class Node(NamedTuple):
    """A value of the file and where it stands."""

    value: Any
    path: Path = ()
    in_list: bool = False
    """Whether it is an entry of a list, or stands alone where a list may stand."""

    def at(self, *keys: str) -> Node:
        """The value below; a node without value where there is none."""
        node = self
        for key in keys:
            below = node.value.get(key) if isinstance(node.value, dict) else None
            node = Node(below, (*node.path, key))
        return node

    def has(self, key: str) -> bool:
        """Whether a block has this key with a value."""
        return isinstance(self.value, dict) and self.value.get(key) is not None

    def items(self) -> Iterator[tuple[str, Node]]:
        """The entries of a block or table, by key."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Node(value, (*self.path, key))

    def entries(self) -> Iterator[Node]:
        """The entries of a list; a plain value stands for a list of one."""
        if isinstance(self.value, tuple):
            for number, value in enumerate(self.value):
                yield Node(value, (*self.path, number), in_list=True)
        elif self.value is not None:
            yield self._replace(in_list=True)

    @property
    def text(self) -> str:
        return self.value if isinstance(self.value, str) else ""

    @property
    def number(self) -> int | None:
        whole = isinstance(self.value, int) and not isinstance(self.value, bool)
        return self.value if whole else None

    @property
    def is_table(self) -> bool:
        return isinstance(self.value, dict)

    @property
    def is_empty(self) -> bool:
        """Whether a block, table or list stands here and has nothing in it."""
        return isinstance(self.value, dict | tuple) and not self.value
