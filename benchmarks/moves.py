"""What each kind of move is worth: one who makes no other, beside one who makes none at all.

Repeat with: .venv/bin/python benchmarks/moves.py [SCENARIO …] [--games 100] [--way trades …]

The trader bids on the estimated frontier and answers offers as the integrative player does, but
neither asks nor explains. To that it adds one kind of move, over the items by what they mean to it:
with measure, which is a few times in the part of the meeting that suits the move, or at every turn
at which the rules let it. Some moves are ways out of a corner in which a trader seldom is: advice,
choices and links help one who reckons less well (the splitter), handing down one who has sworn not
to move on an item, a word to the press one who has forgotten about home.
Score: mean of own result and joint gain; in brackets the gain over the same games of the same
player without the move, with its 95 % interval. A move is worth using somewhere when the gain is
clear of nought in a chair of a summit, and not worth using always when it is clearly below nought
in another, or at every turn.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import stdev

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from game.analysis.variants import vary
from game.bargaining.preferences import Floor
from game.bargaining.search import highest
from game.scenario.library import shipped_folder
from game.scenario.model import Scenario
from game.scenario.reader import read_scenario
from game.scenario.words import SILENCE
from game.summit.bots import Integrative, Splitter
from game.summit.counterpart import Counterpart
from game.summit.debrief import score
from game.summit.delegation import Decision, Delegation
from game.summit.events import Advised, Event, Phase, Rejected
from game.summit.evidence import TURNS_DOWN
from game.summit.grounds import best_option, first_concern, gain, importance_of, option_bid
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
    Reason,
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


class Sworn(Trader):
    """A trader who has sworn never to move on what matters most to it, nor to leave it out."""

    def choose(self, view: PartyView) -> Decision:
        """As the trader does, with all but one wording of its first concern a red line."""
        mind = Mind(view, self.manner)
        item = first_concern(mind)
        place, best = view.space.pairs[item, best_option(mind, item)]
        if item in view.unsettled:
            never = {(place, n) for n in range(len(view.space.options[place])) if n != best}
            view = replace(view, sheet=replace(view.sheet, red_lines=view.sheet.red_lines | never))
        return super().choose(view)


class Careless(Trader):
    """A trader who thinks of home only when the final text is on the table."""

    def choose(self, view: PartyView) -> Decision:
        """As the trader does, with nobody at home until the vote."""
        nobody = replace(view.sheet.home, audiences=(), weights=(), opening=(), needs=())
        if view.phase is not Phase.FINAL_TEXT:
            view = replace(view, sheet=replace(view.sheet, home=nobody))
        return super().choose(view)


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
    """Their wording of whatever costs least, for what it would ask for itself."""
    wanted, theirs = option_bid(mind, item), {}
    for other in mind.view.unsettled:
        wording = mind.view.items[other].theirs
        if other != item and wording is not None and wording != SILENCE:
            theirs[other] = wording
    if wanted == SILENCE or not theirs:
        return None

    def cost(other: str) -> int:
        return gain(mind, (other, best_option(mind, other))) - gain(mind, (other, theirs[other]))

    give = min(theirs, key=cost)
    return Link(give=(give, theirs[give]), want=(item, wanted))


def _explain(mind: Mind, item: str) -> Move | None:
    return Explain(item=item, importance=importance_of(mind, item), option=best_option(mind, item))


def _brief(mind: Mind, item: str) -> Move | None:
    """What is promised at home, and is not what the other side asks for."""
    index, theirs = mind.view.space.item_index[item], mind.view.items[item].theirs
    promised, grade = mind.view.sheet.home.satisfying[index], mind.view.grades[index]
    if promised is None or grade in (None, "may") or theirs is None:
        return None
    missed = mind.view.space.pairs[item, theirs][1] not in promised
    return BriefPress(item=item, direction="lower") if missed else None


def _hand_down(mind: Mind, item: str) -> Move | None:
    """Its first concern, where they have lately said that this is in the way."""
    theirs = [entry.move for entry in mind.view.record if entry.party == mind.view.other]
    lately = {g.item for move in theirs[-3:] for g in move.grounds if g.reason in TURNS_DOWN}
    return HandDown(item=item) if item in lately and item == first_concern(mind) else None


def _tie(mind: Mind, item: str) -> Move | None:
    """To what it would ask for now, and not to its dream."""
    option = option_bid(mind, item)
    return TieHands(item=item, option=option) if option != SILENCE else None


EARLY, LATE, WHOLE = (0, 50), (50, 100), (0, 100)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of move, and what using it with measure means."""

    moves: tuple[Make, ...] = ()
    """What is done about an item, one after the other."""
    most: int = 6
    """On how many items."""
    time: tuple[int, int] = EARLY
    """Its part of the meeting, from and to percent of the minutes."""
    way: type[Delegation] = Trader
    """Whose ways it is added to."""
    rightly: bool = False
    """Whether difficulties are named as by a student who has read the other side."""


