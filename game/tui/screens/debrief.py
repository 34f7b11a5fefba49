"""The debrief: what was had, what could have been had, and what they really wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from game.started import command
from game.summit.debrief import Debrief, debrief_of, last_of
from game.summit.events import HomeDecided, PressTold, Voted
from game.summit.moves import Guess, Prepare
from game.summit.turning import course_of
from game.tui.commands import DEBRIEF, bindings
from game.tui.screens import debrief_drawings as drawings
from game.tui.screens.afterwards import Afterwards
from game.tui.screens.base import TWO_COLUMNS
from game.tui.screens.pages import PAGE_KEYS
from game.tui.widgets.audiences import audience_paragraphs, name_width
from game.tui.widgets.folio import EMPTY, Folio, Paragraph
from game.tui.widgets.ranking import Ranking
from game.tui.widgets.talk import paragraphs
from game.wording.campaign import next_meeting
from game.wording.debrief import DANCE, LEFT, TURNED, WEIGHED, Section, turning_page
from game.wording.homes import SUPPORT
from game.wording.lines import Narrator
from game.wording.moments import Moments
from game.wording.pages import pages_of
from game.wording.saved import handing_in, taken_back

ENDING, HOME = "How it ended", "At home"
GUESS = "Before you read on"
JOURNAL = "Where your journal lies"
BEYOND_A_LESSON = (DANCE, TURNED, WEIGHED)
"""Pages that say little of a meeting of two items, which the guided first meeting is."""
CLAUSE, OFFER = re.compile(r"\d+\. "), re.compile(r"Offer \d+, ")
"""How the entries of a list begin: they follow each other without a blank line."""
COMPUTING = "What was to be had is being computed …"
SEARCHING = "The meeting is being played on from each of your moves …"
UNGUESSED = "enter files this order as your guess. → once more reads on without one."


class DebriefScreen(Afterwards):
    """Page by page, the drawings with their sentences."""

    commands = DEBRIEF
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(DEBRIEF),
        Binding("enter", "file_guess", "that is my guess", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._debrief: Debrief | None = None
        self._pages: list[Section] = []
        self._page = 0
        self._guessed = False
        """Whether the guess was filed, or passed over."""
        self._warned = False
        self._turning: Section | None = None

    def compose(self) -> ComposeResult:
        """A head; the contents where there is room; sentences, and a drawing if there is one."""
        yield Static(id="debrief-title", classes="page-title", markup=False)
        with VerticalScroll(id="debrief", can_focus=False):
            yield Static(id="contents", markup=False)
            with VerticalScroll(id="sentences", classes="page", can_focus=False):
                yield Folio(2)
            yield Container(id="drawing")
        yield from self.finish()

    def on_mount(self) -> None:
        """Shows how it ended."""
        records = self.meeting.session.records
        self._guessed = any(isinstance(record.move, Guess) for record in records)
        self.renew()

    def renew(self) -> None:
        """Shows the debrief of the game as it stands, as soon as it is computed."""
        self.show_anew("")

    def show_anew(self, told: str) -> None:
        """The same, and a message after it."""
        self.tell(COMPUTING, quiet=True)
        self._compute(told)

    def to_write_out(self) -> Sequence[Section]:
        """All pages but the guess, which is asked for on the screen."""
        return [page for page in self._pages if page.title != GUESS]

    @work(thread=True, exclusive=True, group="debrief")
    def _compute(self, told: str) -> None:
        """Measures the game beside the screen; what is left is measured for nobody."""
        session = self.meeting.session
        debrief = debrief_of(session.summit.state, session.records)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._computed, debrief, told)

    def _computed(self, debrief: Debrief, told: str) -> None:
        if not self.is_attached:
            return
        self._debrief = debrief
        if self._turning is None:
            self._turning = Section(TURNED, (SEARCHING,))
            if not self.meeting.guided:
                self._search_for_turn()
        self._arrange()
        if told:
            self.tell(told)

    def _arrange(self) -> None:
        """The pages in their order: the guess comes before the truth, after which it would be worth
        nothing, and its page stays, so that the pages keep their numbers."""
        session, debrief = self.meeting.session, self._debrief
        assert debrief is not None
        pages = [*pages_of(session, debrief, self._turning), *self._journal()]
        if self.meeting.guided:
            pages = [page for page in pages if page.title not in BEYOND_A_LESSON]
        pages.insert(1, self._guess())
        self._pages = pages
        self._show()

    @work(thread=True, exclusive=True)
    def _search_for_turn(self) -> None:
        """Plays the meeting on from every moment: beside the reading, since it takes a while."""
        session = self.meeting.session
        told = Moments(session.scenario, session.role, session.records)
        page = turning_page(course_of(session), told)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._turning_found, page)

    def _turning_found(self, page: Section) -> None:
        if not self.is_attached:
            return
        self._turning = page
        self._pages = [page if old.title == TURNED else old for old in self._pages]
        if self._pages[self._page].title == TURNED:
            self._show()

    def _journal(self) -> Sequence[Section]:
        session = self.meeting.session
        path = session.journal_path
        if path is None:
            return ()
        lines = (
            handing_in(session, path.name),
            f"It lies in {path.parent}",
            "ctrl+e writes this debrief and the talk beside it, as a text that any editor opens. r "
            "writes your own reflection into the journal.",
            f"Seed {session.head.seed}, variant {session.head.variant}, level "
            f"{session.head.level}. {taken_back(session)}".rstrip(),
            f"`{command()} report` makes a page of it; `{command()} replay` proves it.",
        )
        return (Section(JOURNAL, lines),)

    # --- pages ----------------------------------------------------------------------------------

    def _show(self) -> None:
        page = self._pages[self._page]
        self.query_one("#debrief-title", Static).update(
            self.page_title(f"debrief {self._page + 1} of {len(self._pages)}")
        )
        self.query_one("#contents", Static).update(self._contents())
        drawing = self.query_one("#drawing", Container)
        drawing.remove_children()
        widget = self._beside(page.title)
        drawing.display = widget is not None
        drawing.set_class(isinstance(widget, Ranking), "-guess")
        if widget is not None:
            drawing.mount(widget)
        if isinstance(widget, Ranking):
            widget.focus()
        for lead in self.query("#lesson"):
            lead.display = self._page == 0  # it is read once, not on every page
        self.query_one(Folio).show(self._sentences(page))
        self.page().scroll_home(animate=False)
        self.tell(self.hint(), quiet=True)

    def hint(self) -> str:
        """The keys of the page, and the meeting that follows."""
        if self._asks_for_guess:
            return "↑↓ and shift+↑↓ (or − +): order. enter: that is my guess."
        following = next_meeting(self.meeting.session)
        goes_on = f" x goes on to the next meeting: {following}." if following else ""
        return f"{PAGE_KEYS}{goes_on}"

    def page(self) -> VerticalScroll:
        """The sentences where the drawing stands beside them, else both together."""
        beside = self.size.width >= TWO_COLUMNS
        return self.query_one("#sentences" if beside else "#debrief", VerticalScroll)

    def _contents(self) -> Content:
        lines = [
            Content.styled(f"▸ {page.title}", "bold")
            if number == self._page
            else Content.styled(f"  {page.title}", "$muted")
            for number, page in enumerate(self._pages)
        ]
        return Content("\n").join(lines)

    def _sentences(self, page: Section) -> Sequence[Paragraph]:
        heads = tuple(f"{item.title}. " for item in self.scenario.agenda.values())
        found = [
            Paragraph(
                Content.styled(line.strip(), "bold" if line.startswith(heads) else ""),
                space=not (
                    CLAUSE.match(line)
                    or (OFFER.match(line) and OFFER.match(before))
                    or before.startswith(heads)
                ),
            )
            for before, line in pairwise(("", *page.lines))
        ]
        if page.title == ENDING:
            name = Paragraph(Content.styled(page.lines[0], "bold"), space=True)
            found = [name, found[1], *self._verdicts(), *found[2:]]
        if page.title == LEFT and self._debrief is not None:
            words = drawings.space_in_words(self._debrief, self.meeting.names)
            found.append(Paragraph(Content(words), space=True))
        if page.title == HOME:
            told = [each for each in found if not each.body.plain.startswith(SUPPORT)]
            found = [*self._bars(), *told]  # the bars tell what moved
        return [Paragraph(Content.styled(page.title, "bold $seal")), *found]

    def _verdicts(self) -> list[Paragraph]:
        """The votes, the press lines and the homes, as they came."""
        session = self.meeting.session
        decisive = [e for e in session.log if isinstance(e, Voted | PressTold | HomeDecided)]
        lines = Narrator(self.scenario, session.role, seed=session.head.seed).tell(decisive)
        told = paragraphs(lines, self.meeting.names, session.role)
        return [replace(each, margin=EMPTY, space=n == 0) for n, each in enumerate(told)]

    def _bars(self) -> list[Paragraph]:
        debrief = self._debrief
        assert debrief is not None
        names, table = self.meeting.names, self.meeting.session.rules.table
        homes = {party: table.sheet(party).home for party in debrief.homes}
        width = max((name_width(home, names, party) for party, home in homes.items()), default=0)
        bars: list[Paragraph] = []
        for party, report in debrief.homes.items():
            bars += audience_paragraphs(
                homes[party],
                [after for _, _, after in report.audiences],
                names,
                party,
                [before for _, before, _ in report.audiences],
                width,
            )
        return bars

    def _beside(self, title: str) -> Widget | None:
        """What a page has besides its sentences."""
        debrief, names, role = self._debrief, self.meeting.names, self.meeting.session.role
        assert debrief is not None
        if title == LEFT:
            return drawings.space(debrief, names, role)
        if title == DANCE and debrief.offers:
            return drawings.curves(debrief, names, role)
        if title == GUESS and not self._guessed:
            return Ranking([(item, names.short(item)) for item in self._planned_order()])
        return None

    def do_onward(self) -> None:
        """The next page."""
        self.action_turn(1)

    def do_backward(self) -> None:
        """The page before."""
        self.action_turn(-1)

    def action_turn(self, by: int) -> None:
        """Turns the page. The guess is not passed over by a slip of the key."""
        place = self._page + by
        if self._debrief is None:
            self.tell(COMPUTING)
        elif by > 0 and self._asks_for_guess:
            if self._warned:
                self._past_the_guess()
            else:
                self._warned = True
                self.tell(UNGUESSED)
        elif 0 <= place < len(self._pages):
            self._page = place
            self._show()
        else:
            self.tell("This is the last page." if by > 0 else "This is the first page.")

    # --- the guess ------------------------------------------------------------------------------

    @property
    def _asks_for_guess(self) -> bool:
        return self._pages[self._page].title == GUESS and not self._guessed

    def _guess(self) -> Section:
        session, names = self.meeting.session, self.meeting.names
        them = names.party(session.other)
        guess = last_of(session.role, session.records, Guess)
        if guess is not None:
            order = ", ".join(names.within(item) for item in guess.theirs)
            return Section(GUESS, (f"Your guess of what mattered most to {them}: {order}.",))
        if self._guessed:
            return Section(GUESS, ("You read on without a guess.",))
        question = f"What do you think mattered most to {them}? It stands first."
        sheet = "Your preparation sheet had this order." if self._sheet() else ""
        return Section(
            GUESS, (f"{question} The pages that follow tell.", *([sheet] if sheet else []))
        )

    def _sheet(self) -> Prepare | None:
        """The preparation sheet, where the student filed one."""
        session = self.meeting.session
        return last_of(session.role, session.records, Prepare)

    def _planned_order(self) -> Sequence[str]:
        """The order of the preparation sheet, then what it does not name."""
        sheet = self._sheet()
        return list(dict.fromkeys([*(sheet.theirs if sheet else ()), *self.scenario.agenda]))

    def action_file_guess(self) -> None:
        """Files the order as the guess; one that was never thought of is no guess."""
        for ranking in self.query(Ranking):
            if self._sheet() or list(ranking.order) != self._planned_order():
                self.game.play(Guess(theirs=ranking.order))
            self._past_the_guess()

    def _past_the_guess(self) -> None:
        """Goes on to the page that follows the guess."""
        self._guessed = True
        self._page += 1
        self.set_focus(None)
        self.renew()
