"""Events into lines: the one narration that every face, report and demo shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from game.scenario.model import Scenario
from game.summit import events as e
from game.summit import moves as m
from game.wording.acts import act
from game.wording.memory import Difficulties, Memory
from game.wording.names import Company, Names, sentence
from game.wording.news import Kind, Told, advice, news, together
from game.wording.speech import Speaker


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the narration; `speaker` is a party id where somebody speaks or acts."""

    kind: Kind
    minute: int
    text: str
    speaker: str | None = None
    about: frozenset[str] = frozenset()
    """The items of which the line speaks, and the verb of the move: what can be searched for."""


def read_aloud(lines: Iterable[Line], names: Names, minute: int = -1) -> list[str]:
    """The lines for the ear: speakers and what is private in words, the minute where it changes.

    `minute` is that of the line before. Several private lines are called so once.
    """
    said, kind = [], ""
    for line in lines:
        text = line.text
        if line.kind == "speech" and line.speaker is not None:
            text = f"{names.address(line.speaker)}: {text}"
        elif line.kind == "private" != kind:
            text = f"For you alone: {text}"
        said.append(text if line.minute == minute else f"Minute {line.minute}. {text}")
        minute, kind = line.minute, line.kind
    return said


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
        self._memory = Memory(scenario)

    def tell(self, events: Iterable[e.Event]) -> tuple[Line, ...]:
        """The lines of several events; what came at once and alike is told in one."""
        lines: list[Line] = []
        for key, group in groupby(_to_tell(tuple(events), self.role), key=_alike):
            several = tuple(group)
            if key is None or len(several) == 1:
                for event in several:
                    lines += self.lines(event)
            else:
                lines += self._line(several[0], together(self._company, several), several)
        return tuple(lines)

    def lines(self, event: e.Event) -> tuple[Line, ...]:
        """The lines of one event; none for what another line has said already."""
        if isinstance(event, e.Played):
            return tuple(self._played(event))
        if isinstance(event, e.Advised):
            said = advice(self.names, event)
            return tuple(Line("private", event.minute, each) for each in said)
        if isinstance(event, e.InterestTold) and not self._memory.is_new(event):
            return ()
        return (*self._line(event, news(self._company, event)), *self._reasons(event))

    def _reasons(self, event: e.Event) -> Iterator[Line]:
        """Why a side voted as it did: said when the votes are opened, not when they are cast."""
        if isinstance(event, e.Voted) and event.party != self.role:
            heard = self._memory.heard(event.party, event.move, event.minute)
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
        move, party, record = event.move, event.party, self._memory
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
        record.played(party, move, private=event.to is not None)


_SILENT = (
    m.Prepare, m.Ready, m.Back, m.BriefPress, m.Adopt, m.Refuse, m.Press, m.Guess, m.Reflect,
)  # fmt: skip
"""Moves with which nobody says anything to the other side."""


def _to_tell(events: Sequence[e.Event], role: str | None) -> Iterator[e.Event]:
    """The events with anything to tell: an item that merely opens would part what is alike."""
    for number, event in enumerate(events):
        if isinstance(event, e.ItemChanged):
            after = events[number + 1 :]
            passing = event.state is e.ItemState.NARROWED and (
                _settled_by_answer(event.item, after, role) or _moves_on(event.item, after)
            )
            if passing or event.state is e.ItemState.OPEN:
                continue
        yield event


def _settled_by_answer(item: str, after: Sequence[e.Event], role: str | None) -> bool:
    """Whether the very next move settles an item, before `role` could have read of it."""
    moves = 0
    for event in after:
        if isinstance(event, e.Played):
            moves += 1
            if moves > 1 or event.party == role:
                return False
        elif isinstance(event, e.ItemChanged) and event.item == item:
            return event.state in e.SETTLED
    return False


def _moves_on(item: str, after: Sequence[e.Event]) -> bool:
    """Whether an item changes again within the same move: of several packages the first counts."""
    same_move = takewhile(lambda event: not isinstance(event, e.Played), after)
    return any(isinstance(event, e.ItemChanged) and event.item == item for event in same_move)


def _alike(event: e.Event) -> tuple[object, ...] | None:
    """Events with the same key can be told in one line; None for those that stand alone."""
    if isinstance(event, e.ItemChanged):
        return ("item", event.minute, event.state)
    if isinstance(event, e.SupportChanged):
        return ("support", event.minute, event.party, event.cause)
    return None


def _items_of(move: m.Move) -> Iterator[str]:
    """The items that a move names."""
    item = getattr(move, "item", None)
    if item is not None:
        yield item
    for terms in m.worded_packages(move):
        yield from (named for named, _ in terms)
