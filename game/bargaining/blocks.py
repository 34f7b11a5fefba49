"""Issues that links couple, taken together as one: so that everything else only ever adds up.

A block is a set of issues joined by links, with one entry per combination of their options. Issues
that no link touches are blocks of their own. The cost is the product of options inside one block
only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from game.bargaining.preferences import Allowed, Link, Package, Tables


@dataclass(frozen=True, slots=True)
class Block:
    """Issues that must be chosen together."""

    issues: tuple[int, ...]
    choices: tuple[tuple[int, ...], ...]
    """Combinations of option indices, in the order of `issues`."""
    values: tuple[tuple[int, ...], ...]
    """Per combination, its value under each of the objectives."""


Objective = tuple[Tables, Sequence[Link]]


def blocks_of(objectives: Sequence[Objective], allowed: Allowed) -> tuple[Block, ...]:
    """The blocks of several objectives over the same issues, in the order of their first issue."""
    return tuple(
        block_of(issues, objectives, [allowed[issue] for issue in issues])
        for issues in coupled(len(allowed), [link for _, links in objectives for link in links])
    )


def coupled(count: int, links: Sequence[Link]) -> list[tuple[int, ...]]:
    """The issues of every block."""
    group = {issue: {issue} for issue in range(count)}
    for link in links:
        joined = set().union(*(group[issue] for issue in link.issues))
        for issue in joined:
            group[issue] = joined
    return sorted({tuple(sorted(issues)) for issues in group.values()})


def block_of(
    issues: tuple[int, ...], objectives: Sequence[Objective], options: Sequence[tuple[int, ...]]
) -> Block:
    """The block of some issues, whose `options` are those that may be used."""
    choices = tuple(product(*options))
    columns = []
    for tables, links in objectives:
        column = [0]
        for issue, numbers in zip(issues, options, strict=True):
            added = [tables[issue][option] for option in numbers]
            column = [total + points for total in column for points in added]
        for link in links:
            if set(link.issues) <= set(issues):
                places = [issues.index(issue) for issue in link.issues]
                held = zip(*[[choice[n] for choice in choices] for n in places], strict=True)
                column = [
                    value + link.points if options in link.combinations else value
                    for value, options in zip(column, held, strict=True)
                ]
        columns.append(column)
    values = tuple(zip(*columns, strict=True)) if columns else ((),) * len(choices)
    return Block(issues=issues, choices=choices, values=values)


def assemble(count: int, parts: Sequence[tuple[Block, int]]) -> Package:
    """A package from one choice per block."""
    package = [0] * count
    for block, choice in parts:
        for issue, option in zip(block.issues, block.choices[choice], strict=True):
            package[issue] = option
    return tuple(package)
