"""Preferences over packages: points per issue and option, links, walk-away value. Integers only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import getitem

Package = tuple[int, ...]
"""One option index per issue."""

Tables = tuple[tuple[int, ...], ...]
"""Per issue, per option index: points (or any other integer that adds up over issues)."""

Allowed = tuple[tuple[int, ...], ...]
"""Per issue the option indices that may be used."""


@dataclass(frozen=True)
class Link:
    """Points that a combination of options on some issues adds (or takes away)."""

    issues: tuple[int, ...]
    combinations: frozenset[tuple[int, ...]]
    """Option indices at those issues, in the same order, that earn the points."""
    points: int

    def value(self, package: Package) -> int:
        """The points of this link for a package."""
        held = tuple([package[issue] for issue in self.issues])
        return self.points if held in self.combinations else 0


def total(tables: Tables, links: Sequence[Link], package: Package) -> int:
    """What the options of a package add up to, and the links with them."""
    points = sum(map(getitem, tables, package))
    for link in links:
        points += link.value(package)
    return points


@dataclass(frozen=True)
class Preferences:
    """What one party wants, in points."""

    points: Tables
    links: tuple[Link, ...] = ()
    walk_away: int = 0

    def value(self, package: Package) -> int:
        """Points of a package."""
        return total(self.points, self.links, package)

    def surplus(self, package: Package) -> int:
        """Points above the walk-away value."""
        return self.value(package) - self.walk_away


@dataclass(frozen=True)
class Floor:
    """A side condition: a sum over issues (and links) that must reach `at_least`."""

    tables: Tables
    at_least: int
    links: tuple[Link, ...] = ()

    def holds(self, package: Package) -> bool:
        """Whether the package meets the condition."""
        return total(self.tables, self.links, package) >= self.at_least


def everything(tables: Tables) -> Allowed:
    """All options of all issues."""
    return tuple(tuple(range(len(table))) for table in tables)


@lru_cache(maxsize=64)
def without(allowed: Allowed, never: frozenset[tuple[int, int]]) -> Allowed:
    """What may be used, without some (issue, option) pairs."""
    return tuple(
        tuple(n for n in options if (issue, n) not in never)
        for issue, options in enumerate(allowed)
    )
