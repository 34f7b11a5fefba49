"""What each kind of move is worth: a trader who makes no other, beside one who makes none at all.

Repeat with: .venv/bin/python benchmarks/moves.py [SCENARIO …] [--games 100]

The trader bids on the estimated frontier and answers offers as the integrative player does, but
neither asks nor explains. To that it adds one kind of move, over the items by what they mean to it:
with measure, which is a few times in the half of the meeting that suits the move, or at every turn
at which the rules let it. A move is worth using somewhere when its line is above the first in a
chair of a summit, and not worth using always when it is below the first somewhere, or at every
turn. Advice is no use to one who reckons as well as the advisers: the splitter takes the caucus.
Score: mean of own result and joint gain; ± is the 95 % interval.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from game.analysis.variants import vary
from game.bargaining.preferences import Floor
from game.bargaining.search import highest
from game.instructor.figures import Sum
from game.scenario.library import shipped_folder
from game.scenario.model import Scenario
from game.scenario.reader import read_scenario
from game.scenario.words import SILENCE
from game.summit.bots import Delegation, Integrative, Splitter
from game.summit.counterpart import Counterpart
from game.summit.debrief import score
from game.summit.events import Advised, Event, Phase, Rejected
from game.summit.evidence import TURNS_DOWN
from game.summit.grounds import best_option, importance_of, option_bid
from game.summit.mind import Mind, terms_of
from game.summit.moves import (
    Acknowledge,
    Ask,
    Back,
    BriefPress,
    Caucus,
    Choices,
    Explain,
    HandDown,
    Link,
    Move,
    Pressure,
    Propose,
    PullAside,
    TieHands,
    WalkOut,
)
from game.summit.state import rulebook
from game.summit.summit import Summit
from game.summit.talk import difficulties
from game.summit.view import PartyView


class Trader(Integrative):
    """Trades across items, and makes no move but offers and answers."""

    QUESTIONS = 0
    EXPLANATIONS = 0


Make = Callable[[Mind, str], Move | None]


def _ask(mind: Mind, item: str) -> Move | None:
    return Ask(item=item)


def _acknowledge(mind: Mind, item: str) -> Move | None:
    return Acknowledge(item=item, number=1)


def _choices(mind: Mind, item: str) -> Move | None:
    """Its offer, and the best one worth as much to it that words one item otherwise."""
    index = mind.view.space.item_index[item]
    other = tuple(
        tuple(option for option in options if place != index or option != mind.bid[index])
        for place, options in enumerate(mind.menu)
    )
    worth = Floor(mind.own.points, mind.aspiration, mind.own.links)
    found = highest(mind.theirs, (worth, *mind.home), other) if other[index] else None
    packages = tuple(terms_of(mind.view, text) for text in (mind.bid, found) if text is not None)
    return Choices(packages=packages) if len(packages) == 2 and all(packages) else None


def _link(mind: Mind, item: str) -> Move | None:
    wanted = best_option(mind, item)
    for other in mind.view.unsettled:
        theirs = mind.view.items[other].theirs
        if other != item and wanted and theirs not in (None, "silence"):
            assert theirs is not None
            return Link(give=(other, theirs), want=(item, wanted))
    return None


def _explain(mind: Mind, item: str) -> Move | None:
    return Explain(item=item, importance=importance_of(mind, item), option=best_option(mind, item))


def _brief(mind: Mind, item: str) -> Move | None:
    grade = mind.view.grades[mind.view.space.item_index[item]]
    return BriefPress(item=item, direction="lower") if grade in ("certain", "set") else None


def _hand_down(mind: Mind, item: str) -> Move | None:
    """The item that they have just said to be in the way."""
    theirs = [entry.move for entry in mind.view.record if entry.party == mind.view.other]
    named = {ground.item for ground in theirs[-1].grounds if ground.reason in TURNS_DOWN}
    return HandDown(item=item) if item in named else None


def _tie(mind: Mind, item: str) -> Move | None:
    """To what it would ask for now, and not to its dream."""
    option = option_bid(mind, item)
    return TieHands(item=item, option=option) if option != SILENCE else None


EARLY, LATE, LAST = (0, 50), (50, 100), (80, 100)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of move, and what using it with measure means."""

    moves: tuple[Make, ...] = ()
    """What is done about an item, one after the other."""
    most: int = 6
    """On how many items."""
    time: tuple[int, int] = EARLY
    """Its part of the meeting, from and to percent of the minutes."""
    splits: bool = False
    """Whether it is added to the splitter's ways and not to the trader's."""
    rightly: bool = False
    """Whether difficulties are named as by a student who has read the other side."""


