"""A session: a student on one side, the computer on the other, and the journal between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import cast

from game import __version__
from game.analysis.variants import vary
from game.scenario.library import UnusableError
from game.scenario.model import Scenario
from game.scenario.reader import read_text
from game.summit.checks import Verdict
from game.summit.counterpart import Counterpart
from game.summit.events import Event, Events, Rejected
from game.summit.journal import (
    Head,
    Journal,
    JournalError,
    JournalWriter,
    Record,
    mend,
    read_journal,
)
from game.summit.journey import Leg, leg_as_data, leg_from_data, opened
from game.summit.manner import LEVELS, Level
from game.summit.moves import Decline, Grounds, Move, Reason
from game.summit.notation import write
from game.summit.state import Rulebook, State, rulebook
from game.summit.summit import Summit
from game.summit.view import PartyView


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a replay parts from the journal."""

    number: int
    """Of the move, from 1."""
    party: str
    recorded: str
    computed: str


class Session:
    """One game of a student against the computer."""

    def __init__(self, head: Head, scenario: Scenario, writer: JournalWriter | None = None) -> None:
        self.head = head
        self.leg: Leg | None = None if head.leg is None else leg_from_data(head.leg)
        """The place of this meeting in a campaign; None for one that stands by itself."""
        self._written = scenario
        self.own = vary(scenario, head.variant)
        """The scenario before a campaign has changed what it begins with."""
        self.scenario = opened(self.own, self.leg.opening) if self.leg else self.own
        self.rules: Rulebook = rulebook(self.scenario)
        self.role = head.role
        self.other = scenario.other(head.role)
        self.counterpart = Counterpart(
            self.scenario.parties[self.other].style, cast(Level, head.level)
        )
        self.writer = writer
        self.notice: str | None = None
        """Something to tell at the start: what a journal had to leave out."""
        self.undone = 0
        self._reset()

    def _reset(self) -> None:
        self.summit = Summit(self.scenario, self.head.seed, self.rules)
        self.records: list[Record] = []
        self.log: list[Event] = []

    # --- beginning ----------------------------------------------------------------------------

    @classmethod
    def start(
        cls,
        scenario: Scenario,
        *,
        text: str,
        name: str,
        role: str,
        seed: int = 0,
        variant: int = 0,
        level: str = "standard",
        student: str | None = None,
        journal: Path | None = None,
        leg: Leg | None = None,
    ) -> Session:
        """A new game; with `journal`, every move is on disk there before this class returns it.

        Raises UnusableError for an unknown party or level, with a sentence for the player, and
        OSError where the file cannot be made.
        """
        role = known_party(scenario, role)
        if level not in LEVELS:
            raise UnusableError(f"No level is called {level}. There are: {', '.join(LEVELS)}.")
        head = Head(
            name=name,
            text=text,
            role=role,
            seed=seed,
            variant=variant,
            level=level,
            version=__version__,
            student=student,
            leg=None if leg is None else leg_as_data(leg),
        )
        writer = None
        if journal is not None:
            if journal.exists() and journal.stat().st_size:
                raise FileExistsError(f"{journal} exists already; a new game needs a new file.")
            writer = JournalWriter(journal)
            writer.head(head)
        session = cls(head, scenario, writer)
        session._let_counterpart_move()
        return session

    @classmethod
    def resume(cls, path: Path) -> Session:
        """Goes on with the game in a journal: recorded moves are applied as they stand.

        Raises JournalError, with a sentence, where the file holds no game that can be gone on with.
        """
        journal = read_journal(path)
        session = cls.from_journal(journal)
        try:
            mend(path)
            session.writer = JournalWriter(path, journal.digest)
            session._let_counterpart_move()
        except OSError as error:
            why = error.strerror or error
            raise JournalError(f"The game cannot be written on in {path}: {why}.") from error
        return session

    @classmethod
    def branch(cls, journal: Journal, number: int, path: Path) -> Session:
        """Takes a game up again after so many of its moves, as a new game that names its parent.

        `number` is one of `moments`. The old journal stays as it is. Raises JournalError where
        there is no such moment, and OSError where the new file cannot be made.
        """
        if number not in moments(journal.records, journal.head.role):
            raise JournalError(f"You made no move after the first {number} moves of this game.")
        head = replace(journal.head, version=__version__, parent=f"{journal.digest}:{number}")
        session = cls(head, scenario_of(journal))
        taken = journal.records[:number]
        session._apply(taken)
        session.writer = JournalWriter(path)
        session.writer.head(head)
        for record in taken:
            session.writer.record(record)
        return session

    @classmethod
    def from_journal(cls, journal: Journal) -> Session:
        """The game of a journal up to its last move; nothing is written."""
        session = cls(journal.head, scenario_of(journal))
        session.notice = journal.dropped
        session.undone = journal.undone
        session._apply(journal.records)
        return session

    def taken_up(self, role: str, until: Callable[[Summit], bool] | None = None) -> Session:
        """The same moves of both sides as a game without a journal, led from a chair.

        With `until` only up to where it holds first. The computer then goes on where it is to move.
        """
        session = Session(replace(self.head, role=role), self._written)
        for record in self.records:
            if until is not None and until(session.summit):
                break
            session._apply((record,))
        session._let_counterpart_move()
        return session

    def _apply(self, records: tuple[Record, ...], first: int = 1) -> None:
        """Plays moves as they are recorded; `first` is the number of the first one, for a fault."""
        for number, record in enumerate(records, start=first):
            events = self.summit.play(record.party, record.move)
            if isinstance(events[0], Rejected):
                if record.move.verb in BESIDE_THE_TABLE:
                    # A sheet or a guess changes nothing at the table; the game is not lost with it.
                    self.notice = (
                        f"Left out, since it names what is not there: {write(record.move)}"
                    )
                    continue
                raise JournalError(
                    f"Move {number} of the journal ({write(record.move)}) is not possible there: "
                    f"the journal was edited, or written by another version."
                )
            self._keep(record, events)

    # --- playing ------------------------------------------------------------------------------

    @property
    def over(self) -> bool:
        """Whether the ending is known; the debrief may still be written."""
        return self.summit.over

    @property
    def journal_path(self) -> Path | None:
        """Where the journal lies; None where none is kept."""
        return self.writer.path if self.writer else None

    def view(self) -> PartyView:
        """What the student can see."""
        return self.summit.view(self.role)

    def openings(self) -> dict[str, Verdict]:
        """verb → None when the student may make the move now, or the rule that forbids it."""
        return self.summit.openings(self.role)

    def refusal(self, move: Move) -> Verdict:
        """The rule that forbids the student this very move now; None where it is allowed."""
        return self.summit.refusal(self.role, move)

    def play(self, move: Move) -> Events:
        """The student's move, then the computer's until the student is awaited again.

        Returns what the student learns of it, in order; a single `Rejected` where the move is not
        allowed, and then nothing has changed.
        """
        move = with_red_line(self.summit.state, self.role, move)
        events = self.summit.play(self.role, move)
        if isinstance(events[0], Rejected):
            return events
        before = len(self.log)
        self._write(Record(self.minute, self.role, move), events)
        self._let_counterpart_move()
        return tuple(self.log[before:])

    @property
    def minute(self) -> int:
        """Minutes gone."""
        return self.summit.state.minute

    def undo(self) -> bool:
        """Takes the student's last move back, with all that followed; False where there is none.

        The journal keeps what was undone and says so.
        """
        last = max((n for n, r in enumerate(self.records) if r.party == self.role), default=None)
        if last is None:
            return False
        kept = tuple(self.records[:last])
        self.undone += len(self.records) - last
        self._reset()
        self._apply(kept)
        if self.writer:
            self.writer.undo(last)
        self._let_counterpart_move()
        return True

    def _let_counterpart_move(self) -> None:
        while not self.over and self.other in self.summit.to_act():
            decision = self.counterpart.choose(self.summit.view(self.other))
            events = self.summit.play(self.other, decision.move)
            assert not isinstance(events[0], Rejected), f"not allowed to the computer: {events[0]}"
            self._write(Record(self.minute, self.other, decision.move, decision.why), events)

    def _write(self, record: Record, events: Events) -> None:
        if self.writer:
            self.writer.record(record)
        self._keep(record, events)

    def _keep(self, record: Record, events: Events) -> None:
        self.records.append(record)
        self.log += [event for event in events if event.to in (None, self.role)]

    def close(self) -> None:
        """Closes the journal; the game can be resumed from it."""
        if self.writer:
            self.writer.close()


