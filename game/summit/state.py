"""The state of one summit: plain data that the rules change and views are cut from."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from game.analysis.conditions import Check, asks_about_home, asks_only_about_text, check_of
from game.analysis.home import Grades
from game.analysis.space import Found, Space
from game.analysis.table import Table, table_of
from game.bargaining.preferences import Package
from game.scenario.model import Scenario
from game.summit.events import SETTLED, InterestTold, ItemState, Phase
from game.summit.moves import Adopt, Move, PressLine, Terms

DEFAULT_MINUTES: dict[str, int] = {
    "propose": 2,
    "choices": 3,
    "decline": 1,
    "ask": 2,
    "explain": 1,
    "link": 1,
    "pressure": 1,
    "acknowledge": 1,
    "aside": 4,
    "handdown": 2,
    "tiehands": 1,
    "brief": 2,
    "reopen": 2,
    "caucus": 4,
    "walkout": 5,
}
"""Minutes that a move takes, interpreters included, unless the scenario says otherwise."""


class Awaited(NamedTuple):
    """What an event waits for: its minute, or what holds, whichever comes first."""

    minute: int | None
    check: Check | None
    in_text: bool
    """Whether nothing but what the text says can bring about what it waits for."""


@dataclass(frozen=True)
class Rulebook:
    """What is fixed for every game of a scenario: built once, shared by thousands of games."""

    scenario: Scenario
    table: Table

    @cached_property
    def space(self) -> Space:
        """The items and options, numbered."""
        return self.table.space

    @cached_property
    def minutes(self) -> dict[str, int]:
        """verb → minutes."""
        return DEFAULT_MINUTES | dict(self.scenario.meeting.costs)

    @cached_property
    def awaited(self) -> dict[str, Awaited]:
        """event → what it waits for."""
        return {
            name: Awaited(
                minute=event.at,
                check=None if event.when is None else check_of(event.when),
                in_text=event.when is not None and asks_only_about_text(event.when),
            )
            for name, event in self.scenario.events.items()
        }

    @cached_property
    def events_ask_about_home(self) -> bool:
        """Whether some event waits for how people at home take it."""
        events = self.scenario.events.values()
        return any(event.when is not None and asks_about_home(event.when) for event in events)

    @cached_property
    def first(self) -> str:
        """The party that has the first word."""
        return self.scenario.meeting.first_word or self.scenario.party_ids[0]

    @cached_property
    def order(self) -> tuple[str, str]:
        """The parties, the one with the first word first."""
        return self.first, self.scenario.other(self.first)

    @cached_property
    def other(self) -> dict[str, str]:
        """party → the one across the table."""
        first, second = self.scenario.party_ids
        return {first: second, second: first}


def rulebook(scenario: Scenario) -> Rulebook:
    """The rulebook of a scenario."""
    return Rulebook(scenario, table_of(scenario))


@dataclass(frozen=True, slots=True)
class Offer:
    """What one party has put on the table: packages to choose from, or an item to hand down."""

    party: str
    packages: tuple[Terms, ...]
    handdown: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One move on the record."""

    minute: int
    party: str
    move: Move
    private: bool = False

    def seen_by(self, party: str) -> bool:
        """Whether this party knows of the move."""
        return not self.private or self.party == party


@dataclass(slots=True)
class ItemRecord:
    """Where one agenda item stands."""

    state: ItemState = ItemState.UNTOUCHED
    wording: dict[str, str] = field(default_factory=dict)
    """party → the option (or silence) that it last put forward."""
    first_asked: dict[str, str] = field(default_factory=dict)
    """option → the party that put it forward first."""
    agreed: str | None = None


