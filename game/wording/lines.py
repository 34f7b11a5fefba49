"""Events into lines: the one narration that every face, report and demo shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from game.scenario.model import Scenario
from game.scenario.words import SILENCE
from game.summit import events as e
from game.summit import moves as m
from game.wording.acts import Setting, act
from game.wording.names import Company, Names, sentence
from game.wording.news import Kind, Told, news, together
from game.wording.speech import Heard, Speaker

Difficulties = Callable[[str, str], tuple[str, ...]]
"""(party, item) → the texts of the difficulties that this party is shown, in their order."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the narration; `speaker` is a party id where somebody speaks or acts."""

    kind: Kind
    minute: int
    text: str
    speaker: str | None = None
    about: frozenset[str] = frozenset()
    """The items of which the line speaks, and the verb of the move: what can be searched for."""


class Narrator:
    """Turns the events of one meeting into lines for one party, or for an observer.

    It remembers what has been said and put forward, so that no reply follows itself and a package
    is told by what changed in it: use one narrator per meeting, and give it every event once and
    in order. With `difficulties` it can quote what an acknowledgement names; `seed` decides with
    which sentences the leaders begin.
    """

    def __init__(
        self,
        scenario: Scenario,
        role: str | None = None,
        difficulties: Difficulties | None = None,
        seed: int = 0,
    ) -> None:
        self.scenario = scenario
        self.role = role
        self.names = Names(scenario)
        self._company = Company(self.names, role)
        self._difficulties = difficulties
        self._speakers = {party: Speaker(scenario, party, seed) for party in scenario.parties}
        self._record = _Record(scenario)

    def tell(self, events: Iterable[e.Event]) -> tuple[Line, ...]:
        """The lines of several events; what came at once and alike is told in one."""
        lines: list[Line] = []
        for key, group in groupby(filter(self._is_told, events), key=_alike):
            several = tuple(group)
            if key is None or len(several) == 1:
                for event in several:
                    lines += self.lines(event)
            else:
                for event in several:
                    self._record.note(event)
                lines += self._line(several[0], together(self._company, several), several)
        return tuple(lines)

    def _is_told(self, event: e.Event) -> bool:
        """Notes an item that merely opens, which says nothing and would part what is alike."""
        if isinstance(event, e.ItemChanged) and event.state is e.ItemState.OPEN:
            self._record.note(event)
            return False
        return True

    def lines(self, event: e.Event) -> tuple[Line, ...]:
        """The lines of one event; none for what another line has said already."""
        if isinstance(event, e.Played):
            return tuple(self._played(event))
        if isinstance(event, e.InterestTold) and not self._record.is_new(event):
            return ()
        self._record.note(event)
        return (*self._line(event, news(self._company, event)), *self._reasons(event))

    def _reasons(self, event: e.Event) -> Iterator[Line]:
        """Why a side voted as it did: said when the votes are opened, not when they are cast."""
        if isinstance(event, e.Voted) and event.party != self.role:
            heard = self._record.heard(event.party, event.move, event.minute)
            speech = self._speakers[event.party].reply(event.move, heard)
            if speech:
                yield Line("speech", event.minute, speech, event.party)

    def _line(
        self, event: e.Event, told: Told, several: Sequence[e.Event] = ()
    ) -> tuple[Line, ...]:
        if told is None:
            return ()
        kind, text = told
        if event.to is not None and kind == "news":
            kind = "private"
        items = (getattr(one, "item", None) for one in several or (event,))
        about = frozenset(item for item in items if item is not None)
        return (Line(kind, event.minute, sentence(text), about=about),)

    def _played(self, event: e.Played) -> Iterator[Line]:
        move, party, record = event.move, event.party, self._record
        about = frozenset({move.verb, *_items_of(move)})
        text = act(self._company, party, move, record.setting(party, move, self._difficulties))
        if text:
            yield Line("move", event.minute, sentence(text), party, about)
        if party != self.role and not isinstance(move, _SILENT):
            speech = self._speakers[party].reply(
                move, record.heard(party, move, event.minute, event.cost)
            )
            if speech:
                yield Line("speech", event.minute, speech, party, about)
        record.played(event)


_SILENT = (
    m.Prepare, m.Ready, m.Back, m.BriefPress, m.Adopt, m.Refuse, m.Press, m.Guess, m.Reflect,
)  # fmt: skip
"""Moves with which nobody says anything to the other side."""


def _alike(event: e.Event) -> tuple[object, ...] | None:
    """Events with the same key can be told in one line; None for those that stand alone."""
    if isinstance(event, e.ItemChanged):
        return ("item", event.minute, event.state)
    if isinstance(event, e.SupportChanged):
        return ("support", event.minute, event.party, event.cause)
    return None


class _Record:
    """What the narrator remembers of the meeting: who put what forward, and what is settled."""

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

    def note(self, event: e.Event) -> None:
        """Keeps what an event changes."""
        if isinstance(event, e.ItemChanged):
            if event.state in e.SETTLED:
                self._settled.add(event.item)
            else:
                self._settled.discard(event.item)

    def setting(self, party: str, move: m.Move, difficulties: Difficulties | None) -> Setting:
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
            conceded=self._conceded.get(other),
            same=self._same.get(other, False),
            unsettled=tuple(i for i in self._scenario.agenda if i in still),
        )

    def _taken(self, party: str, move: m.Move) -> set[str]:
        """The items that a party settles by this move: those of the offer that it accepts."""
        offer = self._offer.get(self._scenario.other(party), ())
        if not isinstance(move, m.Accept) or not 1 <= move.number <= len(offer):
            return set()
        return {item for item, _ in offer[move.number - 1]}

    def played(self, event: e.Played) -> None:
        """Keeps a move."""
        move, party = event.move, event.party
        if isinstance(move, m.Ask):
            self._asked = move.item
        elif isinstance(move, m.Explain | m.Note):
            self._asked = None
        if isinstance(move, m.Propose | m.Choices | m.HandDown):
            self._stands = True
        elif isinstance(move, m.Accept | m.Decline | m.PullAside | m.WalkOut):
            self._stands = False
        packages = m.packages_of(move)
        if event.to is None and not isinstance(move, m.Caucus | m.Back):
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


def _items_of(move: m.Move) -> Iterator[str]:
    """The items that a move names."""
    item = getattr(move, "item", None)
    if item is not None:
        yield item
    for terms in m.packages_of(move):
        yield from (named for named, _ in terms)
