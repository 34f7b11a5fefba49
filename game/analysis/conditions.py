"""Does a condition hold? One evaluation for links, events and endings."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from game.analysis.space import Agreement
from game.scenario.model import Condition, Range
from game.scenario.words import ANY, BOTH, NEITHER


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that a condition may ask about. What is not known yet keeps its default."""

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


def holds(condition: Condition, now: Situation) -> bool:
    """True when every key of the condition holds in this situation."""
    return (
        all(holds(part, now) for part in condition.all or ())
        and (condition.any is None or any(holds(part, now) for part in condition.any))
        and (condition.not_ is None or not holds(condition.not_, now))
        and _text_fits(condition, now)
        and _end_fits(condition, now)
        and _measures_fit(condition, now)
    )


def _text_fits(condition: Condition, now: Situation) -> bool:
    agreed = {item: option for item, option in now.agreement.items() if option is not None}
    return (
        all(
            agreed.get(item) in options or (ANY in options and item in agreed)
            for item, options in (condition.agreed or {}).items()
        )
        and not any(item in agreed for item in condition.silent or ())
        and all(item in now.handed_down for item in condition.handed_down or ())
        and _within(condition.items_agreed, len(agreed))
    )


def _end_fits(condition: Condition, now: Situation) -> bool:
    return (
        (condition.signed is None or condition.signed == now.signed)
        and _ratified_fits(condition.ratified, now.ratified)
        and _named(condition.walked_out, now.walked_out)
        and _named(condition.refused, now.refused)
        and all(now.press.get(party) in lines for party, lines in (condition.press or {}).items())
        and all(event in now.happened for event in condition.happened or ())
    )


def _measures_fit(condition: Condition, now: Situation) -> bool:
    return (
        _within(condition.trust, now.trust)
        and _within(condition.minute, now.minute)
        and _within(condition.joint_gain, now.joint_gain)
        and all(_within(r, now.own_gain.get(p, 0)) for p, r in (condition.own_gain or {}).items())
        and all(_within(r, now.support.get(p, 0)) for p, r in (condition.support or {}).items())
        and all(
            _within(wanted, now.audience.get(party, {}).get(name, 0))
            for party, audiences in (condition.audience or {}).items()
            for name, wanted in audiences.items()
        )
    )


def _ratified_fits(wanted: tuple[str, ...] | None, ratified: Collection[str]) -> bool:
    if wanted is None:
        return True
    if BOTH in wanted:
        return len(ratified) == 2
    if NEITHER in wanted:
        return not ratified
    return all(party in ratified for party in wanted)


def _named(wanted: tuple[str, ...] | None, parties: Collection[str]) -> bool:
    if wanted is None:
        return True
    if ANY in wanted:
        return bool(parties)
    return all(party in parties for party in wanted)


def _within(wanted: Range | None, value: int) -> bool:
    return wanted is None or (
        (wanted.at_least is None or value >= wanted.at_least)
        and (wanted.at_most is None or value <= wanted.at_most)
    )
