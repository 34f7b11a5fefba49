"""The debrief: what was had, what could have been had, and what they really wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.scenario.library import UnusableError
from game.summit.debrief import Debrief, debrief_of
from game.summit.events import HomeDecided, PressTold, Voted
from game.summit.marks import marks
from game.summit.moves import Guess, Move, Reflect
from game.summit.session import moments
from game.summit.start import branch_session, next_session
from game.summit.turning import turn_of
from game.tui.commands import DEBRIEF, bindings
from game.tui.screens.dialogs import Choice, Choose
from game.tui.screens.prepare import GuessScreen
from game.tui.screens.stage import Stage
from game.tui.widgets.audiences import audience_paragraphs
from game.tui.widgets.folio import Folio, Paragraph
from game.tui.widgets.plots import CurvePlot, Mark, Plot, SpacePlot
from game.wording.campaign import next_meeting, whole
from game.wording.debrief import DANCE, LEFT, TURNED, Section, mark_page, sections, turning_page
from game.wording.lines import Narrator
from game.wording.moments import Moments
from game.wording.names import sentence
from game.wording.started import command

ENDING, HOME = "How it ended", "At home"
CLAUSE = re.compile(r"\d+\. ")
AGAIN = "A new game begins just before this move of yours; this one stays as it is."
SEARCHING = "The meeting is being played on from each of your moves …"
JOURNAL = "Where your journal lies"


class DebriefScreen(Stage):
    """Page by page, the drawings beside their sentences."""

    commands = DEBRIEF
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(DEBRIEF),
        Binding("right", "run_command('onward')", "next page", show=False),
        Binding("left", "run_command('backward')", "page before", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._debrief: Debrief | None = None
        self._pages: list[Section] = []
        self._page = 0
        self._asked = False
        self._turning: Section | None = None

    def compose(self) -> ComposeResult:
        """A head, a drawing where the page has one, the sentences."""
        yield Static(id="debrief-title", classes="page-title", markup=False)
        with Container(id="debrief"):
            yield Container(id="drawing")
            with VerticalScroll(id="sentences", classes="page"):
                yield Folio(2)
        yield from self.finish()

    def on_mount(self) -> None:
        """Shows how it ended."""
        self.query_one("#sentences").focus()
        records = self.meeting.session.records
        self._asked = any(isinstance(record.move, Guess) for record in records)
        self.renew()

    def _ask_for_guess(self) -> None:
        """What mattered most to them? Asked before the truth, after which it is worth nothing."""
        names, session = self.meeting.names, self.meeting.session
        self._asked = True

        def guessed(guess: Move | None) -> None:
            if guess is not None:
                self.game.play(guess)
                self.renew()
            self._turn(1)

        self.app.push_screen(
            GuessScreen(
                [(item, names.short(item)) for item in self.scenario.agenda],
                names.party(session.other),
            ),
            guessed,
        )

    def renew(self) -> None:
        """Computes the debrief and shows the page."""
        session = self.meeting.session
        self._debrief = debrief_of(session.summit.state, session.records)
        if self._turning is None:
            self._turning = Section(TURNED, (SEARCHING,))
            self._search_for_turn()
        self._pages = [
            *sections(self._debrief, self.scenario, session.role, self._turning),
            *whole(session),
            *self._mark(),
            Section(JOURNAL, self._journal()),
        ]
        self._show()

    @work(thread=True, exclusive=True)
    def _search_for_turn(self) -> None:
        """Plays the meeting on from every moment: beside the reading, since it takes a while."""
        session, debrief = self.meeting.session, self._debrief
        assert debrief is not None
        told = Moments(session.scenario, session.role, session.records)
        page = turning_page(turn_of(session), told, debrief)
        self.app.call_from_thread(self._turning_found, page)

    def _turning_found(self, page: Section) -> None:
        self._turning = page
        self._pages = [page if old.title == TURNED else old for old in self._pages]
        if self._pages[self._page].title == TURNED:
            self._show()

    def _mark(self) -> tuple[Section, ...]:
        """The mark, where there is something to hand in."""
        session, debrief = self.meeting.session, self._debrief
        if debrief is None or session.journal_path is None:
            return ()
        found = marks(self.scenario, session.role, debrief, session.records, session.log)
        return (mark_page(found),)

    def _journal(self) -> tuple[str, ...]:
        session = self.meeting.session
        if session.journal_path is None:
            return ("This game kept no journal.",)
        undone = f" {session.undone} moves were taken back." if session.undone else ""
        return (
            f"This is the file to hand in: {session.journal_path}",
            f"Seed {session.head.seed}, variant {session.head.variant}, level "
            f"{session.head.level}.{undone}",
            f"`{command()} report` makes a page of it; `{command()} replay` proves it.",
            "r writes your own reflection into it.",
        )

    # --- pages ----------------------------------------------------------------------------------

    def _show(self) -> None:
        page = self._pages[self._page]
        self.query_one("#debrief-title", Static).update(
            self.page_title(f"debrief {self._page + 1} of {len(self._pages)}")
            + Content.styled(f"   {page.title}", "bold")
        )
        drawing = self.query_one("#drawing", Container)
        drawing.remove_children()
        widget = self._drawing(page.title)
        drawing.display = widget is not None
        if widget is not None:
            drawing.mount(widget)
        self.query_one(Folio).show(self._sentences(page))
        self.query_one("#sentences").scroll_home(animate=False)
        following = next_meeting(self.meeting.session)
        goes_on = f"  x goes on to the next meeting: {following}." if following else ""
        self.tell(f"←→ turns the pages, ↑↓ scrolls.{goes_on}", quiet=True)

    def _sentences(self, page: Section) -> Sequence[Paragraph]:
        found = [
            Paragraph(Content(line.strip()), space=number > 0 and not CLAUSE.match(line))
            for number, line in enumerate(page.lines)
        ]
        if page.title == ENDING:
            found = [*self._verdicts(), *found]
        if page.title == LEFT:
            found.insert(0, Paragraph(Content(f"{self._space_in_words()}\n")))
        if page.title == HOME:
            found = [*self._bars(), Paragraph(Content("")), *found]
        return found

    def _verdicts(self) -> list[Paragraph]:
        """The votes, the press lines and the homes, as they came."""
        session = self.meeting.session
        decisive = [e for e in session.log if isinstance(e, Voted | PressTold | HomeDecided)]
        lines = Narrator(self.scenario, session.role).tell(decisive)
        found = [Paragraph(Content.assemble(("◆ ", "$warning"), line.text)) for line in lines]
        return [*found, Paragraph(Content(""))] if found else []

    def _bars(self) -> list[Paragraph]:
        debrief = self._debrief
        assert debrief is not None
        state = self.meeting.session.summit.state
        bars: list[Paragraph] = []
        for party, report in debrief.homes.items():
            bars += audience_paragraphs(
                state.rules.table.sheet(party).home,
                [after for _, _, after in report.audiences],
                self.meeting.names,
                party,
                [before for _, before, _ in report.audiences],
            )
        return bars

    def _drawing(self, title: str) -> Widget | None:
        if title == LEFT:
            return self._space()
        if title == DANCE and self._debrief is not None and self._debrief.offers:
            return self._curves()
        return None

    def _space(self) -> Plot:
        debrief = self._debrief
        assert debrief is not None
        role = self.meeting.session.role
        first, second = self.scenario.party_ids
        marks = [Mark(debrief.measures.points, "X", "bold reverse")]
        nash = debrief.solutions["nash"]
        if nash is not None:
            marks.append(Mark(nash.points, "N", "bold"))
        marks += [
            Mark(
                offer.points,
                str(offer.number),
                "bold $ours" if offer.party == role else "bold underline $theirs",
            )
            for offer in debrief.offers
        ]
        names = self.meeting.names
        return SpacePlot(
            names.party(first),
            names.party(second),
            [deal.points for deal in debrief.frontier],
            debrief.walk_away,
            marks,
        )

    def _space_in_words(self) -> str:
        debrief = self._debrief
        assert debrief is not None
        names = [self.meeting.names.party(party) for party in self.scenario.party_ids]
        points = debrief.measures.points
        result = " and ".join(f"{name} {n}" for name, n in zip(names, points, strict=True))
        walk = " and ".join(f"{name} {n}" for name, n in zip(names, debrief.walk_away, strict=True))
        return (
            f"The drawing: {names[0]}'s points to the right, {names[1]}'s upwards. The result X "
            f"is {result}; walking away is {walk}; {len(debrief.offers)} offers are numbered in "
            f"their order."
        )

    def _curves(self) -> Plot:
        debrief = self._debrief
        assert debrief is not None
        role, other = self.meeting.session.role, self.meeting.session.other
        place = {party: number for number, party in enumerate(self.scenario.party_ids)}
        curves = {
            party: [(o.minute, o.points[place[party]]) for o in debrief.offers if o.party == party]
            for party in (role, other)
        }
        names = self.meeting.names
        return CurvePlot(curves[role], curves[other], (names.party(role), names.party(other)))

    def do_onward(self) -> None:
        """The next page; the first turn asks for the guess."""
        if self._asked:
            self._turn(1)
        else:
            self._ask_for_guess()

    def do_backward(self) -> None:
        """The page before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        place = self._page + by
        if 0 <= place < len(self._pages):
            self._page = place
            self._show()
        else:
            self.tell("This is the last page." if by > 0 else "This is the first page.")

    def do_following(self) -> None:
        """Goes on to the next meeting of the campaign."""
        try:
            following = next_session(self.meeting.session)
        except UnusableError as error:
            self.tell(f"{error}")
            return
        self.meeting.session.close()
        self.game.begin(following)

    def do_again(self) -> None:
        """Takes the game up again at an earlier moment; the old journal stays as it is."""
        session = self.meeting.session
        told = Moments(self.scenario, session.role, session.records)
        choices = [
            Choice(number, sentence(told.did(number)))
            for number in moments(session.records, session.role)
        ]

        def chosen(number: object) -> None:
            if not isinstance(number, int) or session.journal_path is None:
                return
            try:
                branch = branch_session(session.journal_path, number)
            except UnusableError as error:
                self.tell(f"{error}")
                return
            session.close()
            self.game.begin(branch)

        if session.journal_path is None:
            self.tell("This game kept no journal, from which to take it up again.")
            return
        self.app.push_screen(Choose("Take it up again", AGAIN, choices), chosen)

    def do_reflect(self) -> None:
        """Writes a reflection into the journal."""
        from game.tui.screens.reflect import ReflectScreen

        def written(text: str | None) -> None:
            if text:
                self.game.play(Reflect(text=text))
                self.renew()
                self.tell("Your reflection is in the journal.")

        questions = [question.strip() for question in self.scenario.debrief.questions]
        self.app.push_screen(ReflectScreen(questions), written)
