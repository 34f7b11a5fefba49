"""A random walk: both chairs make whatever moves come to mind, through the machine of every game.

It needs no thought, so that thousands cost seconds; what they show is where the rules fail or leave
no move, and what never comes.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar, get_args

from game.scenario.words import SILENCE
from game.summit.events import SETTLED, Phase, Rejected
from game.summit.moves import (
    Accept,
    Acknowledge,
    Adopt,
    Ask,
    Back,
    BriefPress,
    Caucus,
    Choices,
    Conclude,
    Decline,
    Direction,
    Explain,
    HandDown,
    Importance,
    Link,
    Move,
    Note,
    Open,
    Press,
    PressLine,
    Pressure,
    Propose,
    PullAside,
    Ready,
    Refuse,
    Reopen,
    Terms,
    TieHands,
    WalkOut,
)
from game.summit.notation import write
from game.summit.phases import phase_chart
from game.summit.state import Rulebook, State
from game.summit.summit import Summit
from game.summit.talk import DIFFICULTIES

MOST_MOVES = 2000
"""A walk of so many moves does not end."""

MOST_DRAWS = 2000
"""Where none of so many moves is allowed, none is."""

Thing = TypeVar("Thing")

WEIGHTS = {"propose": 8, "accept": 8, "adopt": 8, "caucus": 1, "conclude": 1, "walkout": 1}
"""How often a verb is drawn beside the others, which have 2: so that texts come about."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a walk came to no good."""

    number: int
    """Of the walk."""
    what: str
    """What went wrong, in the words of the error."""
    moves: tuple[str, ...]
    """What led to it: each move with the party that made it, in the notation of journals."""


def walk(rules: Rulebook, number: int) -> State | Fault:
    """One walk to its ending. The same number takes the same way on every machine."""
    summit = Summit(rules.scenario, number, rules)
    luck = Luck(number)
    try:
        for _ in range(MOST_MOVES):
            if summit.over:
                return summit.state
            _step(summit, summit.to_act()[0], luck)
        raise RuntimeError(f"no ending after {MOST_MOVES} moves")
    except Exception as error:  # whatever it is, the walk is there to find it
        moves = tuple(f"{entry.party}: {write(entry.move)}" for entry in summit.state.record)
        return Fault(number, f"{type(error).__name__}: {error}", moves)


def _step(summit: Summit, party: str, luck: Luck) -> None:
    """Draws until a move is allowed."""
    verbs = verbs_drawn(summit.phase)
    for _ in range(MOST_DRAWS):
        move = DRAWN[luck.pick(verbs)](luck, summit.state)
        if not isinstance(summit.play(party, move)[0], Rejected):
            return
    raise RuntimeError(f"{party} has no move in the phase {summit.phase}")


@cache
def verbs_drawn(phase: Phase) -> tuple[str, ...]:
    """The verbs that a walk draws from in a phase, each as often as its weight."""
    known = phase_chart().triggers(phase)
    return tuple(verb for verb in DRAWN if verb in known for _ in range(WEIGHTS.get(verb, 2)))


class Luck:
    """What a walk draws, all from one stream."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(f"walk:{number}").random

    def pick(self, things: Sequence[Thing]) -> Thing:
        """One of some things."""
        return things[int(self._random() * len(things))]

    def item(self, state: State) -> str:
        """An item of the agenda."""
        return self.pick(state.rules.space.items)

    def option(self, state: State, item: str) -> str:
        """An option on the menu of an item, or its silence."""
        return self.pick((SILENCE, *state.visible(item)))

    def terms(self, state: State) -> Terms:
        """A package over one to three items that are still open; nothing where none is."""
        items = [item for item, record in state.items.items() if record.state not in SETTLED]
        named = {self.pick(items) for _ in range(self.pick((1, 2, 3)))} if items else ()
        return tuple((item, self.option(state, item)) for item in sorted(named))


def _choices(luck: Luck, state: State) -> Move:
    return Choices(packages=(luck.terms(state), luck.terms(state)))


def _accept(luck: Luck, state: State) -> Move:
    packages = state.offer.packages if state.offer is not None else ()
    return Accept(number=luck.pick(range(1, len(packages) + 1)) if packages else 1)


def _explain(luck: Luck, state: State) -> Move:
    item = luck.item(state)
    importance: Importance = luck.pick(get_args(Importance))
    return Explain(item=item, importance=importance, option=luck.option(state, item))


def _link(luck: Luck, state: State) -> Move:
    give, want = luck.item(state), luck.item(state)
    return Link(give=(give, luck.option(state, give)), want=(want, luck.option(state, want)))


def _acknowledge(luck: Luck, state: State) -> Move:
    return Acknowledge(item=luck.item(state), number=luck.pick(range(1, DIFFICULTIES + 1)))


def _tie_hands(luck: Luck, state: State) -> Move:
    item = luck.item(state)
    return TieHands(item=item, option=luck.option(state, item))


def _brief(luck: Luck, state: State) -> Move:
    return BriefPress(item=luck.item(state), direction=luck.pick(get_args(Direction)))


DRAWN: dict[str, Callable[[Luck, State], Move]] = {
    "ready": lambda luck, state: Ready(),
    "open": lambda luck, state: Open(item=luck.item(state)),
    "propose": lambda luck, state: Propose(terms=luck.terms(state)),
    "choices": _choices,
    "accept": _accept,
    "decline": lambda luck, state: Decline(item=luck.pick((None, luck.item(state)))),
    "ask": lambda luck, state: Ask(item=luck.item(state)),
    "explain": _explain,
    "link": _link,
    "pressure": lambda luck, state: Pressure(item=luck.item(state)),
    "acknowledge": _acknowledge,
    "aside": lambda luck, state: PullAside(item=luck.item(state)),
    "back": lambda luck, state: Back(),
    "handdown": lambda luck, state: HandDown(item=luck.item(state)),
    "tiehands": _tie_hands,
    "brief": _brief,
    "reopen": lambda luck, state: Reopen(item=luck.item(state)),
    "caucus": lambda luck, state: Caucus(),
    "note": lambda luck, state: Note(),
    "conclude": lambda luck, state: Conclude(),
    "walkout": lambda luck, state: WalkOut(),
    "adopt": lambda luck, state: Adopt(),
    "refuse": lambda luck, state: Refuse(),
    "press": lambda luck, state: Press(line=luck.pick(get_args(PressLine))),
}
"""verb → a move of this kind, which the rules may still refuse. All moves of a meeting."""
