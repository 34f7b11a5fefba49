"""The table: agenda board, draft, talk, dossier and notes, clock, trust and home in one picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Static

from game.summit.events import Phase
from game.tui.commands import TABLE, bindings
from game.tui.screens.base import THREE_COLUMNS, TWO_COLUMNS, MessageLine
from game.tui.screens.table_moves import TableMoves
from game.tui.text import scrubbed
from game.tui.typed import MoveSuggester, TypedLine
from game.tui.widgets.board import PRESS_MARK, TIED_MARK, Board
from game.tui.widgets.floor import floor_content
from game.tui.widgets.folio import Folio
from game.tui.widgets.footer import CommandFooter
from game.tui.widgets.papers import dossier_paragraphs, draft_paragraphs, note_paragraphs
from game.tui.widgets.rows import rows_of, sums_of
from game.tui.widgets.status import StatusLines
from game.tui.widgets.talk import Talk
from game.wording.catalogue import GRADES
from game.wording.names import figure, points
from game.wording.status import trend, vow, worth

PANES = {"draft": "1", "talk": "2", "dossier": "3", "notes": "4"}
"""The panes, each with the key that brings it up."""

EDGES = 4
"""Cells of a pane's upper edge that its title cannot have."""


def _tab(pane: str, key: str, *, here: bool) -> str:
    """A pane's name and key, to click on; the one that is shown stands out by a sign too."""
    name = f"{key} {pane.capitalize()}"
    return f"[b]▸{name}[/b]" if here else f"[@click=screen.bring_up('{pane}')]{name}[/]"


