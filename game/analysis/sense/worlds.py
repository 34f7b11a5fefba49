"""Conditions as restrictions on what a meeting may have come to, case by case.

A condition is unfolded into cases. Each case narrows a few variables: what becomes of an item, the
line with the press, whether an event has happened, and numbers such as trust or support. A case in
which a variable has no value left is impossible; the rest is left to the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from game.analysis.conditions import Situation, holds
from game.analysis.space import Space
from game.scenario.model import Condition, PressLine, Range, Scenario
from game.scenario.words import ANY

HANDED = -1
"""Beside silence (0) and the options (1 …): the item was given to the ministers."""

Variable = tuple[str, ...]
"""A kind, and where needed whose: ("item", id), ("support", party), ("audience", party, id) …"""

Values = frozenset[int | str | None]
Interval = tuple[int | None, int | None]
Domain = Values | Interval
Case = Mapping[Variable, Domain]


@dataclass(frozen=True)
class Restricted:
    """One variable keeps only these values."""

    variable: Variable
    domain: Domain


@dataclass(frozen=True)
class Every:
    """All of these hold; none asks for nothing."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True)
class Some:
    """At least one of these holds; without any, nothing does."""

    parts: tuple[Formula, ...]


Formula = Restricted | Every | Some
ALWAYS, NEVER = Every(()), Some(())


