"""What is remembered of a meeting as it is told: against this a move is worded, and answered."""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.model import Scenario
from game.scenario.words import SILENCE
from game.summit import events as e
from game.summit import moves as m
from game.wording.acts import Setting
from game.wording.speech import Heard

Difficulties = Callable[[str, str], tuple[str, ...]]
"""(party, item) → the texts of the difficulties that this party is shown, in their order."""


class Memory:
    """Who put what forward, and what is settled; give it every move once and in order."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._package: dict[str, dict[str, str]] = {party: {} for party in scenario.parties}
        self._wording: dict[str, dict[str, str]] = {party: {} for party in scenario.parties}
        self._offer: dict[str, tuple[m.Terms, ...]] = {}
        """party → the packages of its last offer, or the item that it would hand down."""
        self._last: dict[str, m.Move] = {}
        self._conceded: dict[str, str | None] = {}
        self._same: dict[str, bool] = {}
        self._settled: set[str] = set()
        self._told: dict[tuple[str, str], tuple[object, ...]] = {}
        self._asked: str | None = None
        self._stands = False
        """Whether an offer lies on the table."""

    def is_new(self, event: e.InterestTold) -> bool:
        """Whether an explanation says anything that the same party has not said before."""
        said = (event.importance, event.option)
        before = self._told.get((event.party, event.item))
        self._told[event.party, event.item] = said
        return said != before

    def setting(
        self, party: str, move: m.Move, difficulties: Difficulties | None = None
    ) -> Setting:
        """What a move is told against."""
        difficulty = None
        if isinstance(move, m.Acknowledge) and difficulties is not None:
            texts = difficulties(party, move.item)
            if 1 <= move.number <= len(texts):
                difficulty = texts[move.number - 1]
        return Setting(
            before=self._package[party],
            theirs=self._wording[self._scenario.other(party)],
            open_items=self._open_items(),
            difficulty=difficulty,
            asked=isinstance(move, m.Explain) and self._asked == move.item,
            offer_stands=self._stands,
        )

    def heard(self, party: str, move: m.Move, minute: int, cost: int = 0) -> Heard:
        """What a party answers to with a move."""
        other = self._scenario.other(party)
        still = self._open_items() - self._taken(party, move)
        return Heard(
            minute=minute,
            minutes=self._scenario.meeting.minutes,
            cost=cost,
            move=self._last.get(other),
            asked=self._wording[other],
            said=self._wording[party],
            conceded=self._conceded.get(other),
            same=self._same.get(other, False),
            unsettled=tuple(i for i in self._scenario.agenda if i in still),
            alike=all(
                i in self._wording[other] and self._wording[other][i] == self._wording[party].get(i)
                for i in still
            ),
        )

    def _taken(self, party: str, move: m.Move) -> set[str]:
        """The items that a party settles by this move: those of the offer that it accepts."""
        offer = self._offer.get(self._scenario.other(party), ())
        if not isinstance(move, m.Accept) or not 1 <= move.number <= len(offer):
            return set()
        return {item for item, _ in offer[move.number - 1]}

    def played(self, party: str, move: m.Move, private: bool = False) -> None:
        """Keeps a move; `private` where the other side does not learn of it."""
        self._settled |= self._taken(party, move)
        if isinstance(move, m.Reopen):
            self._settled.discard(move.item)
        if isinstance(move, m.Ask):
            self._asked = move.item
        elif isinstance(move, m.Explain | m.Note):
            self._asked = None
        if isinstance(move, m.Propose | m.Choices | m.HandDown):
            self._stands = True
        elif isinstance(move, m.Accept | m.Decline | m.PullAside | m.WalkOut):
            self._stands = False
        packages = m.worded_packages(move)
        if not private and not isinstance(move, m.Caucus | m.Back):
            self._last[party] = move
            self._conceded[party] = self._concession(party, packages)
            package = dict(packages[0]) if packages else None
            self._same[party] = package is not None and package == self._package[party]
        if packages:
            if isinstance(move, m.Propose | m.Choices):
                self._package[party] = dict(packages[0])
                self._offer[party] = packages
            for terms in reversed(packages):
                self._wording[party].update(terms)
        if isinstance(move, m.HandDown):
            self._offer[party] = (((move.item, SILENCE),),)
        if isinstance(move, m.TieHands):
            self._wording[party][move.item] = move.option

    def _concession(self, party: str, packages: tuple[m.Terms, ...]) -> str | None:
        """An item on which these packages come to the other side's wording from another one."""
        theirs = self._wording[self._scenario.other(party)]
        mine = self._wording[party]
        for terms in packages:
            for item, option in terms:
                if theirs.get(item) == option and mine.get(item, option) != option:
                    return item
        return None

    def _open_items(self) -> frozenset[str]:
        return frozenset(self._scenario.agenda) - self._settled
