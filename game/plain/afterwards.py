"""After the end of a game in lines: the debrief, and the moments from which to begin again."""

from __future__ import annotations

from collections.abc import Iterator

from game.summit.debrief import debrief_of
from game.summit.session import Session, moments
from game.summit.turning import turn_of
from game.wording.campaign import whole
from game.wording.debrief import sections, turning_page
from game.wording.moments import Moments


def debrief_lines(session: Session) -> Iterator[str]:
    """The debrief, section by section, an empty line before each."""
    scenario, role = session.scenario, session.role
    debrief = debrief_of(session.summit.state, session.records)
    told = Moments(scenario, role, session.records)
    turning = turning_page(turn_of(session), told, debrief)
    for section in (*sections(debrief, scenario, role, turning), *whole(session)):
        yield ""
        yield f"{section.title}:"
        yield from section.lines
    if session.undone:
        yield f"Moves taken back in this practice game: {session.undone}."


def moment_lines(session: Session) -> Iterator[str]:
    """The student's moves, each with the number of moves that had been made before it."""
    told = Moments(session.scenario, session.role, session.records)
    for number in moments(session.records, session.role):
        yield f"{number}: before {told.did(number)}"
