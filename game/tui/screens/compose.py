"""Composing a package: arrows through items and options, own points and own home changing with it.

One to three packages are composed on the same page: one is a proposal, more are choices (MESO).
What is composed belongs to the meeting, so it survives leaving the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize

from game.scenario.words import SILENCE
from game.summit.events import SETTLED
from game.summit.evidence import Side, last_said
from game.summit.moves import Move, Terms
from game.tui.commands import COMPOSE, FIRST_OFFER, Command, bindings
from game.tui.packages import MOST_PACKAGES
from game.tui.screens.base import THREE_COLUMNS, TWO_COLUMNS, Lines
from game.tui.screens.stage import Stage
from game.tui.widgets.board import PRESS_MARK, TIED_MARK, Board
from game.tui.widgets.folio import Folio, Paragraph
from game.tui.widgets.footer import CommandFooter
from game.tui.widgets.papers import file_paragraphs, option_lines, unbroken, who_said
from game.tui.widgets.rows import Row, label, points_of, rows_of, sums_of
from game.wording.catalogue import GRADES, IMPORTANCE
from game.wording.names import listed, points
from game.wording.news import last_advice
from game.wording.status import is_red_line, vow, worth, worth_in_words

MARGIN = 4
"""Cells before an option for its figure."""
ALIKE = "Make them worth the same to you: the one they lean to tells what they value."


class ComposeScreen(Stage):
    """A package, or several, being put together."""

    commands: ClassVar[tuple[Command, ...]] = COMPOSE
    title_of_one = "A package"
    """What stands above a package that is composed alone."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(COMPOSE),
        Binding("left", "step(-1)", "option before", show=False),
        Binding("right,space", "step(1)", "option after", show=False),
        *(
            Binding(str(figure), f"pick({figure})", f"option {figure}", show=False)
            for figure in range(10)
        ),
    ]
    AUTO_FOCUS = "#composer"

    def __init__(self, item: str) -> None:
        super().__init__()
        self._item = item
        self._picked: tuple[str, str] | None = None
        """What a figure has just picked on the item before: its clause stays in sight."""

    def compose(self) -> ComposeResult:
        """The packages, the items, the options of the item under the cursor."""
        yield Lines(id="packages", markup=False)
        with Container(id="composing"):
            yield Board("this package", id="composer")
            with Horizontal(id="beside"):
                yield VerticalScroll(Folio(MARGIN), id="options", can_focus=False)
                yield VerticalScroll(Folio(2), id="file", can_focus=False)
                yield VerticalScroll(Folio(3), id="text", can_focus=False)
            yield Lines(id="worth", markup=False)
        yield from self.finish()

    def on_mount(self) -> None:
        """Starts at the item from which the page was opened."""
        self._show()
        board = self.query_one(Board)
        board.go_to(self._item)
        self._show_options()

    # --- showing --------------------------------------------------------------------------------

    @property
    def item(self) -> str:
        """The item under the cursor."""
        return self.query_one(Board).item

    def _terms(self, number: int | None = None) -> Terms:
        return self.meeting.basket.terms(self.meeting.view, number)

    def _show(self) -> None:
        meeting = self.meeting
        sums = sums_of(meeting.view, self._terms())
        self.query_one(Board).show(self._rows(), sums)
        self.query_one("#packages", Lines).say(self._head())
        self.query_one("#worth", Lines).say(self._worth())

    def _rows(self) -> tuple[Row, ...]:
        """The board's rows, with this package in place of what we said."""
        view, names = self.meeting.view, self.meeting.names
        package = self.meeting.basket.package
        return tuple(
            row
            if row.state in SETTLED
            else replace(
                row,
                ours=label(names, row.item, package.get(row.item)),
                our_points=points_of(view, row.item, package.get(row.item)),
                changed=row.item in package,
            )
            for row in rows_of(view, names)
        )

    def _head(self) -> Content:
        basket = self.meeting.basket
        if len(basket.packages) == 1:
            return Content.assemble(
                (f"{self.title_of_one}   ", "bold $seal"),
                ("a figure picks and goes on to the next item; ←→ stays on it", "$muted"),
            )
        parts: list[Content] = [Content.styled("Choices   ", "bold $seal")]
        for number, package in enumerate(basket.packages):
            here = number == basket.current
            found = worth(self.meeting.view, self._terms(number)).points
            told = points(found) if package else "empty"
            parts.append(
                Content.styled(
                    f"{'▸' if here else ' '}{number + 1}: {told}   ", "bold" if here else "$muted"
                )
            )
        return Content("").join(parts)

    def _worth(self) -> Content:
        terms = self._terms()
        if not terms:
            return Content.styled(
                "Nothing chosen yet. ←→ turns an item to its next wording.", "$muted"
            )
        return Content(worth_in_words(self.meeting.view, self.scenario, terms))

    def on_board_moved(self) -> None:
        """The options follow the cursor."""
        self._show_options()

    def _show_options(self) -> None:
        self.query_one("#options Folio", Folio).show(self._option_paragraphs())
        if self.size.width >= TWO_COLUMNS:
            self.query_one("#file Folio", Folio).show(
                file_paragraphs(self.meeting.view, self.scenario, self.item)
            )
        if self.size.width >= THREE_COLUMNS:
            self.query_one("#text Folio", Folio).show(self._text())
        self.tell(self.hint(), quiet=True)

    def hint(self) -> str:
        """Of several packages, what they are good for; of one, our vow here or what the press
        expects."""
        if len(self.meeting.basket.packages) > 1:
            return ALIKE
        view = self.meeting.view
        grade = view.grades[view.space.item_index[self.item]]
        name = self.meeting.names.short(self.item)
        bound = vow(view, self.meeting.names, self.item)
        if bound:
            return f"{TIED_MARK} {name}: {bound}; to fall short of it costs double at home."
        if grade is None:
            return f"{name}: the press expects nothing of it."
        return f"{PRESS_MARK} {name}: the press calls it {GRADES[grade]}."

    def _text(self) -> Iterator[Paragraph]:
        """The clauses of this package, as they would stand in the text."""
        names = self.meeting.names
        yield Paragraph(Content.styled("This package in the text", "bold"))
        for item, option in self._terms():
            number = self.meeting.view.space.item_index[item] + 1
            clause = (
                names.phrase((item, option)) if option == SILENCE else names.clause(item, option)
            )
            yield Paragraph(Content(clause), Content.styled(f"{number:>2} ", "$muted"))

    def _option_paragraphs(self) -> Iterator[Paragraph]:
        view, names, item = self.meeting.view, self.meeting.names, self.item
        seen = view.items[item]
        chosen = self.meeting.basket.package.get(item)
        told = view.told.get(item)
        room = self.query_one("#options Folio").size.width - MARGIN
        for number, (option, parts) in enumerate(option_lines(view, names, item), start=1):
            figure = 0 if option == SILENCE else number
            said = who_said(seen, option)
            notes = [f"← {said} said"] if said else []
            if told is not None and told.option == option:
                notes.append("← they look for this")
            marks = [Content.styled(note, "bold $theirs") for note in notes]
            yield Paragraph(
                unbroken([*parts, *marks], room),
                Content.assemble(
                    ("●" if option == chosen else " ", "bold $ours"), (f"{figure} ", "bold")
                ),
            )
        if told is not None and told.importance is not None:
            yield Paragraph(
                Content(f"They told us that it {IMPORTANCE[told.importance]} to them."), space=True
            )
        if chosen is not None and chosen != SILENCE:
            yield Paragraph(
                Content.assemble(("… ", "$muted"), (names.clause(item, chosen), "italic $ours")),
                space=True,
            )
        elif chosen is None and self._picked is not None:
            yield Paragraph(
                Content.assemble(
                    (f"{names.short(self._picked[0])}: ", "bold"),
                    (f"… {names.clause(*self._picked)}", "italic $ours"),
                ),
                space=True,
            )

    def on_resize(self, event: Resize) -> None:
        """The file on the item comes into sight where there is room for it."""
        self.call_after_refresh(self._show_options)

    # --- changing -------------------------------------------------------------------------------

    def _settled(self) -> bool:
        settled = self.meeting.view.items[self.item].state in SETTLED
        if settled:
            name = self.meeting.names.short(self.item)
            self.tell(f"{name} is settled. At the table, r takes it back, at a cost in trust.")
        return settled

    def _changed(self) -> None:
        self._show()
        self._show_options()

    def action_step(self, by: int) -> None:
        """The next or the previous option of the item."""
        if not self._settled():
            self.meeting.basket.step(self.item, self.meeting.view.items[self.item].options, by)
            self._changed()

    def action_pick(self, figure: int) -> None:
        """The option with this figure; the cursor goes on to the next item."""
        options = self.meeting.view.items[self.item].options
        if self._settled():
            return
        if figure > len(options):
            self.tell(f"There is no option {figure} here.")
            return
        option = options[figure - 1] if figure else SILENCE
        self.meeting.basket.put(self.item, option)
        self._picked = (self.item, option) if figure else None
        self._go_on()

    def _go_on(self) -> None:
        """To the item below; from the last one to the first that is still to be chosen, if any."""
        self._changed()
        board, view = self.query_one(Board), self.meeting.view
        if self.item != [*view.items][-1]:
            board.action_cursor(1)
            return
        package = self.meeting.basket.package
        rest = [item for item in view.unsettled if item not in package]
        if rest:
            board.go_to(rest[0])

    def do_skip(self) -> None:
        """Takes the item out of the package."""
        self.meeting.basket.put(self.item, None)
        self._go_on()

    def do_theirs(self) -> None:
        """Takes their wording of every open item that has one."""
        self._take("theirs")

    def do_mine(self) -> None:
        """Takes our last wording of every open item that has one; of a choice, the nearer one."""
        self._take("mine")

    def _take(self, whose: Side) -> None:
        """Takes all wordings of a side; what we could never sign stays out, and is named."""
        view, names = self.meeting.view, self.meeting.names
        said = last_said(view, whose)
        red = [item for item, option in said.items() if is_red_line(view, item, option)]
        self.meeting.basket.take({i: option for i, option in said.items() if i not in red})
        self._changed()
        if red:
            self.tell(f"Our red line, and not taken: {listed([names.within(i) for i in red])}.")

    def _advised(self) -> dict[str, str]:
        """What our delegation advised last, as far as it is still open."""
        advised = last_advice(self.meeting.session.log)
        open_now = self.meeting.view.unsettled
        return {i: option for i, option in advised.package if i in open_now} if advised else {}

    def do_advised(self) -> None:
        """Takes up the package of the last caucus."""
        self.meeting.basket.take(self._advised())
        self._changed()

    def do_clear(self) -> None:
        """Empties the package."""
        self.meeting.basket.package.clear()
        self._changed()

    def closed(self, command: Command) -> str | None:
        """Turning and dropping take more than one package, and what is advised a caucus."""
        if command.name == "advised":
            return None if self._advised() else "Our delegation has advised no package."
        if command.when_open and len(self.meeting.basket.packages) == 1:
            return "There is only this package."
        return super().closed(command)

    def do_another(self) -> None:
        """Adds a package, a copy of this one to change."""
        if not self.meeting.basket.add():
            self.tell(f"{MOST_PACKAGES} packages are the most that can be offered at once.")
            return
        self._changed()
        self.query_one(CommandFooter).refresh(layout=True)

    def do_next(self) -> None:
        """Turns to the next package, at the first item that is open."""
        self.meeting.basket.turn()
        self._show()
        board = self.query_one(Board)
        board.go_to(self.meeting.view.unsettled[0])
        self._show_options()

    def do_drop(self) -> None:
        """Drops this package."""
        self.meeting.basket.drop()
        self._changed()
        self.query_one(CommandFooter).refresh(layout=True)

    # --- leaving --------------------------------------------------------------------------------

    def do_send(self) -> None:
        """Puts it on the table."""
        meeting = self.meeting
        blank = meeting.basket.blank()
        if blank is not None:
            self.tell(
                f"Package {blank + 1} is empty. + copies this one into it, tab turns to it, "
                "backspace there drops it."
            )
            return
        self.make_surely(meeting.basket.move(meeting.view), self._send)

    def _send(self, move: Move) -> bool:
        refused = self.game.play(move)
        if refused is not None:
            self.tell(refused)
            return False
        self.meeting.basket.clear()
        self.app.pop_screen()
        self.game.follow()
        return True

    def do_leave(self) -> None:
        """Back to where one came from; what was composed is kept."""
        self.app.pop_screen()


class FirstOfferScreen(ComposeScreen):
    """The first offer of the preparation sheet; nothing is sent yet, it waits at the table."""

    commands = FIRST_OFFER
    title_of_one = "Your first offer"

    def do_send(self) -> None:
        """Back to the sheet with it."""
        self.do_leave()