def known_party(scenario: Scenario, party: str) -> str:
    """A party that was named; UnusableError where the scenario has none of that name."""
    if party not in scenario.parties:
        known = ", ".join(scenario.parties)
        raise UnusableError(f"No delegation is called {party}. There are: {known}.")
    return party


def with_red_line(state: State, party: str, move: Move) -> Move:
    """A no that names an item on which they ask for what is off limits here says so.

    Whoever leads the delegation would: otherwise they would go on asking for it.
    """
    offer, space = state.offer, state.rules.space
    if not isinstance(move, Decline) or offer is None:
        return move
    red_lines = state.rules.table.sheet(party).red_lines
    for item, option in (term for terms in offer.packages for term in terms):
        if item == move.item and space.pairs[item, option] in red_lines:
            return replace(move, grounds=(Grounds(Reason.RED_LINE, item=item, option=option),))
    return move


BESIDE_THE_TABLE = ("prepare", "guess", "reflect")
"""Moves, before and after the meeting, that change nothing in it."""


def moments(records: Sequence[Record], role: str) -> list[int]:
    """How many moves, of both sides, had been made before each move of the student.

    These are the moments at which a game can be taken up again.
    """
    return [
        number
        for number, record in enumerate(records)
        if record.party == role and record.move.verb not in BESIDE_THE_TABLE
    ]


def scenario_of(journal: Journal) -> Scenario:
    """The scenario that travels in a journal's head; JournalError where it is faulty."""
    result = read_text(journal.head.text, journal.head.name)
    if result.scenario is None:
        raise JournalError(
            "The scenario inside this journal has faults, so that the game cannot be gone on with."
        )
    if journal.head.leg is not None:
        try:
            leg_from_data(journal.head.leg)
        except (KeyError, TypeError, ValueError) as error:
            raise JournalError("The first line of this journal names no whole campaign.") from error
    if journal.head.role not in result.scenario.parties:
        raise JournalError(f"The journal speaks of a delegation {journal.head.role}, not there.")
    return result.scenario


def replay(journal: Journal) -> tuple[Session, Difference | None]:
    """Plays a journal again, the student's moves as recorded, the computer's computed anew.

    The game follows the recorded moves throughout; the first move that would come out otherwise
    today is named.
    """
    session = Session(journal.head, scenario_of(journal))
    difference = None
    for number, record in enumerate(journal.records, start=1):
        if record.party == session.other and difference is None:
            computed = session.counterpart.choose(session.summit.view(session.other)).move
            if computed != record.move:
                difference = Difference(number, record.party, write(record.move), write(computed))
        session._apply((record,), number)
    return session, difference


def journal_name(name: str, role: str, now: datetime) -> str:
    """The file name of a new journal: scenario, chair, moment."""
    return f"{name}-{role}-{now:%Y%m%d-%H%M%S}.jsonl"