KINDS: dict[str, Kind] = {
    "trades": Kind(),
    "trades + ask": Kind((_ask,)),
    "trades + explain": Kind((_explain,)),
    "trades + acknowledge blindly": Kind((_acknowledge,), most=2),
    "trades + acknowledge rightly": Kind((_acknowledge,), most=2, rightly=True),
    "trades + acknowledge and ask": Kind((_acknowledge, _ask), rightly=True),
    "trades + pressure": Kind((lambda mind, item: Pressure(item=item),), most=2, time=LATE),
    "trades + walk out": Kind((lambda mind, item: WalkOut(),), most=1, time=EARLY),
    "trades + aside": Kind((lambda mind, item: PullAside(item=item),), most=1),
    "trades + tie hands": Kind((_tie,), most=1),
    "splits": Kind(way=Splitter),
    "splits + choices": Kind((_choices,), most=2, way=Splitter),
    "splits + link": Kind((_link,), way=Splitter),
    "splits + caucus": Kind((lambda mind, item: Caucus(),), most=2, way=Splitter),
    "sworn": Kind(way=Sworn),
    "sworn + hand down": Kind((_hand_down,), time=WHOLE, way=Sworn),
    "careless": Kind(way=Careless),
    "careless + brief": Kind((_brief,), most=2, time=LATE, way=Careless),
}
"""A line with a plus is held against the line of its way alone."""

WAYS = [name for name in KINDS if "+" not in name]


def _welcome(view: PartyView) -> Iterator[Move]:
    """The offer to which their answer to a link or to choices has opened the door."""
    last = view.record[-1].move
    for ground in last.grounds:
        if ground.reason is Reason.WELCOME_LINK and ground.give and ground.want:
            yield Propose(terms=(ground.give, ground.want))


class Student:
    """Negotiates in a way of its own, and makes one kind of move besides."""

    def __init__(self, kind: Kind, always: bool) -> None:
        self._kind, self._always = kind, always
        self._trader = Trader()
        self._way = kind.way()
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
            yield from _welcome(view)
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


def line(scenario: Scenario, games: int, name: str) -> list[list[int]]:
    """The scores of all games of a kind: from both chairs, with measure and at every turn."""
    numbers = range(1, games + 1)
    return [
        [play(scenario, KINDS[name], always, party, number) for number in numbers]
        for always in (False, True)
        for party in scenario.party_ids
    ]


def told(scores: list[int], beside: list[int] | None) -> str:
    """A mean score, and the gain over the same games without the move with its 95 % interval."""
    mean = sum(scores) / len(scores) / 1000
    if beside is None:
        return f"{mean:.2f}{'':18}"
    gains = [(score - other) / 1000 for score, other in zip(scores, beside, strict=True)]
    error = 1.96 * stdev(gains) / len(gains) ** 0.5
    return f"{mean:.2f} ({sum(gains) / len(gains):+.3f} ± {error:.3f})"


def main() -> None:
    """Plays and prints a table for each scenario."""
    parser = argparse.ArgumentParser(description="What each kind of move is worth.")
    parser.add_argument("scenarios", nargs="*", default=["seoul-summit"])
    parser.add_argument("--games", type=int, default=100)
    parser.add_argument("--way", nargs="*", choices=WAYS, default=WAYS, help="whose moves")
    options = parser.parse_args()
    names = [name for name in KINDS if name.split(" ")[0] in options.way]
    for name in options.scenarios:
        scenario = read_scenario(shipped_folder() / f"{name}.yaml").scenario
        assert scenario is not None
        chairs = " and ".join(p.name for p in scenario.parties.values())
        print(f"{name}: {chairs}, with measure; {chairs}, at every turn")
        alone: list[list[int]] = []
        with ProcessPoolExecutor() as pool:
            for kind, scores in zip(
                names, pool.map(partial(line, scenario, options.games), names), strict=True
            ):
                if "+" not in kind:
                    alone = scores
                beside = alone if "+" in kind else [None] * len(scores)
                columns = (told(*each) for each in zip(scores, beside, strict=True))
                print(f"  {kind:<30}{'  '.join(columns)}", flush=True)


if __name__ == "__main__":
    main()