@dataclass(frozen=True)
class Stage:
    """How far the meeting has come, and how it ended: the part of a condition that is yes or no."""

    signed: bool = False
    ratified: tuple[str, ...] = ()
    walked_out: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether both homes have carried the deal."""
        return len(self.ratified) == 2


TALKING = Stage()
"""While the leaders talk nothing is signed yet, and nobody has left."""


def endings(parties: tuple[str, str]) -> tuple[Stage, ...]:
    """Every way in which a meeting can end."""
    first, second = parties
    groups = ((), (first,), (second,), parties)
    return (
        *(Stage(signed=True, ratified=group) for group in reversed(groups)),
        *(Stage(walked_out=group) for group in groups[1:3]),
        *(Stage(refused=group) for group in groups),
    )


class Unfolding:
    """Conditions of one scenario as formulas at one stage."""

    def __init__(self, scenario: Scenario, space: Space, stage: Stage) -> None:
        self._scenario = scenario
        self._space = space
        self._stage = stage
        self._situation = Situation(
            agreement={},
            signed=stage.signed,
            ratified=stage.ratified,
            walked_out=stage.walked_out,
            refused=stage.refused,
        )

    def formula(self, condition: Condition, wanted: bool = True) -> Formula:
        """The condition, or with `wanted` false its contrary."""
        parts: list[Formula] = [self.formula(part, wanted) for part in condition.all or ()]
        if condition.any is not None:
            parts.append(_joined((self.formula(p, wanted) for p in condition.any), not wanted))
        if condition.not_ is not None:
            parts.append(self.formula(condition.not_, not wanted))
        parts += self._leaves(condition, wanted)
        return _joined(parts, wanted)

    def _leaves(self, condition: Condition, wanted: bool) -> Iterator[Formula]:
        yield from self._decided(condition, wanted)
        for item, options in (condition.agreed or {}).items():
            numbers = self._space.option_index[self._space.item_index[item]]
            every = frozenset(n for n in numbers.values() if n)
            yield self._item(
                item, every if ANY in options else frozenset(numbers[o] for o in options), wanted
            )
        for item in condition.silent or ():
            yield self._item(item, frozenset((0, HANDED)), wanted)
        for item in condition.handed_down or ():
            yield self._item(item, frozenset((HANDED,)), wanted)
        for event in condition.happened or ():
            yield Restricted(("happened", event), frozenset((int(wanted),)))
        for party, lines in (condition.press or {}).items():
            every_line: Values = frozenset((*get_args(PressLine), None))
            kept: Values = frozenset(lines)
            yield Restricted(("press", party), kept if wanted else every_line - kept)
        for variable, asked in _ranges(condition):
            yield _range(variable, asked, wanted)

    def _item(self, item: str, kept: frozenset[int], wanted: bool) -> Formula:
        numbers = range(HANDED, len(self._space.options[self._space.item_index[item]]))
        values: Values = frozenset(n for n in numbers if (n in kept) is wanted)
        return Restricted(("item", item), values)

    def _decided(self, condition: Condition, wanted: bool) -> Iterator[Formula]:
        """What the stage alone says yes or no to."""
        for key in ("signed", "ratified", "walked_out", "refused"):
            asked = getattr(condition, key)
            if asked is not None:
                alone = Condition.model_construct(**{key: asked})
                yield ALWAYS if holds(alone, self._situation) is wanted else NEVER


def _joined(parts: Iterable[Formula], wanted: bool) -> Formula:
    return Every(tuple(parts)) if wanted else Some(tuple(parts))


def _ranges(condition: Condition) -> Iterator[tuple[Variable, Range]]:
    for key in ("items_agreed", "trust", "minute", "joint_gain"):
        asked = getattr(condition, key)
        if asked is not None:
            yield (key,), asked
    for key in ("own_gain", "support"):
        for party, asked in (getattr(condition, key) or {}).items():
            yield (key, party), asked
    for party, audiences in (condition.audience or {}).items():
        for audience, asked in audiences.items():
            yield ("audience", party, audience), asked


def _range(variable: Variable, asked: Range, wanted: bool) -> Formula:
    if wanted:
        return Restricted(variable, (asked.at_least, asked.at_most))
    outside: list[Formula] = []
    if asked.at_least is not None:
        outside.append(Restricted(variable, (None, asked.at_least - 1)))
    if asked.at_most is not None:
        outside.append(Restricted(variable, (asked.at_most + 1, None)))
    return Some(tuple(outside))


class TooManyCasesError(Exception):
    """The condition has more cases than are looked at: nothing is claimed about it."""


@dataclass
class Work:
    """What may still be spent on unfolding, in parts of conditions that are looked at."""

    left: int

    def spend(self, parts: int) -> None:
        """Raises TooManyCasesError where so much is not left."""
        if parts > self.left:
            raise TooManyCasesError
        self.left -= parts


def cases(formula: Every, start: Case, limit: int, work: Work) -> Iterator[Case]:
    """Every case of a formula in which each variable has a value left.

    Raises TooManyCasesError after `limit` steps, or when the work is spent.
    """
    steps = 0
    waiting: list[tuple[tuple[Formula, ...], Case]] = [((formula,), start)]
    while waiting:
        steps += 1
        if steps > limit:
            raise TooManyCasesError
        formulas, case = waiting.pop()
        work.spend(len(formula.parts))
        narrowed, choices = _narrowed(formulas, case)
        if narrowed is None:
            continue
        if not choices:
            yield narrowed
            continue
        first, *rest = choices
        waiting += [((part, *rest), narrowed) for part in reversed(first.parts)]


def _narrowed(formulas: tuple[Formula, ...], case: Case) -> tuple[Case | None, list[Some]]:
    """The case after all plain restrictions, and the choices that are left to make."""
    narrowed = dict(case)
    choices: list[Some] = []
    todo = list(formulas)
    while todo:
        part = todo.pop()
        if isinstance(part, Every):
            todo += part.parts
        elif isinstance(part, Some):
            choices.append(part)
        else:
            domain = _both(narrowed.get(part.variable), part.domain)
            if domain is None:
                return None, []
            narrowed[part.variable] = domain
    return narrowed, choices


def _both(one: Domain | None, other: Domain) -> Domain | None:
    """What two restrictions leave together; None where that is nothing."""
    if one is None:
        return other if other else None
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one & other or None
    if isinstance(one, tuple) and isinstance(other, tuple):
        least = max((n for n in (one[0], other[0]) if n is not None), default=None)
        most = min((n for n in (one[1], other[1]) if n is not None), default=None)
        return None if least is not None and most is not None and least > most else (least, most)
    raise TypeError(f"{one} and {other} restrict different kinds of variables")