@dataclass
class State:
    """One game. Only the rules of `game.summit` change it."""

    rules: Rulebook
    seed: int
    phase: Phase = Phase.BRIEFING
    minute: int = 0
    to_move: str = ""
    trust: int = 50
    trust_won: dict[tuple[str, str], int] = field(default_factory=dict)
    """(party, cause) → trust won so: each kind of move can win only so much."""
    items: dict[str, ItemRecord] = field(default_factory=dict)
    found: Found = frozenset()
    found_at: dict[tuple[int, int], int] = field(default_factory=dict)
    """Bridging option that has come to light → the minute at which it did."""
    offer: Offer | None = None
    question: str | None = None
    """The item that the party to move has been asked about."""
    aside: str | None = None
    """The item that the leaders took aside."""
    record: list[Entry] = field(default_factory=list)
    told: dict[tuple[str, str], InterestTold] = field(default_factory=dict)
    """(party, item) → its fullest account of the item so far."""
    acknowledged: dict[tuple[str, str], bool] = field(default_factory=dict)
    """(party, item) → whether it read the other side's difficulty rightly."""
    contradicted: set[tuple[str, str]] = field(default_factory=set)
    choices_used: dict[str, list[tuple[Terms, ...]]] = field(default_factory=dict)
    pressed: dict[str, int] = field(default_factory=dict)
    tied: dict[tuple[str, str], str] = field(default_factory=dict)
    """(party, item) → option to which the party bound itself in public."""
    briefed: set[tuple[str, str]] = field(default_factory=set)
    recess_by: str | None = None
    """The party that has left the room once."""
    walked_out: str | None = None
    grades: dict[str, Grades] = field(default_factory=dict)
    extra: dict[str, list[int]] = field(default_factory=dict)
    """party → change of support per audience that play has added."""
    happened: list[str] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    """Events of the scenario that will happen if their time or condition comes."""
    ready: set[str] = field(default_factory=set)
    votes: dict[str, Move] = field(default_factory=dict)
    press: dict[str, PressLine] = field(default_factory=dict)
    carried: set[str] = field(default_factory=set)
    in_force: bool = False
    outcome: str | None = None

    @cached_property
    def luck(self) -> random.Random:
        """The one stream that leaks draw from."""
        return random.Random(f"leaks:{self.seed}")

    @property
    def agreed(self) -> dict[str, str | None]:
        """item → agreed option, None where there is none (yet)."""
        return {item: record.agreed for item, record in self.items.items()}

    @property
    def terms(self) -> Terms:
        """The agreed clauses."""
        return tuple((i, r.agreed) for i, r in self.items.items() if r.agreed is not None)

    @property
    def handed(self) -> tuple[str, ...]:
        """The items given to the ministers."""
        return tuple([i for i, r in self.items.items() if r.state is ItemState.HANDED])

    @property
    def standing(self) -> Package:
        """The agreed clauses as a package."""
        return self.rules.space.package(self.agreed)

    @property
    def signed(self) -> bool:
        """Both sides have adopted the final text."""
        return len(self.votes) == 2 and all(isinstance(v, Adopt) for v in self.votes.values())

    @property
    def settled(self) -> bool:
        """Nothing is left to talk about."""
        return all(record.state in SETTLED for record in self.items.values())

    def other(self, party: str) -> str:
        """The party across the table."""
        return self.rules.other[party]

    def visible(self, item: str) -> tuple[str, ...]:
        """The options of an item that are on the menu now."""
        return self.rules.space.menu(self.found)[item]


def new_state(rules: Rulebook, seed: int) -> State:
    """The state before the briefing; events that depend on chance are drawn here."""
    scenario = rules.scenario
    chance = random.Random(f"events:{seed}")
    first, second = scenario.party_ids
    return State(
        rules=rules,
        seed=seed,
        to_move=rules.first,
        trust=scenario.meeting.trust,
        items={item: ItemRecord() for item in scenario.agenda},
        grades={first: rules.table.grades, second: rules.table.grades},
        extra={
            party: [0] * len(rules.table.sheet(party).home.audiences)
            for party in scenario.party_ids
        },
        pending=[
            name
            for name, event in scenario.events.items()
            if int(chance.random() * 100) < event.chance
        ],
    )
