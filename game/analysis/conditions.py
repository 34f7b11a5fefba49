"""Does a condition hold? One evaluation for links, events and endings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat
from operator import call
from typing import Any

from game.analysis.space import Agreement
from game.scenario.model import Condition, Range
from game.scenario.words import ANY, BOTH, NEITHER


@dataclass(slots=True)
class Situation:
    """Everything that a condition may ask about. What is not known yet keeps its default.

    One is made for every move, and it goes no further than the conditions: freezing it would cost
    more than asking them.
    """

    agreement: Agreement
    handed_down: Collection[str] = ()
    signed: bool = False
    ratified: Collection[str] = ()
    walked_out: Collection[str] = ()
    refused: Collection[str] = ()
    trust: int = 0
    minute: int = 0
    joint_gain: int = 0
    own_gain: Mapping[str, int] = field(default_factory=dict)
    support: Mapping[str, int] = field(default_factory=dict)
    audience: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    press: Mapping[str, str] = field(default_factory=dict)
    happened: Collection[str] = ()


Check = Callable[[Situation], bool]
"""Whether something holds in a situation."""


def holds(condition: Condition, now: Situation) -> bool:
    """True when every key of the condition holds in this situation."""
    return check_of(condition)(now)


def check_of(condition: Condition) -> Check:
    """The condition as a function, for those who ask it again and again."""
    checks: list[Check] = []
    if condition.all is not None:
        checks.append(partial(_all_hold, tuple(map(check_of, condition.all))))
    if condition.any is not None:
        checks.append(partial(_one_holds, tuple(map(check_of, condition.any))))
    if condition.not_ is not None:
        checks.append(partial(_fails, check_of(condition.not_)))
    for key, check in CHECKS.items():
        wanted = getattr(condition, key)
        if wanted is not None:
            checks.append(partial(check, wanted))
    return checks[0] if len(checks) == 1 else partial(_all_hold, tuple(checks))


def _all_hold(checks: Sequence[Check], now: Situation) -> bool:
    return all(map(call, checks, repeat(now)))


def _one_holds(checks: Sequence[Check], now: Situation) -> bool:
    return any(map(call, checks, repeat(now)))


def _fails(check: Check, now: Situation) -> bool:
    return not check(now)


def with_parts(condition: Condition) -> Iterator[Condition]:
    """A condition and all those inside it."""
    yield condition
    for part in (*(condition.all or ()), *(condition.any or ())):
        yield from with_parts(part)
    if condition.not_ is not None:
        yield from with_parts(condition.not_)


def asks_about_home(condition: Condition) -> bool:
    """Whether the condition, or a part of it, asks how people at home take it."""
    return any(
        part.support is not None or part.audience is not None for part in with_parts(condition)
    )


def asks_only_about_text(condition: Condition) -> bool:
    """Whether nothing but the text, and what the ministers have, can change the answer."""
    others = CHECKS.keys() - {"agreed", "silent", "handed_down", "items_agreed"}
    return all(getattr(part, key) is None for part in with_parts(condition) for key in others)


def _agreed_fits(wanted: Mapping[str, Collection[str]], now: Situation) -> bool:
    for item, options in wanted.items():
        agreed = now.agreement.get(item)
        if agreed is None or (agreed not in options and ANY not in options):
            return False
    return True


def _items_fit(wanted: Range, now: Situation) -> bool:
    return _within(wanted, sum(option is not None for option in now.agreement.values()))


def _audiences_fit(wanted: Mapping[str, Mapping[str, Range]], now: Situation) -> bool:
    return all(
        _within(range_, now.audience.get(party, {}).get(name, 0))
        for party, audiences in wanted.items()
        for name, range_ in audiences.items()
    )


def _each_within(wanted: Mapping[str, Range], values: Mapping[str, int]) -> bool:
    return all(_within(range_, values.get(party, 0)) for party, range_ in wanted.items())


CHECKS: dict[str, Callable[[Any, Situation], bool]] = {
    "agreed": _agreed_fits,
    "silent": lambda items, now: all(now.agreement.get(item) is None for item in items),
    "handed_down": lambda items, now: all(map(now.handed_down.__contains__, items)),
    "items_agreed": _items_fit,
    "signed": lambda wanted, now: wanted == now.signed,
    "ratified": lambda wanted, now: _ratified_fits(wanted, now.ratified),
    "walked_out": lambda wanted, now: _named(wanted, now.walked_out),
    "refused": lambda wanted, now: _named(wanted, now.refused),
    "trust": lambda wanted, now: _within(wanted, now.trust),
    "minute": lambda wanted, now: _within(wanted, now.minute),
    "joint_gain": lambda wanted, now: _within(wanted, now.joint_gain),
    "own_gain": lambda wanted, now: _each_within(wanted, now.own_gain),
    "support": lambda wanted, now: _each_within(wanted, now.support),
    "audience": _audiences_fit,
    "press": lambda lines, now: all(now.press.get(p) in wanted for p, wanted in lines.items()),
    "happened": lambda events, now: all(map(now.happened.__contains__, events)),
}
"""key of a condition that has no parts → whether what it asks for holds."""


def _ratified_fits(wanted: tuple[str, ...], ratified: Collection[str]) -> bool:
    if BOTH in wanted:
        return len(ratified) == 2
    if NEITHER in wanted:
        return not ratified
    return all(party in ratified for party in wanted)


def _named(wanted: tuple[str, ...], parties: Collection[str]) -> bool:
    if ANY in wanted:
        return bool(parties)
    return all(party in parties for party in wanted)


def _within(wanted: Range, value: int) -> bool:
    return (wanted.at_least is None or value >= wanted.at_least) and (
        wanted.at_most is None or value <= wanted.at_most
    )
