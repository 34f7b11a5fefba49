"""The preparation sheet: own priorities, theirs as one guesses, the limit, the first offer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from game.summit.moves import Move, Prepare
from game.tui.meeting import Meeting
from game.tui.screens.base import Dialog, SizeGuard
from game.tui.widgets.ranking import Ranking
from game.wording.names import points
from game.wording.status import worth

KEYS = "shift+↑↓ (− +) order  tab next  ^o first offer  ^s file it  esc back"


class PrepareScreen(Dialog[Move]):
    """Answers with the sheet; held against the truth in the debrief."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", show=False),
        Binding("ctrl+o", "first_offer", "first offer", show=False),
        Binding("ctrl+s", "file", "file it", show=False),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting

    def compose(self) -> ComposeResult:
        """Two orders, a figure and a package."""
        names, session = self._meeting.names, self._meeting.session
        items = [(item, names.short(item)) for item in names.scenario.agenda]
        with VerticalScroll(classes="dialog -full", can_focus=False):
            yield Static(
                Content.assemble(
                    ("Preparation sheet", "bold $seal"), "   What matters most stands first."
                )
            )
            with Horizontal(classes="sheets"):
                with Vertical():
                    yield Static(
                        Content.styled(f"{names.party(session.role)}, by your brief", "bold $ours")
                    )
                    yield Ranking(items, id="own")
                with Vertical():
                    yield Static(
                        Content.styled(
                            f"{names.party(session.other)}, as you guess", "bold $theirs"
                        )
                    )
                    yield Ranking(items, id="theirs")
            with Horizontal(classes="field"):
                yield Static(Content("Below how many points would you rather have no agreement? "))
                yield Input("", "a number", type="integer", max_length=5, compact=True, id="limit")
            yield Static(id="first-offer", markup=False)
            yield Static(Content.styled(KEYS, "$muted"), classes="dialog-keys")
        yield SizeGuard()

    def on_mount(self) -> None:
        """Shows the first offer, as far as it is put together."""
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Back from the composing page, with what was put together there."""
        meeting = self._meeting
        terms = meeting.basket.terms(meeting.view)
        told = "none yet, ^o puts it together"
        if terms:
            found = worth(meeting.view, terms)
            told = f"{meeting.names.terms(terms)} ({points(found.points)})"
        self.query_one("#first-offer", Static).update(
            Content.assemble("What do you open with? ", (told, "$ours" if terms else "$muted"))
        )

    def action_first_offer(self) -> None:
        """Opens the composing page; what is put together there also waits at the table."""
        from game.tui.screens.compose import FirstOfferScreen

        self.app.push_screen(FirstOfferScreen(self._meeting.view.space.items[0]))

    def on_input_submitted(self) -> None:
        """Enter in the last field files the sheet."""
        self.action_file()

    def action_file(self) -> None:
        """Files the sheet."""
        limit = self.query_one("#limit", Input).value.strip()
        self.dismiss(
            Prepare(
                own=self.query_one("#own", Ranking).order,
                theirs=self.query_one("#theirs", Ranking).order,
                first_offer=self._meeting.basket.terms(self._meeting.view),
                walk_away=int(limit) if limit.lstrip("+-").isdecimal() else None,
            )
        )
