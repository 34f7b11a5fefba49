"""A scenario as issues and options by number, which is how the mathematics sees it.

Index 0 of every item is silence; the options follow in the order of the file. A package of the
mathematics is a tuple with one index per item.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from game.bargaining.preferences import Allowed, Package
from game.scenario.model import Scenario
from game.scenario.words import SILENCE

Agreement = Mapping[str, str | None]
"""item id → option id, None where nothing is agreed."""

Found = frozenset[tuple[int, int]]
"""Bridging options, as (item, option) pairs, that have come to light."""


@dataclass(frozen=True)
class Space:
    """The items and options of a scenario, numbered."""

    items: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    bridging: frozenset[tuple[int, int]]
    """(item, option) pairs that are hidden until they are found."""

    @cached_property
    def item_index(self) -> dict[str, int]:
        """item id → its number."""
        return {item: index for index, item in enumerate(self.items)}

    @cached_property
    def option_index(self) -> tuple[dict[str, int], ...]:
        """Per item: option id → its number; `silence` → 0."""
        return tuple({option: n for n, option in enumerate(options)} for options in self.options)

    @property
    def silence(self) -> Package:
        """The package in which nothing is agreed."""
        return (0,) * len(self.items)

    def package(self, agreement: Agreement) -> Package:
        """The numbers of an agreement; items that it does not name are silent."""
        return self.replace(self.silence, agreement.items())

    def agreement(self, package: Package) -> dict[str, str | None]:
        """The names of a package, in the order of the agenda."""
        return {
            item: self.options[index][choice] if choice else None
            for index, (item, choice) in enumerate(zip(self.items, package, strict=True))
        }

    @cached_property
    def pairs(self) -> dict[tuple[str, str], tuple[int, int]]:
        """(item id, option id or `silence`) → the numbers of both."""
        return {
            (item, option): (index, number)
            for item, index in self.item_index.items()
            for option, number in self.option_index[index].items()
        }

    def replace(self, package: Package, terms: Iterable[tuple[str, str | None]]) -> Package:
        """The package with some items changed."""
        numbers = list(package)
        for item, option in terms:
            index, number = self.pairs[item, option or SILENCE]
            numbers[index] = number
        return tuple(numbers)

    @cached_property
    def _allowed(self) -> dict[Found, Allowed]:
        return {}

    def allowed(self, found: Found | None = None) -> Allowed:
        """Per item the option numbers that may be used: all, or without bridging ones not found.

        Worked out once for everything that may have been found, which is little.
        """
        found = self.bridging if found is None else found
        if found not in self._allowed:
            hidden = self.bridging - found
            self._allowed[found] = tuple(
                tuple(n for n in range(len(options)) if (index, n) not in hidden)
                for index, options in enumerate(self.options)
            )
        return self._allowed[found]

    @cached_property
    def _menus(self) -> dict[Found, dict[str, tuple[str, ...]]]:
        return {}

    def menu(self, found: Found) -> Mapping[str, tuple[str, ...]]:
        """Per item the options that may be named, but for silence."""
        if found not in self._menus:
            self._menus[found] = {
                item: tuple(options[n] for n in numbers if n)
                for item, options, numbers in zip(
                    self.items, self.options, self.allowed(found), strict=True
                )
            }
        return self._menus[found]


def space_of(scenario: Scenario) -> Space:
    """The numbered items and options of a scenario, bridging options included."""
    return Space(
        items=tuple(scenario.agenda),
        options=tuple((SILENCE, *item.options) for item in scenario.agenda.values()),
        bridging=frozenset(
            (index, number)
            for index, item in enumerate(scenario.agenda.values())
            for number, option in enumerate(item.options.values(), start=1)
            if option.found_by
        ),
    )
