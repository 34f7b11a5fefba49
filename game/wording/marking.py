"""The default mark in words, for a student of a class or for somebody who plays alone."""

from __future__ import annotations

from collections.abc import Sequence

from game.summit.marks import NOT_PREPARED, Mark, total
from game.wording.debrief import Section
from game.wording.names import sentence

MARK = "Your mark so far"


def mark_page(lines: Sequence[Mark], student: str | None) -> Section:
    """The default mark, line by line; what is marked by hand stands open.

    `student` is the name under which a class plays. Without one nobody is known to mark anything.
    """
    points, of = total(lines)
    told = [_line(line, student) for line in lines]
    if student is not None:
        told.append(f"Together {points} of {of}, without what the instructor marks by hand.")
    else:
        told.append(f"Together {points} of {of}. The rest is for a teacher, if you play for one.")
    return Section(MARK, tuple(told), f"{points} of {of}")


def _line(line: Mark, student: str | None) -> str:
    if student is None and line.why == NOT_PREPARED:
        return (
            f"{line.name}: 0 of {line.of}. Next time choose “prepare” before you go in, and file "
            f"the sheet: it is worth up to {line.of}."
        )
    if student is None and line.points is None:
        return f"{line.name}: open, up to {line.of}. A teacher marks it by hand."
    points = "open" if line.points is None else line.points
    return f"{line.name}: {points} of {line.of}. {sentence(line.why)}"