class TableScreen(TableMoves):
    """The meeting itself, in caucus and aside as well."""

    commands = TABLE
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(TABLE),
        Binding("left", "compose_here(-1)", "compose", show=False),
        Binding("right", "compose_here(1)", "compose", show=False),
        Binding("enter", "compose_here(0)", "compose", show=False),
        Binding("pageup,shift+up", "scroll_pane(-1)", "scroll up", show=False),
        Binding("pagedown,shift+down", "scroll_pane(1)", "scroll down", show=False),
        Binding("down", "turn_hit(1)", "next place", show=False),
        Binding("up", "turn_hit(-1)", "place before", show=False),
        Binding("escape", "to_board", "to the board", show=False),
    ]
    AUTO_FOCUS = "#board"
    panes: ClassVar[Mapping[str, str]] = PANES
    beside_panes: ClassVar[Sequence[str]] = ("[@click=screen.run_command('enlarge')]z enlarge[/]",)
    """What stands beside the names of the panes."""

    def __init__(self) -> None:
        super().__init__()
        self.pane = "talk"
        self._right = "talk"
        self._third = "dossier"
        self._sought = ""
        self._searching = False

    def compose(self) -> ComposeResult:
        """Head, board and panes, what awaits an answer, foot."""
        yield StatusLines()
        with Container(id="table"):
            yield Board(id="board")
            with Container(id="panes"):
                yield VerticalScroll(Folio(4), id="draft", classes="pane")
                yield Talk(id="talk", classes="pane")
                for pane in [*self.panes][2:]:
                    yield VerticalScroll(Folio(2), id=pane, classes="pane")
        yield Static(id="floor", markup=False)
        yield TypedLine(id="typed", suggester=MoveSuggester(lambda: self.meeting))
        yield from self.finish()

    def on_mount(self) -> None:
        """Shows the meeting."""
        self.renew()
        for pane in self.panes:
            for changing in ("scroll_y", "virtual_size"):
                self.watch(self.query_one(f"#{pane}"), changing, self._entitle, init=False)

    # --- showing --------------------------------------------------------------------------------

    def renew(self) -> None:
        """Shows the meeting as it stands: after every move."""
        meeting, view = self.meeting, self.meeting.view
        board = self.query_one(Board)
        board.show(rows_of(view, meeting.names), sums_of(view))
        now = worth(view, ())
        board.border_title = (
            f" agreed so far {points(now.points)} · walking away {figure(now.walk_away)} "
        )
        self.query_one(StatusLines).show(
            view, meeting.names, trend(meeting.session.log, view.minute)
        )
        talk = self.query_one(Talk)
        talk.show(meeting.lines, meeting.names, view.party, self._answer())
        self._folio("draft").show(draft_paragraphs(view, self.scenario))
        self._folio("notes").show(note_paragraphs(view, self.scenario, meeting.session.log))
        self._show_floor()
        self.query_one(CommandFooter).refresh()
        if self._lacks_talk:
            self.show_pane("talk")  # their answer is seen, whatever was read before
        else:
            self._lay_out()
        self._say_hint()

    def _show_floor(self) -> None:
        floor = self.query_one("#floor", Static)
        content = floor_content(self.meeting, self.size.width - 2)
        floor.update(content)
        floor.set_class(bool(content), "-shown")

    def _answer(self) -> int:
        """The line with which their answer to the last move begins."""
        meeting = self.meeting
        first = len(meeting.lines) - len(meeting.latest)
        other = meeting.session.other
        return next(
            (first + n for n, line in enumerate(meeting.latest) if line.speaker == other), first
        )

    def _folio(self, pane: str) -> Folio:
        return self.query_one(f"#{pane} Folio", Folio)

    def on_board_moved(self, event: Board.Moved) -> None:
        """The dossier and the hint follow the cursor."""
        self._show_item(event.item)

    def _show_item(self, item: str) -> None:
        if self.query_one("#dossier").has_class("-shown"):
            self._show_dossier()
        self.tell(self.hint(), quiet=True)

    def _show_dossier(self) -> None:
        view, item = self.meeting.view, self.current_item()
        folio = self._folio("dossier")
        room = folio.size.width - 2
        folio.show(dossier_paragraphs(view, self.scenario, item, room))

    def _way_back(self) -> str:
        """After a move of ours, that it can be taken back."""
        own = (line.speaker == self.meeting.session.role for line in self.meeting.latest)
        return "^z takes your move back." if any(own) else ""

    def _say_hint(self) -> None:
        """The hint, and after a move of ours that it can be taken back."""
        self.tell(self._fitting(self.hint(), self._way_back()), quiet=True)

    def hint(self) -> str:
        """What is to be known of the item under the cursor: our vow, its wordings in full where
        the board had to cut them, the press or what can be done with it."""
        view, item = self.meeting.view, self.current_item()
        if view.phase is Phase.CAUCUS:
            return ""
        bound = vow(view, self.meeting.names, item) if item in view.unsettled else ""
        return self._fitting(
            f"{TIED_MARK} {self.meeting.names.short(item)}: {bound}." if bound else "",
            self.query_one(Board).in_full(),
            self._about(item),
        )

    def _fitting(self, *sentences: str) -> str:
        """The first of these that there are, and as many more as stand on the same line."""
        first, *more = [sentence for sentence in sentences if sentence] or [""]
        for sentence in more:
            if Content(f"{first} {sentence}").cell_length <= self.size.width - 2:
                first = f"{first} {sentence}"
        return first

    def _about(self, item: str) -> str:
        """The press on an item, or what can be done with it, of what is open now."""
        view, name = self.meeting.view, self.meeting.names.short(item)
        unsettled = item in view.unsettled
        grade = view.grades[view.space.item_index[item]]
        if grade is not None and unsettled:
            return f"{PRESS_MARK} {name}: the press calls it {GRADES[grade]}."
        if view.aside not in (None, item):
            return f"{name} is not what you are aside to speak about."
        if unsettled:
            ways = {"propose": "←→ or p composes a package", "ask": "a asks"}
        else:
            ways = {"reopen": "r takes back what is settled"}
        can = [way for verb, way in ways.items() if self.meeting.openings.get(verb, "") is None]
        return f"{name}. {', '.join(can)}." if can else f"{name}."

    # --- panes ----------------------------------------------------------------------------------

    @property
    def _one_pane(self) -> bool:
        return self.size.width < TWO_COLUMNS or self.has_class("-enlarged")

    @property
    def _lacks_talk(self) -> bool:
        if self._one_pane:
            return self.pane != "talk"
        return self.size.width < THREE_COLUMNS and self._right != "talk"

    def show_pane(self, pane: str) -> None:
        """Brings a pane up."""
        self.pane = pane
        if pane != "draft":
            self._right = pane
        if pane not in ("draft", "talk"):
            self._third = pane
        self._lay_out()
        if self.has_class("-enlarged"):
            self._focus()

    def action_bring_up(self, pane: str) -> None:
        """A click on the name of a pane."""
        self.show_pane(pane)

    def _lay_out(self) -> None:
        if self._one_pane:
            shown: set[str] = {self.pane}
        elif self.size.width < THREE_COLUMNS:
            shown = {"draft", self._right}
        else:
            shown = {"draft", "talk", self._third}
        for pane in self.panes:
            widget = self.query_one(f"#{pane}")
            widget.set_class(pane in shown, "-shown")
            if pane == "dossier" and pane in shown:
                self._show_dossier()
        self._entitle()
        self.call_after_refresh(self._entitle)  # the panes may have got another height

    def _entitle(self) -> None:
        """The names of the panes in sight, and how much of each lies below its edge."""
        in_sight = self.query(".pane.-shown")  # none any more, where the screen was just left
        shown = {str(widget.id) for widget in in_sight}
        for widget in in_sight:
            names = self._title(str(widget.id), shown)
            below = round(widget.max_scroll_y - widget.scroll_y)
            # Beside a line to its left a title has a blank before it.
            names = f"{names} " if widget.styles.border_left[0] else f" {names} "
            told = f"{names}· [b]↓ {below} more[/b] "
            room = Content.from_markup(told).cell_length + EDGES <= widget.outer_size.width
            widget.border_title = told if below > 0 and room else names

    def _title(self, pane: str, shown: set[str]) -> str:
        """The names of the panes with their keys: those that share this place, this one marked."""
        if self._one_pane:
            here = tuple(self.panes)
        elif pane not in ("draft", "talk") or (pane == "talk" and len(shown) == 2):
            here = tuple(p for p in self.panes if p == pane or p not in shown)
        else:
            here = (pane,)
        names = [_tab(p, self.panes[p], here=p == pane and len(here) > 1) for p in here]
        return " · ".join([*names, *self.beside_panes] if pane == self.pane else names)

    def on_resize(self, event: Resize) -> None:
        """Rearranges for the new width; nothing else changes."""
        self._show_floor()
        self._lay_out()
        if not self.query_one(MessageLine).has_class("-loud"):
            self.call_after_refresh(self._say_hint)  # the board may cut other wordings now

    def do_draft(self) -> None:
        """Brings the draft up."""
        self.show_pane("draft")

    def do_talk(self) -> None:
        """Brings the talk up."""
        self.show_pane("talk")

    def do_dossier(self) -> None:
        """Brings the dossier up."""
        self.show_pane("dossier")

    def do_notes(self) -> None:
        """Brings the notes up."""
        self.show_pane("notes")

    def do_enlarge(self) -> None:
        """The pane over the whole table, and back."""
        self.toggle_class("-enlarged")
        self._lay_out()
        self._focus()

    def action_scroll_pane(self, by: int) -> None:
        """Scrolls the pane in use, wherever the focus is."""
        pane = self.query_one(f"#{self.pane}", VerticalScroll)
        pane.scroll_relative(y=by * max(1, pane.size.height - 2), animate=False)

    def action_to_board(self) -> None:
        """Back to the board from wherever the focus is; an enlarged pane gets small again."""
        self.remove_class("-enlarged")
        self._lay_out()
        self._close_input()
        self._focus()
        self.calm()

    def _focus(self) -> None:
        """The arrows go through the board, or scroll the pane that covers it."""
        if self.has_class("-enlarged"):
            self.query_one(f"#{self.pane}").focus()
        else:
            self.query_one(Board).focus()

    # --- typing ---------------------------------------------------------------------------------

    def do_type(self) -> None:
        """Opens the line in which a move is typed."""
        self._open_input(f"a move, e.g. ask {self.current_item()} (→ completes, esc leaves)")

    def do_search(self) -> None:
        """Opens the line in which words are searched in the talk."""
        self.show_pane("talk")
        self._open_input("words to find in the talk", searching=True, value=self._sought)

    def _open_input(self, hint: str, *, searching: bool = False, value: str = "") -> None:
        typed = self.query_one("#typed", Input)
        self._searching = searching
        typed.placeholder = hint
        typed.value = value
        typed.add_class("-shown")
        typed.focus()

    def _close_input(self) -> None:
        self.query_one(Talk).forget()
        if self._searching:
            self._searching = False
            self.tell(self.hint(), quiet=True)
        self.query_one("#typed", Input).remove_class("-shown")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Makes the move, or finds the words."""
        text = scrubbed(event.value)
        if self._searching:
            self._find(text)
        elif not text or self.make_typed(text):
            self.action_to_board()

    def _find(self, words: str, by: int = 1) -> None:
        self._sought = words
        if not words:
            self.action_to_board()
            return
        place, count = self.query_one(Talk).find(words, by)
        if count:
            self.tell(f"{place} of {count}   ↓↑: the next, the one before   esc: back", quiet=True)
        else:
            self.tell(f"“{words}” was not said.")

    def action_turn_hit(self, by: int) -> None:
        """An arrow while words are searched: to the next place, or the one before."""
        typed = self.query_one("#typed", Input)
        if self._searching and typed.has_focus:
            self._find(scrubbed(typed.value), by)

    def current_item(self) -> str:
        """The item under the cursor."""
        return self.query_one(Board).item
