"""The briefing: one's own brief, figures, home and the public record, before going in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, TabbedContent, TabPane, Tabs

from game.summit.moves import Move, Ready
from game.tui.commands import BRIEFING, bindings
from game.tui.screens.pages import PAGE_KEYS, PagedStage
from game.tui.text import reflowed
from game.tui.widgets.folio import Folio, Paragraph
from game.tui.widgets.papers import option_lines, unbroken
from game.wording.campaign import on_the_way
from game.wording.catalogue import GRADES, NOBODY_AT_HOME
from game.wording.dossier import LINKED, audiences, fact_line, fiction, item_facts, link_lines
from game.wording.names import points, sentence_start


class BriefingScreen(PagedStage):
    """What only this delegation reads."""

    commands = BRIEFING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BRIEFING)]

    def compose(self) -> ComposeResult:
        """The pages under tabs."""
        yield Static(self.page_title("briefing"), classes="page-title")
        with TabbedContent(id="briefing"):
            for page, (title, _) in self._pages().items():
                with TabPane(title, id=page), VerticalScroll(classes="page", can_focus=False):
                    yield Folio(2)
        yield from self.finish()

    def on_mount(self) -> None:
        """Sets the pages."""
        for page, (_, paragraphs) in self._pages().items():
            self.query_one(f"#{page} Folio", Folio).show(paragraphs())
        self.query_one(Tabs).can_focus = False
        self.tell(self.hint(), quiet=True)

    def hint(self) -> str:
        """The keys of the pages; the guide of a first meeting tells them itself."""
        return "" if self.meeting.guided else f"{PAGE_KEYS} enter goes in."

    def page(self) -> VerticalScroll:
        """The page under the open tab."""
        return self.query_one(
            f"#{self.query_one(TabbedContent).active} > VerticalScroll", VerticalScroll
        )

    def action_turn(self, by: int) -> None:
        """Turns to the next page; after the last comes the first."""
        tabs = self.query_one(TabbedContent)
        pages = list(self._pages())
        tabs.active = pages[(pages.index(tabs.active) + by) % len(pages)]

    def _pages(self) -> dict[str, tuple[str, Callable[[], Iterator[Paragraph]]]]:
        """The pages that have something to say, by id: title, and what makes their paragraphs."""
        pages = {
            "brief": ("Your brief", self._brief),
            "agenda": ("Agenda and points", self._agenda),
            "home": ("Your home", self._home),
        }
        if self.scenario.background or any(e.facts for e in self.scenario.agenda.values()):
            pages["record"] = ("Public record", self._record)
        return pages

    def _brief(self) -> Iterator[Paragraph]:
        own = self.scenario.parties[self.meeting.session.role]
        for line in on_the_way(self.meeting.session):
            yield Paragraph(Content.styled(reflowed(line), "italic"), space=True)
        yield Paragraph(Content.assemble("You lead as ", (own.leader, "bold $ours"), "."))
        if self.scenario.meeting.setting:
            yield Paragraph(Content(reflowed(self.scenario.meeting.setting)), space=True)
        for paragraph in reflowed(own.brief).split("\n\n"):
            yield Paragraph(Content(paragraph), space=True)
        yield Paragraph(
            Content.assemble(
                ("Walking away", "bold"),
                f" is worth {points(own.walk_away)} to you. {own.instead or ''}".rstrip(),
            ),
            space=True,
        )
        yield Paragraph(Content.styled(fiction(self.scenario), "$muted"), space=True)

    def _agenda(self) -> Iterator[Paragraph]:
        view, names, role = self.meeting.view, self.meeting.names, self.meeting.session.role
        for number, (item, entry) in enumerate(self.scenario.agenda.items(), start=1):
            grade = view.grades[view.space.item_index[item]]
            press = f"   ✱ the press: {GRADES[grade]}" if grade else ""
            yield Paragraph(
                Content.assemble((entry.title, "bold"), (press, "$warning")),
                Content.styled(f"{number} ", "$muted"),
                space=number > 1,
            )
            for _, parts in option_lines(view, names, item):
                yield Paragraph(unbroken(parts), Content("· "))
            interest = entry.interests.get(role)
            if interest is not None:
                yield Paragraph(Content.styled(f"Behind it: {reflowed(interest.why)}", "italic"))
        links = link_lines(self.scenario, role)
        if links:
            yield Paragraph(Content.styled(LINKED, "bold"), space=True)
        for link in links:
            yield Paragraph(Content(link), Content("· "))

    def _home(self) -> Iterator[Paragraph]:
        role = self.meeting.session.role
        home = self.scenario.parties[role].home
        if home is None:
            yield Paragraph(Content(NOBODY_AT_HOME))
            return
        yield Paragraph(
            Content(
                f"A deal is carried at home with a support of {home.carries_at} of 100, all "
                "audiences weighed together. A deal that is not carried is no deal."
            )
        )
        for line in audiences(self.scenario, role):
            yield Paragraph(Content(sentence_start(reflowed(line))), Content("· "), space=True)

    def _record(self) -> Iterator[Paragraph]:
        for fact in self.scenario.background:
            yield Paragraph(Content(reflowed(fact_line(self.scenario, fact))), Content("· "))
        for item, entry in self.scenario.agenda.items():
            lines = item_facts(self.scenario, item)
            if lines:
                yield Paragraph(Content.styled(entry.title, "bold"), space=True)
            yield from (Paragraph(Content(reflowed(line)), Content("· ")) for line in lines)

    def do_ready(self) -> None:
        """Goes in."""
        self.make(Ready())

    def do_prepare(self) -> None:
        """Fills in the preparation sheet."""
        from game.tui.screens.prepare import PrepareScreen

        def file(sheet: Move | None) -> None:
            if sheet is not None and self.make(sheet):
                self.tell("The sheet is filed. It is held against the truth in the debrief.")

        self.app.push_screen(PrepareScreen(self.meeting), file)
