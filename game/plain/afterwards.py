"""After the end of a game in lines: the debrief, and the moments from which to begin again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from game.plain.choices import Choice
from game.summit.debrief import debrief_of
from game.summit.journal import Record
from game.summit.session import Session, moments
from game.summit.turning import Course, course_of
from game.wording.debrief import Section, turning_page
from game.wording.moments import Moments
from game.wording.pages import pages_of
from game.wording.saved import taken_back

CONTENTS = (
    "The debrief has {count} pages. A number reads one, “debrief home” the one with that word, "
    "“more” the next, “debrief all” everything."
)


class Afterwards:
    """The pages of one debrief, and which of them was read last."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read = 0
        self._pages: tuple[Section, ...] = ()
        self._told_of: tuple[Record, ...] = ()
        """The moves of which the pages tell."""

    @cached_property
    def _course(self) -> Course:
        return course_of(self._session)

    def pages(self) -> tuple[Section, ...]:
        """All pages as the game stands: a guess or a reflection may have come since."""
        session, records = self._session, tuple(self._session.records)
        if records != self._told_of:
            debrief = debrief_of(session.summit.state, records)
            told = Moments(session.scenario, session.role, records)
            self._pages = pages_of(session, debrief, turning_page(self._course, told))
            self._told_of = records
        return self._pages

    def everything(self) -> Iterator[str]:
        """The whole debrief, an empty line before each page."""
        for page in self.pages():
            yield ""
            yield f"{page.title}:"
            yield from page.lines
        if self._session.undone:
            yield taken_back(self._session)

    def contents(self) -> list[str]:
        """The titles, each with its number and what the page comes to."""
        pages = self.pages()
        lines = [CONTENTS.format(count=len(pages))]
        for number, page in enumerate(pages, start=1):
            lines.append(f"{number}. {page.title}{f': {page.figure}' if page.figure else ''}.")
        return lines

    def choices(self) -> tuple[Choice, ...]:
        """What the numbers of the contents stand for."""
        numbered = enumerate(self.pages(), start=1)
        return tuple(Choice(n, page.title, f"debrief {n}") for n, page in numbered)

    def page(self, wanted: str) -> list[str]:
        """One page, by its number or by a word of its title; the contents where there is none."""
        pages = self.pages()
        number = int(wanted[:4]) if wanted.isdecimal() else _named(wanted, pages)
        if not 1 <= number <= len(pages):
            return [f"There is no page “{wanted[:40]}”.", *self.contents()]
        self._read = number
        page = pages[number - 1]
        return [f"{number}. {page.title}:", *page.lines]

    def following(self) -> list[str]:
        """The page after the one that was read last."""
        if self._read >= len(self.pages()):
            return ["That was the last page."]
        return self.page(str(self._read + 1))


def _named(wanted: str, pages: Iterable[Section]) -> int:
    """The number of the page with the shortest title that has such a word; 0 if none."""
    found = [
        (len(page.title), number)
        for number, page in enumerate(pages, start=1)
        if any(word.startswith(wanted.casefold()) for word in page.title.casefold().split())
    ]
    return min(found)[1] if found else 0


def moment_choices(session: Session) -> tuple[Choice, ...]:
    """The student's moves, each with the number of moves that had been made before it."""
    told = Moments(session.scenario, session.role, session.records)
    return tuple(
        Choice(number, f"before {told.did(number)}", f"again {number}")
        for number in moments(session.records, session.role)
    )
