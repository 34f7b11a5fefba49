"""The pages of a finished game's debrief in their order, as every face and report shows them."""

from __future__ import annotations

from game.summit.debrief import Debrief
from game.summit.marks import marks
from game.summit.session import Session
from game.wording.campaign import whole
from game.wording.debrief import Section, sections
from game.wording.marking import mark_page


def pages_of(session: Session, debrief: Debrief, turning: Section | None) -> tuple[Section, ...]:
    """The debrief of a session with the page of `turning_page`, and of its campaign if it ends one.

    The mark comes last, where a journal is kept: without one there is nothing to hand in, as after
    the first meeting.
    """
    scenario, role = session.scenario, session.role
    pages = (*sections(debrief, scenario, role, turning), *whole(session))
    if session.journal_path is None:
        return pages
    lines = marks(scenario, role, debrief, session.records, session.log)
    return (*pages, mark_page(lines, session.head.student))
