"""Which chair to take, and, a key away, how: level, seed, variant, name."""

from __future__ import annotations

import random
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Grid, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Select, Static
from textual.widgets.option_list import Option

from game.scenario.campaign import Campaign
from game.scenario.library import saved_games_folder
from game.scenario.model import Scenario
from game.summit.manner import LEVELS
from game.summit.session import Session
from game.summit.start import SEEDS, Beginning, Seat
from game.tui.commands import CHAIR, bindings
from game.tui.screens.base import GameScreen
from game.tui.text import first_paragraph, scrubbed
from game.wording.catalogue import FICTION

LEVEL_NOTES = {
    "gentle": "gentle: it gives more freely",
    "standard": "standard",
    "demanding": "demanding: it asks for more of the cake",
}


class ChairScreen(GameScreen):
    """Who leads whom."""

    commands = CHAIR
    BINDINGS: ClassVar[list[BindingType]] = bindings([c for c in CHAIR if c.name != "choose"])

    def __init__(self, begin: Beginning) -> None:
        super().__init__()
        self._begin = begin

    def compose(self) -> ComposeResult:
        """The summit in a few lines, the two chairs, and what most never need."""
        scenario, leg = self._begin.scenario, self._begin.leg
        title = leg.campaign.title if leg else scenario.title
        yield Static(Content.styled(title, "bold $seal"), classes="page-title")
        with VerticalScroll(id="chair", can_focus=False):
            yield Static(_about_campaign(leg.campaign) if leg else _about(scenario))
            yield Static(Content.styled("Which delegation do you lead?", "bold"), id="which")
            yield OptionList(
                *(
                    Option(_chair(scenario, party, max(68, self.game.size.width - 12)), id=party)
                    for party in scenario.party_ids
                ),
                id="chairs",
                markup=False,
            )
            with Grid(id="more"):
                yield Label("Level")
                yield Select(
                    [(LEVEL_NOTES[level], level) for level in LEVELS],
                    value="standard",
                    allow_blank=False,
                    id="level",
                    compact=True,
                )
                yield Label("Seed")
                yield Input(
                    str(random.SystemRandom().randrange(SEEDS)),
                    type="integer",
                    max_length=9,
                    id="seed",
                    compact=True,
                )
                yield Label("Variant of the numbers")
                yield Input("0", type="integer", max_length=9, id="variant", compact=True)
                yield Label("Your name, for the journal")
                yield Input("", max_length=60, id="student", compact=True)
        yield from self.finish()

    def on_mount(self) -> None:
        """The chairs have the focus; the rest stays folded away."""
        self.query_one("#more").display = False
        self.query_one("#chairs").focus()
        self.tell(self.hint(), quiet=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes the chair."""
        if event.option_id is not None:
            self._take(event.option_id)

    def do_choose(self) -> None:
        """Takes the chair under the cursor."""
        option = self.query_one("#chairs", OptionList).highlighted_option
        if option is not None and option.id is not None:
            self._take(option.id)

    def do_more(self) -> None:
        """Shows or hides what a class may need: the same seed, another variant, a level."""
        more = self.query_one("#more")
        more.display = not more.display
        self.query_one("#level" if more.display else "#chairs").focus()
        if more.display:
            more.scroll_visible(animate=False)
        self.tell(self.hint(), quiet=True)

    def hint(self) -> str:
        """The level, which decides most and stands under a key; below it, what the seed is for."""
        if self.query_one("#more").display:
            return "The same seed gives the same game; your instructor may name one."
        level = str(self.query_one("#level", Select).value)
        return f"Level {LEVEL_NOTES[level]}. m changes it, and seed, variant and name."

    def on_input_submitted(self) -> None:
        """Enter in a field goes back to the chairs."""
        self.query_one("#chairs").focus()

    def _take(self, role: str) -> None:
        self.game.begin(self._start(role))

    def _start(self, role: str) -> Session:
        path = self._begin.journal_in(saved_games_folder(), role)
        seat = Seat(
            role,
            seed=self._number("seed"),
            variant=self._number("variant"),
            level=str(self.query_one("#level", Select).value),
            student=scrubbed(self.query_one("#student", Input).value) or None,
        )
        try:
            return self._begin.session(seat, path)
        except OSError as error:
            self.app.notify(
                f"It cannot be saved in {path.parent} ({error.strerror}): it goes on unsaved.",
                severity="warning",
                markup=False,
                timeout=15,
            )
            return self._begin.session(seat, None)

    def _number(self, field: str) -> int:
        value = self.query_one(f"#{field}", Input).value.strip()
        return int(value) if value.lstrip("+-").isdecimal() else 0

    def do_leave(self) -> None:
        """Back to the title."""
        self.game.go_to_title()


def _about(scenario: Scenario) -> Content:
    meeting = scenario.meeting
    where = ", ".join(part for part in (meeting.place, meeting.date) if part)
    facts = [f"{meeting.minutes} minutes at the table", f"{len(scenario.agenda)} agenda items"]
    if scenario.plays_in:
        facts.append(f"plays in about {scenario.plays_in} minutes")
    told = " · ".join([where, *facts] if where else facts)
    return _page(told, scenario.summary, scenario.teaches, scenario.fiction)


def _about_campaign(campaign: Campaign) -> Content:
    facts = [f"a campaign of {len(campaign.meetings)} meetings, one after the other"]
    if campaign.plays_in:
        facts.append(f"plays in about {campaign.plays_in} minutes")
    return _page(" · ".join(facts), campaign.summary, campaign.teaches, campaign.fiction)


def _page(facts: str, summary: str | None, teaches: str | None, fiction: str | None) -> Content:
    """What there is to know before one sits down."""
    about = [Content.styled(facts, "$muted"), *map(Content, filter(None, (summary, teaches)))]
    return Content("\n").join([*about, "", Content.styled(fiction or FICTION, "$muted")])


def _chair(scenario: Scenario, party: str, room: int) -> Content:
    entry = scenario.parties[party]
    return Content.assemble(
        ("  " + entry.name, "bold"),
        (f"   {entry.leader}", "dim"),
        "\n    ",
        (first_paragraph(entry.brief, room), "dim"),
    )
