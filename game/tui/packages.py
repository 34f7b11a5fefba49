"""Packages being composed: what the arrows and figures change, and what it would be worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.scenario.words import SILENCE
from game.summit.events import SETTLED
from game.summit.moves import Choices, Move, Propose, Terms
from game.summit.view import PartyView

MOST_PACKAGES = 3


@dataclass
class Basket:
    """One to three packages, item by item; an item that a package does not name stands as it is."""

    packages: list[dict[str, str]] = field(default_factory=lambda: [{}])
    current: int = 0

    @property
    def package(self) -> dict[str, str]:
        """The package that is being changed."""
        return self.packages[self.current]

    @property
    def empty(self) -> bool:
        """Whether nothing has been put in."""
        return not any(self.packages)

    def step(self, item: str, menu: tuple[str, ...], by: int) -> None:
        """Turns an item to the next or the previous entry of its menu; “left out” is one of them.

        `menu` holds the options on offer; silence follows them.
        """
        wheel: list[str | None] = [None, *menu, SILENCE]
        now = self.package.get(item)
        place = wheel.index(now) if now in wheel else 0
        self.put(item, wheel[(place + by) % len(wheel)])

    def put(self, item: str, option: str | None) -> None:
        """Puts an option of an item into the package, or takes the item out of it."""
        if option is None:
            self.package.pop(item, None)
        else:
            self.package[item] = option

    def take(self, wordings: Mapping[str, str]) -> None:
        """Puts in every wording."""
        self.package.update(wordings)

    def add(self) -> bool:
        """Turns to a package that starts as a copy of the current one: one that is still empty, or
        a new one. False where three are enough."""
        blank = self.blank()
        if blank is None or blank == self.current:
            if len(self.packages) >= MOST_PACKAGES:
                return False
            self.packages.append({})
            blank = len(self.packages) - 1
        self.packages[blank] = dict(self.package)
        self.current = blank
        return True

    def blank(self) -> int | None:
        """The place of a package in which nothing stands, where there are several."""
        return next(
            (n for n, p in enumerate(self.packages) if not p and len(self.packages) > 1), None
        )

    def drop_blanks(self) -> None:
        """Drops the packages in which nothing stands; one package is left in any case."""
        current = self.package
        self.packages = [p for p in self.packages if p] or [{}]
        self.current = next((n for n, p in enumerate(self.packages) if p is current), 0)

    def drop(self) -> None:
        """Drops the current package; the last one is emptied."""
        if len(self.packages) == 1:
            self.packages[0].clear()
            return
        del self.packages[self.current]
        self.current = min(self.current, len(self.packages) - 1)

    def turn(self) -> None:
        """Turns to the next package."""
        self.current = (self.current + 1) % len(self.packages)

    def prune(self, view: PartyView) -> None:
        """Takes out what was settled meanwhile."""
        for package in self.packages:
            for item in [i for i in package if view.items[i].state in SETTLED]:
                del package[item]

    def clear(self) -> None:
        """Starts anew with one empty package."""
        self.packages = [{}]
        self.current = 0

    def terms(self, view: PartyView, number: int | None = None) -> Terms:
        """A package in the order of the agenda; the current one by default."""
        package = self.package if number is None else self.packages[number]
        return tuple((item, package[item]) for item in view.items if item in package)

    def move(self, view: PartyView) -> Move:
        """The move that puts the packages on the table."""
        filled = [n for n, package in enumerate(self.packages) if package]
        if len(filled) > 1:
            return Choices(packages=tuple(self.terms(view, n) for n in filled))
        return Propose(terms=self.terms(view, filled[0]) if filled else ())
