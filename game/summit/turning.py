"""The moment a meeting turned: what a good negotiator could still have made of every moment.

From each of the student's moments at the table the game is played on to its end, the chair taken
by the integrative player of the skill ladder and the computer answering as it would have. It
learns nothing that the student did not know at that moment. Nothing here is written anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.bargaining.solutions import Pair
from game.summit.bots import Integrative
from game.summit.debrief import result_points, score
from game.summit.events import Phase, Rejected
from game.summit.moves import Terms
from game.summit.session import Session
from game.summit.state import State
from game.summit.summit import Summit

LASTING = 50
"""A loss of fewer permille is no turn: two good negotiators differ by as much."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What could still be had at one moment."""

    number: int
    """Moves of both sides that had been made."""
    minute: int
    points: Pair
    """What both sides end with when a good negotiator takes the chair here."""
    score: int
    """Mean of own result and joint gain in permille; 0 without an agreement in force."""
    text: Terms
    """The text that comes into force; empty where none does."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The move of the student after which the outlook never came back to what it was."""

    before: Outlook
    """The student's move is the one that followed, number `before.number` from 0."""
    after: Outlook
    """The best that could still be had at any later moment, the real end included."""


@dataclass(frozen=True, slots=True)
class Course:
    """What could still be had from move to move, and what it came to."""

    outlooks: tuple[Outlook, ...]
    """One before each of the student's moves at the table; the real end is the last."""

    @property
    def turn(self) -> Turn | None:
        """Where most was lost for good by one move; None where no move lost much."""
        return largest_lasting_loss(self.outlooks, LASTING)

    @property
    def best(self) -> Outlook:
        """The best that such a negotiator came to from any moment; the earliest of the best."""
        return max(self.outlooks[:-1] or self.outlooks, key=lambda outlook: outlook.score)

    @property
    def end(self) -> Outlook:
        """What the meeting really came to."""
        return self.outlooks[-1]


def course_of(session: Session) -> Course:
    """The course of a finished meeting, played on from each of the student's moves."""
    return Course(outlooks(session))


def largest_lasting_loss(outlooks: Sequence[Outlook], least: int) -> Turn | None:
    """The moment whose outlook lies furthest above all later ones, by at least so many permille.

    A loss that a later moment makes good is none, so that the player's own luck and lapses do not
    count. The last outlook is the real end.
    """
    found, lost = None, least - 1
    for place, before in enumerate(outlooks[:-1]):
        after = max(outlooks[place + 1 :], key=lambda outlook: outlook.score)
        if before.score - after.score > lost:
            lost = before.score - after.score
            found = Turn(before, after)
    return found


def outlooks(session: Session) -> tuple[Outlook, ...]:
    """The outlook before each of the student's moves at the table, and the real end as the last."""
    found = []
    told: Summit = Summit(session.scenario, session.head.seed, session.rules)
    for number, record in enumerate(session.records):
        if record.party == session.role and told.phase is Phase.TABLE:
            found.append(_played_on(session, number, told.state.minute))
        told.play(record.party, record.move)
    state = session.summit.state
    return (*found, _outlook(session, len(session.records), state.minute, state))


def _outlook(session: Session, number: int, minute: int, end: State) -> Outlook:
    text = end.terms if end.in_force else ()
    return Outlook(number, minute, result_points(end), score(end, session.role), text)


def _played_on(session: Session, number: int, minute: int) -> Outlook:
    summit = Summit(session.scenario, session.head.seed, session.rules)
    for record in session.records[:number]:
        summit.play(record.party, record.move)
    sides = {session.role: Integrative(), session.other: session.counterpart}
    while not summit.over:
        party = summit.to_act()[0]
        events = summit.play(party, sides[party].choose(summit.view(party)).move)
        assert not isinstance(events[0], Rejected), f"not allowed to the computer: {events[0]}"
    return _outlook(session, number, minute, summit.state)