KINDS: dict[str, Kind] = {
    "no other move": Kind(),
    "ask": Kind((_ask,)),
    "explain": Kind((_explain,)),
    "choices": Kind((_choices,), most=2),
    "link": Kind((_link,)),
    "acknowledge blindly": Kind((_acknowledge,), most=2),
    "acknowledge rightly": Kind((_acknowledge,), most=2, rightly=True),
    "acknowledge and ask": Kind((_acknowledge, _ask), rightly=True),
    "pressure": Kind((lambda mind, item: Pressure(item=item),), most=2, time=LATE),
    "aside": Kind((lambda mind, item: PullAside(item=item),), most=1),
    "hand down": Kind((_hand_down,), most=1, time=LAST),
    "tie hands": Kind((_tie,), most=1),
    "brief the press": Kind((_brief,), most=2),
    "walk out": Kind((lambda mind, item: WalkOut(),), most=1, time=LATE),
    "splits, no other": Kind(splits=True),
    "splits, caucus": Kind((lambda mind, item: Caucus(),), most=2, splits=True),
}


class Student:
    """Negotiates in a way of its own, and makes one kind of move besides."""

    def __init__(self, kind: Kind, always: bool) -> None:
        self._kind, self._always = kind, always
        self._trader = Trader()
        self._way: Delegation = Splitter() if kind.splits else self._trader
        self._done: set[tuple[str, Make]] = set()
        self._advice: Move | None = None

    def wishes(self, view: PartyView) -> Iterator[Move]:
        """The moves to try, the best first."""
        if view.phase is Phase.ASIDE:
            assert view.aside is not None
            # The one question that it was for.
            yield Back() if view.aside in view.told else Ask(item=view.aside)
            yield Back()
        elif view.phase is Phase.TABLE and view.question is None:
            if self._advice is not None:
                advice, self._advice = self._advice, None
                yield advice
            yield from self._besides(view)
        yield self._way.choose(view).move

    def _besides(self, view: PartyView) -> Iterator[Move]:
        """The moves of its kind; whoever asks for another one was not allowed the last."""
        begins, ends = self._kind.time
        in_time = begins * view.minutes <= 100 * view.minute < ends * view.minutes
        if not (in_time or self._always):
            return
        mind = Mind(view, self._trader.manner)
        value = {item: max(mind.own.points[view.space.item_index[item]]) for item in view.unsettled}
        for item in sorted(value, key=lambda item: -value[item]):
            about = {done for done, _ in self._done}
            if not self._always and item not in about and len(about) >= self._kind.most:
                return
            for make in self._kind.moves:
                move = make(mind, item) if self._always or (item, make) not in self._done else None
                if move is not None:
                    self._done.add((item, make))
                    yield move
                    self._done.discard((item, make))

    def hear(self, events: Iterable[Event]) -> None:
        """Takes advice: the text that one's own delegation would try."""
        for event in events:
            if isinstance(event, Advised) and event.package:
                self._advice = Propose(terms=event.package)


def play(scenario: Scenario, kind: Kind, always: bool, party: str, number: int) -> int:
    """The score of one game, in permille."""
    rules = rulebook(vary(scenario, number))
    summit = Summit(rules.scenario, number, rules)
    other = rules.scenario.other(party)
    student, counterpart = Student(kind, always), Counterpart(rules.scenario.parties[other].style)
    while not summit.over:
        if party not in summit.to_act():
            summit.play(other, counterpart.choose(summit.view(other)).move)
            continue
        for wish in student.wishes(summit.view(party)):
            move = wish
            if kind.rightly and isinstance(wish, Acknowledge):
                true = difficulties(summit.state.seed, party, wish.item).index(0)
                move = Acknowledge(item=wish.item, number=true + 1)
            events = summit.play(party, move)
            if not isinstance(events[0], Rejected):
                student.hear(events)
                break
        else:
            raise RuntimeError("no move is allowed")
    return score(summit.state, party)


def line(scenario: Scenario, games: int, name: str) -> str:
    """One line of the table: the score from both chairs, with measure and at every turn."""
    told = []
    for always in (False, True):
        for party in scenario.party_ids:
            scores = Sum()
            for number in range(1, games + 1):
                scores.add(play(scenario, KINDS[name], always, party, number))
            mean, low, _ = scores.interval()
            told.append(f"{mean / 1000:.2f} ± {(mean - low) / 1000:.2f}")
    return f"  {name:<21}{'   '.join(told)}"


def main() -> None:
    """Plays and prints a table for each scenario."""
    parser = argparse.ArgumentParser(description="What each kind of move is worth.")
    parser.add_argument("scenarios", nargs="*", default=["seoul-summit"])
    parser.add_argument("--games", type=int, default=100)
    options = parser.parse_args()
    for name in options.scenarios:
        scenario = read_scenario(shipped_folder() / f"{name}.yaml").scenario
        assert scenario is not None
        chairs = " and ".join(p.name for p in scenario.parties.values())
        print(f"{name}: {chairs}, with measure; {chairs}, at every turn")
        with ProcessPoolExecutor() as pool:
            for told in pool.map(partial(line, scenario, options.games), KINDS):
                print(told, flush=True)


if __name__ == "__main__":
    main()
