"""What each kind of move is worth: a trader who makes no other, beside one who makes none at all.

Repeat with: .venv/bin/python benchmarks/moves.py [SCENARIO …] [--games 100]

The trader bids on the estimated frontier and answers offers as the integrative player does, but
neither asks nor explains. To that it adds one kind of move, over the items in their order: with
measure, which is a few times in the first half of the meeting, or at every turn at which the rules
let it. A move is worth using somewhere when its line is above the first in a chair of a summit, and
not worth using always when it is below the first somewhere, or at every turn. Score: mean of own
result and joint gain; ± is the 95 % interval.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from game.analysis.variants import vary
from game.instructor.figures import Sum
from game.scenario.library import shipped_folder
from game.scenario.model import Scenario
from game.scenario.reader import read_scenario
from game.summit.bots import Integrative
from game.summit.counterpart import Counterpart
from game.summit.debrief import score
from game.summit.events import Phase, Rejected
from game.summit.grounds import best_option, importance_of
from game.summit.manner import Manner
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
    PullAside,
    TieHands,
    WalkOut,
)
from game.summit.state import rulebook
from game.summit.summit import Summit
from game.summit.talk import difficulties
from game.summit.view import PartyView

RIGHTLY = "acknowledge rightly"
"""Names the true one of the three difficulties, as a student does who has read the other side."""

MOST = {RIGHTLY: 2, "walk out": 1, "aside": 1, "hand down": 1, "tie hands": 1, "caucus": 2}
"""How often a move is made at most; six times where nothing stands here."""


def _choices(mind: Mind, item: str) -> Move | None:
    first = terms_of(mind.view, mind.bid)
    other = mind.bid_at(mind.aspiration - 2)
    second = terms_of(mind.view, other) if other is not None else ()
    return Choices(packages=(first, second)) if first and second and first != second else None


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


def _tie(mind: Mind, item: str) -> Move | None:
    option = best_option(mind, item)
    return TieHands(item=item, option=option) if option else None


KINDS: dict[str, Callable[[Mind, str], Move | None]] = {
    "no other move": lambda mind, item: None,
    "ask": lambda mind, item: Ask(item=item),
    "explain": _explain,
    "choices": _choices,
    "link": _link,
    "acknowledge blindly": lambda mind, item: Acknowledge(item=item, number=1),
    RIGHTLY: lambda mind, item: Acknowledge(item=item, number=1),
    "pressure": lambda mind, item: Pressure(item=item),
    "aside": lambda mind, item: PullAside(item=item),
    "hand down": lambda mind, item: HandDown(item=item),
    "tie hands": _tie,
    "brief the press": lambda mind, item: BriefPress(item=item, direction="lower"),
    "caucus": lambda mind, item: Caucus(),
    "walk out": lambda mind, item: WalkOut() if mind.view.record[-1].minute >= 12 else None,
}


class Trader(Integrative):
    """Trades, and makes one kind of move besides."""

    QUESTIONS = 0
    EXPLANATIONS = 0

    def __init__(self, kind: str, always: bool) -> None:
        super().__init__()
        self._always = always
        self.manner = Manner(firmness=3, fair_share=250, free=650, returns=400, opens_up=0, asks=0)
        self._make = KINDS[kind]
        self._most = MOST.get(kind, 6)
        self._made = 0
        self._tried: set[str] = set()

    def wishes(self, view: PartyView) -> list[Move]:
        """The moves to try, the one kind first; aside, the one question that it was for."""
        if view.phase is Phase.ASIDE:
            assert view.aside is not None
            return [Back()] if view.aside in view.told else [Ask(item=view.aside), Back()]
        mind = Mind(view, self.manner)
        early = 2 * view.minute < view.minutes and self._made < self._most
        at_table = view.phase is Phase.TABLE and view.question is None
        if not at_table or not (early or self._always):
            return [self.choose(view).move]
        fresh = [item for item in view.unsettled if item not in self._tried]
        items = fresh or (view.unsettled if self._always else ())
        wanted = [self._make(mind, item) for item in items]
        return [*(move for move in wanted if move is not None), self.choose(view).move]

    def made(self, move: Move) -> None:
        """Counts a move of the kind."""
        self._made += 1
        item = getattr(move, "item", None)
        if item is not None:
            self._tried.add(item)


def play(scenario: Scenario, kind: str, always: bool, party: str, number: int) -> int:
    """The score of one game, in permille."""
    rules = rulebook(vary(scenario, number))
    summit = Summit(rules.scenario, number, rules)
    other = rules.scenario.other(party)
    trader, counterpart = Trader(kind, always), Counterpart(rules.scenario.parties[other].style)
    while not summit.over:
        if party not in summit.to_act():
            summit.play(other, counterpart.choose(summit.view(other)).move)
            continue
        wishes = trader.wishes(summit.view(party))
        for place, wish in enumerate(wishes):
            move = wish
            if kind == RIGHTLY and isinstance(wish, Acknowledge):
                true = difficulties(summit.state.seed, party, wish.item).index(0)
                move = Acknowledge(item=wish.item, number=true + 1)
            if not isinstance(summit.play(party, move)[0], Rejected):
                if place < len(wishes) - 1:
                    trader.made(move)
                break
        else:
            raise RuntimeError(f"{kind}: no move is allowed")
    return score(summit.state, party)


def line(scenario: Scenario, games: int, kind: str) -> str:
    """One line of the table: the score from both chairs, with measure and at every turn."""
    told = []
    for always in (False, True):
        for party in scenario.party_ids:
            scores = Sum()
            for number in range(1, games + 1):
                scores.add(play(scenario, kind, always, party, number))
            mean, low, _ = scores.interval()
            told.append(f"{mean / 1000:.2f} ± {(mean - low) / 1000:.2f}")
    return f"  {kind:<21}{'   '.join(told)}"


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
